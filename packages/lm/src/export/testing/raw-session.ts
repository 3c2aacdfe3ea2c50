import { InferenceSession, Tensor, env } from "onnxruntime-web/wasm";
import type { Gpt2Config } from "../../gpt2-config.ts";

env.wasm.numThreads = 1;
env.logLevel = "error";

export interface RawRun {
  dims: Record<string, readonly number[]>;
  values: Record<string, number[]>;
}

/**
 * Runs any graph of the exporter by the runtime's public interface: rows of equal length, after an empty text or after
 * the keys and values of an earlier run.
 *
 * @param files - What the graph refers to, by the name it uses.
 */
export async function openRaw(graph: Uint8Array, config: Gpt2Config, files: Readonly<Record<string, Uint8Array>> = {}) {
  const session = await InferenceSession.create(graph, {
    executionProviders: ["wasm"],
    externalData: Object.entries(files).map(([path, data]) => ({ path, data })),
  });
  const width = config.n_embd / config.n_head;
  return async (rows: readonly number[][], past?: RawRun): Promise<RawRun> => {
    const ids = new Tensor("int64", BigInt64Array.from(rows.flat(), BigInt), [rows.length, rows[0]!.length]);
    const feeds: Record<string, Tensor> = { input_ids: ids };
    for (const name of session.inputNames.filter((input) => input.startsWith("past_key_values."))) {
      const before = name.replace("past_key_values", "present");
      const dims = past?.dims[before] ?? [rows.length, config.n_head, 0, width];
      feeds[name] = new Tensor("float32", Float32Array.from(past?.values[before] ?? []), dims);
    }
    const results = Object.entries(await session.run(feeds));
    return {
      dims: Object.fromEntries(results.map(([name, { dims }]) => [name, dims])),
      values: Object.fromEntries(results.map(([name, { data }]) => [name, Array.from(data as Float32Array, Number)])),
    };
  };
}
