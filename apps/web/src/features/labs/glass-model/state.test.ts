import { describe, expect, it } from "vitest";
import type { GlassModel } from "@fewshot/lm/glass";
import { metMissions } from "../missions.ts";
import { headIds, largestAhead, lensRows, oneBackShare, sharesOf, type Inside } from "./inside.ts";
import { missionEnds, publishState, readLink, startState, withText, writeLink, type GlassState } from "./state.ts";

/** Three tokens, one layer, two heads: the first looks at itself, the second one back. Two numbers a state. */
const own = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const back = [1, 0, 0, 0.75, 0.25, 0, 0, 0.5, 0.5];
function insideOf(shares: number[] = [...own, ...back]): Inside {
  const glass: GlassModel = {
    layers: 1,
    heads: 2,
    width: 2,
    read: () => Promise.reject(new Error("already read")),
    lens: (state) => Float32Array.of(state[0] ?? 0, state[1] ?? 0, -9),
  };
  const hidden = [Float32Array.of(0, 0, 0, 0, 0, 1), Float32Array.of(0, 0, 0, 0, 3, 1)];
  const reading = { attention: [Float32Array.from(shares)], hidden };
  return { glass, reading, ids: [2, 0, 1], piece: () => ({ kind: "end" }), isCut: false };
}

const met = (patch: Partial<GlassState>, inside: Inside | null = insideOf()) =>
  metMissions(missionEnds, publishState({ ...startState("en"), ...patch }, inside));

describe("looking inside", () => {
  it("takes the rows of one head out of the layer's numbers", () => {
    expect(headIds(insideOf())).toEqual([
      { layer: 0, head: 0 },
      { layer: 0, head: 1 },
    ]);
    expect(sharesOf(insideOf(), { layer: 0, head: 1 })).toEqual([
      [1, 0, 0],
      [0.75, 0.25, 0],
      [0, 0.5, 0.5],
    ]);
    expect(sharesOf(insideOf(), { layer: 7, head: 0 })).toEqual([]);
  });

  it("averages what lies one back, over the positions that have one", () => {
    expect(oneBackShare(sharesOf(insideOf(), { layer: 0, head: 1 }))).toBe((0.75 + 0.5) / 2);
    expect(oneBackShare(sharesOf(insideOf(), { layer: 0, head: 0 }))).toBe(0);
    expect(oneBackShare([[1]])).toBe(0);
  });

  it("finds a share that lies ahead, wherever it is", () => {
    expect(largestAhead(insideOf())).toEqual({ largest: 0, cells: 6 });
    expect(largestAhead(insideOf([...own, ...back.with(5, 0.25)])).largest).toBe(0.25);
  });

  it("reads each layer's state of one position through the lens, likeliest first", () => {
    const rows = lensRows(insideOf(), 2, 2);
    expect(rows.map((row) => row.map(({ id }) => id))).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(rows[1]?.[0]?.prob).toBeCloseTo(Math.exp(3) / (Math.exp(3) + Math.exp(1) + Math.exp(-9)), 6);
  });
});

describe("the missions", () => {
  it("are open at the start, with and without a text read", () => {
    expect(met({}, null)).toEqual([]);
    expect(met({})).toEqual([]);
  });

  it("tick one-back for a head that looks back, not for one that looks at itself", () => {
    expect(met({ head: { layer: 0, head: 0 } })).toEqual([]);
    expect(met({ head: { layer: 0, head: 1 } })).toEqual(["one-back"]);
    expect(met({ head: { layer: 0, head: 1 } }, null)).toEqual([]);
  });

  it("tick nothing-ahead when the cells were checked and are 0", () => {
    expect(met({ isChecked: true })).toEqual(["nothing-ahead"]);
    expect(met({ isChecked: true }, insideOf([...own, ...back.with(1, 0.01)]))).toEqual([]);
    expect(withText({ ...startState("zh"), isChecked: true }, "别的").isChecked).toBe(false);
  });

  it("tick what-it-cannot-tell for what it cannot tell", () => {
    expect([met({ limit: "where" }), met({ limit: "right" })]).toEqual([[], []]);
    expect([met({ limit: "made" }), met({ limit: "why" })].flat()).toEqual([
      "what-it-cannot-tell",
      "what-it-cannot-tell",
    ]);
  });
});

describe("the link", () => {
  it("brings text and head back, and passes over garbage", () => {
    const start = startState("zh");
    const state = { ...start, text: "月亮 & 星星", head: { layer: 2, head: 4 } };
    expect(readLink(writeLink(state, start))).toEqual({ text: state.text, head: state.head });
    expect(writeLink(start, start)).toBe("");
    expect(readLink("#t=&layer=0&head=x")).toEqual({});
  });
});
