import type { CancelSignal } from "@fewshot/ml-core";
import type { Backend } from "./backend.ts";
import { completeAll } from "./complete.ts";
import type { Driver, Reading, WeightsHash } from "./driver.ts";
import type { Shelf } from "./library.ts";
import { Library, readOn } from "./library.ts";
import { sha256 } from "./sha256.ts";

/**
 * Runs texts on a backend: keeps their caches by handle, reads only what is new of a prompt that shares a prefix with
 * a text it still knows, and stops between blocks of tokens when cancelled. Requests are answered one after another.
 *
 * A continuation is written behind its parent in the same cache, so a hundred texts along one line cost about as much
 * memory as the longest. A second continuation of the same parent gets a copy of the parent's part, and so does a
 * prompt that leaves a living text in its middle. The text released last is remembered until the next one is.
 *
 * @param pause - Awaited between blocks so that a cancel message can arrive.
 */
export function createEngine(backend: Backend, pause: () => Promise<void>): Driver {
  const library = new Library(backend);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  const read = async (
    shelf: Shelf,
    task: { ids: readonly number[]; known: number; signal: CancelSignal | undefined },
  ) => {
    try {
      const logits = await readOn(shelf, { ...task, pause });
      return { handle: library.lend(shelf, task.ids.length), logits };
    } finally {
      library.endRequest();
    }
  };

  return {
    prefill: (ids, signal) =>
      inTurn(async (): Promise<Reading> => {
        const { known, shelf } = await library.findPrefix(ids);
        return read(shelf, { ids, known, signal });
      }),
    append: (handle, token, signal) =>
      inTurn(async (): Promise<Reading> => {
        const { ids, shelf } = await library.continueText(handle);
        return read(shelf, { ids: [...ids, token], known: ids.length, signal });
      }),
    complete: (prompts, options, signal) =>
      inTurn(() => completeAll(prompts, options, { backend, library, pause, signal })),
    hashWeights: () => inTurn(() => hashWeights(backend)),
    release: (handle) => library.giveBack(handle),
    dispose: () => inTurn(() => (library.clear(), backend.dispose())),
  };
}

async function hashWeights(backend: Backend): Promise<WeightsHash | null> {
  const weights = backend.readWeights?.() ?? null;
  return weights && { sha256: await sha256(weights), bytes: weights.length };
}
