import { localProgressEvents, removeLocalProgress } from "./local-progress.ts";
import type { ProgressEvent } from "./progress-step.ts";

/** As many as the server takes at once. */
const batchSize = 200;

/**
 * Sends what is on this device, batch by batch, and forgets each batch only when the server has acknowledged it.
 *
 * @returns how many steps were sent.
 * @throws whatever `send` throws; what was not acknowledged stays.
 */
export async function sendLocalProgress(send: (events: ProgressEvent[]) => Promise<unknown>): Promise<number> {
  for (let sent = 0; ;) {
    const batch = localProgressEvents().slice(0, batchSize);
    if (batch.length === 0) return sent;
    await send(batch);
    removeLocalProgress(batch);
    sent += batch.length;
  }
}
