import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createTokenizer } from "@fewshot/ml-core";
import { metMissions } from "../missions.ts";
import { createReader, type Reading } from "./reading.ts";
import { betText, extremesOf, missionEnds, publishState, readLink, startState, write, writeLink } from "./state.ts";
import { loadGpt2, type Vocabularies } from "./vocabularies.ts";

let [read, vocabularies] = [undefined as unknown as (text: string) => Reading, undefined as unknown as Vocabularies];

/** The vocabulary that ships with our model. */
function ourVocabulary() {
  const folder = new URL("../../../../../../packages/lm/models/story-v3/", import.meta.url);
  const tokenizer = createTokenizer({ merges: readFileSync(new URL("merges.txt", folder), "utf8"), kind: "fewshot" });
  return { size: tokenizer.vocabSize, ...tokenizer, encode: (text: string) => tokenizer.encode(text) };
}

beforeAll(async () => {
  vocabularies = { gpt2: await loadGpt2(), ours: ourVocabulary() };
  read = createReader(vocabularies);
});

const met = (...texts: string[]) => {
  const state = texts.reduce((before, text) => write(before, "one", text), startState);
  return metMissions(missionEnds, publishState(state.written.map(read)));
};

describe("GPT-2's vocabulary", () => {
  // Ids as OpenAI's tiktoken gives them for "gpt2".
  it.each([
    ["我来自地球", [22755, 239, 30266, 98, 164, 229, 103, 28839, 108, 49426, 225]],
    ["Hello", [15496]],
    [" Hello", [18435]],
    [betText, [31373, 50169, 233, 995, 12520, 234, 235]],
  ])("cuts %j as tiktoken does", (text, ids) => {
    expect(vocabularies.gpt2.encode(text)).toEqual(ids);
  });

  it("has 50,257 tokens, and reads the end token's name as text", () => {
    expect(vocabularies.gpt2.size).toBe(50_257);
    expect(vocabularies.gpt2.encode("<|endoftext|>")).not.toContain(50_256);
  });

  it("says of each token what it stands for: its bytes, joined, are the text's", () => {
    for (const text of ["我来自地球", betText, "naïve \ud83d x", "\u0000\t\n"]) {
      const { tokenBytes, encode } = vocabularies.gpt2;
      const bytes = encode(text).flatMap((id) => [...tokenBytes(id)]);
      expect(bytes).toEqual([...new TextEncoder().encode(text)]);
    }
    expect([vocabularies.gpt2.tokenText(18435), vocabularies.gpt2.tokenText(22755)]).toEqual([" Hello", null]);
  });
});

describe("reading", () => {
  it("counts characters by code points, bytes in UTF-8, words by spaces", () => {
    const { characters, bytes, words, script } = read(betText);
    expect({ characters, bytes, words, script }).toEqual({ characters: 15, bytes: 21, words: 4, script: "latin" });
    expect([read("我来自地球").ours.length, read("我 a").script, read("").characters]).toEqual([5, "mixed", 0]);
  });
});

describe("missions", () => {
  it("has none done at the start, though two texts are on show", () => {
    expect(met()).toEqual([]);
  });

  it("wants one Chinese character of three tokens and one", () => {
    expect(met("自")).toEqual(["three-and-one"]);
    expect(met("我")).toEqual([]);
    expect(met("我来自地球")).toEqual([]);
  });

  it("wants both hellos", () => {
    expect(met("Hello")).toEqual([]);
    expect(met("Hello", " Hello")).toEqual(["two-hellos"]);
    expect(met("hello", " Hello")).toEqual([]);
  });

  it("wants a cheap long text and a dear short one", () => {
    expect(met("I come from Earth.", "Hell")).toEqual([]);
    expect(met("自自")).toEqual([]);
    expect(met("I come from Earth.", "自自")).toEqual(["cheap-and-dear"]);
    expect(extremesOf(["I come from Earth.", "自自", "short"].map(read))).toEqual({ cheapest: 1, dearest: 6 });
  });
});

describe("state", () => {
  it("keeps each text once, the latest last, cut to its length", () => {
    const state = ["a", "b", "a"].reduce((before, text) => write(before, "two", text), startState);
    expect(state.written).toEqual(["b", "a"]);
    expect(write(state, "one", "x".repeat(59) + "👋").texts.one).toBe(`${"x".repeat(59)}\ufffd`);
  });

  it("brings both texts back by a link, and ignores garbage", () => {
    const state = write(write(startState, "one", " Hello"), "two", betText);
    expect(readLink(writeLink(state)).texts).toEqual(state.texts);
    expect(readLink("#one=%00&three=x").texts).toEqual(startState.texts);
  });
});
