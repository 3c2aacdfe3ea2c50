"use client";

import { useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { AnswerSync, type AnswerSyncOptions, type SyncState } from "./answer-sync.ts";
import { memoryOutbox, openOutbox } from "./outbox.ts";

type Deps = Pick<AnswerSyncOptions, "attemptId" | "drafts" | "save" | "isSignedOut">;

function scheduleTimeout(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}

/**
 * Runs an {@link AnswerSync} for as long as the component is mounted, and hurries it when the network or the tab returns.
 *
 * @param deps - Read once, when the attempt opens; later drafts of the same attempt are ignored on purpose, since what
 *   the learner typed meanwhile is newer.
 * @returns null until the outbox has been read.
 */
export function useAnswerSync(deps: Deps): { sync: AnswerSync; state: SyncState } | null {
  const [running, setRunning] = useState<{ sync: AnswerSync; state: SyncState } | null>(null);
  const first = useRef(deps);

  useEffect(() => {
    let closed = false;
    let started: AnswerSync | null = null;
    const start = async () => {
      const outbox = await openOutbox().catch(() => memoryOutbox());
      const sync = await AnswerSync.start({
        ...first.current,
        clientId: uuidv7(),
        outbox,
        now: () => new Date(),
        schedule: scheduleTimeout,
        onChange: (state) => setRunning((current) => (current ? { ...current, state } : current)),
      });
      if (closed) return sync.dispose();
      started = sync;
      setRunning({ sync, state: sync.state });
    };
    void start();
    const hurry = () => void started?.flush();
    window.addEventListener("online", hurry);
    window.addEventListener("pagehide", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      closed = true;
      started?.dispose();
      window.removeEventListener("online", hurry);
      window.removeEventListener("pagehide", hurry);
      document.removeEventListener("visibilitychange", hurry);
    };
  }, [deps.attemptId]);

  return running;
}
