/** Points to fit a line to: `ys[i]` belongs to `xs[i]`. Any unit; both of the same length, at least 1, all finite. */
export interface Points {
  xs: readonly number[];
  ys: readonly number[];
}

/** The line y = w·x + b. */
export interface Line {
  w: number;
  b: number;
}

/** One update of gradient descent. Mind the moments: the gradient and the loss are from before it, w and b after. */
export interface Step {
  /** Counted from 0. */
  epoch: number;
  /** After the update. */
  w: number;
  b: number;
  /** Slopes of the loss before the update: it moved w by -learningRate · dw, and b likewise. */
  dw: number;
  db: number;
  /** Mean squared error before the update. */
  loss: number;
}

/**
 * Fits a line by full-batch gradient descent on the mean squared error.
 *
 * The sums run in the same order as in numpy's `np.mean` for short arrays, so the course's listing gives the same steps.
 * A learning rate above `largestStableLearningRate(xs)` diverges; the numbers then grow to Infinity and NaN.
 *
 * @param options.learningRate - Finite, >= 0.
 * @param options.epochs - Number of updates, an integer >= 0.
 * @param options.w0 - Slope to start from, by default 0. `b0` - intercept to start from, by default 0.
 * @returns One step for each epoch, in order.
 * @throws RangeError if the points are not as `Points` says or an option is out of range.
 */
export function gradientDescent(
  options: Points & { learningRate: number; epochs: number; w0?: number; b0?: number },
): Step[] {
  const { learningRate, epochs, w0 = 0, b0 = 0 } = options;
  checkPoints(options);
  if (!(learningRate >= 0 && learningRate < Infinity)) throw new RangeError(`learningRate is ${learningRate}`);
  if (!Number.isInteger(epochs) || epochs < 0) throw new RangeError(`epochs must be an integer, got ${epochs}`);

  const steps: Step[] = [];
  let line: Line = { w: w0, b: b0 };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const { dw, db } = gradient(options, line);
    const loss = meanSquaredError(options, line);
    line = { w: line.w - learningRate * dw, b: line.b - learningRate * db };
    steps.push({ epoch, ...line, dw, db, loss });
  }
  return steps;
}

/**
 * Mean of the squared vertical distances between the points and a line.
 *
 * @returns In squared units of y, >= 0.
 * @throws RangeError if the points are not as `Points` says.
 */
export function meanSquaredError(points: Points, { w, b }: Line): number {
  checkPoints(points);
  return meanOver(points, (x, y) => (w * x + b - y) ** 2);
}

/**
 * The slopes of the mean squared error at a line, by central differences: a check on the formula that uses none of it.
 *
 * @param step - How far to each side to look, > 0, by default 1e-5.
 * @returns Exact up to round-off, because the error is quadratic in w and in b.
 * @throws RangeError if the points are not as `Points` says.
 */
export function numericGradient(points: Points, { w, b }: Line, step = 1e-5): { dw: number; db: number } {
  const slope = (dw: number, db: number) => {
    const ahead = meanSquaredError(points, { w: w + dw, b: b + db });
    const behind = meanSquaredError(points, { w: w - dw, b: b - db });
    return (ahead - behind) / (2 * step);
  };
  return { dw: slope(step, 0), db: slope(0, step) };
}

/**
 * The line with the smallest mean squared error, which gradient descent approaches.
 *
 * @throws RangeError if the points are not as `Points` says or all have the same x, so that no line is the best.
 */
export function leastSquares(points: Points): Line {
  checkPoints(points);
  const meanX = meanOver(points, (x) => x);
  const meanY = meanOver(points, (_, y) => y);
  const variance = meanOver(points, (x) => (x - meanX) ** 2);
  if (variance === 0) throw new RangeError("all points have the same x, so no line fits them best");
  const w = meanOver(points, (x, y) => (x - meanX) * (y - meanY)) / variance;
  return { w, b: meanY - w * meanX };
}

/**
 * The learning rate from which gradient descent on a line no longer converges: 2 / λ, where λ is the largest eigenvalue
 * of the error's Hessian, [[2·mean(x²), 2·mean(x)], [2·mean(x), 2]].
 *
 * @param xs - At least one, all finite. The ys do not matter.
 * @returns In (0, 1]. At 1, 2, 3, 4, 5: 0.084524.
 * @throws RangeError if there is no x or one is not finite.
 */
export function largestStableLearningRate(xs: readonly number[]): number {
  const points = { xs, ys: xs };
  checkPoints(points);
  const curvatureW = 2 * meanOver(points, (x) => x * x);
  const curvatureB = 2;
  const mixed = 2 * meanOver(points, (x) => x);
  const centre = (curvatureW + curvatureB) / 2;
  return 2 / (centre + Math.hypot((curvatureW - curvatureB) / 2, mixed));
}

/**
 * The line that the course's Python listing prints for a step: `Epoch 0: w=0.454, b=0.125, loss=46.987`.
 *
 * As Python's `:.3f`, except for numbers from 1e21 on, where JavaScript changes to scientific notation.
 */
export function formatTrainingLine({ epoch, w, b, loss }: Step): string {
  return `Epoch ${epoch}: w=${w.toFixed(3)}, b=${b.toFixed(3)}, loss=${loss.toFixed(3)}`;
}

function gradient(points: Points, { w, b }: Line): { dw: number; db: number } {
  return {
    dw: meanOver(points, (x, y) => 2 * (w * x + b - y) * x),
    db: meanOver(points, (x, y) => 2 * (w * x + b - y)),
  };
}

function meanOver({ xs, ys }: Points, term: (x: number, y: number) => number): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += term(xs[i]!, ys[i]!);
  return sum / xs.length;
}

function checkPoints({ xs, ys }: Points): void {
  if (xs.length === 0) throw new RangeError("there are no points");
  if (xs.length !== ys.length) throw new RangeError(`${xs.length} xs do not match ${ys.length} ys`);
  if (![...xs, ...ys].every(Number.isFinite)) throw new RangeError("a point is not finite");
}
