/** How a page of this bench is started: which model, and with what settings. */
export interface LoadRequest {
  /** Folder below `/ours/` or `/theirs/` of the site. */
  model: string;
  /** transformers.js only; undefined leaves it its own default. */
  dtype?: "fp32" | "fp16" | "q8" | undefined;
  threads?: number | undefined;
  /** transformers.js only: which of ONNX Runtime's builds; undefined is the one it takes by itself. */
  build?: "plain" | undefined;
  /** Ours only: backends to do without. */
  without?: readonly ("ort-handles" | "webgpu")[] | undefined;
}

/** What runs behind a page. Token ids go in, milliseconds come out, measured in the page. */
export interface Engine {
  /** @returns What computes, in words, e.g. `ort-handles, 1 thread`. */
  load(request: LoadRequest): Promise<string>;
  /** Continues a prompt with the likeliest token, `count` times. */
  greedy(ids: readonly number[], count: number): Promise<number[]>;
  /** Reads a prompt: milliseconds until its next token is known. Nothing of it must have been read before. */
  read(ids: readonly number[]): Promise<number>;
  /** Reads a prompt, then continues it with the likeliest token: milliseconds of each new token, reading not counted. */
  decode(ids: readonly number[], count: number): Promise<number[]>;
  /**
   * The same in one call: milliseconds of all new tokens together, after eight that do not count. Only ours has such a
   * call besides the one by token; transformers.js has no other.
   */
  loop(ids: readonly number[], count: number): Promise<number>;
  /** A prompt that stands in the page gets one token more: milliseconds until the next token is known. */
  extend(ids: readonly number[], id: number): Promise<number>;
}

/** A visit: from the navigation to the first token. */
export interface Visit {
  /** Milliseconds from the start of the navigation. */
  readyMs: number;
  firstTokenMs: number;
  engine: string;
}

/** What a page hangs on its global object. */
export interface BenchGlobal {
  bench: Engine;
  /** There if the page was opened with a visit in its fragment. */
  visit?: Promise<Visit>;
  /** Longest task of the page's main thread so far, in milliseconds; 0 if none reached 50. */
  longestTaskMs: number;
}

/** The fragment of a page that is to load a model and read a prompt by itself. */
export interface VisitRequest {
  load: LoadRequest;
  ids: readonly number[];
}
