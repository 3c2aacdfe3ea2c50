import { describe, expect, it } from "vitest";
import golden from "../../golden/micro-gpt.json" with { type: "json" };
import { parameterCount } from "../parameters.ts";
import { mulberry32 } from "../random.ts";
import { plainSampling } from "../sampling-settings.ts";
import { createBatcher, type Batch } from "./batcher.ts";
import { createMicroGpt, setWeights, weightsOf, type MicroGpt } from "./model.ts";
import { nextLogits, sampleFrom } from "./sample.ts";
import { computeGradients, lossOf, trainStep } from "./train.ts";
import { byteVocabulary, characterVocabulary } from "./vocabulary.ts";

const TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(4);
const characters = characterVocabulary(TEXT);
const config = { vocabSize: characters.size, contextLength: 16, layers: 2, heads: 2, dModel: 16 };
const greedy = { ...plainSampling, temperature: 0 };

const goldenBatches: Batch[] = golden.batches.map(({ inputs, targets }) => ({
  batchSize: golden.batchSize,
  length: golden.length,
  inputs: Int32Array.from(inputs),
  targets: Int32Array.from(targets),
}));

function goldenModel(): MicroGpt {
  const model = createMicroGpt(golden.config, mulberry32(1));
  setWeights(
    model,
    Object.entries(golden.weights).map(([name, data]) => ({ name, data: Float64Array.from(data) })),
  );
  return model;
}

/** Trains a new model on the text. The seed decides the first weights and the batches. */
function study(steps: number, seed: number): { model: MicroGpt; losses: number[] } {
  const random = mulberry32(seed);
  const model = createMicroGpt(config, random);
  const next = createBatcher(characters.encode(TEXT), { batchSize: 4, length: 16, random });
  const losses = Array.from({ length: steps }, () => trainStep(model, next(), { learningRate: 0.01 }));
  return { model, losses };
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], digits: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, digits));
}

describe("against PyTorch", () => {
  it("has the same parameters in the same order", () => {
    expect(weightsOf(goldenModel()).map(({ name }) => name)).toEqual(Object.keys(golden.weights));
  });

  it("gives the same logits after every token of a text", () => {
    const { inputs } = golden.batches[0]!;
    const { vocabSize } = golden.config;
    const model = goldenModel();
    for (let row = 0; row < golden.batchSize * golden.length; row++) {
      const start = row - (row % golden.length);
      const logits = nextLogits(model, inputs.slice(start, row + 1));
      expectClose(logits, golden.firstLogits.slice(row * vocabSize, (row + 1) * vocabSize), 5);
    }
  });

  it("gives the same loss and the same gradient of every parameter to 1e-12", () => {
    const model = goldenModel();
    expect(computeGradients(model, goldenBatches[0]!)).toBeCloseTo(golden.losses[0]!, 12);
    for (const [name, expected] of Object.entries(golden.firstGradients)) {
      expectClose(model.parameters.byName.get(name)!.grad, expected, 12);
    }
  });

  it("has the same losses and weights after three AdamW steps", () => {
    const model = goldenModel();
    const losses = goldenBatches.map((batch) => trainStep(model, batch, golden.options));
    expectClose(losses, golden.losses, 11);
    const after: Record<string, number[]> = golden.weightsAfter;
    for (const { name, data } of weightsOf(model)) expectClose(data, after[name]!, 8);
  });
});

