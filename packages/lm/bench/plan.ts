import { mulberry32 } from "@fewshot/ml-core";
import type { ModelName, PreparedModel } from "./models.ts";

/** What is measured of a model, and how much of it. */
export interface Plan {
  /** Lengths of the text at which decoding is measured. */
  lengths: readonly number[];
  sweepLengths: readonly number[];
  /** Tokens measured of a turn; fewer where the context ends. */
  tokens: number;
  /** Turns of a contestant in a row, so that a turn of a fast model is not over in a blink. */
  repeats: number;
  promptLengths: readonly number[];
  rounds: number;
  visits: number;
  agreement: { prompts: number; tokens: number };
}

/** Tokens at the start of each turn that do not count. */
export const DROPPED = 8;

/** @param rounds - Overrides the plan's own number. */
export function planFor(name: ModelName, { quick, rounds }: { quick: boolean; rounds: number | undefined }): Plan {
  const own: Plan =
    name === "story"
      ? {
          lengths: [16, 64, 240],
          sweepLengths: [64],
          tokens: 64,
          repeats: 3,
          promptLengths: [128, 240],
          rounds: 12,
          visits: 3,
          agreement: { prompts: 12, tokens: 64 },
        }
      : {
          lengths: [64, 512, 900],
          sweepLengths: [64, 512],
          tokens: 24,
          repeats: 1,
          promptLengths: [128, 512],
          rounds: 5,
          visits: 2,
          agreement: { prompts: 3, tokens: 32 },
        };
  const fewer = quick ? { rounds: 3, visits: 1, agreement: { prompts: 4, tokens: 32 } } : {};
  return { ...own, ...fewer, ...(rounds !== undefined && { rounds }) };
}

/** Different ids every time, the same in every run. */
export function createPrompts({ config }: PreparedModel): (length: number) => number[] {
  const random = mulberry32(1);
  return (length) => Array.from({ length }, () => Math.floor(random() * config.vocab_size));
}

/**
 * The least that one step reads and computes: every weight of a matrix once in float32, and the keys and values of the
 * text. The embeddings are looked up, but the head, which is the same matrix, is multiplied.
 */
export function leastWork({ config }: PreparedModel, length: number): { bytes: number; operations: number } {
  const { n_layer: layers, n_embd: width, vocab_size: vocabulary } = config;
  const inner = config.n_inner ?? 4 * width;
  const weights = layers * (4 * width * width + 2 * width * inner) + vocabulary * width;
  const cached = 2 * layers * width * length;
  return { bytes: 4 * (weights + cached), operations: 2 * (weights + cached) };
}
