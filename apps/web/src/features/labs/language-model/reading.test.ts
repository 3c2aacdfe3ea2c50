import { describe, expect, it } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer, softmax } from "@fewshot/ml-core";
import { answerProbability, endsSentence, meanLogits, promptIds, writeOn, type ReadingModel } from "./reading.ts";

const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
const byte = (character: string) => tokenizer.encode(character)[0] ?? -1;
const end = tokenizer.vocabSize - 1;

/** A model of bytes whose logits a test states. */
function modelOf(logitsOf: (ids: readonly number[]) => Record<number, number>): ReadingModel {
  const full = (ids: readonly number[]) => {
    const given = logitsOf(ids);
    return Array.from({ length: tokenizer.vocabSize }, (_, id) => given[id] ?? 0);
  };
  const sizes = { vocabSize: tokenizer.vocabSize, endOfTextId: end, contextLength: 64 };
  return Object.assign(createFakeModel({ ...sizes, logitsOf: full }), { tokenizer });
}

/** Says a text letter by letter, whatever the prompt. */
const saying = (text: string, promptLength: number) =>
  modelOf((ids) => {
    const next = text[ids.length - 1 - promptLength];
    return { [next === undefined ? end : byte(next)]: 20 };
  });

describe("answerProbability", () => {
  it("multiplies the tokens of the answer, each after those before it", async () => {
    const model = modelOf((ids) => (ids.at(-1) === byte("b") ? { [byte("c")]: 3 } : { [byte("b")]: 2 }));
    const first = Math.exp(2) / (Math.exp(2) + tokenizer.vocabSize - 1);
    const second = Math.exp(3) / (Math.exp(3) + tokenizer.vocabSize - 1);
    expect(await answerProbability(model, { prompt: "a", answer: "b" })).toBeCloseTo(first, 12);
    expect(await answerProbability(model, { prompt: "a", answer: "bc" })).toBeCloseTo(first * second, 12);
  });

  it("refuses what does not fit in the context", async () => {
    const model = modelOf(() => ({}));
    await expect(answerProbability(model, { prompt: "a".repeat(63), answer: "bc" })).rejects.toThrow(RangeError);
  });
});

describe("writeOn", () => {
  it("takes the likeliest token up to the end, and gives the first table", async () => {
    const written = await writeOn(saying("ok. more", 1), "x", { most: 40, isEnd: endsSentence });
    expect(written).toMatchObject({ text: "ok.", hasEnded: true });
    expect(written.first[byte("o")]).toBeCloseTo(
      softmax([20, ...Array<number>(tokenizer.vocabSize - 1).fill(0)])[0]!,
      9,
    );
  });

  it("tells a text that ended by itself from one that was cut off", async () => {
    expect(await writeOn(saying("ok", 1), "x", { most: 40, isEnd: endsSentence })).toMatchObject({
      text: "ok",
      hasEnded: true,
    });
    expect(await writeOn(saying("okay", 1), "x", { most: 3, isEnd: endsSentence })).toMatchObject({
      text: "oka",
      hasEnded: false,
    });
  });

  it.each(["Yes.", "好。", "“好。”", "No?"])("knows %s for a sentence that has ended", (text) => {
    expect(endsSentence(text)).toBe(true);
    expect(endsSentence(text + "a")).toBe(false);
  });
});

describe("meanLogits", () => {
  it("averages over the tokens of the text, not over the end token before it, and centres", async () => {
    const model = modelOf((ids) => (ids.length === 1 ? { 0: 99 } : { [ids.at(-1) ?? 0]: 1 }));
    const vector = await meanLogits(model, "ab");
    const mean = 1 / tokenizer.vocabSize;
    expect(vector[byte("a")]).toBeCloseTo(0.5 - mean, 12);
    expect(vector[byte("b")]).toBeCloseTo(0.5 - mean, 12);
    expect(vector[byte("!") === 0 ? 1 : 0]).toBeCloseTo(-mean, 12);
    expect(vector.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
    expect(promptIds(model, "ab")).toEqual([end, byte("a"), byte("b")]);
  });
});
