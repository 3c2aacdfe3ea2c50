import type { Driver } from "./driver.ts";
import { LmError, abortedError, toLmError } from "./lm-error.ts";
import type { EngineEnvironment, LoadedEngine } from "./load-engine.ts";
import { loadEngine } from "./load-engine.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { AnsweredRequest, WorkerRequest, WorkerResponse } from "./protocol.ts";

/** The worker's side of the message channel; a worker's global scope and a MessagePort both are one. */
export interface ServerPort {
  postMessage(message: WorkerResponse, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
}

/**
 * Answers a page's requests one at a time, in the order they came, because the runtime has one thread. Before each it
 * lets waiting messages in, so that a request cancelled while it queued costs nothing.
 */
export function serve(port: ServerPort, environment: EngineEnvironment): void {
  const open = new Map<number, AbortController>();
  let engine: LoadedEngine | undefined;
  let queue: Promise<void> = Promise.resolve();

  const answer = async (request: AnsweredRequest, signal: AbortSignal): Promise<void> => {
    await environment.pause();
    signal.throwIfAborted();
    if (request.type === "load") engine = await load(port, { request, signal, environment });
    else await compute(port, { request, signal, driver: engine?.driver });
  };

  const enqueue = (request: AnsweredRequest): void => {
    const { requestId } = request;
    const controller = new AbortController();
    open.set(requestId, controller);
    queue = queue
      .then(() => answer(request, controller.signal))
      .catch((error: unknown) => {
        const { code, message } = controller.signal.aborted ? abortedError(undefined) : toLmError(error);
        port.postMessage({ type: "failed", requestId, code, message }, []);
      })
      .finally(() => open.delete(requestId));
  };

  /** A release waits its turn too: a request before it may still continue that sequence. */
  const release = (handles: readonly number[]): void => {
    queue = queue.then(() => handles.forEach((handle) => engine?.driver.release(handle)));
  };

  port.onmessage = ({ data: request }) => {
    if (request.type === "cancel") open.get(request.requestId)?.abort();
    else if (request.type === "release") release(request.handles);
    else {
      if (request.type !== "load" && request.released) release(request.released);
      enqueue(request);
    }
  };
}

type RequestOf<Type> = Extract<AnsweredRequest, { type: Type }>;

async function load(
  port: ServerPort,
  task: { request: RequestOf<"load">; signal: AbortSignal; environment: EngineEnvironment },
): Promise<LoadedEngine> {
  const { requestId, lockName } = task.request;
  if (lockName !== undefined) await task.environment.holdLock?.(lockName);
  const onProgress = (progress: LoadProgress): void => port.postMessage({ type: "progress", requestId, progress }, []);
  const loaded = await loadEngine({ ...task.request, signal: task.signal, onProgress }, task.environment);
  const { manifest, merges, engine } = loaded;
  port.postMessage({ type: "loaded", requestId, manifest, merges, engine }, []);
  return loaded;
}

async function compute(
  port: ServerPort,
  task: {
    request: RequestOf<"prefill" | "append" | "complete" | "hash">;
    signal: AbortSignal;
    driver: Driver | undefined;
  },
): Promise<void> {
  const { request, signal, driver } = task;
  if (!driver) throw new LmError("worker", "No model is loaded");
  if (request.type === "complete") {
    const ids = await driver.complete(request.prompts, request.options, signal);
    port.postMessage({ type: "completed", requestId: request.requestId, ids }, []);
    return;
  }
  if (request.type === "hash") {
    port.postMessage({ type: "hashed", requestId: request.requestId, hash: await driver.hashWeights() }, []);
    return;
  }
  const { handle, logits } =
    request.type === "prefill"
      ? await driver.prefill(request.ids, signal)
      : await driver.append(request.handle, request.token, signal);
  // A backend gives logits away, so they can go on without another copy.
  const own = logits as Float32Array<ArrayBuffer>;
  port.postMessage({ type: "read", requestId: request.requestId, handle, logits: own }, [own.buffer]);
}
