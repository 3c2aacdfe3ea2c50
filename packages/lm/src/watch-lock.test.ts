import { describe, expect, it, onTestFinished, vi } from "vitest";
import { watchLock } from "./watch-lock.ts";

/** The part of the Web Locks API that is used: one lock of each name at a time, waiting requests in order. */
function createFakeLocks() {
  const held = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as () => unknown;
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { signal?: AbortSignal };
    await held.get(name);
    signal?.throwIfAborted();
    const done = Promise.resolve(work());
    held.set(name, done);
    return done;
  };
  return { request } as unknown as LockManager;
}

describe("watchLock", () => {
  it("tells when the holder is gone, and not before", async () => {
    const locks = createFakeLocks();
    vi.stubGlobal("navigator", { locks });
    onTestFinished(() => void vi.unstubAllGlobals());
    const onGone = vi.fn();
    const watch = watchLock(onGone);
    let letGo: ((value: unknown) => void) | undefined;
    await new Promise<void>((taken) => {
      void locks.request(watch.name!, () => {
        taken();
        return new Promise((resolve) => (letGo = resolve));
      });
    });
    watch.start();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(onGone).not.toHaveBeenCalled();
    letGo?.(undefined);
    await vi.waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  });

  it("is silent once it is stopped, and where there are no locks", async () => {
    const watch = watchLock(() => expect.fail("told"));
    watch.stop();
    watch.start();
    vi.stubGlobal("navigator", {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const none = watchLock(() => expect.fail("told"));
    expect(none.name).toBeUndefined();
    none.start();
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
});
