import { answerAll, drawQuestions, type Answering, type Question } from "@fewshot/ml-core";

/** The five models of the in-context family, smallest first, with their parameters (each one's model card). */
export const sizes = [
  { id: "icl-1", parameters: 32_952 },
  { id: "icl-2", parameters: 93_552 },
  { id: "icl-3", parameters: 249_280 },
  { id: "icl-4", parameters: 891_776 },
  { id: "icl-5", parameters: 3_197_824 },
] as const;
export type SizeId = (typeof sizes)[number]["id"];

/** What stands before a question: the three things of which a pair changes one. */
export interface Ingredients {
  size: SizeId;
  described: boolean;
  shown: boolean;
}

/** Which questions: a seed names them, and the first `n` of them are asked. */
export interface Paper {
  n: number;
  seed: number;
}

/**
 * The questions of a paper, with the parts of the prompt that are switched on. Words and symbols are held out from
 * training. The question itself is the same whatever is switched on, for both parts are drawn every time.
 */
export function questionsFor({ n, seed }: Paper, { described, shown }: Omit<Ingredients, "size">): Question[] {
  const exam = { tasks: [["remove"]], examples: 1, described: true, symbols: "unseen", shuffled: false, seed } as const;
  return drawQuestions(exam, n).map((question) => ({
    ...question,
    opening: described ? question.opening : "",
    examples: shown ? question.examples : "",
  }));
}

/** One measurement: what was asked of which model, how many were right, and the answer to the first question. */
export interface Measurement extends Ingredients, Paper {
  correct: number;
  firstAnswer: string;
}

/**
 * Asks a model every question of a paper, greedily; right means exactly the wanted letters.
 *
 * @throws What the model throws; the signal's reason if cancelled.
 */
export async function measure(
  model: Answering,
  asked: Ingredients & Paper,
  signal?: AbortSignal,
): Promise<Measurement> {
  const { size, described, shown, n, seed } = asked;
  const questions = questionsFor(asked, asked);
  const answers = await answerAll(model, questions, signal);
  const correct = answers.filter((answer, i) => answer === questions[i]?.wanted).length;
  return { size, described, shown, n, seed, correct, firstAnswer: answers[0] ?? "" };
}
