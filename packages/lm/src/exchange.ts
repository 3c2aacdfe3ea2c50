import type { CancelSignal } from "@fewshot/ml-core";
import { LmError } from "./lm-error.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { AnsweredRequest, WorkerRequest, WorkerResponse } from "./protocol.ts";

/** The page's side of the message channel; a Worker is one. */
export interface WorkerLike {
  postMessage(message: WorkerRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WorkerResponse>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export type Answer = Exclude<WorkerResponse, { type: "progress" | "failed" }>;

/** A request without its number. Distributes over the union, which a plain `Omit` would flatten. */
export type Question = AnsweredRequest extends infer R
  ? R extends AnsweredRequest
    ? Omit<R, "requestId">
    : never
  : never;

export interface AskOptions {
  signal?: CancelSignal | undefined;
  onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/** Questions and answers over the worker's one-way messages. */
export interface Exchange {
  ask(question: Question, options: AskOptions): Promise<Answer>;
  /** Rejects every open and every later question. */
  fail(message: string): void;
}

interface Asked {
  settle(response: Exclude<WorkerResponse, { type: "progress" }>): void;
  reject(error: unknown): void;
  onProgress: AskOptions["onProgress"];
}

/**
 * Numbers questions and matches answers. A cancelled question rejects with its signal's reason at once; if its result
 * comes all the same, it is released. When the worker fails, it fails for good: the only remedy is a new worker.
 */
export function createExchange(worker: WorkerLike): Exchange {
  const asked = new Map<number, Asked>();
  let failure: LmError | undefined;
  let nextRequestId = 1;

  const fail = (message: string): void => {
    failure ??= new LmError("worker", message);
    for (const { reject } of asked.values()) reject(failure);
    asked.clear();
  };
  const ask = (question: Question, { signal, onProgress }: AskOptions): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (failure) throw failure;
      signal?.throwIfAborted();
      const requestId = nextRequestId++;
      const cancel = (): void => {
        if (asked.delete(requestId)) worker.postMessage({ type: "cancel", requestId });
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", cancel, { once: true });
      const settle: Asked["settle"] = (response) => {
        signal?.removeEventListener("abort", cancel);
        if (response.type === "failed") reject(new LmError(response.code, response.message));
        else resolve(response);
      };
      asked.set(requestId, { settle, reject, onProgress });
      worker.postMessage({ ...question, requestId });
    });

  listen(worker, asked, fail);
  return { ask, fail };
}

function listen(worker: WorkerLike, asked: Map<number, Asked>, fail: (message: string) => void): void {
  worker.onerror = (event) => {
    event.preventDefault();
    fail(`The model's worker failed: ${event.message || "it could not be started"}`);
  };
  worker.onmessageerror = () => fail("The model's worker sent something unreadable");
  worker.onmessage = ({ data: response }) => {
    const question = asked.get(response.requestId);
    if (response.type === "progress") {
      question?.onProgress?.(response.progress);
      return;
    }
    asked.delete(response.requestId);
    if (question) question.settle(response);
    else if (response.type === "read") worker.postMessage({ type: "release", handles: [response.handle] });
  };
}
