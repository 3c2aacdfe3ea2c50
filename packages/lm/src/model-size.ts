import { createChunkStore } from "./chunk-store.ts";
import { LmError } from "./lm-error.ts";
import { RUNTIME_FOLDER, findRuntimes } from "./runtime-files.ts";

/** What loading a model costs. Nothing is compressed in these numbers, so a server may send less. */
export interface ModelSize {
  /** Weights, tokenizer and runtime. */
  totalBytes: number;
  /** What of it is not on this device yet. */
  missingBytes: number;
}

/** The parts of a manifest that say how much there is to fetch. */
interface Listed {
  tokenizer: { merges: { url: string; bytes: number } };
  files: { decode: { chunks: { url: string; bytes: number }[] } };
}

/**
 * Asks how large a model is, without loading it: a few kilobytes, for pages that let the reader decide.
 *
 * @param options - As for `loadModel`.
 * @throws LmError `network` if the manifest cannot be fetched, `corrupt` if it is none.
 */
export async function measureModel(options: { manifestUrl: string; runtimeFolder?: string }): Promise<ModelSize> {
  const base = (globalThis as { location?: Location }).location?.href;
  const manifestUrl = new URL(options.manifestUrl, base).href;
  const { entry, wasm, worker } = (await findRuntimes(new URL(options.runtimeFolder ?? RUNTIME_FOLDER, base).href))
    .wasm;
  const pieces = (await listPieces(manifestUrl)).map(({ url, bytes }) => ({
    url: new URL(url, manifestUrl).href,
    bytes,
  }));
  const store = createChunkStore((globalThis as { caches?: CacheStorage }).caches);
  let totalBytes = entry.bytes + worker.bytes;
  let missingBytes = 0;
  for (const { url, bytes } of [...pieces, wasm]) {
    totalBytes += bytes;
    if (!(await store.has(url))) missingBytes += bytes;
  }
  return { totalBytes, missingBytes };
}

async function listPieces(manifestUrl: string): Promise<{ url: string; bytes: number }[]> {
  const response = await fetch(manifestUrl, { cache: "no-cache" }).catch((error: unknown) => {
    throw new LmError("network", `${manifestUrl} could not be fetched: ${String(error)}`, { cause: error });
  });
  if (!response.ok) throw new LmError("network", `${manifestUrl} answered ${response.status}`);
  try {
    const { tokenizer, files } = (await response.json()) as Listed;
    return [tokenizer.merges, ...files.decode.chunks];
  } catch (error) {
    throw new LmError("corrupt", `${manifestUrl} is no manifest: ${String(error)}`, { cause: error });
  }
}