describe("trainStep", () => {
  it("learns a repeated text: from ln V to almost nothing", () => {
    const { model, losses } = study(150, 7);
    expect(losses[0]).toBeCloseTo(Math.log(characters.size), 1);
    expect(losses.at(-1)).toBeLessThan(0.4);
    expect(characters.decode(sampleFrom(model, characters.encode("the dog"), greedySample(11)))).toBe(" sat on the");
  });

  it("does the same run for the same seed, and another for another", () => {
    expect(study(5, 3).losses).toEqual(study(5, 3).losses);
    expect(weightsOf(study(5, 3).model)).toEqual(weightsOf(study(5, 3).model));
    expect(study(5, 3).losses).not.toEqual(study(5, 4).losses);
  });

  it("moves each weight by exactly rate times slope with plain gradient descent", () => {
    const model = goldenModel();
    const before = weightsOf(model);
    const loss = trainStep(model, goldenBatches[0]!, { learningRate: 0.1, optimizer: "sgd" });
    const slopes: Record<string, number[]> = golden.firstGradients;
    weightsOf(model).forEach(({ name, data }, index) => {
      data.forEach((value, i) => expect(before[index]!.data[i]! - value).toBeCloseTo(0.1 * slopes[name]![i]!, 12));
    });
    expect(lossOf(model, goldenBatches[0]!)).toBeLessThan(loss);
  });

  it("keeps the weights when the loss is not finite", () => {
    const model = goldenModel();
    model.parameters.tokens.data[0] = Number.NaN;
    const before = weightsOf(model);
    expect(trainStep(model, goldenBatches[0]!, { learningRate: 0.1 })).toBeNaN();
    expect(weightsOf(model)).toEqual(before);
  });

  it("takes no new memory for a batch of the same shape, and keeps one shape only", () => {
    const model = goldenModel();
    trainStep(model, goldenBatches[0]!, { learningRate: 0 });
    const first = model.memory.training;
    trainStep(model, goldenBatches[1]!, { learningRate: 0 });
    expect(model.memory.training).toBe(first);
    trainStep(model, singleToken(0), { learningRate: 0 });
    expect(model.memory.training?.length).toBe(1);
  });

  it.each<[string, Batch, { learningRate: number; weightDecay?: number }]>([
    ["an id outside the vocabulary", singleToken(7), { learningRate: 0.1 }],
    ["a text longer than the context", { ...goldenBatches[0]!, length: 7 }, { learningRate: 0.1 }],
    ["sizes that do not fit", { ...goldenBatches[0]!, batchSize: 2 }, { learningRate: 0.1 }],
    ["an empty batch", { ...goldenBatches[0]!, batchSize: 0 }, { learningRate: 0.1 }],
    ["a negative learning rate", goldenBatches[0]!, { learningRate: -1 }],
    ["a weight decay that is no number", goldenBatches[0]!, { learningRate: 1, weightDecay: Number.NaN }],
  ])("refuses %s and leaves the model alone", (_, batch, options) => {
    const model = goldenModel();
    const before = weightsOf(model);
    expect(() => trainStep(model, batch, options)).toThrow(RangeError);
    expect(weightsOf(model)).toEqual(before);
  });
});

describe("createMicroGpt", () => {
  it("has as many parameters as the formula says, spread as GPT-2's first weights are", () => {
    const model = createMicroGpt({ ...config, dModel: 48 }, mulberry32(5));
    const weights = weightsOf(model);
    const count = weights.reduce((sum, { data }) => sum + data.length, 0);
    expect(count).toBe(parameterCount({ ...config, dModel: 48 }));
    expect(model.parameterCount).toBe(count);
    const deviation = (name: string) => {
      const { data } = weights.find((entry) => entry.name === name)!;
      return Math.sqrt(data.reduce((sum, value) => sum + value ** 2, 0) / data.length);
    };
    expect(deviation("h.0.mlp.c_fc.weight")).toBeCloseTo(0.02, 3);
    expect(deviation("h.1.mlp.c_proj.weight")).toBeCloseTo(0.01, 3);
    expect(deviation("ln_f.weight")).toBe(1);
  });

  it.each([{ heads: 3 }, { heads: 0 }, { layers: 0 }, { dModel: 0 }, { vocabSize: 1.5 }])("refuses %o", (wrong) => {
    expect(() => createMicroGpt({ ...config, ...wrong }, mulberry32(1))).toThrow(RangeError);
  });
});

