import {
  exactMatch,
  isOrderBroken,
  paperScores,
  scoreSizes,
  stepHeight,
  wilsonInterval,
  type PaperScores,
} from "@fewshot/ml-core";
import { choose, numericDraw, scatter, take, whole, type DrawnOption, type Generator, type Random } from "./draw.ts";

const logOdds: Generator = (random) => {
  const [a, b] = [choose(random, [1, 2, 3, 5, 8, 10, 15, 20]), choose(random, [30, 40, 45, 50, 55, 60, 70, 80, 90])];
  const value = stepHeight(a, b, { axis: "log-odds" });
  if (value === null) return null;
  return numericDraw(
    { a, b },
    {
      value,
      tolerance: 0.03,
      wrong: [
        [(b - a) / 100, "metric-does-not-matter"],
        [Math.log(b / a), "slip-points-ratio"],
      ],
    },
  );
};

const exactMatchPower: Generator = (random) => {
  const [q, n] = [choose(random, [75, 80, 85, 90, 92, 95, 97]), whole(random, 4, 12)];
  return numericDraw(
    { q, n },
    {
      value: 100 * exactMatch(q / 100, n),
      tolerance: 1,
      wrong: [
        [n * q, "draws-combine-wrongly"],
        [100 - n * (100 - q), "draws-combine-wrongly"],
        [q, "metric-does-not-matter"],
      ],
    },
  );
};

/** How the course names rows of Table H.1. */
const rowNames: Record<string, { zh: string; en: string }> = {
  HellaSwag: { zh: "HellaSwag", en: "HellaSwag" },
  LAMBADA: { zh: "LAMBADA", en: "LAMBADA" },
  StoryCloze: { zh: "StoryCloze", en: "StoryCloze" },
  NaturalQuestions: { zh: "NaturalQuestions", en: "NaturalQuestions" },
  TriviaQA: { zh: "TriviaQA", en: "TriviaQA" },
  WebQs: { zh: "WebQs", en: "WebQs" },
  Winogrande: { zh: "Winogrande", en: "Winogrande" },
  PIQA: { zh: "PIQA", en: "PIQA" },
  "SuperGLUE average": { zh: "SuperGLUE 平均", en: "SuperGLUE average" },
  "Symbol Insertion": { zh: "去掉杂符号", en: "stray symbols" },
  "Reversed Words": { zh: "倒写的单词", en: "reversed words" },
};

const rows = paperScores.filter(({ name }) => Object.hasOwn(rowNames, name));

/** A score with three digits, as the paper prints it. */
const printed = (score: number): string => score.toFixed(score < 10 ? 2 : 1);

interface ShownRow {
  row: PaperScores;
  /** What stands before the name, or "". */
  label: string;
  numbers: readonly number[];
  isRight: boolean;
}

/** A row of the table with a verdict. */
function rowOption({ row, label, numbers, isRight }: ShownRow): DrawnOption {
  const name = rowNames[row.name];
  const words = {
    zh: `${label === "" ? "" : `${label}，`}${name?.zh}：${numbers.map(printed).join("、")}`,
    en: `${label === "" ? "" : `${label}, `}${name?.en}: ${numbers.map(printed).join(", ")}`,
  };
  return isRight ? { words } : { words, tag: "slip-row-column" };
}

/** Two or three right ones of five, so that neither all nor one can be guessed. */
function rowsDraw(random: Random, options: readonly DrawnOption[], vars: Record<string, string> = {}) {
  const placed = scatter(random, options);
  if (!placed || placed.right.length < 2 || placed.right.length > 3) return null;
  return { vars: { ...vars, ...placed.vars }, key: { correct: placed.right, distractors: placed.distractors } };
}

const h1Rows: Generator = (random) => {
  const cells = take(random, rows, 5).map((row) => ({ row, size: whole(random, 0, scoreSizes.length - 1) }));
  const scoresOf = ({ row, size }: (typeof cells)[number]) =>
    [row.zero[size], row.one[size], row.few[size]].map((score) => score ?? NaN);
  // Equal neighbours would turn on whether ≤ was read.
  if (cells.some((cell) => new Set(scoresOf(cell)).size < 3)) return null;
  return rowsDraw(
    random,
    cells
      .map((cell) => ({
        ...{ row: cell.row, label: scoreSizes[cell.size] ?? "", numbers: scoresOf(cell) },
        isRight: isOrderBroken(cell.row, cell.size),
      }))
      .map(rowOption),
  );
};

