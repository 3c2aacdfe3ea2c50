import type { WorkerLike } from "../exchange.ts";
import type { EngineEnvironment } from "../load-engine.ts";
import type { WorkerResponse } from "../protocol.ts";
import type { ServerPort } from "../serve.ts";
import { serve } from "../serve.ts";

/** The worker's code on the other side of a real message channel: messages are cloned and transferred as in a browser. */
export function createChannelWorker(environment: EngineEnvironment): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  serve(port1 as ServerPort, environment);
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message) => port2.postMessage(message),
    terminate: () => {
      port1.close();
      port2.close();
    },
  };
  port2.onmessage = (event: MessageEvent<WorkerResponse>) => worker.onmessage?.(event);
  return worker;
}

/** Lets messages in, as the worker's own pause does. */
export function pauseInNode(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
