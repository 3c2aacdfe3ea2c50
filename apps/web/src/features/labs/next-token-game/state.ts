import { logLossBits, mulberry32 } from "@fewshot/ml-core";
import type { LabState } from "@fewshot/quiz";
import { choiceField, decodeFragment, encodeFragment, numberField, type FragmentFields } from "../fragment.ts";
import { optionCount, rounds, type GameLanguage, type Round } from "./rounds.ts";

/** Chips of a round; all of them are placed. */
export const chipCount = 100;
export const chipStep = 5;

/** An option without a chip would cost infinitely many bits; here it costs this many. */
export const capBits = 10;

/** What a share of 1/6 on every option costs, whatever comes. */
export const evenBits = Math.log2(optionCount);

const largestSeed = 9999;

/** One round that is over. */
export interface Play {
  /** Index in `rounds[language]`. */
  round: number;
  /** By option, adding up to `chipCount`. */
  chips: readonly number[];
}

export interface GameState {
  language: GameLanguage;
  /** Decides the order of the rounds. */
  seed: number;
  /** On the table now, by option. */
  chips: readonly number[];
  played: readonly Play[];
  /** True while the last round played is on show. */
  isRevealed: boolean;
  bet: number | null;
  /** Mean bits of others in the class, as they were typed. */
  classText: string;
}

export type GameAction =
  | { type: "put"; option: number; chips: number }
  | { type: "restHere"; option: number }
  | { type: "clear" }
  | { type: "settle" }
  | { type: "next" }
  | { type: "start"; language: GameLanguage; seed: number }
  | { type: "class"; text: string }
  | { type: "bet"; bet: number };

const noChips: readonly number[] = Array.from({ length: optionCount }, () => 0);

export function startState(language: GameLanguage, seed = 1): GameState {
  return { language, seed, chips: noChips, played: [], isRevealed: false, bet: null, classText: "" };
}

/** What follows what. Chips never exceed what is left, and a round is settled only with all chips placed. */
export function reduce(state: GameState, action: GameAction): GameState {
  switch (action.type) {
    case "put":
      return { ...state, chips: withChips(state.chips, action.option, action.chips) };
    case "restHere":
      return { ...state, chips: withChips(state.chips, action.option, chipCount) };
    case "clear":
      return { ...state, chips: noChips };
    case "settle":
      return settle(state);
    case "next":
      return { ...state, chips: noChips, isRevealed: false };
    case "start":
      return { ...startState(action.language, action.seed), bet: state.bet, classText: state.classText };
    case "class":
      return { ...state, classText: action.text };
    case "bet":
      return { ...state, bet: action.bet };
  }
}

/** Chips not yet placed. */
export function chipsLeft(chips: readonly number[]): number {
  return chipCount - chips.reduce((a, b) => a + b, 0);
}

/** The round to bet on, or the one on show; null when all have been played. */
export function currentRound(state: GameState): { index: number; round: Round } | null {
  const at = state.isRevealed ? state.played.length - 1 : state.played.length;
  const index = roundOrder(state)[at];
  const round = index === undefined ? undefined : rounds[state.language][index];
  return index === undefined || round === undefined ? null : { index, round };
}

/** Every round once, in the seed's order. */
export function roundOrder({ language, seed }: Pick<GameState, "language" | "seed">): number[] {
  const random = mulberry32(seed);
  const keyed = rounds[language].map((_, index) => ({ index, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ index }) => index);
}

/** Bits that shares of the options cost once the true one is known, at most `capBits`. */
export function bitsOf(round: Round, shares: readonly number[]): number {
  return logLossBits(Math.min(1, shares[round.truth] ?? 0), capBits);
}

/** A play's chips as shares. */
export function sharesOf({ chips }: Play): number[] {
  return chips.map((count) => count / chipCount);
}

/** Whoever bets: the learner, and those who play along. `model` is there once it has answered for every round played. */
export type Player = "you" | "even" | "unigram" | "trigram" | "model" | "class";

