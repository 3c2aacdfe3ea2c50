import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportOnnx } from "../src/export/index.ts";
import type { ModelFolder } from "../src/export/pack-model.ts";
import { packModel } from "../src/export/pack-model.ts";
import type { CompleteGpt2Config } from "../src/gpt2-config.ts";
import { parseGpt2Config } from "../src/gpt2-config.ts";
import { BENCH, CACHE, PACKAGE, SITE } from "./paths.ts";
import { randomGpt2, widen } from "./weights.ts";

export type ModelName = "story" | "124m";

/** A model as both engines find it on the site. */
export interface PreparedModel {
  /** Folder below `/ours/` and `/theirs/`. */
  folder: string;
  config: CompleteGpt2Config;
  /** Of transformers.js' dtypes, those whose files could be made. */
  dtypes: readonly ("fp32" | "fp16" | "q8")[];
  /** Bytes that a visitor fetches: ours, and theirs by dtype. */
  bytes: Readonly<Record<string, number>>;
}

const GPT2_SMALL = { n_layer: 12, n_head: 12, n_embd: 768, n_positions: 1024, vocab_size: 50257 };
const SEED = 124;
const FILE_OF_DTYPE = { fp32: "model.onnx", fp16: "model_fp16.onnx", q8: "model_quantized.onnx" } as const;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Writes what both engines load, unless it is there. Both files come out of the same weights. */
export function prepareModel(name: ModelName, python: string): PreparedModel {
  const source = name === "story" ? storyFolder() : randomFolder();
  const config = parseGpt2Config(source.config);
  const ours = join(SITE, "ours", source.name);
  const theirs = join(SITE, "theirs", source.name, "onnx");
  const key = sha256(source.safetensors);
  const stamp = join(CACHE, `${source.name}.stamp`);
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== key) {
    writeOurs(ours, source);
    writeTheirs(theirs, source, python);
    writeFileSync(stamp, key);
  }
  const bytes: Record<string, number> = { ours: totalBytes(ours) };
  const dtypes = (["fp32", "fp16", "q8"] as const).filter((dtype) => existsSync(join(theirs, FILE_OF_DTYPE[dtype])));
  for (const dtype of dtypes) bytes[dtype] = readFileSync(join(theirs, FILE_OF_DTYPE[dtype])).length;
  return { folder: source.name, config, dtypes, bytes };
}

/** The newest story model that ships. */
function storyFolder(): ModelFolder {
  const models = join(PACKAGE, "models");
  const complete = (folder: string): boolean => existsSync(join(models, folder, "model.safetensors"));
  const name = readdirSync(models)
    .filter((folder) => folder.startsWith("story") && complete(folder))
    .sort()
    .at(-1);
  if (name === undefined) throw new Error("packages/lm/models has no story model");
  const read = (file: string): Buffer => readFileSync(join(models, name, file));
  const parse = (file: string): unknown => JSON.parse(read(file).toString("utf8"));
  return {
    name,
    safetensors: read("model.safetensors"),
    config: parse("config.json"),
    card: parse("card.json"),
    merges: read("merges.txt"),
  };
}

/** OpenAI's smallest shape with random weights: as fast as the real one, and nothing to download. */
function randomFolder(): ModelFolder {
  const path = join(CACHE, "random-124m.safetensors");
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(path, randomGpt2(parseGpt2Config(GPT2_SMALL), SEED));
  }
  return {
    name: "random-124m",
    safetensors: readFileSync(path),
    config: GPT2_SMALL,
    card: { tokenizer: { kind: "gpt2" } },
    merges: new TextEncoder().encode(manyMerges(GPT2_SMALL.vocab_size - 257)),
  };
}

/** Merges of pairs of letters, as many as a vocabulary needs: no text is ever encoded with them. */
function manyMerges(count: number): string {
  // The alphabet of byte-level tokenizers: printable bytes stand for themselves, the rest moves above 255.
  const isPrintable = (byte: number): boolean => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
  let moved = 256;
  const letters = Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrintable(byte) ? byte : moved++));
  const lines = Array.from({ length: count }, (_, i) => `${letters[i >> 8] ?? ""} ${letters[i & 255] ?? ""}`);
  return ["#version: 0.2", ...lines, ""].join("\n");
}

function writeOurs(folder: string, source: ModelFolder): void {
  const { manifest, files } = packModel(source, sha256);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
}

/** Our own export under the names that transformers.js looks for; the graph has the inputs it feeds a GPT-2. */
function writeTheirs(folder: string, { safetensors, config }: ModelFolder, python: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE_OF_DTYPE.fp32);
  writeFileSync(path, exportOnnx(widen(safetensors), parseGpt2Config(config), "decode"));
  // Without an end of text neither engine stops early.
  const { eos_token_id: _eos, ...sizes } = parseGpt2Config(config);
  const described = { model_type: "gpt2", architectures: ["GPT2LMHeadModel"], ...sizes };
  writeFileSync(join(folder, "..", "config.json"), JSON.stringify(described));
  writeFileSync(join(folder, "..", "generation_config.json"), "{}");
  try {
    execFileSync(python, [join(BENCH, "peer_model.py"), path], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    process.stderr.write(`No q8 and fp16 files: ${python} could not make them (${firstLine(error)}).\n`);
  }
}

function firstLine(error: unknown): string {
  const lines = String(error).trim().split("\n");
  return lines.at(-1) ?? "";
}

function totalBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
}
