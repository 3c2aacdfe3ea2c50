import { mulberry32 } from "@fewshot/ml-core";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Gpt2Config } from "../../gpt2-config.ts";
import { parseGpt2Config } from "../../gpt2-config.ts";
import { gpt2Shapes } from "../gpt2-weights.ts";

export interface CheckpointOptions {
  config: Gpt2Config;
  /** In front of every tensor's name. */
  prefix?: string;
  /** Carry the tied head a second time, as files of a whole GPT2LMHeadModel do. */
  withHead?: boolean;
  /** Carry the causal masks that old files have. */
  withMasks?: boolean;
  withVocab?: boolean;
}

const SPREAD = 0.02;
const END_OF_TEXT = "<|endoftext|>";

/** GPT-2's printable stand-ins for the 256 bytes, in the order of its ids. */
const BYTES = [span(33, 126), span(161, 172), span(174, 255), span(256, 323)].flat();

function span(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}

/** Merges of our own: every pair of bytes in turn, up to so many. They are nobody's, and of no use but this. */
function madeUpMerges(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${BYTES[index >> 8]!} ${BYTES[index & 255]!}`);
}

/**
 * Writes a Hugging Face GPT-2 folder of random weights, the same every time. Tensor by tensor, so that a large one
 * takes no memory. The merges and one special token fill the vocabulary, which is at most 65,793 tokens.
 */
export function writeCheckpoint(folder: string, options: CheckpointOptions): void {
  const { config, withVocab = false } = options;
  mkdirSync(folder, { recursive: true });
  const end = config.vocab_size - 1;
  const hugging = { model_type: "gpt2", architectures: ["GPT2LMHeadModel"], ...config, eos_token_id: end };
  writeFileSync(join(folder, "config.json"), JSON.stringify(hugging));
  const merges = madeUpMerges(config.vocab_size - 257);
  writeFileSync(join(folder, "merges.txt"), ["#version: 0.2", ...merges, ""].join("\n"));
  if (withVocab) {
    const tokens = [...BYTES, ...merges.map((pair) => pair.replace(" ", "")), END_OF_TEXT];
    const numbered = Object.fromEntries(tokens.map((token, id) => [token, id]));
    writeFileSync(join(folder, "vocab.json"), JSON.stringify(numbered));
  }
  writeTensors(join(folder, "model.safetensors"), options);
}

function writeTensors(
  path: string,
  { config, prefix = "", withHead = false, withMasks = false }: CheckpointOptions,
): void {
  const shapes = [...gpt2Shapes(parseGpt2Config(config))].map(([name, shape]) => ({ name: prefix + name, shape }));
  const square = [1, 1, config.n_positions, config.n_positions];
  const layers = withMasks ? Array.from({ length: config.n_layer }, (_, layer) => layer) : [];
  const masks = layers.map((layer) => ({ name: `${prefix}h.${layer}.attn.bias`, shape: square }));
  const head = withHead ? [{ name: "lm_head.weight", shape: [config.vocab_size, config.n_embd] }] : [];
  const tensors = [...head, ...masks, ...shapes];

  let offset = 0;
  const entries = tensors.map(({ name, shape }) => {
    const begin = offset;
    offset += 4 * sizeOf(shape);
    return [name, { dtype: "F32", shape, data_offsets: [begin, offset] }];
  });
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(header.length), true);
  const file = openSync(path, "w");
  writeSync(file, length);
  writeSync(file, header);
  for (const { name, shape } of tensors) writeSync(file, new Uint8Array(valuesOf(name, sizeOf(shape)).buffer));
  closeSync(file);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The second copy of the head is the embedding again; norms are about 1; masks are all ones. */
function valuesOf(name: string, size: number): Float32Array {
  const plain = name.replace(/^transformer\./, "").replace("lm_head", "wte");
  if (plain.endsWith("attn.bias")) return new Float32Array(size).fill(1);
  const centre = /ln_.*weight/.test(plain) ? 1 : 0;
  const random = mulberry32([...plain].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7));
  const values = new Float32Array(size);
  for (let index = 0; index < size; index++) values[index] = centre + SPREAD * (2 * random() - 1);
  return values;
}
