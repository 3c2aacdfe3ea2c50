import type { ChunkStore } from "./chunk-store.ts";
import { LmError } from "./lm-error.ts";
import type { ChunkProgress } from "./load-progress.ts";
import type { Piece } from "./manifest.ts";
import { runTogether } from "./together.ts";

/** What loading needs of its surroundings; a test passes its own. */
export interface LoadEnvironment {
  fetch: typeof fetch;
  store: ChunkStore;
  /** SHA-256 in lower-case hex. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

export interface LoadWatch {
  signal?: AbortSignal | undefined;
  onProgress?: ((chunks: readonly ChunkProgress[]) => void) | undefined;
}

const PARALLEL_FETCHES = 3;

/** Reports per chunk while its bytes arrive, so that a big model does not send a message per network packet. */
const REPORTS_PER_CHUNK = 16;

/**
 * Loads a file that lies in chunks: from the store where it has them, else from the network, three at a time, each
 * verified before it is used or kept. Chunks that arrived before a failure stay in the store, so the next try resumes.
 * A chunk that is missing, answered in part (206) or not what the manifest says is refused and fetched once more past
 * every cache.
 *
 * @param pieces - The chunks in file order, with absolute addresses.
 * @returns The whole file.
 * @throws LmError `network`, `corrupt`, `aborted` or `out-of-memory`.
 */
export async function fetchWeights(
  pieces: readonly Piece[],
  environment: LoadEnvironment,
  { signal, onProgress }: LoadWatch = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = layOut(pieces);
  const chunks = parts.map(({ progress }) => progress);
  const file = allocate(chunks.reduce((sum, { bytes }) => sum + bytes, 0));
  onProgress?.(chunks);

  const queue = parts.values();
  const loadInTurn = async (inner: AbortSignal): Promise<void> => {
    for (const { piece, offset, progress } of queue) {
      const update = (change: Partial<ChunkProgress>): void => {
        Object.assign(progress, change);
        onProgress?.(chunks);
      };
      file.set(await loadPiece(piece, environment, { signal: inner, update }), offset);
    }
  };
  await runTogether(signal, (inner) => Array.from({ length: PARALLEL_FETCHES }, () => loadInTurn(inner)));
  return file;
}

/** Loads one small file, verified like a chunk. */
export async function fetchPiece(
  piece: Piece,
  environment: LoadEnvironment,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return fetchWeights([piece], environment, { signal });
}

interface PieceWatch {
  signal: AbortSignal;
  update(change: Partial<ChunkProgress>): void;
}

async function loadPiece(
  piece: Piece,
  environment: LoadEnvironment,
  { signal, update }: PieceWatch,
): Promise<Uint8Array<ArrayBuffer>> {
  const { store } = environment;
  signal.throwIfAborted();
  const kept = await store.get(piece.url);
  if (kept && (await isIntact(kept, piece, environment))) {
    update({ state: "cache", loadedBytes: piece.bytes });
    return kept;
  }

  let bytes = await download(piece, environment, { signal, update });
  if (!(await isIntact(bytes, piece, environment))) {
    update({ state: "refused", loadedBytes: 0 });
    bytes = await download(piece, environment, { signal, update, isSecondTry: true });
  }
  if (!(await isIntact(bytes, piece, environment))) {
    update({ state: "refused", loadedBytes: 0 });
    throw new LmError("corrupt", `${piece.url} is not the file the manifest names, fetched twice`);
  }
  await store.put(piece.url, bytes);
  update({ state: "done", loadedBytes: piece.bytes });
  return bytes;
}

async function isIntact(bytes: Uint8Array<ArrayBuffer>, piece: Piece, { sha256 }: LoadEnvironment): Promise<boolean> {
  return bytes.length === piece.bytes && (await sha256(bytes)) === piece.sha256;
}

interface Download extends PieceWatch {
  isSecondTry?: boolean;
}

/** Nothing if the answer is not a whole file: that is no more what the manifest says than a damaged one. */
async function download(
  piece: Piece,
  environment: LoadEnvironment,
  options: Download,
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal, update, isSecondTry = false } = options;
  try {
    const response = await environment.fetch(piece.url, { signal, ...(isSecondTry && { cache: "reload" }) });
    if (response.status === 200) {
      if (!isSecondTry) update({ state: "network" });
      return await readAtMost(response, piece, options);
    }
    await response.body?.cancel();
    if (isSecondTry && !response.ok) throw new LmError("network", `${piece.url} answered ${response.status}`);
    return new Uint8Array(0);
  } catch (error) {
    if (error instanceof LmError) throw error;
    throw new LmError("network", `${piece.url} could not be fetched: ${String(error)}`, { cause: error });
  }
}

/** At most one byte more than promised: enough to see that a file is too long, and no more. */
async function readAtMost(response: Response, piece: Piece, { update }: Download): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = allocate(piece.bytes + 1);
  let length = 0;
  let reported = 0;
  for await (const part of partsOf(response)) {
    bytes.set(part.subarray(0, bytes.length - length), length);
    length = Math.min(length + part.length, bytes.length);
    if (length === bytes.length) break;
    if (length - reported < piece.bytes / REPORTS_PER_CHUNK) continue;
    reported = length;
    update({ loadedBytes: length });
  }
  return bytes.subarray(0, length);
}

/** A stream's parts, by reader: not every browser can iterate a stream. Leaving early cancels the download. */
async function* partsOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Where each chunk goes in the file, and its cell of the loading card. */
function layOut(pieces: readonly Piece[]): { piece: Piece; offset: number; progress: ChunkProgress }[] {
  let end = 0;
  return pieces.map((piece) => {
    const offset = end;
    end += piece.bytes;
    return { piece, offset, progress: { bytes: piece.bytes, loadedBytes: 0, state: "waiting" } };
  });
}

function allocate(byteCount: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(byteCount);
  } catch (error) {
    throw new LmError("out-of-memory", `No room for ${byteCount} bytes`, { cause: error });
  }
}
