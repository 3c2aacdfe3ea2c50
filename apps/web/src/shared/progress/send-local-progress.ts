import { localProgressEvents, removeLocalProgress } from "./local-progress.ts";
import type { ProgressEvent } from "./progress-step.ts";

/** As many as the server takes at once. */
const batchSize = 200;

/**
 * Sends what is on this device, batch by batch, and forgets each batch only when the server has acknowledged it.
 *
 * @throws whatever `send` throws; what was not acknowledged stays.
 */
export async function sendLocalProgress(send: (events: ProgressEvent[]) => Promise<unknown>): Promise<void> {
  for (;;) {
    const batch = localProgressEvents().slice(0, batchSize);
    if (batch.length === 0) return;
    await send(batch);
    removeLocalProgress(batch);
  }
}
