import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../golden/regression.json" with { type: "json" };
import { numpyRandom } from "./random.ts";
import {
  formatTrainingLine,
  gradientDescent,
  largestStableLearningRate,
  leastSquares,
  meanSquaredError,
  numericGradient,
} from "./regression.ts";

const xs = [1, 2, 3, 4, 5];

function listingYs(): number[] {
  const rng = numpyRandom(42);
  return xs.map((x) => 2 * x + rng.normal(0, 0.5));
}

describe("gradientDescent", () => {
  it("prints the five lines of the course's numpy listing exactly", () => {
    const steps = gradientDescent({ xs, ys: listingYs(), learningRate: 0.01, epochs: 100 });
    const printed = steps.filter(({ epoch }) => epoch % 20 === 0).map(formatTrainingLine);
    expect(printed).toEqual([
      "Epoch 0: w=0.454, b=0.125, loss=46.987",
      "Epoch 20: w=1.918, b=0.507, loss=0.119",
      "Epoch 40: w=1.930, b=0.488, loss=0.115",
      "Epoch 60: w=1.935, b=0.469, loss=0.113",
      "Epoch 80: w=1.940, b=0.452, loss=0.112",
    ]);
    expect(printed).toEqual(golden.lines);
  });

  it("gives the numpy listing's parameters, slopes and losses to 1e-12", () => {
    expect(listingYs()).toEqual(golden.ys);
    const steps = gradientDescent({ xs, ys: golden.ys, learningRate: 0.01, epochs: 100 });
    golden.epochsOfSteps.forEach((epoch, row) => {
      const { w, b, dw, db, loss } = steps[epoch]!;
      [w, b, dw, db, loss].forEach((value, column) => expect(value).toBeCloseTo(golden.steps[row]![column]!, 12));
    });
  });

  it("reports the loss before the update and the parameters after it", () => {
    const [first, second] = gradientDescent({ xs, ys: golden.ys, learningRate: 0.01, epochs: 2 });
    expect(first!.loss).toBe(meanSquaredError({ xs, ys: golden.ys }, { w: 0, b: 0 }));
    expect(second!.loss).toBe(meanSquaredError({ xs, ys: golden.ys }, first!));
    expect(second!.loss).toBeCloseTo(27.431595, 6);
  });

  it("ends at y = 1.944x + 0.436 after 100 updates, which predicts 12.102949 at x = 6", () => {
    const { w, b } = gradientDescent({ xs, ys: golden.ys, learningRate: 0.01, epochs: 100 }).at(-1)!;
    expect([w, b, 6 * w + b].map((value) => value.toFixed(6))).toEqual(["1.944494", "0.435987", "12.102949"]);
  });

  it("starts from the given line and returns no step for no epoch", () => {
    expect(gradientDescent({ xs: [1], ys: [5], learningRate: 0.25, epochs: 1, w0: 1, b0: 2 })).toEqual([
      { epoch: 0, w: 2, b: 3, dw: -4, db: -4, loss: 4 },
    ]);
    expect(gradientDescent({ xs: [1], ys: [5], learningRate: 0.25, epochs: 0 })).toEqual([]);
  });

  it("converges just below the largest stable learning rate and diverges just above it", () => {
    const lossAfter = (learningRate: number) =>
      gradientDescent({ xs, ys: golden.ys, learningRate, epochs: 101 }).at(-1)!.loss;
    expect(lossAfter(0.08)).toBeCloseTo(0.100203, 6);
    expect(lossAfter(0.085)).toBeGreaterThan(400);
    expect(lossAfter(0.1) / 5.9e28).toBeCloseTo(1, 1);
  });

  it.each([
    ["no points", { xs: [], ys: [], learningRate: 0.1, epochs: 1 }],
    ["xs and ys of different lengths", { xs: [1, 2], ys: [1], learningRate: 0.1, epochs: 1 }],
    ["a point that is not finite", { xs: [Number.NaN], ys: [1], learningRate: 0.1, epochs: 1 }],
    ["a negative learning rate", { xs: [1], ys: [1], learningRate: -0.1, epochs: 1 }],
    ["half an epoch", { xs: [1], ys: [1], learningRate: 0.1, epochs: 0.5 }],
  ])("rejects %s", (_, options) => {
    expect(() => gradientDescent(options)).toThrow(RangeError);
  });
});

const coordinate = fc.integer({ min: -100, max: 100 }).map((n) => n / 10);
const pointsArbitrary = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 })
  .filter((points) => new Set(points.map(([x]) => x)).size > 1)
  .map((points) => ({ xs: points.map(([x]) => x), ys: points.map(([, y]) => y) }));

describe("numericGradient", () => {
  it("agrees with the slopes that gradient descent uses, at any line", () => {
    fc.assert(
      fc.property(pointsArbitrary, coordinate, coordinate, (points, w0, b0) => {
        const [step] = gradientDescent({ ...points, learningRate: 0, epochs: 1, w0, b0 });
        const { dw, db } = numericGradient(points, { w: w0, b: b0 }, 0.01);
        expect(dw).toBeCloseTo(step!.dw, 6);
        expect(db).toBeCloseTo(step!.db, 6);
      }),
    );
  });
});

describe("leastSquares", () => {
  it("gives numpy's polyfit on the listing", () => {
    const { w, b } = leastSquares({ xs, ys: golden.ys });
    expect(w).toBeCloseTo(golden.leastSquares.w, 12);
    expect(b).toBeCloseTo(golden.leastSquares.b, 12);
    expect(meanSquaredError({ xs, ys: golden.ys }, { w, b })).toBeCloseTo(0.100119, 6);
  });

  it("leaves a flat loss: no slope in either direction", () => {
    fc.assert(
      fc.property(pointsArbitrary, (points) => {
        const { dw, db } = numericGradient(points, leastSquares(points), 0.01);
        expect(dw).toBeCloseTo(0, 5);
        expect(db).toBeCloseTo(0, 5);
      }),
    );
  });

  it("refuses points that are all above each other", () => {
    expect(() => leastSquares({ xs: [2, 2], ys: [1, 3] })).toThrow(RangeError);
  });
});

describe("largestStableLearningRate", () => {
  it("is 0.084524 for 1 to 5, as numpy's eigenvalues say", () => {
    expect(largestStableLearningRate(xs).toFixed(6)).toBe("0.084524");
    expect(largestStableLearningRate(xs)).toBeCloseTo(golden.largestStableLearningRate, 14);
  });

  it("separates shrinking from growing steps", () => {
    const stepsShrink = (learningRate: number) => {
      const steps = gradientDescent({ xs, ys: golden.ys, learningRate, epochs: 400 });
      return Math.abs(steps.at(-1)!.dw) < Math.abs(steps.at(-101)!.dw);
    };
    const limit = largestStableLearningRate(xs);
    expect(stepsShrink(limit * 0.999)).toBe(true);
    expect(stepsShrink(limit * 1.001)).toBe(false);
  });
});
