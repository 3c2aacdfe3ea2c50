import type { Burst, ContestantName, Decoding, Round, Turn } from "./results.ts";
import { mean, median } from "./statistics.ts";

/** Others may keep this much of one core busy before a round counts as disturbed. */
export const DISTURBED_CORES = 0.1;
const ENOUGH_ROUNDS = 3;

export const isDisturbed = ({ others }: Round): boolean => (others.cores ?? 0) > DISTURBED_CORES;

/** The rounds that count: the undisturbed ones, or all if those are too few. */
export function countedRounds({ rounds }: Decoding): Round[] {
  const quiet = rounds.filter((round) => !isDisturbed(round));
  return quiet.length >= ENOUGH_ROUNDS ? quiet : rounds;
}

const rateOf = ({ tokens, totalMs }: Turn): number => (1000 * tokens) / totalMs;
const rateIn = (burst: Burst | undefined): number => (burst ? mean(burst.turns.map(rateOf)) : Number.NaN);

function burstOf(round: Round, contestant: ContestantName, length: number): Burst | undefined {
  return round.bursts.find((burst) => burst.contestant === contestant && burst.length === length);
}

export interface Speed {
  tokensPerSecond: number;
  medianMs: number;
  p95Ms: number;
}

/** Medians over the rounds that count. */
export function speedOf(decoding: Decoding, contestant: ContestantName, length: number): Speed {
  const bursts = countedRounds(decoding).map((round) => burstOf(round, contestant, length));
  const turns = bursts.flatMap((burst) => burst?.turns ?? []);
  return {
    tokensPerSecond: median(bursts.map(rateIn)),
    medianMs: median(turns.map(({ medianMs }) => medianMs ?? Number.NaN)),
    p95Ms: median(turns.map(({ p95Ms }) => p95Ms ?? Number.NaN)),
  };
}

/** How many times as fast ours is, round by round: the median and the extremes. */
export function ratioOf(
  decoding: Decoding,
  [ours, other]: readonly [ContestantName, ContestantName],
  length: number,
): { median: number; low: number; high: number } {
  const ratios = countedRounds(decoding).map(
    (round) => rateIn(burstOf(round, ours, length)) / rateIn(burstOf(round, other, length)),
  );
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}

/** The largest difference between two turns of one contestant in a round, as a share of their mean. */
export function unsteadiness({ bursts }: Round): number {
  const differences = bursts.map(
    ({ turns: [a, b] }) => (2 * Math.abs(rateOf(a) - rateOf(b))) / (rateOf(a) + rateOf(b)),
  );
  return Math.max(...differences);
}
