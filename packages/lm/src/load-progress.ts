/**
 * One chunk of the weights, a cell of the loading card:
 * - `waiting`: not asked for yet;
 * - `network`: arriving, `loadedBytes` so far;
 * - `cache`: taken from this device and verified, the end state of a chunk that was here before;
 * - `refused`: its hash was wrong, it is being fetched once more;
 * - `done`: arrived from the network and verified, the end state of a new chunk.
 */
export type ChunkState = "waiting" | "cache" | "network" | "refused" | "done";

export interface ChunkProgress {
  bytes: number;
  loadedBytes: number;
  state: ChunkState;
}

/**
 * How far loading is. The phases come in this order; `weights` reports many times. `manifest` knows no chunks yet, so
 * its totals are 0. `loadedBytes` = `cacheBytes` + `networkBytes`, all of the weights alone.
 */
export interface LoadProgress {
  phase: "manifest" | "weights" | "runtime" | "warm-up";
  chunks: readonly ChunkProgress[];
  loadedBytes: number;
  cacheBytes: number;
  networkBytes: number;
  totalBytes: number;
}

/** Sums the chunks up. A refused chunk's bytes no longer count. */
export function summarise(phase: LoadProgress["phase"], chunks: readonly ChunkProgress[]): LoadProgress {
  const bytesWhere = (keep: (chunk: ChunkProgress) => boolean): number =>
    chunks.reduce((sum, chunk) => (keep(chunk) ? sum + chunk.loadedBytes : sum), 0);
  const cacheBytes = bytesWhere((chunk) => chunk.state === "cache");
  const networkBytes = bytesWhere((chunk) => chunk.state === "network" || chunk.state === "done");
  return {
    phase,
    chunks: chunks.map((chunk) => ({ ...chunk })),
    loadedBytes: cacheBytes + networkBytes,
    cacheBytes,
    networkBytes,
    totalBytes: chunks.reduce((sum, chunk) => sum + chunk.bytes, 0),
  };
}
