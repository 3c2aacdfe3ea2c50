import { mergeProgress, type Progress, type ProgressEvent } from "./progress-step.ts";

const key = "fewshot.progress.v1";

const lessonIdPattern = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const stepPattern = /^(read|mission:\d{1,3}\/[a-z0-9-]{1,64}|check:[a-z0-9-]+(\/[a-z0-9-]+){2})$/;

const none: Progress = {};
const listeners = new Set<() => void>();
let cached: { text: string | null; progress: Progress } = { text: null, progress: none };
/** Steps the server took over since this page was loaded: what the page was told of the server is older. */
let acknowledged: Progress = none;
let shown = { local: none, acknowledged: none, progress: none };

/** What this device remembers and the server does not know yet. For a visitor, that is everything. */
export function readLocalProgress(): Progress {
  const text = readText();
  // The same object for the same text, as `useSyncExternalStore` wants.
  if (text !== cached.text) cached = { text, progress: parse(text) };
  return cached.progress;
}

/** What was done as far as this page saw it: still on this device, or acknowledged since the page was loaded. */
export function readSeenProgress(): Progress {
  const local = readLocalProgress();
  if (shown.local !== local || shown.acknowledged !== acknowledged) {
    shown = { local, acknowledged, progress: mergeProgress(local, acknowledged) };
  }
  return shown.progress;
}

/** Adds steps; known ones are not doubled. */
export function addLocalProgress(events: readonly ProgressEvent[]): void {
  const progress: Record<string, readonly string[]> = { ...readLocalProgress() };
  for (const { lessonId, step } of events) {
    const steps = progress[lessonId] ?? [];
    if (!steps.includes(step)) progress[lessonId] = [...steps, step];
  }
  write(progress);
}

/** Hands steps over to the server, which has acknowledged them. What was added meanwhile stays. */
export function removeLocalProgress(events: readonly ProgressEvent[]): void {
  for (const { lessonId, step } of events) acknowledged = mergeProgress(acknowledged, { [lessonId]: [step] });
  const isKept = (lessonId: string, step: string) =>
    !events.some((event) => event.lessonId === lessonId && event.step === step);
  const kept = Object.entries(readLocalProgress())
    .map(([lessonId, steps]) => [lessonId, steps.filter((step) => isKept(lessonId, step))] as const)
    .filter(([, steps]) => steps.length > 0);
  write(Object.fromEntries(kept));
}

/** Calls back after every change, in this tab or another. */
export function subscribeLocalProgress(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** As a list, lesson by lesson. */
export function localProgressEvents(): ProgressEvent[] {
  return Object.entries(readLocalProgress()).flatMap(([lessonId, steps]) => steps.map((step) => ({ lessonId, step })));
}

function readText(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is switched off: nothing is remembered, everything works
  }
}

function write(progress: Progress): void {
  try {
    localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // Full or switched off: the lesson goes on, only the mark is not kept.
  }
  for (const listener of listeners) listener();
}

function parse(text: string | null): Progress {
  if (text === null) return none;
  try {
    // One entry that the server would refuse must not hold up the others.
    const lessons = Object.entries(JSON.parse(text) as object).filter(([id]) => lessonIdPattern.test(id));
    const kept = lessons.map(([id, steps]) => [id, stepsIn(steps)] as const).filter(([, steps]) => steps.length > 0);
    return Object.fromEntries(kept);
  } catch {
    return none; // not written by us
  }
}

function stepsIn(stored: unknown): string[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((step): step is string => typeof step === "string" && stepPattern.test(step));
}
