import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { measure, questionsFor, sizes, type Measurement } from "./exam.ts";
import { gapOf, missionEnds, pairs, publishState, readLink, record, shareOf, startState, writeLink } from "./state.ts";

const bare: Measurement = {
  size: "icl-5",
  described: false,
  shown: false,
  n: 50,
  seed: 1,
  correct: 5,
  firstAnswer: "",
};
const met = (...measured: Measurement[]) => metMissions(missionEnds, publishState(measured.reduce(record, startState)));

describe("missions of prompt surgery", () => {
  it("has none done at the start, nor after one measurement", () => {
    expect([met(), met(bare)]).toEqual([[], []]);
  });

  it("wants a pair that differs in one ingredient, from the bare prompt", () => {
    expect(met(bare, { ...bare, described: true })).toEqual(["only-description"]);
    expect(met({ ...bare, shown: true }, bare)).toEqual(["only-example"]);
    expect(met(bare, { ...bare, size: "icl-4" })).toEqual(["only-size"]);
    expect(met(bare, { ...bare, shown: true, described: true })).toEqual([]);
    expect(met({ ...bare, shown: true }, { ...bare, shown: true, described: true })).toEqual([]);
    expect(met({ ...bare, shown: true }, { ...bare, shown: true, size: "icl-1" })).toEqual(["only-size"]);
  });

  it("wants the same questions, and enough of them", () => {
    expect(met(bare, { ...bare, described: true, seed: 2 })).toEqual([]);
    expect(met(bare, { ...bare, described: true, n: 100 })).toEqual([]);
    expect(met({ ...bare, n: 20 }, { ...bare, n: 20, described: true })).toEqual([]);
  });
});

describe("state of prompt surgery", () => {
  it("keeps one measurement for each combination, the newest", () => {
    const { measured } = [bare, { ...bare, correct: 6 }].reduce(record, startState);
    expect(measured).toEqual([{ ...bare, correct: 6 }]);
  });

  it("puts the bare prompt and the smaller model first, in whatever order they were measured", () => {
    const [pair] = pairs([
      { ...bare, size: "icl-5" },
      { ...bare, size: "icl-2" },
    ]);
    expect([pair?.from.size, pair?.to.size]).toEqual(["icl-2", "icl-5"]);
  });

  it("gives Wilson's interval and says whether two overlap", () => {
    const { low, high } = shareOf({ ...bare, correct: 12, n: 20 });
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(["0.387", "0.781"]);
    const gap = (correct: number) => gapOf({ ingredient: "example", from: bare, to: { ...bare, correct } });
    expect(gap(8)).toEqual({ points: 6, overlaps: true });
    expect(gap(40)).toEqual({ points: 70, overlaps: false });
  });

  it("brings a link back, and a broken one as the start", () => {
    const state = { ...startState, size: "icl-2", described: true, n: 100, seed: 7 } as const;
    expect(readLink(writeLink(state))).toEqual(state);
    expect(readLink("#size=gpt&with=magic&n=7&seed=0")).toEqual(startState);
  });
});

describe("the exam", () => {
  it("asks the same questions whatever stands before them", () => {
    const paper = { n: 60, seed: 4 };
    const asked = [false, true].flatMap((described) =>
      [false, true].map((shown) => questionsFor(paper, { described, shown })),
    );
    const questions = asked.map((list) => list.map(({ question, wanted }) => question + wanted));
    for (const list of questions) expect(list).toEqual(questions[0]);
    expect(asked.map(([first]) => [first?.opening !== "", first?.examples !== ""])).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
    expect(asked[0]?.every(({ question, wanted }) => question.replace(/[^a-z]/g, "") === wanted)).toBe(true);
    expect(questionsFor({ n: 1, seed: 5 }, { described: false, shown: false })).not.toEqual(asked[0]?.slice(0, 1));
  });

  it("counts exact answers only", async () => {
    const tokenizer = {
      encode: (text: string) => [...text].map((letter) => letter.charCodeAt(0)),
      decode: (ids: readonly number[]) => String.fromCharCode(...ids),
    };
    const paper = { n: 4, seed: 1 };
    const [first] = questionsFor(paper, bare);
    const complete = (prompts: readonly (readonly number[])[]) =>
      Promise.resolve(prompts.map((_, i) => tokenizer.encode(i === 0 ? (first?.wanted ?? "") : "no")));
    expect(await measure({ endOfTextId: 0, tokenizer, complete }, { ...bare, ...paper })).toEqual({
      ...bare,
      ...paper,
      correct: 1,
      firstAnswer: first?.wanted,
    });
  });

  it.each(sizes)("gives $id the parameters of its card", ({ id, parameters }) => {
    const card = join(import.meta.dirname, "../../../../../../packages/lm/models", id, "card.json");
    expect(JSON.parse(readFileSync(card, "utf8"))).toMatchObject({ name: id, parameters });
  });
});
