import {
  gradientDescent,
  largestStableLearningRate,
  leastSquares,
  meanSquaredError,
  numericGradient,
  numpyRandom,
} from "@fewshot/ml-core";
import { choose, numericDraw, singleDraw, take, tidy, whole, type Generator } from "./draw.ts";

const mse: Generator = (random) => {
  const b = whole(random, 1, 6);
  const errors = [1, 2, 3].map(() => whole(random, -5, 5));
  // The explanation says that the line misses every point.
  if (errors.includes(0)) return null;
  const xs = [1, 2, 3];
  const ys = xs.map((x, i) => 2 * x + b - (errors[i] ?? 0));
  const [p = 0, q = 0, r = 0] = ys;
  const value = meanSquaredError({ xs, ys }, { w: 2, b });
  const mean = (of: (error: number) => number) => errors.reduce((sum, error) => sum + of(error), 0) / xs.length;
  return numericDraw(
    { p, q, r, b },
    {
      value,
      tolerance: 0.05,
      wrong: [
        [value * xs.length, "slip-arithmetic"],
        [mean(Math.abs), "slip-arithmetic"],
        [mean((error) => error), "slip-arithmetic"],
        [1, "loss-is-error-rate"],
        [100, "loss-is-error-rate"],
      ],
    },
  );
};

const gdStep: Generator = (random) => {
  const [w, g] = [whole(random, 2, 25) / 10, whole(random, -48, 48)];
  const lr = choose(random, [0.01, 0.02, 0.05]);
  // At this one point the slope of the squared error in w is g.
  const [step] = gradientDescent({ xs: [1], ys: [w - g / 2], learningRate: lr, epochs: 1, w0: w });
  if (!step || g === 0) return null;
  return numericDraw(
    { w, g, lr },
    {
      value: step.w,
      tolerance: 0.005,
      wrong: [
        [w + lr * g, "sign-of-update"],
        [w - g, "slip-arithmetic"],
        [lr * g, "slip-arithmetic"],
        [-lr * g, "slip-arithmetic"],
      ],
    },
  );
};

const centralDifference: Generator = (random) => {
  const h = choose(random, [0.1, 0.2, 0.3, 0.4]);
  const line = { w: whole(random, 1, 3), b: whole(random, 0, 4) };
  const xs = [1, 3];
  const ys = xs.map((x) => line.w * x + line.b - whole(random, -3, 3));
  // Whole numbers but for h: three decimals print these losses exactly.
  const lossAt = (w: number) => tidy(meanSquaredError({ xs, ys }, { ...line, w }));
  const [lo, hi] = [lossAt(line.w - h), lossAt(line.w + h)];
  return numericDraw(
    { h, lo, hi },
    {
      value: numericGradient({ xs, ys }, line, h).dw,
      tolerance: 0.05,
      wrong: [
        [(hi - lo) / h, "slip-arithmetic"],
        [(lo - hi) / (2 * h), "slip-arithmetic"],
        [hi - lo, "slip-arithmetic"],
      ],
    },
  );
};

/** Whether 200 updates leave the loss above where it began. */
function growsAt(xs: readonly number[], learningRate: number): boolean {
  const steps = gradientDescent({ xs, ys: xs.map((x) => 2 * x + 1), learningRate, epochs: 200 });
  return !((steps.at(-1)?.loss ?? 0) < (steps[0]?.loss ?? 0));
}

const lrStability: Generator = (random) => {
  const xs = take(random, [0, 1, 2, 3, 4, 5], whole(random, 3, 5));
  const limit = largestStableLearningRate(xs);
  const curvature = Number((2 / limit).toFixed(1));
  const rates = [0.25 + 0.25 * random(), 0.6 + 0.25 * random(), 1.2 + 0.4 * random()].map((part) =>
    Number((limit * part).toPrecision(2)),
  );
  const [low = 0, near = 0, over = 0] = rates;
  // The printed curvature must lead to the same answer as the exact one, and well apart from the limit.
  if (!(low < near && near * curvature < 1.85 && over * curvature > 2.15)) return null;
  const options = rates.map((rate) =>
    growsAt(xs, rate) ? { words: String(rate) } : { words: String(rate), tag: "slip-arithmetic" },
  );
  const words = { limit: (2 / curvature).toPrecision(2), over, factor: (1 - over * curvature).toFixed(2), near };
  return singleDraw(random, { vars: { curvature }, why: words, options });
};

const predictLine: Generator = (random) => {
  const [w, b] = [whole(random, 15, 25) / 10, whole(random, 1, 19) / 20];
  // The line that training ends on is the one through its own points.
  const line = leastSquares({ xs: [0, 1], ys: [b, w + b] });
  return numericDraw(
    { w, b },
    {
      value: line.w * 6 + line.b,
      tolerance: 0.01,
      wrong: [
        [6 * w, "slip-arithmetic"],
        [6 * (w + b), "slip-arithmetic"],
        [w + 6 * b, "slip-arithmetic"],
      ],
    },
  );
};

const noiseSeed: Generator = (random) => {
  const seed = whole(random, 0, 99);
  const noise = numpyRandom(seed);
  const xs = [1, 2, 3, 4, 5];
  const points = { xs, ys: xs.map((x) => 2 * x + noise.normal(0, 0.5)) };
  const threshold = 1.002 * meanSquaredError(points, leastSquares(points));
  const lossWith = (learningRate: number) => {
    const last = gradientDescent({ ...points, learningRate, epochs: 100 }).at(-1);
    return last ? meanSquaredError(points, last) : Infinity;
  };
  // The listing's own rate must fail and some rate of the lab's knob must do, or there is nothing to find.
  if (lossWith(0.01) <= threshold || ![0.05, 0.06, 0.07, 0.08].some((rate) => lossWith(rate) <= threshold)) return null;
  return { vars: { noiseSeed: seed }, why: { threshold: threshold.toFixed(4) }, key: {} };
};

/** Module 2: losses, slopes, updates. */
export const descentGenerators = {
  mse,
  "gd-step": gdStep,
  "central-difference": centralDifference,
  "lr-stability": lrStability,
  "predict-line": predictLine,
  "noise-seed": noiseSeed,
};
