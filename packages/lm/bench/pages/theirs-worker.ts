import { AutoModelForCausalLM, AutoTokenizer, DynamicCache, Tensor, env } from "@huggingface/transformers";
import type { Engine, LoadRequest } from "../contract.ts";

/** transformers.js in a worker, as its own examples have it. The loop of `generate` runs here, without any message. */
let model: Awaited<ReturnType<typeof AutoModelForCausalLM.from_pretrained>>;

/** Prompts that were read in order to decode from them, so that each is read once: the cache and the token after it. */
const known = new Map<string, { past: DynamicCache; next: number }>();

function configure({ threads, build }: LoadRequest): void {
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = "/theirs/";
  // By default these lie on a CDN; the names are those of its default but for `plain`.
  const name = `/ort/ort-wasm-simd-threaded${build === "plain" ? "" : ".asyncify"}`;
  const at = (suffix: string): string => new URL(name + suffix, location.origin).href;
  env.backends.onnx.wasm.wasmPaths = { mjs: at(".mjs"), wasm: at(".wasm") };
  if (threads !== undefined) env.backends.onnx.wasm.numThreads = threads;
}

function tensorOf(ids: readonly number[]): Tensor {
  return new Tensor("int64", BigInt64Array.from(ids, BigInt), [1, ids.length]);
}

/** Runs `generate`; the clock is read at every token that comes out. */
async function generate(ids: readonly number[], count: number, past?: DynamicCache) {
  const times: number[] = [];
  const out: number[] = [];
  let isPrompt = true;
  let last = performance.now();
  const put = ([row]: bigint[][]): void => {
    const now = performance.now();
    // The prompt comes first, before anything is computed.
    if (!isPrompt) {
      times.push(now - last);
      out.push(...(row ?? []).map(Number));
      last = now;
    }
    isPrompt = false;
  };
  const result = await model.generate({
    input_ids: tensorOf(ids),
    max_new_tokens: count,
    do_sample: false,
    return_dict_in_generate: true,
    streamer: { put, end: () => undefined },
    ...(past && { past_key_values: past }),
  });
  return { times, ids: out, past: result.past_key_values };
}

const firstOf = (values: readonly number[]): number => values[0] ?? Number.NaN;

async function readPrompt(ids: readonly number[]): Promise<{ past: DynamicCache; next: number }> {
  const { past, ids: next } = await generate(ids, 1);
  return { past, next: firstOf(next) };
}

const theirs: Engine = {
  load: async (request) => {
    configure(request);
    const { dtype } = request;
    model = await AutoModelForCausalLM.from_pretrained(request.model, dtype === undefined ? {} : { dtype });
    const { numThreads = 0 } = env.backends.onnx.wasm;
    const words = [dtype ?? "q8 by default", `${numThreads} ${numThreads === 1 ? "thread" : "threads"}`, request.build];
    return words.filter(Boolean).join(", ");
  },
  greedy: async (ids, count) => (await generate(ids, count)).ids,
  read: async (ids) => firstOf((await generate(ids, 1)).times),
  decode: async (ids, count) => {
    const key = ids.join();
    const prompt = known.get(key) ?? (await readPrompt(ids));
    known.set(key, prompt);
    // The entries are never written to; the cache that is handed over gets new ones.
    const copy = new DynamicCache({ ...prompt.past } as Record<string, Tensor>);
    return (await generate([prompt.next], count, copy)).times;
  },
  loop: async (ids, count) => (await theirs.decode(ids, 8 + count)).slice(8).reduce((total, ms) => total + ms, 0),
  extend: async (ids, id) => firstOf((await generate([...ids, id], 1)).times),
};

/** Keeps the tokenizer in the bundle: ours has one too, and bytes are compared. */
export const tokenizer = AutoTokenizer;

addEventListener("message", ({ data }: MessageEvent<{ id: number; method: keyof Engine; values: unknown[] }>) => {
  const { id, method, values } = data;
  const call = theirs[method] as (...all: unknown[]) => Promise<unknown>;
  call(...values).then(
    (result) => postMessage({ id, result }),
    (error: unknown) =>
      postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
