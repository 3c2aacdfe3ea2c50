import { InferenceSession, Tensor, env } from "onnxruntime-web/webgpu";
import type { Backend, TextCache } from "../backend.ts";
import type { CompleteGpt2Config } from "../gpt2-config.ts";
import { LmError, toLmError } from "../lm-error.ts";
import { createPublicBackend } from "../public-backend.ts";
import { openPublicSession } from "../public-session.ts";
import { cacheNames, inPlaceGraph } from "./in-place-graph.ts";
import { WEIGHTS_FILE } from "./served-graph.ts";
import type { RuntimeAddresses } from "./ort-module.ts";

env.logLevel = "error";
env.wasm.numThreads = 1;
env.wasm.proxy = false;

/** Where the runtime for graphics cards lies. */
export function useGpuRuntime({ entryUrl, wasmUrl }: RuntimeAddresses): void {
  env.wasm.wasmPaths = { mjs: entryUrl, ...(wasmUrl !== undefined && { wasm: wasmUrl }) };
}

interface Gpu {
  session: InferenceSession;
  device: GPUDevice;
  config: CompleteGpt2Config;
  names: readonly string[];
  /** Rejects when the browser takes the card away. */
  lost: Promise<never>;
}

/**
 * GPT-2 on a graphics card. Keys and values lie in buffers of the card with room for the whole context and are written
 * in place; of a step only the logits come back.
 *
 * @throws LmError if the runtime refuses the graph or the card is lost.
 */
export async function openGpuBackend(served: Uint8Array, config: CompleteGpt2Config): Promise<Backend> {
  const session = await InferenceSession.create(inPlaceGraph(served, config), {
    executionProviders: ["webgpu"],
    externalData: [{ path: WEIGHTS_FILE, data: served }],
  }).catch((error: unknown) => {
    throw toLmError(error);
  });
  const device = (await env.webgpu.device) as unknown as GPUDevice;
  const lost = device.lost.then(({ message }): never => {
    throw new LmError("worker", `The graphics card was lost: ${message}`);
  });
  // It is looked at with each step; until then its failure is nobody's.
  lost.catch(() => undefined);
  const gpu: Gpu = { session, device, config, names: cacheNames(config), lost };
  return {
    id: "webgpu",
    createCache: () => new GpuCache(gpu),
    dispose: () => session.release(),
  };
}

/** The same build of the runtime on the processor, to check the card against. */
export async function openOnProcessor(served: Uint8Array, config: CompleteGpt2Config): Promise<Backend> {
  return createPublicBackend(await openPublicSession({ InferenceSession, Tensor }, served, config));
}

const FLOAT_BYTES = 4;

/** GPUBufferUsage: COPY_SRC, COPY_DST and STORAGE. */
const USAGE = 0x04 | 0x08 | 0x80;

class GpuCache implements TextCache {
  readonly #gpu: Gpu;
  readonly #buffers: readonly GPUBuffer[];

  constructor(gpu: Gpu) {
    this.#gpu = gpu;
    const { n_positions, n_embd } = gpu.config;
    this.#buffers = gpu.names.map(() =>
      gpu.device.createBuffer({ size: n_positions * n_embd * FLOAT_BYTES, usage: USAGE }),
    );
  }

  async read(ids: readonly number[], at: number): Promise<Float32Array<ArrayBuffer>> {
    const { session, names, lost } = this.#gpu;
    const feeds: Record<string, Tensor> = stepFeeds(ids, at);
    const fetches: Record<string, Tensor | null> = { logits: null };
    names.forEach((name, index) => {
      const tensor = this.#tensor(index);
      feeds[`past_key_values.${name}`] = tensor;
      fetches[`present.${name}`] = tensor;
    });
    const { logits } = await Promise.race([session.run(feeds, fetches), lost]).catch((error: unknown) => {
      throw toLmError(error);
    });
    if (!(logits?.data instanceof Float32Array)) throw new LmError("worker", "The runtime left the logits out");
    return new Float32Array(logits.data);
  }

  copy(_length: number): Promise<TextCache> {
    const copy = new GpuCache(this.#gpu);
    const { device } = this.#gpu;
    const encoder = device.createCommandEncoder();
    // The heads of the first tokens lie apart, so the whole buffer goes along; what lies beyond them is never read.
    this.#buffers.forEach((buffer, index) => {
      const to = copy.#buffers[index];
      if (to) encoder.copyBufferToBuffer(buffer, 0, to, 0, buffer.size);
    });
    device.queue.submit([encoder.finish()]);
    return Promise.resolve(copy);
  }

  release(): void {
    for (const buffer of this.#buffers) buffer.destroy();
  }

  #tensor(index: number): Tensor {
    const { n_head, n_embd, n_positions } = this.#gpu.config;
    const buffer = this.#buffers[index];
    if (!buffer) throw new LmError("worker", `There is no buffer ${index}`);
    const dims = [1, n_head, n_positions, n_embd / n_head];
    return Tensor.fromGpuBuffer(buffer as never, { dataType: "float32", dims });
  }
}

/** The inputs of one step that are not keys and values; they lie in ordinary memory. */
function stepFeeds(ids: readonly number[], at: number): Record<string, Tensor> {
  const int64 = (values: readonly number[], dims: readonly number[]): Tensor =>
    new Tensor("int64", BigInt64Array.from(values, BigInt), dims);
  const int32 = (value: number, dims: readonly number[]): Tensor => new Tensor("int32", Int32Array.of(value), dims);
  const { length } = ids;
  return {
    input_ids: int64(ids, [1, length]),
    positions: int64(
      ids.map((_, index) => at + index),
      [1, length],
    ),
    rows: int64([length - 1], [1]),
    last_positions: int32(at + length - 1, [1]),
    total_length: int32(at + length, []),
  };
}
