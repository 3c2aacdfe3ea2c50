/** Notices the end of whoever holds a lock. */
export interface LockWatch {
  /** To be held by the one watched; undefined where the browser has no locks, as outside a secure context. */
  readonly name: string | undefined;
  /** Begins to wait for the lock, once the other holds it. Calling it again does nothing. */
  start(): void;
  stop(): void;
}

/** @param onGone - Called once, when the other's lock came free. */
export function watchLock(onGone: () => void): LockWatch {
  // Typed as always present, but missing outside secure contexts and in Node.
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
  const waiting = new AbortController();
  const name = locks && `fewshot-lm-${crypto.randomUUID()}`;
  let isStarted = false;
  return {
    name,
    start: () => {
      if (isStarted || !locks || name === undefined) return;
      isStarted = true;
      // Rejects when the watch is stopped, which is nobody's business.
      locks.request(name, { signal: waiting.signal }, onGone).catch(() => undefined);
    },
    stop: () => waiting.abort(),
  };
}
