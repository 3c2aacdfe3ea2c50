/**
 * Measures the shipped models in Node, with the session that the browser's worker runs (WebAssembly, one thread).
 *
 * Usage: tsx scripts/bench.ts [model name]. Prints one line per model. Times are processor time, which other programs on
 * the machine distort least; the wall clock of decoding is printed beside it.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exportOnnx } from "../src/export/index.ts";
import { parseGpt2Config } from "../src/gpt2-config.ts";
import { emptyCache } from "../src/kv-cache.ts";
import { openSession } from "../src/onnx-session.ts";

const MODELS = fileURLToPath(new URL("../models", import.meta.url));
const PROMPT_TOKENS = 16;
const CACHED_TOKENS = 128;
const UNCACHED_TOKENS = 16;
const ROUNDS = 3;

const wanted = process.argv[2];
for (const name of existsSync(MODELS) ? readdirSync(MODELS).sort() : []) {
  if (wanted && name !== wanted) continue;
  if (existsSync(join(MODELS, name, "model.safetensors"))) await benchModel(name);
}

async function benchModel(name: string): Promise<void> {
  const read = (file: string): Buffer => readFileSync(join(MODELS, name, file));
  const config = parseGpt2Config(JSON.parse(read("config.json").toString("utf8")));
  const model = exportOnnx(read("model.safetensors"), config, "decode");
  const start = performance.now();
  const session = await openSession(model, config);
  const openMs = performance.now() - start;
  const ids = Array.from({ length: PROMPT_TOKENS + CACHED_TOKENS }, (_, i) => (i * 7919) % config.vocab_size);

  const prefill = async (length: number): Promise<void> => {
    await session.run(ids.slice(0, length), emptyCache(session.partCount));
  };
  const decode = async (): Promise<void> => {
    let { present } = await session.run(ids.slice(0, PROMPT_TOKENS), emptyCache(session.partCount));
    for (const id of ids.slice(PROMPT_TOKENS)) ({ present } = await session.run([id], present));
  };
  const decodeAnew = async (): Promise<void> => {
    for (let i = 0; i < UNCACHED_TOKENS; i++) await prefill(CACHED_TOKENS);
  };

  await decode();
  const cached = await best(decode);
  const uncached = await best(decodeAnew);
  const prefilled = await best(() => prefill(CACHED_TOKENS));
  await session.release();
  const rate = (tokens: number, ms: number): string => ((tokens * 1000) / ms).toFixed(0);
  console.log(
    `${name}: ${rate(CACHED_TOKENS, cached.cpuMs)} tokens/s with the cache (${rate(CACHED_TOKENS, cached.wallMs)} by the ` +
      `wall clock), ${rate(UNCACHED_TOKENS, uncached.cpuMs)} without (at ${CACHED_TOKENS} tokens), ` +
      `prefill of ${CACHED_TOKENS} ${prefilled.cpuMs.toFixed(0)} ms, open ${openMs.toFixed(0)} ms, ` +
      `${(model.length / 2 ** 20).toFixed(1)} MiB, load ${loadavg()[0]?.toFixed(1) ?? "?"}`,
  );
}

/** The fastest of some rounds: the others measure the neighbours. */
async function best(work: () => Promise<void>): Promise<{ cpuMs: number; wallMs: number }> {
  const fastest = { cpuMs: Number.POSITIVE_INFINITY, wallMs: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    fastest.cpuMs = Math.min(fastest.cpuMs, (user + system) / 1000);
    fastest.wallMs = Math.min(fastest.wallMs, performance.now() - start);
  }
  return fastest;
}
