import type { CancelSignal } from "@fewshot/ml-core";
import type { Backend, BatchCache } from "./backend.ts";
import type { CompleteOptions } from "./driver.ts";
import type { Library, Shelf } from "./library.ts";
import { readOn } from "./library.ts";

export interface CompleteContext {
  backend: Backend;
  library: Library;
  pause: () => Promise<void>;
  signal: CancelSignal | undefined;
}

/** A prompt on its way: what it has so far, and how much of that is read. */
interface Row {
  prompt: readonly number[];
  made: number[];
  read: number;
  isDone: boolean;
}

/** See `Driver.complete`. */
export async function completeAll(
  prompts: readonly (readonly number[])[],
  options: CompleteOptions,
  context: CompleteContext,
): Promise<number[][]> {
  const { backend, library } = context;
  const common = commonPrefix(prompts);
  const prefix = common.length > 0 ? await readPrefix(common, context) : undefined;
  const rows = prompts.map((prompt): Row => ({ prompt, made: [], read: 0, isDone: options.maxTokens === 0 }));
  try {
    const { createBatch, rowsFor } = backend;
    if (createBatch && rowsFor && prompts.length > 1) {
      const batches = { createBatch: createBatch.bind(backend), rowsFor: rowsFor.bind(backend) };
      await inBatches(rows, options, { ...context, ...batches, shelf: prefix?.shelf, common: common.length });
    } else {
      for (const row of rows) await alone(row, options, context);
    }
  } finally {
    if (prefix) library.giveBack(prefix.handle);
  }
  return rows.map(({ made }) => made);
}

/** What all prompts begin with, short of any prompt's last token. */
function commonPrefix(prompts: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = prompts;
  let length = Math.max(0, Math.min(...prompts.map((prompt) => prompt.length)) - 1);
  for (const other of others) {
    let shared = 0;
    while (shared < length && first[shared] === other[shared]) shared++;
    length = shared;
  }
  return prompts.length > 1 ? first.slice(0, length) : [];
}

/** Reads it into a text of its own, so that nothing writes over it. */
async function readPrefix(
  ids: readonly number[],
  { library, pause, signal }: CompleteContext,
): Promise<{ shelf: Shelf; handle: number }> {
  const { known, shelf } = await library.findPrefix(ids);
  try {
    await readOn(shelf, { ids, known, pause, signal });
    return { shelf, handle: library.lend(shelf, ids.length) };
  } finally {
    library.endRequest();
  }
}

async function alone(row: Row, options: CompleteOptions, { library, pause, signal }: CompleteContext): Promise<void> {
  const { prompt, made } = row;
  if (row.isDone) return;
  const { known, shelf } = await library.findPrefix(prompt);
  try {
    let logits = await readOn(shelf, { ids: prompt, known, pause, signal });
    while (!addLikeliest(row, logits, options)) {
      await pause();
      const ids = [...prompt, ...made];
      logits = await readOn(shelf, { ids, known: ids.length - 1, pause, signal });
    }
  } finally {
    library.endRequest();
  }
}

interface BatchContext extends CompleteContext {
  createBatch: NonNullable<Backend["createBatch"]>;
  rowsFor: NonNullable<Backend["rowsFor"]>;
  /** Holds what all rows begin with, `common` tokens. */
  shelf: Shelf | undefined;
  common: number;
}

async function inBatches(rows: readonly Row[], options: CompleteOptions, context: BatchContext): Promise<void> {
  const { createBatch, rowsFor, common } = context;
  const cache = context.shelf?.cache ?? context.backend.createCache();
  // Neighbours of one length end together, so that few rows wait for others.
  const sorted = [...rows].sort((a, b) => b.prompt.length - a.prompt.length);
  while (sorted[0]) {
    // The last new token is never read.
    const room = sorted[0].prompt.length + options.maxTokens - 1;
    const group = sorted.splice(0, rowsFor(room));
    const batch = createBatch(cache, { length: common, room, rows: group.length });
    for (const row of group) row.read = common;
    try {
      await stepTogether(batch, group, { options, context });
    } finally {
      batch.release();
    }
  }
}

/** One token in every row, until each row is done. A row that is done repeats its last token, which changes nothing. */
async function stepTogether(
  batch: BatchCache,
  rows: readonly Row[],
  { options, context }: { options: CompleteOptions; context: CompleteContext },
): Promise<void> {
  while (rows.some(({ isDone }) => !isDone)) {
    await context.pause();
    context.signal?.throwIfAborted();
    const positions = rows.map(({ isDone, read }) => (isDone ? Math.max(0, read - 1) : read));
    const tokens = rows.map(({ prompt, made }, index) => {
      const position = positions[index] ?? 0;
      return prompt[position] ?? made[position - prompt.length] ?? 0;
    });
    const logits = await batch.step(tokens, positions);
    const width = logits.length / rows.length;
    rows.forEach((row, index) => {
      if (row.isDone) return;
      row.read++;
      // Logits inside the prompt are nobody's wish.
      if (row.read < row.prompt.length) return;
      addLikeliest(row, logits.subarray(index * width, (index + 1) * width), options);
    });
  }
}

/** @returns Whether the row is done now. */
function addLikeliest(row: Row, logits: Float32Array, { maxTokens, stopIds = [] }: CompleteOptions): boolean {
  const id = likeliest(logits);
  if (stopIds.includes(id)) row.isDone = true;
  else row.made.push(id);
  row.isDone ||= row.made.length >= maxTokens;
  return row.isDone;
}

/** Index of the greatest, the smallest of equals. */
function likeliest(logits: Float32Array): number {
  let best = 0;
  for (let id = 1; id < logits.length; id++) {
    if ((logits[id] ?? 0) > (logits[best] ?? 0)) best = id;
  }
  return best;
}
