"use client";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { addLocalProgress, readSeenProgress, subscribeLocalProgress } from "./local-progress.ts";
import { mergeProgress, type Progress } from "./progress-step.ts";

const none: Progress = {};

/** What was done, on this device and (as the page was told) on the server. On the server itself: only the latter. */
export function useProgress(recorded: Progress = none): Progress {
  const local = useSyncExternalStore(subscribeLocalProgress, readSeenProgress, () => none);
  return useMemo(() => mergeProgress(recorded, local), [recorded, local]);
}

/** Keeps a step on this device; `ProgressSync` sends it on for those who are signed in. */
export function useRecordStep(lessonId: string): (step: string) => void {
  return useCallback((step) => addLocalProgress([{ lessonId, step }]), [lessonId]);
}
