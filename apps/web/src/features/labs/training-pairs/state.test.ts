import { describe, expect, it } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { metMissions } from "../missions.ts";
import { guessAlong } from "./guesses.ts";
import {
  changeForcing,
  changeText,
  firstChange,
  inputsOf,
  missionEnds,
  publishState,
  readLink,
  startState,
  writeLink,
  type PairsState,
  type Sheet,
} from "./state.ts";

/** The lesson's text as ids 1 to 5; the model writes 9 in place of 4, then goes its own way. */
const asked: Sheet = { ids: [1, 2, 3, 4, 5], guesses: { forced: [2, 3, 9, 5, 0], own: [2, 3, 9, 8, 0] } };
const start = startState("en");
const met = (state: PairsState, sheet = asked) => metMissions(missionEnds, publishState(state, sheet));

describe("missions", () => {
  it("has none done at the start, in either language, before the model wrote or after", () => {
    for (const locale of ["zh", "en"] as const) {
      expect(met(startState(locale), { ...asked, guesses: null })).toEqual([]);
      expect(met(startState(locale))).toEqual([]);
    }
  });

  it("wants exactly eight exercises", () => {
    const counts = [7, 8, 9].filter((n) =>
      met(start, { ids: Array(n).fill(1), guesses: null }).includes("eight-pairs"),
    );
    expect(counts).toEqual([8]);
  });

  it("wants a cell to the right of the diagonal in row 3", () => {
    const done = [1, 3, 4, 5].filter((column) => met({ ...start, cell: { row: 3, column } }).includes("cheating-cell"));
    expect(done).toEqual([4, 5]);
    expect(met({ ...start, cell: { row: 2, column: 3 } })).toEqual([]);
  });

  it("wants the first changed input, with teacher forcing off and the model asked", () => {
    const off = changeForcing(start, false);
    const done = [3, 4, 5].filter((position) => met({ ...off, position }).includes("own-words"));
    expect(done).toEqual([4]);
    expect(met({ ...start, position: 4 })).toEqual([]);
    expect(met({ ...off, position: 4 }, { ...asked, guesses: null })).toEqual([]);
  });
});

describe("inputs", () => {
  it("are the text under teacher forcing, else what was written a step before", () => {
    expect(inputsOf(asked, true)).toEqual([1, 2, 3, 4, 5]);
    expect(inputsOf(asked, false)).toEqual([1, 2, 3, 9, 8]);
    expect(inputsOf({ ...asked, guesses: null }, false)).toEqual([1, null, null, null, null]);
  });

  it("never change if the model writes the text", () => {
    const sheet = { ids: [1, 2, 3], guesses: { forced: [2, 3, 7], own: [2, 3, 7] } };
    expect(firstChange(sheet)).toBeNull();
    expect(met({ ...changeForcing(start, false), position: 3 }, sheet)).toEqual([]);
  });
});

describe("guessAlong", () => {
  /** Writes the id after the last one, and 9 after 3. */
  const model = createFakeModel({
    vocabSize: 32,
    logitsOf: (ids) => Array.from({ length: 32 }, (_, id) => (id === (ids.at(-1) === 3 ? 9 : ids.at(-1)! + 1) ? 1 : 0)),
  });

  it("writes with the text on the left, and with its own words on the left", async () => {
    expect(await guessAlong(model, [1, 2, 3, 4, 5])).toEqual({ forced: [2, 3, 9, 5, 6], own: [2, 3, 9, 10, 11] });
  });

  it("reads the text after an end token", async () => {
    const ends = createFakeModel({ vocabSize: 4, logitsOf: (ids) => (ids[0] === 3 ? [0, 1, 0, 0] : [1, 0, 0, 0]) });
    expect((await guessAlong(ends, [0])).own).toEqual([1]);
  });

  it("stops when cancelled", async () => {
    await expect(guessAlong(model, [1, 2], AbortSignal.abort("enough"))).rejects.toBe("enough");
  });
});

describe("state", () => {
  it("forgets what was pointed at when the text or the forcing changes", () => {
    const pointed = { ...start, position: 2, cell: { row: 1, column: 1 } };
    expect(changeText(pointed, "x")).toMatchObject({ position: null, cell: null });
    expect(changeForcing(pointed, false)).toMatchObject({ position: null, cell: { row: 1, column: 1 } });
    expect(changeText(start, "y".repeat(99)).text).toHaveLength(60);
  });

  it("brings text and forcing back by a link, and ignores garbage", () => {
    const state = changeForcing(changeText(start, "我来自地球"), false);
    expect(readLink(writeLink(state, "en"), "en")).toEqual(state);
    expect(readLink("#text=%01&forcing=maybe", "zh")).toEqual(startState("zh"));
    expect(writeLink(startState("zh"), "zh")).toBe("");
  });
});
