import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawEpisode, MOST_EXAMPLES, parseTask, SIGN, taskTakes } from "./episode.ts";
import { heldOutWords, seenSymbols, unseenCompositions, unseenSymbols } from "./held-out.ts";
import { pythonRandom } from "./python-random.ts";
import { answerAll, drawQuestions, type Exam } from "./question.ts";
import { rules } from "./rules.ts";

interface Golden {
  random: { seed: number; doubles: number[]; integers: number[]; pool: number[]; set: string[] };
  episodes: { task: string; described: boolean; seed: number; text: string }[];
}

/** Made by golden/make_in_context.py with the code that trained and measured the family. */
const golden = JSON.parse(readFileSync(join(import.meta.dirname, "../../golden/in-context.json"), "utf8")) as Golden;

const exam: Exam = {
  tasks: [["remove"]],
  examples: 4,
  described: false,
  symbols: "unseen",
  shuffled: false,
  seed: 3,
};

describe("pythonRandom", () => {
  it("draws as CPython does", () => {
    const random = pythonRandom(golden.random.seed);
    expect(golden.random.doubles.map(() => random.random())).toEqual(golden.random.doubles);
    expect(golden.random.integers.map(() => random.integer(1, 90))).toEqual(golden.random.integers);
    expect(random.sample([1, 2, 3, 4, 5], 3)).toEqual(golden.random.pool);
    expect(random.sample("abcdefghijklmnopqrstuvwxyz", 5)).toEqual(golden.random.set);
  });

  it("refuses to draw from too little", () => {
    expect(() => pythonRandom(1).choice([])).toThrow(RangeError);
    expect(() => pythonRandom(1).sample([1, 2], 3)).toThrow(RangeError);
  });
});

describe("drawEpisode", () => {
  it("writes Python's episodes, character by character: every rule and every unseen composition", () => {
    expect(golden.episodes).toHaveLength(Object.keys(rules).length + unseenCompositions.length);
    for (const { task, described, seed, text } of golden.episodes) {
      const episode = drawEpisode(parseTask(task), { described }, pythonRandom(seed));
      const lines = episode.lines.map(({ given, wanted }) => `${given}${SIGN}${wanted}\n`);
      expect(episode.opening + lines.join("")).toBe(text);
    }
  });

  it("takes all symbols from one side, and words from those held out", () => {
    for (const [symbols, allowed] of [["seen", seenSymbols] as const, ["unseen", unseenSymbols] as const]) {
      const { lines } = drawEpisode(["remove"], { described: false, symbols }, pythonRandom(5));
      for (const { given, wanted } of lines) {
        expect([...given.replace(/[a-z]/g, "")].every((symbol) => allowed.includes(symbol))).toBe(true);
        expect(given).toMatch(/[^a-z]/);
        expect(Object.values(heldOutWords).join(" ").split(" ")).toContain(wanted);
      }
    }
  });

  it("names an unknown rule", () => {
    expect(() => drawEpisode(["fly"], { described: false }, pythonRandom(1))).toThrow('no rule "fly"');
    expect(taskTakes(["sum", "reverse"])).toBe("pair");
  });
});

describe("drawQuestions", () => {
  it("puts K examples before a question of the same rule", () => {
    const [first] = drawQuestions({ ...exam, described: true }, 1);
    expect(first?.opening).toBe("remove symbols:\n");
    expect(first?.examples.trim().split("\n")).toHaveLength(4);
    expect(first?.question.replace(/[^a-z]/g, "")).toBe(first?.wanted);
  });

  it("asks the same words whatever K is, for the same lines are drawn first", () => {
    const [none] = drawQuestions({ ...exam, examples: 0 }, 1);
    const [four] = drawQuestions(exam, 1);
    expect(four?.examples.startsWith(none?.question ?? "-")).toBe(true);
  });

  it("moves every output one line on when it shuffles, and leaves the question alone", () => {
    const [plain] = drawQuestions(exam, 1);
    const [moved] = drawQuestions({ ...exam, shuffled: true }, 1);
    const outputs = (text = "") =>
      text
        .trim()
        .split("\n")
        .map((line) => line.split(SIGN)[1]);
    expect(outputs(moved?.examples)).toEqual([
      ...outputs(plain?.examples).slice(-1),
      ...outputs(plain?.examples).slice(0, -1),
    ]);
    expect([moved?.question, moved?.wanted]).toEqual([plain?.question, plain?.wanted]);
  });

  it("takes the tasks in turn, and refuses what it cannot draw", () => {
    const questions = drawQuestions({ ...exam, tasks: [["first"], ["last"]], described: true }, 3);
    expect(questions.map(({ opening }) => opening)).toEqual(["first:\n", "last:\n", "first:\n"]);
    expect(() => drawQuestions({ ...exam, examples: MOST_EXAMPLES + 1 }, 1)).toThrow(RangeError);
    expect(() => drawQuestions({ ...exam, tasks: [] }, 1)).toThrow(RangeError);
  });
});

describe("answerAll", () => {
  it("hands the whole prompt over behind the end token, and cuts at the line end", async () => {
    const asked: string[] = [];
    const tokenizer = {
      encode: (text: string) => [...text].map((c) => c.charCodeAt(0)),
      decode: (ids: readonly number[]) => String.fromCharCode(...ids),
    };
    const questions = drawQuestions(exam, 2);
    const answers = await answerAll(
      {
        endOfTextId: 256,
        tokenizer,
        complete: (prompts, { stopIds }) => {
          expect(stopIds).toEqual([10]);
          asked.push(...prompts.map(([end, ...rest]) => `${end} ${tokenizer.decode(rest)}`));
          return Promise.resolve(prompts.map(() => tokenizer.encode("ab")));
        },
      },
      questions,
    );
    expect(asked).toEqual(questions.map((q) => `256 ${q.examples}${q.question}`));
    expect(answers).toEqual(["ab", "ab"]);
  });
});
