import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { passages, searchByWords } from "./knowledge-base.ts";
import { questions } from "./questions.ts";
import {
  change,
  isFound,
  markPassage,
  missionEnds,
  noteSearch,
  publishState,
  readLink,
  startState,
  writeLink,
  type Measured,
  type RagState,
} from "./state.ts";

const met = (state: RagState) => metMissions(missionEnds, publishState(state));
const search = (state: RagState) => noteSearch("en", state, searchByWords("en", state.text));
const start = startState("en");
const measured: Measured = {
  without: 1e-9,
  with: 3.1e-9,
  textWithout: "",
  textWith: "a tale.",
  inPrompt: [0],
  hashBefore: "aa",
  hashAfter: "aa",
};

describe("missions of the retrieval lab", () => {
  it("has none done at the start or after a search", () => {
    expect(met(start)).toEqual([]);
    expect(met(search(start))).toEqual([]);
  });

  it("ticks three times the probability at an unchanged fingerprint", () => {
    expect(met({ ...start, measured })).toEqual(["with-and-without"]);
    expect(met({ ...start, measured: { ...measured, with: 2.9e-9 } })).toEqual([]);
    expect(met({ ...start, measured: { ...measured, hashAfter: "ab" } })).toEqual([]);
    expect(met({ ...start, measured: { ...measured, hashBefore: null, hashAfter: null } })).toEqual([]);
  });

  it("ticks other words once the search missed and the reader found the passage", () => {
    const reworded = search(change(start, { text: questions[0]?.reworded.en ?? "" }));
    expect(isFound(reworded)).toBe(false);
    expect(met(markPassage("en", reworded, 7))).toEqual([]);
    expect(met(markPassage("en", reworded, 0))).toEqual(["other-words"]);
    expect(met(markPassage("en", search(start), 0))).toEqual([]);
  });

  it("ticks a question without an answer once something is written and supported by nothing", () => {
    const outside = change(start, { question: questions.findIndex(({ answer }) => answer === null) });
    const written = { ...outside, measured: { ...measured, without: null, with: null } };
    expect(met({ ...outside, supportedBy: "none" })).toEqual([]);
    expect(met({ ...written, supportedBy: "3" })).toEqual([]);
    expect(met({ ...written, supportedBy: "none" })).toEqual(["not-in-the-course"]);
    expect(met({ ...start, measured, supportedBy: "none" })).not.toContain("not-in-the-course");
  });
});

describe("the knowledge base", () => {
  it.each(["zh", "en"] as const)("finds every answer in the course's words and none in the others, %s", (locale) => {
    for (const { plain, reworded, answer } of questions) {
      if (answer === null) continue;
      const kept = (query: string) => searchByWords(locale, query).slice(0, 2);
      expect(
        kept(plain[locale]).map(({ passage }) => passage),
        plain[locale],
      ).toContain(answer.passage);
      expect(
        kept(reworded[locale]).map(({ passage }) => passage),
        reworded[locale],
      ).not.toContain(answer.passage);
    }
  });

  it.each(["zh", "en"] as const)("holds every answer word for word in its passage, %s", (locale) => {
    for (const { answer } of questions) {
      if (answer !== null) expect(passages[answer.passage]?.text[locale]).toContain(answer.text[locale].trim());
    }
  });

  it("names what made a passage score, the heaviest term first", () => {
    const [best] = searchByWords("en", "the lamp");
    expect(best?.passage).toBe(5);
    expect(best?.matched[0]).toBe("lamp");
  });
});

describe("state of the retrieval lab", () => {
  it("forgets what was found and measured when the query changes, and keeps what was seen", () => {
    const after = change({ ...search(start), measured, supportedBy: "0" }, { text: "x" });
    expect([after.ranked, after.measured, after.supportedBy]).toEqual([null, null, null]);
    expect(after.seen).toEqual([{ query: "plain", found: true }]);
  });

  it("brings a link back, and a broken one as the start", () => {
    const state = change(start, { question: 2, text: "my own words", method: "vectors", keep: "3" });
    const { question, text, method, keep } = state;
    expect(readLink("en", writeLink("en", state))).toEqual({ question, text, method, keep });
    expect(writeLink("en", start)).toBe("");
    expect(readLink("en", "#question=2")).toEqual({ question: 2, text: questions[2]?.plain.en });
    expect(readLink("en", "#question=99&keep=7")).toEqual({ text: start.text });
  });
});
