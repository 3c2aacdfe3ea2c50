import { createChunkStore } from "../chunk-store.ts";
import type { Manifest } from "../manifest.ts";
import { sha256 } from "../sha256.ts";
import { fetchWeights } from "../weights.ts";
import { openGlass, type GlassModel } from "./glass-model.ts";

/**
 * Opens a model that the page has loaded already, to look inside. Its chunks are on the device by then, so nothing is
 * fetched twice where the browser keeps what it got.
 *
 * @param manifest - Of the loaded model. `folderUrl` - Where its manifest lies, absolute, with the last slash.
 * @throws LmError `network`, `corrupt`, `aborted` or `out-of-memory`; TypeError if its weights are stored as int8.
 */
export async function loadGlass(manifest: Manifest, folderUrl: string, signal?: AbortSignal): Promise<GlassModel> {
  const pieces = manifest.files.decode.chunks.map((piece) => ({ ...piece, url: new URL(piece.url, folderUrl).href }));
  const store = createChunkStore((globalThis as { caches?: CacheStorage }).caches);
  const environment = { fetch: (...request: Parameters<typeof fetch>) => fetch(...request), store, sha256 };
  return openGlass(await fetchWeights(pieces, environment, { signal }), manifest.config);
}
