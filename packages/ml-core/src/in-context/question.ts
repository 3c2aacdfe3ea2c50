import type { CancelSignal } from "../language-model.ts";
import { drawEpisode, MOST_EXAMPLES, SIGN, type Episode, type EpisodeLine, type Task } from "./episode.ts";
import { pythonRandom } from "./python-random.ts";

/** What is asked of a model: everything but which model. */
export interface Exam {
  /** Taken in turn by the questions. */
  tasks: readonly Task[];
  /** K, examples before the question, 0 to 32. */
  examples: number;
  described: boolean;
  symbols: "seen" | "unseen";
  /** Whether the outputs of the examples have moved on by one line, so that none fits its input. */
  shuffled: boolean;
  /** Names the set of questions. With another K, description or labels the questions stay the same as far as they can. */
  seed: number;
}

/** A prompt in its parts, and the right answer. The prompt is `opening + examples + question`. */
export interface Question {
  opening: string;
  /** One line an example, each with its line end; "" for none. */
  examples: string;
  /** The last line, up to and with the sign. */
  question: string;
  wanted: string;
}

/**
 * The first `count` questions of an exam.
 *
 * @throws RangeError if there is no task, or K is not an integer from 0 to 32.
 */
export function drawQuestions(exam: Exam, count: number): Question[] {
  const { tasks, examples, described, symbols } = exam;
  if (tasks.length === 0) throw new RangeError("an exam needs a task");
  if (!Number.isInteger(examples) || examples < 0 || examples > MOST_EXAMPLES) {
    throw new RangeError(`K must be an integer from 0 to ${MOST_EXAMPLES}, got ${examples}`);
  }
  const random = pythonRandom(exam.seed);
  return Array.from({ length: count }, (_, i) => {
    const episode = drawEpisode(tasks[i % tasks.length]!, { described, symbols }, random);
    return toQuestion(episode, exam);
  });
}

function toQuestion({ opening, lines }: Episode, { examples, shuffled }: Exam): Question {
  const shown = lines.slice(0, examples);
  const asked = lines[examples]!;
  const listed = shuffled ? moveOutputs(shown) : shown;
  return {
    opening,
    examples: listed.map(({ given, wanted }) => `${given}${SIGN}${wanted}\n`).join(""),
    question: `${asked.given}${SIGN}`,
    wanted: asked.wanted,
  };
}

function moveOutputs(lines: readonly EpisodeLine[]): EpisodeLine[] {
  return lines.map(({ given }, i) => ({ given, wanted: lines.at(i - 1)?.wanted ?? "" }));
}

/** What a measurement needs of a model: its tokens, and greedy continuations of many prompts. */
export interface Answering {
  readonly endOfTextId: number;
  readonly tokenizer: { encode(text: string): readonly number[]; decode(ids: readonly number[]): string };
  complete(
    prompts: readonly (readonly number[])[],
    options: { maxTokens: number; stopIds: readonly number[] },
    signal?: CancelSignal,
  ): Promise<number[][]>;
}

/**
 * Asks every question once. An answer is the likeliest text up to the line end; it is right if it is exactly the wanted
 * one.
 *
 * @returns What the model answered, in order; an answer longer than any wanted one is cut.
 * @throws What `complete` throws; the signal's reason if cancelled.
 */
export async function answerAll(
  model: Answering,
  questions: readonly Question[],
  signal?: CancelSignal,
): Promise<string[]> {
  const { tokenizer, endOfTextId } = model;
  const prompts = questions.map(({ opening, examples, question }) => [
    endOfTextId,
    ...tokenizer.encode(opening + examples + question),
  ]);
  const maxTokens = 1 + Math.max(1, ...questions.map(({ wanted }) => tokenizer.encode(wanted).length));
  const made = await model.complete(prompts, { maxTokens, stopIds: tokenizer.encode("\n") }, signal);
  return made.map((ids) => tokenizer.decode(ids));
}
