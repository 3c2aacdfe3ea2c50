import type { InferenceSession, InferenceSessionFactory, Tensor, TensorConstructor } from "onnxruntime-web/wasm";
import type { CompleteGpt2Config } from "./gpt2-config.ts";
import type { Gpt2Session } from "./gpt2-session.ts";
import type { KvCache } from "./kv-cache.ts";
import { LmError, toLmError } from "./lm-error.ts";

/** The public interface of one build of ONNX Runtime; each build has its own copy of these. */
export interface PublicInterface {
  InferenceSession: InferenceSessionFactory;
  Tensor: TensorConstructor;
}

/**
 * Opens a graph made by `exportOnnx`, of either variant.
 *
 * @throws LmError `out-of-memory`, or `corrupt` if the runtime refuses the model.
 */
export async function openPublicSession(
  { InferenceSession, Tensor }: PublicInterface,
  model: Uint8Array,
  config: CompleteGpt2Config,
): Promise<Gpt2Session> {
  const heads = config.n_head;
  const headWidth = config.n_embd / heads;
  const names = Array.from({ length: config.n_layer }, (_, layer) => [`${layer}.key`, `${layer}.value`]).flat();
  const session: InferenceSession = await InferenceSession.create(model, { executionProviders: ["wasm"] }).catch(
    (error: unknown) => {
      throw toLmError(error, "corrupt");
    },
  );
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
