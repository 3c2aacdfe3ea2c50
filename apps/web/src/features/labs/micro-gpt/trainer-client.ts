import type { TrainerAnswer, TrainerProgress, TrainerRequest, TrainerResponse } from "./serve-trainer.ts";

/** The page's side of the channel; a Worker is one. */
export interface TrainerWorker {
  postMessage(message: TrainerRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<TrainerResponse>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** A worker that trains. One request at a time. */
export interface TrainerClient {
  ask(
    request: Exclude<TrainerRequest, { type: "stop" }>,
    onProgress?: (progress: TrainerProgress) => void,
  ): Promise<TrainerAnswer>;
  /** Ends a training under way; its answer comes as it would have. */
  stop(): void;
  dispose(): void;
}

/** Starts the worker. */
export function spawnTrainer(): TrainerWorker {
  // eslint-disable-next-line no-restricted-syntax -- not an asset: so the bundler is told of a worker
  return new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
}

/** Matches each request with its answer. @throws From `ask`: Error if the worker fails. */
export function createTrainerClient(worker: TrainerWorker): TrainerClient {
  let open: { resolve(answer: TrainerAnswer): void; reject(error: Error): void } | undefined;
  let report: ((progress: TrainerProgress) => void) | undefined;
  worker.onmessage = ({ data }) => {
    if (data.type === "progress") report?.(data);
    else if (data.type === "done") open?.resolve(data);
    else open?.reject(new Error(data.message));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    open?.reject(new Error(event.message || "the worker could not be started"));
  };
  return {
    ask: (request, onProgress) =>
      new Promise((resolve, reject) => {
        open = { resolve, reject };
        report = onProgress;
        worker.postMessage(request);
      }),
    stop: () => worker.postMessage({ type: "stop" }),
    dispose: () => worker.terminate(),
  };
}
