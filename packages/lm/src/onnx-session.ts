import { InferenceSession, Tensor, env } from "onnxruntime-web/wasm";
import type { Gpt2Session } from "./engine.ts";
import { createOnnxGraph } from "./export/onnx-graph.ts";
import type { CompleteGpt2Config } from "./gpt2-config.ts";
import type { KvCache } from "./kv-cache.ts";
import { LmError, toLmError } from "./lm-error.ts";

env.logLevel = "error";
// A second thread gains little for models of this size, and a proxy would be a worker inside a worker.
env.wasm.numThreads = 1;
env.wasm.proxy = false;

/**
 * Fetches and compiles the runtime, so that it happens while the weights are still arriving, and so that a browser
 * that cannot run it says so before the download. Calling it again does nothing.
 *
 * @param wasmUrl - Where ONNX Runtime's `.wasm` lies; undefined in Node, where the package finds its own.
 * @throws LmError `unsupported`, `network` or `out-of-memory`.
 */
export async function startRuntime(wasmUrl: string | undefined): Promise<void> {
  if (wasmUrl !== undefined) env.wasm.wasmPaths = { wasm: wasmUrl };
  try {
    const session = await InferenceSession.create(identityModel(), { executionProviders: ["wasm"] });
    await session.release();
  } catch (error) {
    const known = toLmError(error, "unsupported");
    const isFetch = /fetch|network|load failed/i.test(known.message) && !/unsafe-eval/i.test(known.message);
    throw isFetch ? new LmError("network", known.message, { cause: error }) : known;
  }
}

/**
 * Opens a graph made by `exportOnnx`, of either variant.
 *
 * @throws LmError `out-of-memory`, or `corrupt` if the runtime refuses the model.
 */
export async function openSession(model: Uint8Array, config: CompleteGpt2Config): Promise<Gpt2Session> {
  const heads = config.n_head;
  const headWidth = config.n_embd / heads;
  const names = Array.from({ length: config.n_layer }, (_, layer) => [`${layer}.key`, `${layer}.value`]).flat();
  const session = await InferenceSession.create(model, { executionProviders: ["wasm"] }).catch((error: unknown) => {
    throw toLmError(error, "corrupt");
  });
  const extras = session.outputNames.filter((name) => /^(attn|hidden)\./.test(name));

  const cacheTensor = (data: Float32Array | undefined, length: number): Tensor =>
    new Tensor("float32", data ?? new Float32Array(0), [1, heads, length, headWidth]);

  return {
    kvShape: { heads, headWidth },
    partCount: names.length,
    run: async (ids, past) => {
      const tokens = BigInt64Array.from(ids, BigInt);
      const feeds: Record<string, Tensor> = { input_ids: new Tensor("int64", tokens, [1, ids.length]) };
      names.forEach((name, index) => {
        feeds[`past_key_values.${name}`] = cacheTensor(past.parts[index], past.length);
      });
      const results = await session.run(feeds).catch((error: unknown) => {
        throw toLmError(error);
      });
      const parts = names.map((name) => floatsOf(results[`present.${name}`]));
      const present: KvCache = { length: past.length + ids.length, parts };
      const inspected = Object.fromEntries(extras.map((name) => [name, floatsOf(results[name])]));
      return { logits: floatsOf(results["logits"]), present, inspected };
    },
    release: () => session.release(),
  };
}

function floatsOf(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new LmError("worker", "The runtime left a float output out");
  return tensor.data;
}

/** The smallest model there is: one float in, the same float out. */
function identityModel(): Uint8Array {
  const graph = createOnnxGraph();
  graph.input({ name: "x", dataType: "float", dims: [1] });
  graph.output({ name: "y", dataType: "float", dims: [1] });
  graph.node("Identity", ["x"], { outputs: ["y"] });
  return graph.finish("identity");
}
