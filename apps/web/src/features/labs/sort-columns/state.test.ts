import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import { decks, presetIds, presetOf, type PresetId } from "./decks.ts";
import {
  checkView,
  isTest,
  missionEnds,
  place,
  publishState,
  readLink,
  score,
  startState,
  writeLink,
} from "./state.ts";
import type { SortState } from "./state.ts";

const met = (state: SortState) => metMissions(missionEnds[state.preset], publishState(state));
const sorted = (preset: PresetId) =>
  decks[preset].cards.reduce((state, { id, column }) => place(state, id, column), startState(preset));

describe("decks", () => {
  it("have eight cards each, sorted as the lessons say", () => {
    const sizes = presetIds.map((preset) =>
      decks[preset].columns.map((column) => decks[preset].cards.filter((card) => card.column === column).length),
    );
    expect(sizes).toEqual([
      [3, 2, 3],
      [4, 3, 1],
    ]);
  });
});

describe("missions of the sorting lab", () => {
  it.each(presetIds)("has none done at the start of %s", (preset) => {
    expect(met(startState(preset))).toEqual([]);
  });

  it("wants all eight in their columns", () => {
    const all = sorted("fact-or-view");
    expect(score(all)).toEqual({ placed: 8, correct: 8 });
    expect(met(all)).toEqual(["eight-in-place"]);
    expect(met(place(all, "no-prizes", "fact"))).toEqual([]);
    expect(met(place(all, "no-prizes", null))).toEqual([]);
  });

  it("counts what was written only for an opinion", () => {
    const start = startState("fact-or-view");
    const note = (card: "fact" | "opinion") => ({ ...start, notes: [{ card, rewritten: true, marked: true }] });
    expect(met(note("fact"))).toEqual([]);
    expect(met(note("opinion"))).toEqual(["say-it-as-a-view"]);
    expect(met({ ...start, notes: [{ card: "opinion", rewritten: true, marked: false }] })).toEqual([]);
    expect(met({ ...start, notes: [{ card: "opinion", test: true }] })).toEqual(["name-a-test"]);
  });

  it("wants four amounts and the statement that belongs to both", () => {
    const start = startState("fine-tune-or-show");
    const labels = { "zero-shot": "0", "one-shot": "1", "few-shot": "K", "fine-tuning": "10000" } as const;
    expect(met({ ...start, labels })).toEqual(["labels-for-four"]);
    expect(met({ ...start, labels: { ...labels, "few-shot": "10000" } })).toEqual([]);
    expect(met(place(start, "some-data-needed", "both"))).toEqual(["both-columns"]);
    expect(met(place(start, "less-narrow", "both"))).toEqual([]);
  });
});

describe("what the page can check of a text", () => {
  const card = "机器写的文章不该参加评奖。";
  it.each([
    [card, false, false],
    ["", false, false],
    ["机器写的文章最好不参加评奖。", true, false],
    ["在我看来，是。", true, false],
    ["在我看来，机器写的文章不该参加评奖。", true, true],
    ["依我看机器写的文章不该参加评奖", true, true],
  ])("of %j: rewritten %s, marked %s", (text, rewritten, marked) => {
    expect(checkView(card, text, "zh")).toEqual({ rewritten, marked });
  });

  it("knows an English opening from a word that begins like one", () => {
    const before = "It does not understand what it writes.";
    expect(checkView(before, "I think it does not understand what it writes.", "en").marked).toBe(true);
    expect(checkView(before, "I thinking it does not understand.", "en").marked).toBe(false);
  });

  it("takes a test only if something is written", () => {
    expect([isTest("  ", "zh"), isTest("看它答不答得出没见过的题", "zh"), isTest("ask it", "en")]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("links", () => {
  it("bring places and amounts back, and a broken one the start", () => {
    const state = {
      ...place(startState("fine-tune-or-show"), "much-worse", "few-shot"),
      labels: { "one-shot": "1" },
    } as const;
    expect(readLink(writeLink(state))).toEqual(state);
    expect(readLink("#cards=99999999&labels=77&preset=evil")).toEqual(startState("fact-or-view"));
    expect(presetOf("evil")).toBe("fact-or-view");
  });
});
