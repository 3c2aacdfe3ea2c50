import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { metMissions } from "../missions.ts";
import { rounds } from "./rounds.ts";
import {
  bitsOf,
  capBits,
  chipsLeft,
  currentRound,
  evenBits,
  meanBits,
  missionEnds,
  publishState,
  readBits,
  readLink,
  reduce,
  roundOrder,
  startState,
  writeLink,
  type GameAction,
  type GameState,
} from "./state.ts";

const play = (state: GameState, ...actions: GameAction[]) => actions.reduce(reduce, state);
const met = (state: GameState) => metMissions(missionEnds, publishState(state, {}));

/** Plays one round with every chip on the truth, or on another option. */
function bet(state: GameState, isRight: boolean): GameState {
  const { round } = currentRound(state)!;
  const option = isRight ? round.truth : (round.truth + 1) % 6;
  return play(state, { type: "restHere", option }, { type: "settle" }, { type: "next" });
}

/** Plays one round with 50 on the truth and 50 on another. */
function half(state: GameState): GameState {
  const { round } = currentRound(state)!;
  const other = (round.truth + 1) % 6;
  const put: GameAction = { type: "put", option: round.truth, chips: 50 };
  return play(state, put, { type: "restHere", option: other }, { type: "settle" }, { type: "next" });
}

describe("the chips", () => {
  it("never exceed a hundred, whatever is put where", () => {
    const puts = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -50, max: 150 })));
    fc.assert(
      fc.property(puts, (given) => {
        const state = given.reduce(
          (before, [option, chips]) => reduce(before, { type: "put", option, chips }),
          startState("zh"),
        );
        expect(chipsLeft(state.chips)).toBeGreaterThanOrEqual(0);
        expect(Math.min(...state.chips)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("must all be placed before a round is settled", () => {
    const short = play(startState("en"), { type: "put", option: 0, chips: 95 }, { type: "settle" });
    expect(short.played).toEqual([]);
    const full = play(short, { type: "restHere", option: 1 }, { type: "settle" });
    expect(full.played[0]?.chips).toEqual([95, 5, 0, 0, 0, 0]);
    expect(reduce(full, { type: "settle" }).played).toHaveLength(1);
  });
});

describe("the log score", () => {
  it("costs 1 bit for a half, 2 for a quarter, nothing for all, the cap for none", () => {
    const round = { ...rounds.zh[0]!, truth: 2 };
    const shares = (share: number) => [0, 0, share, 1 - share, 0, 0];
    expect([0.5, 0.25, 1, 0].map((share) => bitsOf(round, shares(share)))).toEqual([1, 2, 0, capBits]);
    expect(
      bitsOf(
        round,
        [1, 1, 1, 1, 1, 1].map((n) => n / 6),
      ),
    ).toBeCloseTo(evenBits, 12);
  });

  it("averages each player over the rounds played, the model only once it has answered for all", () => {
    const state = half(bet(startState("en"), true));
    const [first, second] = state.played.map(({ round }) => round);
    expect(meanBits(state, {}).you).toBe(0.5);
    expect(meanBits(state, { [`en ${first}`]: [1, 0, 0, 0, 0, 0] }).model).toBeUndefined();
    const sure = [1, 1, 1, 1, 1, 1];
    expect(meanBits(state, { [`en ${first}`]: sure, [`en ${second}`]: sure }).model).toBe(0);
    const byHand = [first, second].map((index) => {
      const { unigram, truth } = rounds.en[index!]!;
      return -Math.log2(unigram[truth]!);
    });
    expect(meanBits(state, {}).unigram).toBeCloseTo((byHand[0]! + byHand[1]!) / 2, 9);
  });

  it("reads the class's numbers out of free text and passes over what is none", () => {
    expect(readBits("1.9, 2.4；3 abc 99")).toEqual([1.9, 2.4, 3]);
    expect(meanBits({ ...startState("zh"), classText: "1 2" }, {})).toEqual({ class: 1.5 });
  });
});

describe("a game", () => {
  it("plays every round once, in an order of its seed", () => {
    const order = roundOrder({ language: "zh", seed: 3 });
    expect([...order].sort((a, b) => a - b)).toEqual(rounds.zh.map((_, i) => i));
    expect(roundOrder({ language: "zh", seed: 3 })).toEqual(order);
    expect(roundOrder({ language: "zh", seed: 4 })).not.toEqual(order);
    let state = startState("zh", 3);
    while (currentRound(state) !== null) state = bet(state, true);
    expect(state.played.map(({ round }) => round)).toEqual(order);
  });

  it("goes through a link, garbage ignored", () => {
    const state = startState("en", 77);
    expect(readLink(writeLink(state, "zh"))).toEqual({ language: "en", seed: 77 });
    expect(writeLink(startState("zh"), "zh")).toBe("");
    expect(readLink("#language=fr&seed=-1")).toEqual({});
  });
});

describe("the missions", () => {
  it("are open at the start", () => expect(met(startState("zh"))).toEqual([]));

  it.each(["zh", "en"] as const)(
    "tick at ten rounds below the unigram, not at nine and not above it (%s)",
    (language) => {
      let good = startState(language);
      for (let i = 0; i < 9; i += 1) good = half(good);
      expect(met(good)).toEqual([]);
      expect(met(half(good))).toEqual(["ten-rounds", "beat-unigram"]);
      let bad = startState(language);
      for (let i = 0; i < 10; i += 1) bad = bet(bad, false);
      expect(met(bad)).toEqual(["ten-rounds", "all-in"]);
    },
  );

  it("tick all-in only where every chip missed", () => {
    expect(met(bet(startState("en"), true))).toEqual([]);
    expect(met(half(startState("en")))).toEqual([]);
    expect(met(bet(startState("en"), false))).toEqual(["all-in"]);
  });
});
