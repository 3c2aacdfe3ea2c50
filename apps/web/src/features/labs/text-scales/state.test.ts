import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import {
  bytesPerToken,
  evenPieces,
  fill,
  missionEnds,
  publishState,
  readLink,
  roomOf,
  startState,
  writeLink,
  type ScalesState,
} from "./state.ts";

const met = (state: ScalesState) => metMissions(missionEnds, publishState(state));
const paper: ScalesState = { ...startState, amount: 570, unit: "GB", tokens: 400e9 };

describe("missions of the text scales", () => {
  it("has none done at the start", () => {
    expect(met(startState)).toEqual([]);
  });

  it("wants a megabyte filled, not the characters guessed or left from the other encoding", () => {
    const box = { ...startState, capacity: 1e6 };
    expect(met({ ...box, characters: 1e6 })).toEqual([]);
    const filled = fill(box);
    expect([filled.characters, met(filled)]).toEqual([333_333, ["utf-8"]]);
    const other = { ...filled, encoding: "gbk" as const };
    expect(met(other)).toEqual([]);
    expect(met(fill(other))).toEqual(["gbk"]);
    expect(met(fill({ ...box, capacity: 2 ** 20 }))).toEqual([]);
  });

  it("wants the paper's two numbers and the explanation that holds up", () => {
    expect(bytesPerToken(paper)).toBeCloseTo(1.425, 12);
    expect(met(paper)).toEqual([]);
    expect(met({ ...paper, explanation: "tokens-are-short" })).toEqual([]);
    expect(met({ ...paper, explanation: "compressed" })).toEqual(["smell"]);
    expect(met({ ...paper, unit: "TB", explanation: "compressed" })).toEqual([]);
  });
});

describe("the box", () => {
  it("leaves less than one character's room when filled, and says how far over it is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.constantFrom("utf-8" as const, "gbk" as const),
        (capacity, encoding) => {
          const { left } = roomOf(fill({ ...startState, capacity, encoding }));
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThan(encoding === "gbk" ? 2 : 3);
        },
      ),
    );
    expect(roomOf({ ...startState, capacity: 1e6, characters: 1e6 }).left).toBe(-2_000_000);
  });
});

describe("evenPieces", () => {
  it("gives the text back, in pieces of the length asked for on average", () => {
    expect(evenPieces("English", 1.425)).toEqual(["E", "ng", "l", "is", "h"]);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,60}$/), fc.double({ min: 1, max: 200, noNaN: true }), (text, length) => {
        const pieces = evenPieces(text, length);
        expect(pieces.join("")).toBe(text);
        expect(Math.abs(pieces.length - text.length / length)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("link", () => {
  it("brings any state back, and garbage as the start", () => {
    const state = {
      ...fill({ ...paper, capacity: 1e6, encoding: "gbk" }),
      explanation: "not-english" as const,
      text: "a€",
    };
    expect({ ...readLink(writeLink(state)), bet: null }).toEqual(state);
    expect(writeLink(startState)).toBe("");
    expect({ ...readLink("#enc=big5&cap=0&unit=PB&why=magic&tokens=-1"), bet: null }).toEqual(startState);
  });
});