/** Mean bits of each player over the rounds played; those with nothing to average are absent. */
export function meanBits(state: GameState, modelShares: ModelShares): Partial<Record<Player, number>> {
  const { played, language } = state;
  const classBits = readBits(state.classText);
  const ofClass = classBits.length === 0 ? {} : { class: mean(classBits) };
  if (played.length === 0) return ofClass;
  const meanOf = (shares: (play: Play, round: Round) => readonly number[]) =>
    mean(played.flatMap((play) => bitsOfPlay(language, play, shares)));
  const answered = played.every(({ round }) => modelShares[shareKey(language, round)] !== undefined);
  return {
    you: meanOf(sharesOf),
    even: evenBits,
    unigram: meanOf((_, round) => round.unigram),
    trigram: meanOf((_, round) => round.trigram),
    ...(answered ? { model: meanOf((play) => modelShares[shareKey(language, play.round)] ?? []) } : {}),
    ...ofClass,
  };
}

/** The model's shares of the options, rescaled to 1 over them, by `shareKey`. */
export type ModelShares = Readonly<Record<string, readonly number[]>>;

export const shareKey = (language: GameLanguage, round: number): string => `${language} ${round}`;

/** Numbers in [0, `capBits`] out of free text such as "1.9, 2.4 3"; anything else is passed over. */
export function readBits(text: string): number[] {
  const found = text.match(/\d+(?:[.．]\d+)?/g) ?? [];
  return found.map((number) => Number(number.replace("．", "."))).filter((bits) => bits <= capBits);
}

export const missionEnds = [
  { id: "ten-rounds", end: "rounds >= 10" },
  { id: "beat-unigram", end: "rounds >= 10 && meanBits < meanBits(unigram)" },
  { id: "all-in", end: "seen(chips=all-on-one, hit=false)" },
] as const;

/** The state that missions are checked against. Means are absent before the first round. */
export function publishState(state: GameState, modelShares: ModelShares): LabState {
  const { you, ...others } = meanBits(state, modelShares);
  const named = Object.entries(others).map(([player, bits]) => [`meanBits(${player})`, bits] as const);
  return {
    values: {
      rounds: state.played.length,
      language: state.language,
      ...(you === undefined ? {} : { meanBits: you }),
      ...Object.fromEntries(named),
    },
    seen: state.played.map((play) => {
      const isAllIn = play.chips.includes(chipCount);
      const truth = rounds[state.language][play.round]?.truth ?? -1;
      const hit = (play.chips[truth] ?? 0) > 0;
      return { chips: isAllIn ? "all-on-one" : "spread", hit };
    }),
  };
}

const fields: FragmentFields<Pick<GameState, "language" | "seed">> = {
  language: choiceField(["zh", "en"]),
  seed: numberField({ min: 1, max: largestSeed, decimals: 0 }),
};

/** What a link brings: language and order of a game, not its chips. */
export function readLink(hash: string): Partial<Pick<GameState, "language" | "seed">> {
  return decodeFragment(hash, fields);
}

/** Empty for a game as the page of that language starts it. */
export function writeLink({ language, seed }: GameState, pageLanguage: GameLanguage): string {
  return encodeFragment({ language, seed }, fields, { language: pageLanguage, seed: 1 });
}

/** The seed of the next game. */
export function nextSeed(seed: number): number {
  return (seed % largestSeed) + 1;
}

function withChips(chips: readonly number[], option: number, wanted: number): readonly number[] {
  const most = chipsLeft(chips) + (chips[option] ?? 0);
  return chips.map((count, index) => (index === option ? Math.max(0, Math.min(wanted, most)) : count));
}

function settle(state: GameState): GameState {
  const current = currentRound(state);
  if (current === null || state.isRevealed || chipsLeft(state.chips) !== 0) return state;
  return { ...state, played: [...state.played, { round: current.index, chips: state.chips }], isRevealed: true };
}

function bitsOfPlay(
  language: GameLanguage,
  play: Play,
  shares: (play: Play, round: Round) => readonly number[],
): number[] {
  const round = rounds[language][play.round];
  return round === undefined ? [] : [bitsOf(round, shares(play, round))];
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
