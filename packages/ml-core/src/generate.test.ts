import { describe, expect, it } from "vitest";
import { generate, type GeneratedToken, type StopReason } from "./generate.ts";
import type { CancelSignal, LanguageModel, Sequence } from "./language-model.ts";
import { mulberry32 } from "./random.ts";
import { plainSampling } from "./sampling-settings.ts";

const END = 4;

/** After id n most likely comes n + 1 (modulo 4); the end of text is possible only after an id of `endsAfter`. */
class CountingModel implements LanguageModel {
  readonly vocabSize = 5;
  readonly contextLength = 8;
  readonly endOfTextId = END;
  readonly endsAfter: number | undefined;
  openSequences = 0;
  decodeSteps = 0;

  constructor(endsAfter?: number) {
    this.endsAfter = endsAfter;
  }

  async prefill(ids: readonly number[], signal?: CancelSignal): Promise<Sequence> {
    signal?.throwIfAborted();
    if (ids.length === 0) throw new RangeError("the prompt is empty");
    return this.#open(ids);
  }

  async dispose(): Promise<void> {}

  #open(ids: readonly number[]): Sequence {
    this.openSequences++;
    const last = ids.at(-1)!;
    const logits = Float32Array.of(0, 0, 0, 0, -Infinity);
    logits[(last + 1) % 4] = 1;
    if (last === this.endsAfter) logits[END] = 9;
    return {
      ids,
      logits,
      append: async (id, signal) => {
        signal?.throwIfAborted();
        this.decodeSteps++;
        return this.#open([...ids, id]);
      },
      fork: () => this.#open(ids),
      dispose: () => void this.openSequences--,
    };
  }
}

interface Collected {
  tokens: GeneratedToken[];
  ids: number[];
  reason: StopReason;
}

async function collect(tokens: AsyncGenerator<GeneratedToken, StopReason>): Promise<Collected> {
  const list: GeneratedToken[] = [];
  for (;;) {
    const { done, value } = await tokens.next();
    if (done) return { tokens: list, ids: list.map(({ id }) => id), reason: value };
    list.push(value);
  }
}

const greedy = { ...plainSampling, temperature: 0 };

function neverDraw(): number {
  throw new Error("greedy must not draw");
}

describe("generate", () => {
  it("follows the largest logits without a draw when greedy, until the context is full", async () => {
    const model = new CountingModel();
    const { tokens, ids, reason } = await collect(generate(model, [0, 1], greedy, neverDraw));
    expect(ids).toEqual([2, 3, 0, 1, 2, 3]);
    expect(reason).toBe("context-full");
    expect(tokens[0]).toMatchObject({ prob: 1, u: null, keptCount: 1, logits: Float32Array.of(0, 0, 1, 0, -Infinity) });
    expect(model.openSequences).toBe(0);
  });

  it("yields the end-of-text token last and reads nothing after it", async () => {
    const model = new CountingModel(2);
    const { ids, reason } = await collect(generate(model, [0], greedy, neverDraw));
    expect(ids).toEqual([1, 2, END]);
    expect(reason).toBe("end-of-text");
    expect(model).toMatchObject({ decodeSteps: 2, openSequences: 0 });
  });

  it("yields nothing for a prompt that fills the context", async () => {
    const { ids, reason } = await collect(generate(new CountingModel(), [0, 1, 2, 3, 0, 1, 2, 3], greedy, neverDraw));
    expect(ids).toEqual([]);
    expect(reason).toBe("context-full");
  });

  it("draws once per token and reports the number and the probability", async () => {
    const drawn: number[] = [];
    const stream = mulberry32(5);
    const rng = () => drawn[drawn.push(stream()) - 1]!;
    const { tokens } = await collect(generate(new CountingModel(), [0], plainSampling, rng));
    expect(tokens).toHaveLength(7);
    expect(tokens.map(({ u }) => u)).toEqual(drawn);
    const likeliest = Math.E / (Math.E + 3);
    let last = 0;
    for (const { id, prob, keptCount } of tokens) {
      expect(keptCount).toBe(4);
      expect(prob).toBeCloseTo(id === (last + 1) % 4 ? likeliest : (1 - likeliest) / 3, 12);
      last = id;
    }
  });

  it("gives the same tokens for the same seed and settings, and others for other seeds", async () => {
    const run = async (seed: number) =>
      (await collect(generate(new CountingModel(), [0], plainSampling, mulberry32(seed)))).ids.join();
    expect(await run(1)).toBe(await run(1));
    expect(new Set(await Promise.all([1, 2, 3, 4, 5].map(run))).size).toBeGreaterThan(1);
  });

  it("counts prompt and output in the repetition penalty", async () => {
    const settings = { ...plainSampling, repetitionPenalty: 10 };
    const { tokens, ids } = await collect(generate(new CountingModel(), [0], settings, () => 0));
    expect(ids).toEqual([1, 2, 3, 0, 1, 2, 3]);
    const fresh = Math.E / (Math.E + 3);
    const seen = Math.exp(0.1) / (Math.exp(0.1) + 3);
    tokens.forEach(({ prob }, i) => expect(prob).toBeCloseTo(i < 3 ? fresh : seen, 7));
  });

  it("stops reading when the consumer leaves the loop, and frees the model's memory", async () => {
    const model = new CountingModel();
    for await (const { id } of generate(model, [0], greedy, neverDraw)) if (id === 2) break;
    expect(model).toMatchObject({ decodeSteps: 1, openSequences: 0 });
  });

  it("ends quietly on an abort, before or between tokens", async () => {
    const model = new CountingModel();
    const early = await collect(generate(model, [0], greedy, neverDraw, abortedSignal()));
    expect(early).toMatchObject({ ids: [], reason: "aborted" });

    const signal = abortedSignal(false);
    const tokens = generate(model, [0], greedy, neverDraw, signal);
    expect((await tokens.next()).value).toMatchObject({ id: 1 });
    signal.aborted = true;
    expect(await tokens.next()).toEqual({ done: true, value: "aborted" });
    expect(model.openSequences).toBe(0);
  });

  it("starts no decode step after an abort, even in a model that ignores the signal", async () => {
    const model = new CountingModel();
    const deaf: LanguageModel = {
      ...{ vocabSize: 5, contextLength: 8, endOfTextId: END, dispose: async () => {} },
      prefill: async (ids) => {
        const sequence = await model.prefill(ids);
        return { ...sequence, append: (id) => sequence.append(id) };
      },
    };
    const signal = abortedSignal(false);
    const tokens = generate(deaf, [0], greedy, neverDraw, signal);
    await tokens.next();
    signal.aborted = true;
    expect(await tokens.next()).toEqual({ done: true, value: "aborted" });
    expect(model).toMatchObject({ decodeSteps: 0, openSequences: 0 });
  });

  it("treats a rejection after an abort as the abort, and passes on any other", async () => {
    const signal = abortedSignal(false);
    const model = new CountingModel();
    model.prefill = async () => {
      signal.aborted = true;
      throw new Error("cancelled in the worker");
    };
    expect(await collect(generate(model, [0], greedy, neverDraw, signal))).toMatchObject({ reason: "aborted" });
    await expect(collect(generate(new CountingModel(), [], greedy, neverDraw))).rejects.toThrow(RangeError);
  });
});

function abortedSignal(aborted = true): CancelSignal & { aborted: boolean } {
  return {
    aborted,
    reason: undefined,
    throwIfAborted() {
      if (this.aborted) throw new Error("aborted");
    },
    addEventListener() {},
    removeEventListener() {},
  };
}
