import type { Engine } from "../contract.ts";
import { expose } from "./expose.ts";

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

const worker = new Worker("/theirs-worker.js", { type: "module" });
const waiting = new Map<number, (answer: Answer) => void>();
let lastId = 0;

worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
});

/** One message there and one back for a whole measurement. */
function ask<T>(method: keyof Engine, ...values: unknown[]): Promise<T> {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, ({ result, error }) => (error === undefined ? resolve(result as T) : reject(new Error(error))));
    worker.postMessage({ id, method, values });
  });
}

const theirs: Engine = {
  load: (request) => ask("load", request),
  greedy: (ids, count) => ask("greedy", ids, count),
  read: (ids) => ask("read", ids),
  decode: (ids, count) => ask("decode", ids, count),
  loop: (ids, count) => ask("loop", ids, count),
  extend: (ids, id) => ask("extend", ids, id),
};

expose(theirs);
