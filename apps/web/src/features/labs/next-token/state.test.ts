import { describe, expect, it } from "vitest";
import { reduce, repeatedTokens, startState, walkProbability, type NextTokenAction, type WalkStep } from "./state.ts";
import { openKnobs } from "./settings.ts";

const drew = (id: number, prob = 0.5): WalkStep => ({ id, prob, how: "drawn", u: 0.3 });
const chose = (id: number, prob = 0.1): WalkStep => ({ id, prob, how: "chosen", u: null });
const play = (...actions: NextTokenAction[]) => actions.reduce(reduce, startState({ prompt: "我来自" }));
const step = (id: number, prob?: number): NextTokenAction => ({ type: "drew", step: drew(id, prob), again: false });

describe("the walk", () => {
  it("appends each draw and shows the table it came from", () => {
    const state = play(step(1), step(2), step(3));
    expect(state.path.map((token) => token.id)).toEqual([1, 2, 3]);
    expect(state.focus).toBe(2);
  });

  it("forks at the table on show and keeps the road not taken", () => {
    const state = play(step(1), step(2), step(3), { type: "looked", focus: 1 }, { type: "chose", step: chose(9) });
    expect(state.path.map((token) => token.id)).toEqual([1, 9]);
    expect(state.branches.map((branch) => branch.steps.map((token) => token.id))).toEqual([[1, 2, 3]]);
  });

  it("keeps no branch when nothing was replaced", () => {
    expect(play(step(1), { type: "looked", focus: 1 }, { type: "chose", step: chose(9) }).branches).toEqual([]);
    expect(play(step(1), { type: "chose", step: chose(1) }).branches).toEqual([]);
  });

  it("multiplies the probabilities along a branch", () => {
    expect(walkProbability([drew(1, 0.638), drew(2, 0.963)])).toBeCloseTo(0.614, 3);
    expect(walkProbability([drew(1, 0.638), drew(2, 0)])).toBe(0);
    expect(walkProbability([])).toBe(1);
  });

  it("changes places with a branch, seed and all", () => {
    const state = play(step(1), { type: "seeded", seed: 7 }, step(5), step(6), { type: "switched", index: 0 });
    expect([state.path.map((token) => token.id), state.seed, state.focus]).toEqual([[1], 42, 0]);
    expect(state.branches).toEqual([{ seed: 7, steps: [drew(5), drew(6)] }]);
  });

  it("goes back to a place on a road, shows the table that comes next, and keeps what it leaves", () => {
    const state = play(step(1), step(2), step(3), { type: "went", index: null, length: 1 });
    expect([state.path.map((token) => token.id), state.focus]).toEqual([[1], 1]);
    expect(state.branches.map((branch) => branch.steps.map((token) => token.id))).toEqual([[1, 2, 3]]);
    const back = reduce(state, { type: "went", index: 0, length: 2 });
    expect([back.path.map((token) => token.id), back.focus]).toEqual([[1, 2], 2]);
  });

  it("counts what a second walk repeats, and nothing for a fork that shares its beginning", () => {
    const back: NextTokenAction = { type: "went", index: null, length: 0 };
    const twice = play(step(1), step(2), step(3), back, step(1), step(2));
    expect(repeatedTokens(twice)).toBe(2);
    expect(repeatedTokens(reduce(twice, step(4)))).toBe(2);
    const fork = play(step(1), step(2), step(3), { type: "looked", focus: 2 }, { type: "chose", step: chose(9) });
    expect(repeatedTokens(fork)).toBe(0);
    expect(repeatedTokens(play(step(1, 0.5), back, step(1, 0.6)))).toBe(0);
  });

  it("notes what p = 0.9 kept right after a prompt, with every other knob off", () => {
    const look = (knobs: Partial<typeof openKnobs>, kept: number): NextTokenAction => {
      return { type: "turned", knobs: { ...openKnobs, ...knobs }, kept, redrawn: null };
    };
    const state = play(look({ topP: 0.9 }, 40), look({ topP: 0.9, temperature: 2 }, 90), look({ topP: 0.8 }, 12));
    expect(state.keptAtNine).toEqual({ 我来自: 40 });
    const elsewhere = play(step(1), step(2), look({ topP: 0.9 }, 2));
    expect(elsewhere.keptAtNine).toEqual({});
  });

  it("keeps at most five branches, the newest, and no doubles", () => {
    let state = play(step(0));
    for (let seed = 1; seed <= 9; seed += 1) {
      state = reduce(reduce(state, { type: "seeded", seed }), step(seed % 7));
    }
    expect(state.branches).toHaveLength(5);
    expect(new Set(state.branches.map((branch) => branch.steps[0]?.id)).size).toBe(5);
  });

  it("draws again at the table on show when a knob turns, and cuts what followed", () => {
    const knobs = { ...openKnobs, temperature: 2 };
    const before = play(step(1), step(2), step(3), { type: "looked", focus: 1 });
    const state = reduce(before, { type: "turned", knobs, kept: 8, redrawn: drew(4) });
    expect(state.path.map((token) => token.id)).toEqual([1, 4]);
    expect(state.branches.map((branch) => branch.steps.length)).toEqual([3]);
    expect(state.seen).toEqual([{ order: "hf", T: 2, p: 1, k: 0, minP: 0, penalty: 1, kept: 8 }]);
  });

  it("does not pile up branches while a slider moves over the last token", () => {
    const turn = (temperature: number, id: number): NextTokenAction => {
      return { type: "turned", knobs: { ...openKnobs, temperature }, kept: 8, redrawn: drew(id) };
    };
    expect(play(step(1), step(2), turn(1.1, 3), turn(1.2, 4), turn(1.3, 5)).branches).toEqual([]);
  });

  it("remembers one first token per seed, and only those that were drawn", () => {
    const state = play(
      step(1),
      { type: "seeded", seed: 7 },
      step(5),
      { type: "chose", step: chose(6) },
      { type: "seeded", seed: 8 },
    );
    expect(state.firsts).toEqual({ 42: 1, 7: 5 });
  });

  it("forgets the walk when the prompt changes, and only then", () => {
    const walked = play(step(1), { type: "sampled", samples: 100 });
    expect(reduce(walked, { type: "wrote", prompt: "我来自" })).toBe(walked);
    const fresh = reduce(walked, { type: "wrote", prompt: "从前" });
    expect([fresh.path, fresh.firsts, fresh.computed, fresh.samples]).toEqual([[], {}, false, 0]);
  });

  it("replaces the draw where there is only one table, counting the repeats", () => {
    const again = (id: number): NextTokenAction => ({ type: "drew", step: drew(id), again: true });
    const state = play(again(1), again(2), again(3));
    expect([state.path.map((token) => token.id), state.repeats, state.branches]).toEqual([[3], 2, []]);
  });

  it("records each setting that was seen once", () => {
    const computed: NextTokenAction = { type: "computed", kept: 8 };
    expect(play(computed, computed).seen).toHaveLength(1);
  });
});
