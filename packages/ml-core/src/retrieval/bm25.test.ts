import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/labs.json" with { type: "json" };
import { createBm25 } from "./bm25.ts";

const word = fc.constantFrom("a", "b", "c", "d", "e");
const passage = fc.array(word, { maxLength: 12 });

describe("createBm25", () => {
  it("gives the scores that a plain Python loop over the formula gives", () => {
    const bm25 = createBm25(golden.bm25.passages);
    for (const { query, scores } of golden.bm25.queries) {
      bm25.scores(query).forEach((score, i) => expect(score).toBeCloseTo(scores[i]!, 12));
    }
  });

  it("weighs a word in 1 and in 30 of 30 passages as the lesson does: 3.03 and 0.02", () => {
    const passages = Array.from({ length: 30 }, (_, i) => (i === 0 ? ["model", "cache"] : ["model", "other"]));
    const bm25 = createBm25(passages);
    expect(bm25.idf("cache").toFixed(4)).toBe("3.0285");
    expect(bm25.idf("model").toFixed(5)).toBe("0.01626");
    expect(bm25.idf("cache") / bm25.idf("model")).toBeCloseTo(186.2, 0);
  });

  it("lets one rare word outbid any number of a common one", () => {
    const common = [...Array<string>(100).fill("model")];
    const bm25 = createBm25([["model", "cache"], common, ["model"], ["model", "x"]]);
    expect(bm25.search(["model", "cache"])[0]?.index).toBe(0);
    expect(bm25.scores(["model"])[1]).toBeLessThan(bm25.idf("model"));
  });

  it("ranks only passages that share a term, ties by smaller index", () => {
    const bm25 = createBm25([["x"], ["y"], ["x"], []]);
    expect(bm25.search(["x"]).map(({ index }) => index)).toEqual([0, 2]);
    expect(bm25.search(["z"])).toEqual([]);
    expect(createBm25([]).search(["z"])).toEqual([]);
    expect(Array.from(createBm25([[], []]).scores(["z"]))).toEqual([0, 0]);
  });

  it("never scores below 0, and a word more of the query never lowers the rank of its passage at equal length", () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 6 }), word, (passages, term) => {
        const bm25 = createBm25(passages);
        const scores = bm25.scores([term]);
        for (const score of scores) expect(score).toBeGreaterThanOrEqual(0);
        const tf = (i: number) => passages[i]!.filter((other) => other === term).length;
        passages.forEach(({ length }, i) =>
          passages.forEach((other, j) => {
            if (other.length === length && tf(i) > tf(j)) expect(scores[i]).toBeGreaterThan(scores[j]!);
            if (other.length > length && tf(i) === tf(j) && tf(i) > 0) expect(scores[i]).toBeGreaterThan(scores[j]!);
          }),
        );
      }),
    );
  });

  it("splits a score into what each term adds", () => {
    const bm25 = createBm25([["a", "b"], ["b"]]);
    const parts = bm25.contributions(["b", "a", "z", "b"], 0);
    expect(parts).toHaveLength(4);
    expect(parts[2]).toBe(0);
    expect(parts[3]).toBe(parts[0]);
    expect(parts.reduce((a, c) => a + c)).toBe(bm25.scores(["b", "a", "z", "b"])[0]);
    expect(() => bm25.contributions(["b"], 2)).toThrow(RangeError);
  });

  it("ignores length at b = 0 and repetition at k1 = 0", () => {
    const flat = createBm25([["a"], ["a", "b", "b"]], { b: 0 }).scores(["a"]);
    expect(flat[0]).toBe(flat[1]);
    const binary = createBm25([["a"], ["a", "a", "a"]], { k1: 0 });
    expect(binary.scores(["a"])[1]).toBe(binary.idf("a"));
  });

  it.each([{ k1: -1 }, { k1: Infinity }, { b: 2 }, { b: Number.NaN }])("rejects %o", (options) => {
    expect(() => createBm25([], options)).toThrow(RangeError);
  });
});
