import {
  gradientDescent,
  largestStableLearningRate,
  leastSquares,
  meanSquaredError,
  numpyRandom,
  type Line,
  type Step,
} from "@fewshot/ml-core";

/** The x of the listing's five points. */
export const xs: readonly number[] = [1, 2, 3, 4, 5];

/** Updates in one run of the listing. */
export const epochs = 100;

/**
 * The y of the listing: y = 2x + noise, `np.random.seed(42)`, `np.random.normal(0, 0.5)`, drawn in the order of `xs`.
 */
export const ys: readonly number[] = (() => {
  const random = numpyRandom(42);
  return xs.map((x) => 2 * x + random.normal(0, 0.5));
})();

/** Mean squared error of the line y = wx + b on the five points. */
export function lossOf(w: number, b: number): number {
  return meanSquaredError({ xs, ys }, { w, b });
}

/** The bottom of the valley, by the least-squares formula, and its loss. */
export const bottom: Line & { loss: number } = (() => {
  const line = leastSquares({ xs, ys });
  return { ...line, loss: lossOf(line.w, line.b) };
})();

/** One direction of the valley: how sharply it bends, and where it points in the plane of (w, b). */
export interface Axis {
  curvature: number;
  w: number;
  b: number;
}

/**
 * The two principal directions of the loss, steepest first: eigenvectors of its Hessian, 2/n · [[Σx², Σx], [Σx, n]].
 * The loss is a quadratic, so they are the same everywhere.
 */
export const axes: readonly [Axis, Axis] = (() => {
  const [a, c, d] = [2 * mean(xs.map((x) => x * x)), 2 * mean(xs), 2];
  const half = Math.sqrt(((a - d) / 2) ** 2 + c * c);
  const axis = (curvature: number): Axis => {
    const length = Math.hypot(c, curvature - a);
    return { curvature, w: c / length, b: (curvature - a) / length };
  };
  return [axis((a + d) / 2 + half), axis((a + d) / 2 - half)];
})();

/** Above this learning rate the run flies off: 2 / largest curvature = 0.0845. */
export const largestStableRate = largestStableLearningRate(xs);

/** An update as displayed: the library's step, with the parameters before it. */
export interface Update extends Step {
  wBefore: number;
  bBefore: number;
}

/** A whole run of the listing from w = 0, b = 0. */
export interface Run {
  learningRate: number;
  updates: readonly Update[];
  /** Loss of the last w and b. Infinity if the run left the range of numbers. */
  finalLoss: number;
  /** The update after which b is largest. */
  peakEpoch: number;
}

/** Runs the listing's 100 updates. */
export function runListing(learningRate: number): Run {
  const steps = gradientDescent({ xs, ys, learningRate, epochs });
  const updates = steps.map((step, i) => {
    return { ...step, wBefore: steps[i - 1]?.w ?? 0, bBefore: steps[i - 1]?.b ?? 0 };
  });
  const last = steps.at(-1);
  const finalLoss = last === undefined ? NaN : lossOf(last.w, last.b);
  return {
    learningRate,
    updates,
    finalLoss: Number.isFinite(finalLoss) ? finalLoss : Infinity,
    peakEpoch: steps.reduce((peak, step, i) => (step.b > (steps[peak]?.b ?? -Infinity) ? i : peak), 0),
  };
}

/**
 * Where the same two lines of code stand if they run on.
 *
 * @param updates - How many, from w = 0, b = 0; >= 1.
 * @returns Infinity or NaN where the run left the range of numbers.
 */
export function lineAfter(learningRate: number, updates: number): Line {
  const { w, b } = gradientDescent({ xs, ys, learningRate, epochs: updates }).at(-1) ?? { w: 0, b: 0 };
  return { w, b };
}

/** The two slopes of the loss at a line. */
export function slopesAt({ w, b }: Line): { dw: number; db: number } {
  // An update with a learning rate of 0 stays where it is and says the slopes there.
  const [step] = gradientDescent({ xs, ys, learningRate: 0, epochs: 1, w0: w, b0: b });
  return { dw: step?.dw ?? NaN, db: step?.db ?? NaN };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
