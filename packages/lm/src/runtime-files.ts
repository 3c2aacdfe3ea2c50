import { createChunkStore } from "./chunk-store.ts";

export interface RuntimeFile {
  /** Absolute. */
  url: string;
  /** 0 where the build did not say. */
  bytes: number;
}

/** What a worker needs: its own code, ONNX Runtime's, and the compiled part. */
export interface RuntimeFiles {
  worker: RuntimeFile;
  entry: RuntimeFile;
  wasm: RuntimeFile;
}

/** The runtimes that were built: one for the processor, and one for graphics cards. */
export interface Runtimes {
  wasm: RuntimeFiles;
  webgpu?: RuntimeFiles;
}

/** Everything of the runtime lies in this folder of the site. */
export const RUNTIME_FOLDER = "/lm/";

/**
 * Finds the runtimes' files by `runtime.json`, which `npm run build` writes. Their addresses change with their content,
 * so that a browser may keep them. Without a connection they are those of the last visit.
 *
 * @param folder - Absolute address.
 */
export async function findRuntimes(folder: string): Promise<Runtimes> {
  const url = new URL("runtime.json", folder).href;
  const store = createChunkStore((globalThis as { caches?: CacheStorage }).caches);
  const bytes = await fetch(url, { cache: "no-cache" })
    .then(async (response) => (response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined))
    .catch(() => store.get(url));
  const listed = bytes && parse(bytes);
  if (bytes && listed) await store.put(url, bytes);
  const { wasm, webgpu } = listed ?? { wasm: UNVERSIONED };
  return { wasm: resolveIn(folder, wasm), ...(webgpu && { webgpu: resolveIn(folder, webgpu) }) };
}

/** The names without a version, for a folder that was made otherwise. */
const UNVERSIONED: RuntimeFiles = {
  worker: { url: "worker.js", bytes: 0 },
  entry: { url: "ort-entry.mjs", bytes: 0 },
  wasm: { url: "ort-wasm-simd-threaded.wasm", bytes: 0 },
};

/** By hand: the page's policy has no place for what a schema library would like to compile. */
function parse(bytes: Uint8Array): Runtimes | undefined {
  try {
    const listed = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Runtimes>;
    if (!isComplete(listed.wasm)) return undefined;
    return { wasm: listed.wasm, ...(isComplete(listed.webgpu) && { webgpu: listed.webgpu }) };
  } catch {
    return undefined;
  }
}

function isComplete(files: RuntimeFiles | undefined): files is RuntimeFiles {
  const all: (Partial<RuntimeFile> | undefined)[] = [files?.worker, files?.entry, files?.wasm];
  return all.every((file) => typeof file?.url === "string" && typeof file.bytes === "number");
}

function resolveIn(folder: string, { worker, entry, wasm }: RuntimeFiles): RuntimeFiles {
  const absolute = ({ url, bytes }: RuntimeFile): RuntimeFile => ({ url: new URL(url, folder).href, bytes });
  return { worker: absolute(worker), entry: absolute(entry), wasm: absolute(wasm) };
}
