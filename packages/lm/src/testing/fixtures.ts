import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gpt2Config } from "../gpt2-config.ts";

const PACKAGE = join(import.meta.dirname, "..", "..");

export function readBytes(...path: string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(PACKAGE, ...path)));
}

export function readJson<T>(...path: string[]): T {
  return JSON.parse(new TextDecoder().decode(readBytes(...path))) as T;
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A random GPT-2 of 2 layers and 64 tokens, with PyTorch's logits; made by training/make_tiny.py. */
export const tiny = {
  config: readJson<Gpt2Config>("training", "golden", "tiny", "config.json"),
  safetensors: readBytes("training", "golden", "tiny", "model.safetensors"),
  /** `logits[i]` follow `ids[0..i]`. */
  prompts: readJson<{ prompts: { ids: number[]; logits: number[][] }[] }>("training", "golden", "tiny", "logits.json")
    .prompts,
};

export interface GreedyCase {
  prompt: string;
  prompt_ids: number[];
  greedy_ids: number[];
}

const golden = readJson<{ model: string; cases: GreedyCase[] }>("training", "golden", "greedy.json");

/** The story model that ships, with PyTorch's answers; made by training/make_goldens.py, which says which it is. */
export const story = {
  config: readJson<Gpt2Config>("models", golden.model, "config.json"),
  safetensors: readBytes("models", golden.model, "model.safetensors"),
  merges: readBytes("models", golden.model, "merges.txt"),
  card: readJson<Record<string, unknown>>("models", golden.model, "card.json"),
  greedy: golden.cases,
  lastLogits: readJson<{ last_position: { ids: number[]; logits: number[] }[] }>("training", "golden", "logits.json")
    .last_position,
};

/** Writes a safetensors file: the inverse of what the reader under test does. */
export function writeSafetensors(
  tensors: readonly { name: string; dtype: string; shape: number[]; bytes: Uint8Array }[],
  metadata: Record<string, unknown> = {},
): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const entries = tensors.map(({ name, dtype, shape, bytes }) => {
    const begin = offset;
    offset += bytes.length;
    return [name, { dtype, shape, data_offsets: [begin, offset] }];
  });
  const header = new TextEncoder().encode(JSON.stringify({ ...metadata, ...Object.fromEntries(entries) }));
  const file = new Uint8Array(8 + header.length + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const { bytes } of tensors) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** The largest absolute difference of two equally long lists. */
export function largestGap(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  // NaN must not pass for a small gap, as it would through Math.max of comparisons.
  return Array.from(expected, (value, i) => Math.abs(value - (actual[i] ?? Number.NaN))).reduce(
    (worst, gap) => (gap <= worst ? worst : gap),
    0,
  );
}

/** Index of the greatest value, the smallest of equals. */
export function argmax(values: ArrayLike<number>): number {
  return Array.from(values).reduce((best, value, i) => (value > (values[best] ?? -Infinity) ? i : best), 0);
}
