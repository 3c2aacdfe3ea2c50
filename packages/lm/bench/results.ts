import type { ModelName } from "./models.ts";
import type { Neighbours } from "./load-watch.ts";
import type { Rates } from "./pages/probe.ts";

/** What is compared: ours as labs use it, ours without a message per token, ours by the public interface, theirs twice. */
export type ContestantName =
  | "ours"
  | "ours, tokens chosen in the worker"
  | "ours by the public interface"
  | "transformers.js"
  | "transformers.js, best";

export interface Setting {
  dtype?: "fp32" | "fp16" | "q8";
  threads?: number;
  build?: "plain";
}

/** Decoding with one setting of transformers.js: tokens a second by length of the text. */
export interface SweepRow {
  setting: Setting;
  tokensPerSecond: Record<number, number>;
  /** Why there is no number. */
  failure?: string;
}

export interface Sweep {
  rows: SweepRow[];
  best: Setting;
  others: Neighbours;
}

export interface Agreement {
  prompts: number;
  tokens: number;
  /** Prompts of which all tokens are those of ours, by setting. */
  same: { engine: string; prompts: number; tokens: number }[];
}

/** The measured tokens of one turn, in milliseconds. */
export interface Turn {
  tokens: number;
  totalMs: number;
  /** Missing where tokens were not timed one by one. */
  medianMs?: number;
  p95Ms?: number;
}

/** One contestant at one length of text in one round: its turn on the way there and the one on the way back. */
export interface Burst {
  contestant: ContestantName;
  length: number;
  turns: [Turn, Turn];
}

export interface Round {
  bursts: Burst[];
  others: Neighbours;
}

export interface Decoding {
  engines: Record<string, string>;
  lengths: number[];
  rounds: Round[];
  /** Of our page while ours was decoding; 0 if no task reached 50 ms. */
  longestTaskMs: number;
}

/** One reading of prompts, milliseconds: medians of a few. */
export interface Prompting {
  contestant: ContestantName;
  length: number;
  /** A prompt of this length of which nothing was known, to its first token. */
  readMs: number;
  /** The same prompt and one token more, which stood in the page already. */
  extendMs: number;
}

export interface Loading {
  contestant: ContestantName;
  engine: string;
  /** Navigation to the first token of a prompt of 16, first visit and second, each run's milliseconds. */
  firstVisitMs: number[];
  secondVisitMs: number[];
  /** Highest resident size of the page's process on a first visit; from Linux. */
  peakBytes?: number;
  /** What the page's own measurement says after the first visit. */
  pageBytes?: number;
  runtime: { raw: number; gzip: number; files: string[] };
  modelBytes: number;
}

export interface Roofline {
  /** By number of threads. */
  rates: Record<number, Rates>;
  bufferBytes: number;
}

export interface ModelResult {
  model: string;
  parameters: number;
  contextLength: number;
  /** What a step must read and compute at least, by length of the text. */
  work: Record<number, { bytes: number; operations: number }>;
  sweep?: Sweep;
  agreement?: Agreement;
  decoding?: Decoding;
  prompting?: { rows: Prompting[]; others: Neighbours };
  loading?: { rows: Loading[]; others: Neighbours };
  roofline?: Roofline;
}

export interface Environment {
  date: string;
  processor: string;
  memoryGib: number;
  system: string;
  chromium: string;
  node: string;
  ours: string;
  transformers: string;
  theirRuntime: string;
}

export interface Results {
  environment: Environment;
  models: Partial<Record<ModelName, ModelResult>>;
}
