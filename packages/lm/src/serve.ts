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
    else await read(port, { request, signal, driver: engine?.driver });
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

  port.onmessage = ({ data: request }) => {
    if (request.type === "cancel") open.get(request.requestId)?.abort();
    // A release waits its turn too: a request before it may still continue that sequence.
    else if (request.type === "release") queue = queue.then(() => engine?.driver.release(request.handle));
    else enqueue(request);
  };
}

type RequestOf<Type> = Extract<AnsweredRequest, { type: Type }>;

async function load(
  port: ServerPort,
  task: { request: RequestOf<"load">; signal: AbortSignal; environment: EngineEnvironment },
): Promise<LoadedEngine> {
  const { requestId, manifestUrl, runtimeUrl } = task.request;
  const onProgress = (progress: LoadProgress): void => port.postMessage({ type: "progress", requestId, progress }, []);
  const engine = await loadEngine({ manifestUrl, runtimeUrl, signal: task.signal, onProgress }, task.environment);
  port.postMessage({ type: "loaded", requestId, manifest: engine.manifest, merges: engine.merges }, []);
  return engine;
}

async function read(
  port: ServerPort,
  task: { request: RequestOf<"prefill" | "append">; signal: AbortSignal; driver: Driver | undefined },
): Promise<void> {
  const { request, signal, driver } = task;
  if (!driver) throw new LmError("worker", "No model is loaded");
  const { handle, logits } =
    request.type === "prefill"
      ? await driver.prefill(request.ids, signal)
      : await driver.append(request.handle, request.token, signal);
  // A copy of our own, which may be given away.
  const own = new Float32Array(logits);
  port.postMessage({ type: "read", requestId: request.requestId, handle, logits: own }, [own.buffer]);
}
