import {
  exactMatch,
  explainDistribution,
  impossibleShare,
  plainSampling,
  softmax,
  type SamplingSettings,
} from "@fewshot/ml-core";
import { choose, numericDraw, percent, singleDraw, take, whole, type Generator, type Random } from "./draw.ts";

const atLeastOnce: Generator = (random) => {
  const [p, n] = [choose(random, [4, 5, 8, 10, 12, 15, 20, 25]), choose(random, [4, 5, 8, 10, 12, 15, 20])];
  return numericDraw(
    { p, n },
    {
      // None of n draws is the token just when all of n are another.
      value: 100 * (1 - exactMatch(1 - p / 100, n)),
      tolerance: 1,
      wrong: [
        [p * n, "draws-combine-wrongly"],
        [p, "draws-combine-wrongly"],
        [100, "expected-means-certain"],
      ],
    },
  );
};

/** Shares in per cent, multiples of 5, highest first, all different, adding up to 100. */
function shares(random: Random, count: number): number[] | null {
  const steps = take(random, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], count).sort((a, b) => b - a);
  return steps.reduce((a, b) => a + b) === 20 ? steps.map((step) => 5 * step) : null;
}

const explain = (percents: readonly number[], settings: Partial<SamplingSettings>) =>
  explainDistribution(
    percents.map((share) => Math.log(share)),
    { ...plainSampling, ...settings },
  );

const sumOf = (values: ArrayLike<number>, count: number): number =>
  Array.from(values)
    .slice(0, count)
    .reduce((a, b) => a + b, 0);

const zhNumbers = ["零", "一", "两", "三", "四", "五"];
const enNumbers = ["none", "one", "two", "three", "four", "five"];

