/** Something a learner did in a lesson: "read", "mission:<lab index>/<mission id>" or "check:<item id>". */
export type ProgressEvent = { lessonId: string; step: string };

export const readStep = "read";
export const missionStep = (labIndex: number, missionId: string): string => `mission:${labIndex}/${missionId}`;
export const checkStep = (itemId: string): string => `check:${itemId}`;

/** Steps by lesson. */
export type Progress = Readonly<Record<string, readonly string[]>>;

export type LessonState = "open" | "begun" | "done";

/** Done means read to the end; missions and checks are begun at most. */
export function lessonState(steps: readonly string[]): LessonState {
  if (steps.includes(readStep)) return "done";
  return steps.length > 0 ? "begun" : "open";
}

/** Both records as one; a step that is in both counts once. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const lessonIds = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...lessonIds].map((id) => [id, [...new Set([...(one[id] ?? []), ...(other[id] ?? [])])]]));
}