const h1RowsSmall: Generator = (random) => {
  const size = whole(random, 0, 3);
  const pairs = take(random, rows, 5).map((row) => ({ row, scores: [row.zero[size] ?? NaN, row.one[size] ?? NaN] }));
  if (pairs.some(({ scores: [zero, one] }) => zero === one)) return null;
  return rowsDraw(
    random,
    pairs.map(({ row, scores }) =>
      rowOption({ row, label: "", numbers: scores, isRight: (scores[0] ?? NaN) > (scores[1] ?? NaN) }),
    ),
    { size: scoreSizes[size] ?? "" },
  );
};

const round = (share: number): number => Math.round(100 * share);

const wilsonOverlap: Generator = (random) => {
  const n = choose(random, [20, 40, 50, 100, 200]);
  const [less, more] = [
    whole(random, Math.round(0.25 * n), Math.round(0.6 * n)),
    whole(random, Math.round(0.4 * n), Math.round(0.9 * n)),
  ];
  const [low, high] = [wilsonInterval(less, n), wilsonInterval(more, n)];
  const gap = high.low - low.high;
  // Ends that nearly meet would hang on the printed rounding; scores that nearly agree make no question.
  if (Math.abs(gap) < 0.025 || (more - less) / n < 0.08) return null;
  const [right, wrong] = gap > 0 ? ["d", "c"] : ["c", "d"];
  return {
    vars: {
      ...{ n, less, more },
      ...{ lessLow: round(low.low), lessHigh: round(low.high), moreLow: round(high.low), moreHigh: round(high.high) },
    },
    key: { correct: right, distractors: { [wrong]: "slip-arithmetic" } },
  };
};

const LETTERS = 8;
const inPercent = (values: readonly (number | string)[], comma: string) => `${values.join(comma)}%`;

const axisChoice: Generator = (random) => {
  const first = choose(random, [50, 55, 60, 65]);
  const climb = [0, 1, 2, 3].map(() => whole(random, 6, 11));
  const byLetter = climb.reduce((values, step) => [...values, (values.at(-1) ?? NaN) + step], [first]);
  const last = byLetter.at(-1) ?? NaN;
  if (last > 97) return null;
  const byWord = byLetter.map((letters) => 100 * exactMatch(letters / 100, LETTERS));
  const steps = byWord.slice(1).map((value, i) => value - (byWord[i] ?? NaN));
  const [early, late] = [(steps[0] ?? NaN) + (steps[1] ?? NaN), (steps[2] ?? NaN) + (steps[3] ?? NaN)];
  // The story needs a late steep rise, and one that leads somewhere.
  if (!(late > 2 * early && (byWord.at(-1) ?? 0) > 40)) return null;
  const words = byWord.map((value) => value.toFixed(1));
  return {
    vars: {
      byLetter: { zh: inPercent(byLetter, "、"), en: inPercent(byLetter, ", ") },
      byWord: { zh: inPercent(words, "、"), en: inPercent(words, ", ") },
    },
    why: { first, last },
    key: { correct: "b" },
  };
};

const labelsBudget: Generator = (random) => {
  const [n, k] = [whole(random, 3, 15), choose(random, [10, 20, 32, 50, 64, 100])];
  return numericDraw(
    { n, k },
    {
      value: n * (10_000 - k),
      tolerance: 0,
      wrong: [
        [n * 10_000, "few-shot-beats-fine-tuning"],
        [10_000 - k, "slip-arithmetic"],
        [n * 10_000 - k, "slip-arithmetic"],
        [n * k, "slip-row-column"],
        [10_000 / k, "slip-points-ratio"],
      ],
    },
  );
};

/** Modules 5 and 6: scores, scales, intervals. */
export const scoreGenerators = {
  "log-odds": logOdds,
  "exact-match-power": exactMatchPower,
  "h1-rows": h1Rows,
  "h1-rows-small": h1RowsSmall,
  "wilson-overlap": wilsonOverlap,
  "axis-choice": axisChoice,
  "labels-budget": labelsBudget,
};