function keptWords(list: readonly string[]) {
  const count = list.length;
  if (count === 1) return { zh: `只有第一名，${list[0]}`, en: `The first alone, at ${list[0]}` };
  const en = `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
  return { zh: `前${zhNumbers[count]}名，${list.join("、")}`, en: `The first ${enNumbers[count]}, at ${en}` };
}

const topPKept: Generator = (random) => {
  const percents = shares(random, 5);
  const limit = choose(random, [50, 60, 65, 70, 75, 80, 85, 90]);
  if (!percents) return null;
  const { kept, keptMass } = explain(percents, { topP: limit / 100 });
  const count = kept.length;
  const short = sumOf(percents, count - 1);
  // A sum that meets the limit exactly turns on the word "reach".
  if (count < 2 || count > 4 || Math.abs(100 * keptMass - limit) < 1) return null;
  const fewer = percents.slice(0, count - 1);
  const words = { before: count - 1, short, mass: Math.round(100 * keptMass), limit };
  const options = [
    { words: keptWords(kept.map(({ prob }) => percent(prob))) },
    { words: keptWords(percents.slice(0, count).map((share) => percent(share / 100))), tag: "slip-renormalise" },
    { words: keptWords(fewer.map((share) => percent(share / short))), tag: "slip-arithmetic" },
    {
      words: { zh: `一个也不留：没有谁自己到 ${limit}%`, en: `None: not one of them reaches ${limit}% by itself` },
      tag: "top-p-cuts-each-token",
    },
  ];
  const list = { zh: percents.map((s) => `${s}%`).join("、"), en: percents.map((s) => `${s}%`).join(", ") };
  return singleDraw(random, { vars: { shares: list, p: limit / 100 }, why: words, options });
};

/** Probability in per cent of the first of two candidates at a temperature. */
const firstAt = (first: number, second: number, temperature: number): number =>
  100 * (softmax([Math.log(first), Math.log(second)], temperature)[0] ?? NaN);

const temperatureTwo: Generator = (random) => {
  const [a, t] = [5 * whole(random, 11, 19), choose(random, [0.5, 2])];
  return numericDraw(
    { a, t },
    {
      value: firstAt(a, 100 - a, t),
      tolerance: 0.5,
      wrong: [
        [a / t, "slip-knob"],
        [a, "slip-knob"],
        [firstAt(a, 100 - a, 1 / t), "slip-knob"],
        [100 * (a / 100) ** (1 / t), "slip-renormalise"],
      ],
    },
  );
};

const temperatureRatio: Generator = (random) => {
  const [r, t] = [choose(random, [2, 3, 4, 5, 9, 16]), choose(random, [0.5, 2])];
  return numericDraw(
    { r, t },
    {
      value: firstAt(r, 1, t),
      tolerance: 0.5,
      wrong: [
        [firstAt(r, 1, 1 / t), "slip-knob"],
        [(100 * r) / (r + t), "slip-knob"],
        [(100 * r) / (r + 1), "slip-knob"],
      ],
    },
  );
};

const orderWords = (first: number, second: number) => ({
  zh: `温度在先留 ${first} 个，top_p 在先${first === second ? "也" : ""}留 ${second} 个`,
  en: `Temperature first keeps ${first}; top_p first keeps ${second}${first === second ? " as well" : ""}`,
});

const orderOfSteps: Generator = (random) => {
  const percents = shares(random, 3);
  const limit = choose(random, [60, 65, 70, 75, 80, 85, 90]);
  if (!percents) return null;
  const [warm, cut] = [
    explain(percents, { temperature: 2, topP: limit / 100 }),
    explain(percents, { temperature: 2, topP: limit / 100, order: "llama.cpp" }),
  ];
  const [h, l] = [warm.kept.length, cut.kept.length];
  // Sums within a point of the limit hang on the rounding of the printed shares.
  const sums = [1, 2].flatMap((count) => [100 * sumOf(warm.before, count), sumOf(percents, count)]);
  if (h === l || sums.some((sum) => Math.abs(sum - limit) < 1)) return null;
  const options = [
    { words: orderWords(h, l) },
    ...[orderWords(h, h), orderWords(l, l), orderWords(l, h)].map((words) => ({ words, tag: "slip-order" })),
  ];
  const [s1 = 0, s2 = 0, s3 = 0] = percents;
  const [f1 = "", f2 = "", f3 = ""] = Array.from(warm.before, percent);
  const why = { h, l, warmSum: percent(sumOf(warm.before, l)), plainSum: sumOf(percents, l), limit };
  return singleDraw(random, { vars: { s1, s2, s3, f1, f2, f3, p: limit / 100 }, why, options });
};

/** Share in per cent of impossible outputs if two names stand as a to b and each place is drawn by itself. */
function impossible(a: number, b: number): number {
  const { numerator, denominator } = impossibleShare([
    [a, 0],
    [0, b],
  ]);
  return (100 * numerator) / denominator;
}

const narInvalid: Generator = (random) => {
  const q = 5 * whole(random, 1, 9);
  const value = impossible(q, 100 - q);
  return numericDraw(
    { q },
    {
      value,
      tolerance: 0.5,
      wrong: [
        [q ** 2 / 100, "draws-combine-wrongly"],
        [value / 2, "slip-arithmetic"],
        [q, "draws-combine-wrongly"],
        [100, "parallel-is-always-wrong"],
      ],
    },
  );
};

const narInvalidCounts: Generator = (random) => {
  const [a, b] = [whole(random, 1, 4), whole(random, 4, 9)];
  const value = impossible(a, b);
  return numericDraw(
    { a, b },
    {
      value,
      tolerance: 0.5,
      wrong: [
        [value / 2, "slip-arithmetic"],
        [(100 * a) / (a + b), "draws-combine-wrongly"],
        [100 * (a / (a + b)) ** 2, "draws-combine-wrongly"],
        [100, "parallel-is-always-wrong"],
        [0, "draws-combine-wrongly"],
      ],
    },
  );
};

const pathProbability: Generator = (random) => {
  const steps = [0, 1, 2].map(() => 5 * whole(random, 4, 18));
  const [a = 0, b = 0, c = 0] = steps;
  const sum = a + b + c;
  return numericDraw(
    { a, b, c },
    {
      value: 100 * steps.reduce((path, share) => path * (share / 100), 1),
      tolerance: 0.2,
      wrong: [
        [sum, "draws-combine-wrongly"],
        [sum / steps.length, "draws-combine-wrongly"],
        [c, "draws-combine-wrongly"],
        [(a * b) / 100, "slip-arithmetic"],
      ],
    },
  );
};

/** Module 4: draws, temperature, cuts and paths. */
export const nextTokenGenerators = {
  "at-least-once": atLeastOnce,
  "top-p-kept": topPKept,
  "temperature-two": temperatureTwo,
  "temperature-ratio": temperatureRatio,
  "order-of-steps": orderOfSteps,
  "nar-invalid": narInvalid,
  "nar-invalid-counts": narInvalidCounts,
  "path-probability": pathProbability,
};
