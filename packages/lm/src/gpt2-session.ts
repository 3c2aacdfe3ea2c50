import type { KvCache, KvShape } from "./kv-cache.ts";

export interface SessionRun {
  /** Shape [V] in a decode graph, [T,V] in an inspect graph. */
  logits: Float32Array;
  present: KvCache;
  /** What an inspect graph gives besides, by name (`attn.{l}`, `hidden.{i}`); a decode graph gives nothing. */
  inspected: Readonly<Record<string, Float32Array>>;
}

/** One forward pass over new tokens after a cached text; the result's cache covers both. */
export interface Gpt2Session {
  readonly kvShape: KvShape;
  /** Keys and values of all layers: twice the number of layers. */
  readonly partCount: number;
  run(ids: readonly number[], past: KvCache): Promise<SessionRun>;
  release(): Promise<void>;
}
