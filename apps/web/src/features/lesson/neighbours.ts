import type { LessonOutline, ModuleOutline } from "@fewshot/content";

/** The written lessons before and after a lesson in reading order, across modules; null at the ends. */
export function neighbours(
  modules: readonly ModuleOutline[],
  lessonId: string,
): { previous: LessonOutline | null; next: LessonOutline | null } {
  const lessons = modules.flatMap((module) => module.lessons);
  const here = lessons.findIndex(({ id }) => id === lessonId);
  if (here === -1) return { previous: null, next: null };
  return {
    previous: lessons.slice(0, here).findLast(({ isWritten }) => isWritten) ?? null,
    next: lessons.slice(here + 1).find(({ isWritten }) => isWritten) ?? null,
  };
}