describe("weightsOf and setWeights", () => {
  it("give copies that a step does not change, and go back to them", () => {
    const { model } = study(1, 1);
    const before = weightsOf(model);
    const kept = before.map(({ data }) => [...data]);
    trainStep(model, singleToken(0), { learningRate: 0.1 });
    expect(before.map(({ data }) => [...data])).toEqual(kept);
    expect(weightsOf(model)).not.toEqual(before);
    setWeights(model, before);
    expect(weightsOf(model)).toEqual(before);
    expect(model.memory.adam.steps).toBe(0);
  });

  it("refuse weights of another model", () => {
    const model = goldenModel();
    const weights = weightsOf(model);
    expect(() => setWeights(model, weights.slice(1))).toThrow("wte.weight");
    expect(() => setWeights(model, [...weights, { name: "more", data: new Float64Array(1) }])).toThrow(RangeError);
  });
});

describe("sampleFrom", () => {
  it("draws the same for the same seed and reads only the last tokens of a long prompt", () => {
    const { model } = study(3, 2);
    const sample = (seed: number) =>
      sampleFrom(model, [1, 2], { count: 30, settings: plainSampling, random: mulberry32(seed) });
    expect(sample(1)).toHaveLength(30);
    expect(sample(1)).toEqual(sample(1));
    expect(sample(1)).not.toEqual(sample(2));
    const end = Array.from({ length: 16 }, (_, i) => i % 5);
    expect(nextLogits(model, [9, 9, ...end])).toEqual(nextLogits(model, end));
  });

  it("refuses an empty prompt, an unknown id and half a token", () => {
    const model = goldenModel();
    expect(() => sampleFrom(model, [], greedySample(1))).toThrow("at least one");
    expect(() => sampleFrom(model, [7], greedySample(1))).toThrow("vocabulary of 7");
    expect(() => sampleFrom(model, [1], greedySample(0.5))).toThrow("count");
  });
});

describe("createBatcher", () => {
  it("cuts pieces whose targets are the next tokens, from the first place to the last", () => {
    const places = [0, 0.999999];
    const next = createBatcher([10, 11, 12, 13, 14], { batchSize: 2, length: 3, random: () => places.shift()! });
    const { inputs, targets } = next();
    expect([...inputs]).toEqual([10, 11, 12, 11, 12, 13]);
    expect([...targets]).toEqual([11, 12, 13, 12, 13, 14]);
  });

  it("refuses a text too short for one piece, and sizes below 1", () => {
    const random = () => 0;
    expect(() => createBatcher([1, 2, 3], { batchSize: 1, length: 3, random })).toThrow("at least 4");
    expect(() => createBatcher([1, 2, 3], { batchSize: 0, length: 1, random })).toThrow("batchSize");
  });
});

describe("vocabularies", () => {
  it.each(["", "hello", "我来自地球 👋"])("of bytes and of characters give %j back", (text) => {
    expect(byteVocabulary.decode(byteVocabulary.encode(text))).toBe(text);
    const vocabulary = characterVocabulary(`${text} `);
    expect(vocabulary.decode(vocabulary.encode(text))).toBe(text);
    expect(vocabulary.size).toBe(new Set(`${text} `).size);
  });

  it("name what they do not have", () => {
    expect(() => characterVocabulary("abc").encode("abd")).toThrow('"d"');
    expect(() => characterVocabulary("abc").decode([3])).toThrow("3");
    expect(() => characterVocabulary("")).toThrow("empty");
    expect(() => byteVocabulary.decode([256])).toThrow("256");
    expect(byteVocabulary.decode([0x68, 0xff])).toBe("h\ufffd");
  });
});

function greedySample(count: number) {
  return { count, settings: greedy, random: () => 0 };
}

function singleToken(id: number): Batch {
  return { batchSize: 1, length: 1, inputs: Int32Array.of(id), targets: Int32Array.of(id) };
}
