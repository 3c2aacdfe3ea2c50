import * as z from "zod/mini";
import { parseGpt2Config } from "../gpt2-config.ts";
import type { Manifest, Piece } from "../manifest.ts";
import { parseManifest } from "../manifest.ts";
import { exportOnnx } from "./export-onnx.ts";
import type { Storage } from "./storage.ts";

/** The files of `models/<name>/`, in Hugging Face's layout but for the card. */
export interface ModelFolder {
  name: string;
  safetensors: Uint8Array;
  /** `config.json` and `card.json`, parsed. */
  config: unknown;
  card: unknown;
  merges: Uint8Array;
  /** By default the end of text alone. */
  specialTokens?: readonly string[];
  /** How weights are stored, by default as they are. */
  storage?: Storage;
}

export interface PackedModel {
  manifest: Manifest;
  /** What to write beside `manifest.json`, by name. */
  files: Map<string, Uint8Array>;
}

const MIB = 2 ** 20;

/** Up to this size a chunk is 1 MiB, one cell of the loading card; above it, 8 MiB, so that requests stay few. */
const SMALL_MODEL_BYTES = 64 * MIB;

const cardSchema = z.looseObject({ tokenizer: z.looseObject({ kind: z.enum(["fewshot", "gpt2"]) }) });

/**
 * Makes what a browser downloads: the decode graph cut in chunks, the merges and the manifest that describes them.
 * Chunks are named by their hash, so that a changed model never meets an old cache.
 *
 * @param sha256 - SHA-256 in lower-case hex.
 * @throws TypeError, SafetensorsError or LmError naming what is wrong with the folder.
 */
export function packModel(folder: ModelFolder, sha256: (bytes: Uint8Array) => string): PackedModel {
  const { name, merges, storage = "as-is", specialTokens = ["<|endoftext|>"] } = folder;
  const config = parseGpt2Config(folder.config);
  const card = cardSchema.parse(folder.card);
  const model = exportOnnx(folder.safetensors, config, { variant: "decode", storage });
  const chunkBytes = model.length > SMALL_MODEL_BYTES ? 8 * MIB : MIB;

  const files = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array, urlOf: (hash: string) => string): Piece => {
    const hash = sha256(bytes);
    files.set(urlOf(hash), bytes);
    return { url: urlOf(hash), bytes: bytes.length, sha256: hash };
  };
  const chunks = Array.from({ length: Math.ceil(model.length / chunkBytes) }, (_, index) =>
    add(model.subarray(index * chunkBytes, (index + 1) * chunkBytes), (hash) => `decode-${hash.slice(0, 16)}.bin`),
  );
  const mergesPiece = add(merges, () => "merges.txt");
  const manifest = parseManifest({
    format: 1,
    name,
    fingerprint: sha256(new TextEncoder().encode(sha256(model) + mergesPiece.sha256)).slice(0, 16),
    config,
    tokenizer: { kind: card.tokenizer.kind, merges: mergesPiece, specialTokens },
    files: { decode: { bytes: model.length, chunkBytes, chunks } },
    card,
  });
  return { manifest, files };
}
