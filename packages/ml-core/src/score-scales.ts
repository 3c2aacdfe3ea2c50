import { paperScores, scoreSizes, settings, sizeParameters, type PaperScores, type Setting } from "./paper-scores.ts";

/** Three ways to draw a share on an axis: as it is, its decimal logarithm, or the logarithm of its odds. */
export const scoreAxes = ["linear", "log", "log-odds"] as const;
export type ScoreAxis = (typeof scoreAxes)[number];

/**
 * Where a score stands on an axis.
 *
 * @param percent - 0 to 100.
 * @returns Per cent, log₁₀ of per cent, or ln(p / (1 − p)); null where the axis has no place for it (0, and 100 for odds).
 */
export function onAxis(percent: number, axis: ScoreAxis): number | null {
  if (axis === "linear") return percent;
  if (percent <= 0) return null;
  if (axis === "log") return Math.log10(percent);
  return percent < 100 ? Math.log(percent / (100 - percent)) : null;
}

/**
 * The height of a step between two scores on an axis.
 *
 * @param tenfolds - If given, the step is spread evenly over this many tenfold growths of something, > 0.
 * @returns Percentage points, orders of magnitude or log-odds; null if an end has no place on the axis.
 */
export function stepHeight(from: number, to: number, { axis, tenfolds = 1 }: { axis: ScoreAxis; tenfolds?: number }) {
  const [low, high] = [onAxis(from, axis), onAxis(to, axis)];
  return low === null || high === null ? null : (high - low) / tenfolds;
}

/** How many times ten the parameters grow from one size to another, by position in `scoreSizes`. */
export function tenfoldsBetween(from: number, to: number): number {
  return Math.log10(sizeParameters[to]! / sizeParameters[from]!);
}

/** Whether zero ≤ one ≤ few fails at a size, by position in `scoreSizes`. */
export function isOrderBroken(scores: PaperScores, size: number): boolean {
  return scores.zero[size]! > scores.one[size]! || scores.one[size]! > scores.few[size]!;
}

/** Whether a curve falls anywhere on the way from the smallest size to the largest. */
export function fallsWithSize(scores: PaperScores, setting: Setting): boolean {
  return scores[setting].some((score, i) => i > 0 && score < scores[setting][i - 1]!);
}

/** Of 216 cells, those where zero ≤ one ≤ few fails; of 81 curves, those that fall somewhere. */
export function countExceptions(): { cells: number; curves: number } {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    cells: sum(paperScores.map((row) => scoreSizes.filter((_, size) => isOrderBroken(row, size)).length)),
    curves: sum(paperScores.map((row) => settings.filter((setting) => fallsWithSize(row, setting)).length)),
  };
}

/** The mean of the 27 rows, each counted once. It is an aggregate of our own and not the paper's Figure 1.3. */
export const meanScores: PaperScores = {
  name: "mean-of-27",
  examples: 0,
  zero: meanOf("zero"),
  one: meanOf("one"),
  few: meanOf("few"),
};

function meanOf(setting: Setting): number[] {
  return scoreSizes.map(
    (_, size) => paperScores.reduce((sum, row) => sum + row[setting][size]!, 0) / paperScores.length,
  );
}

/**
 * The share of whole words right if each letter is right with probability `q`, independently of the others.
 *
 * @param q - A share in [0, 1].
 * @param letters - Letters in a word, an integer >= 1.
 * @throws RangeError if an argument is out of range.
 */
export function exactMatch(q: number, letters: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q must be a share, got ${q}`);
  if (!Number.isInteger(letters) || letters < 1) throw new RangeError(`a word has 1 letter or more, got ${letters}`);
  return q ** letters;
}
