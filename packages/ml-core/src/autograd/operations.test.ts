import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add } from "./add.ts";
import { causalAttention } from "./attention.ts";
import { crossEntropy } from "./cross-entropy.ts";
import { embedding } from "./embedding.ts";
import { gelu } from "./gelu.ts";
import { layerNorm } from "./layer-norm.ts";
import { matmul, matmulTransposed } from "./matmul.ts";
import { Tape } from "./tape.ts";
import { createTensor, firstRows, type Tensor } from "./tensor.ts";
import { expectGradients, randomTensor } from "./testing/check-gradients.ts";

const size = fc.integer({ min: 1, max: 9 });
const small = fc.integer({ min: 1, max: 4 });
const seed = fc.integer({ min: 0, max: 1e6 });
const runs = { numRuns: 25 };

function run(build: (tape: Tape) => Tensor): number[] {
  const tape = new Tape();
  const output = build(tape);
  tape.forward();
  return [...output.data];
}

function tensorOf(shape: readonly number[], values: readonly number[]): Tensor {
  const tensor = createTensor(shape);
  tensor.data.set(values);
  return tensor;
}

describe("the gradient is the central difference", () => {
  it("of matmul, whether or not the sizes fill tiles of four", () => {
    fc.assert(
      fc.property(fc.tuple(size, size, size), seed, ([m, k, n], from) => {
        const [a, b] = [randomTensor([m, k], from), randomTensor([k, n], from + 1)];
        expectGradients([a, b], (tape) => matmul(tape, a, b));
      }),
      runs,
    );
  });

  it("of matmulTransposed", () => {
    fc.assert(
      fc.property(fc.tuple(size, size, size), seed, ([m, k, n], from) => {
        const [a, b] = [randomTensor([m, k], from), randomTensor([n, k], from + 1)];
        expectGradients([a, b], (tape) => matmulTransposed(tape, a, b));
      }),
      runs,
    );
  });

  it("of add, with a repeated second term", () => {
    fc.assert(
      fc.property(fc.tuple(small, small, small), seed, ([repeats, rows, width], from) => {
        const [a, b] = [randomTensor([repeats * rows, width], from), randomTensor([rows, width], from + 1)];
        expectGradients([a, b], (tape) => add(tape, a, b));
      }),
      runs,
    );
  });

  it("of gelu", () => {
    fc.assert(
      fc.property(size, seed, (n, from) => {
        const x = randomTensor([n], from);
        x.data.forEach((value, i) => (x.data[i] = 4 * value));
        expectGradients([x], (tape) => gelu(tape, x));
      }),
      runs,
    );
  });

  it("of layerNorm", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 3, max: 7 }), seed, (rows, width, from) => {
        const [x, gain, bias] = [
          randomTensor([rows, width], from),
          randomTensor([width], from + 1),
          randomTensor([width], from + 2),
        ];
        // Far apart, so that the curvature of 1/deviation does not hide in the difference.
        x.data.forEach((value, i) => (x.data[i] = value + (i % width)));
        expectGradients([x, gain, bias], (tape) => layerNorm(tape, x, { gain, bias }));
      }),
      runs,
    );
  });

  it("of causalAttention, for several texts and heads", () => {
    fc.assert(
      fc.property(fc.tuple(small, small, small, small), seed, ([texts, length, heads, headWidth], from) => {
        const qkv = randomTensor([texts * length, 3 * heads * headWidth], from);
        expectGradients([qkv], (tape) => causalAttention(tape, qkv, { heads, length }));
      }),
      runs,
    );
  });

  it("of embedding, with ids that come twice", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }), small, (ids, width) => {
        const table = randomTensor([5, width], 3);
        expectGradients([table], (tape) => embedding(tape, table, Int32Array.from(ids)));
      }),
      runs,
    );
  });

  it("of crossEntropy", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }), seed, (targets, from) => {
        const logits = randomTensor([targets.length, 5], from);
        expectGradients([logits], (tape) => crossEntropy(tape, logits, Int32Array.from(targets)));
      }),
      runs,
    );
  });

  it("of a chain in which one tensor is used twice", () => {
    const [x, table] = [randomTensor([3, 4], 1), randomTensor([6, 4], 2)];
    expectGradients([x, table], (tape) => {
      const first = add(tape, x, firstRows(table, 3));
      return add(tape, gelu(tape, first), first);
    });
  });
});

describe("values", () => {
  it("of matmul are those of the definition", () => {
    fc.assert(
      fc.property(fc.tuple(size, size, size), seed, ([m, k, n], from) => {
        const [a, b] = [randomTensor([m, k], from), randomTensor([k, n], from + 1)];
        const product = run((tape) => matmul(tape, a, b));
        product.forEach((value, at) => {
          let sum = 0;
          for (let i = 0; i < k; i++) sum += a.data[Math.floor(at / n) * k + i]! * b.data[i * n + (at % n)]!;
          expect(value).toBeCloseTo(sum, 12);
        });
      }),
      runs,
    );
  });

  it("of gelu are PyTorch's with approximate='tanh', and neither tail overflows", () => {
    const values = run((tape) => gelu(tape, tensorOf([5], [-1000, -1, 0, 1, 1000])));
    [-0, -0.15880800939172324, 0, 0.8411919906082768, 1000].forEach((expected, i) =>
      expect(values[i]).toBeCloseTo(expected, 12),
    );
  });

  it("of crossEntropy are ln V for equal logits, and stay finite for huge ones", () => {
    const targets = Int32Array.of(1, 0);
    expect(run((tape) => crossEntropy(tape, createTensor([2, 7]), targets))[0]).toBeCloseTo(Math.log(7), 12);
    const huge = tensorOf([2, 2], [5000, 5000, -5000, -5000]);
    expect(run((tape) => crossEntropy(tape, huge, targets))[0]).toBeCloseTo(Math.log(2), 12);
  });

  it("of causalAttention do not depend on later tokens", () => {
    const qkv = randomTensor([5, 12], 8);
    const before = run((tape) => causalAttention(tape, qkv, { heads: 2, length: 5 }));
    qkv.data.fill(0.3, 3 * 12);
    const after = run((tape) => causalAttention(tape, qkv, { heads: 2, length: 5 }));
    expect(after.slice(0, 12)).toEqual(before.slice(0, 12));
    expect(after.slice(12)).not.toEqual(before.slice(12));
  });
});

describe("misuse is refused", () => {
  const [a, b] = [createTensor([2, 3]), createTensor([2, 4])];

  it.each<[string, (tape: Tape) => Tensor]>([
    ["matmul", (tape) => matmul(tape, a, b)],
    ["matmulTransposed", (tape) => matmulTransposed(tape, a, b)],
    ["add", (tape) => add(tape, a, b)],
    ["layerNorm", (tape) => layerNorm(tape, a, { gain: createTensor([4]), bias: createTensor([3]) })],
    ["causalAttention", (tape) => causalAttention(tape, a, { heads: 2, length: 2 })],
    ["crossEntropy", (tape) => crossEntropy(tape, a, Int32Array.of(0))],
    ["a vector as a matrix", (tape) => matmul(tape, createTensor([3]), a)],
  ])("%s with shapes that do not fit", (_, build) => {
    expect(() => build(new Tape())).toThrow(RangeError);
  });

  it("a seed of another length, an output of another tape", () => {
    const tape = new Tape();
    const output = gelu(tape, a);
    expect(() => tape.backward(output)).toThrow("6");
    expect(() => new Tape().backward(output, output.data)).toThrow("not recorded");
  });
});
