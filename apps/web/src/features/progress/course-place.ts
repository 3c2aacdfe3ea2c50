import { lessonState, type Progress } from "#shared/progress/progress-step";

export type PlannedLesson = { id: string; title: string; minutes: number; isWritten: boolean };

/** A module of the course in the page's language; `number` counts from 1. */
export type PlannedModule = { slug: string; number: number; title: string; hasQuiz: boolean; lessons: PlannedLesson[] };

export type Place = { lesson: PlannedLesson; label: string; isBegun: boolean };

/**
 * Where to go on: the first lesson that was begun and not finished, else the first that was not opened.
 *
 * @returns null when every written lesson has been read.
 */
export function nextPlace(modules: readonly PlannedModule[], progress: Progress): Place | null {
  const places = modules.flatMap(({ number, lessons }) =>
    lessons.map((lesson, index) => ({ lesson, label: `${number}.${index + 1}`, state: stateOf(lesson, progress) })),
  );
  const written = places.filter(({ lesson }) => lesson.isWritten);
  const found = written.find(({ state }) => state === "begun") ?? written.find(({ state }) => state === "open");
  return found ? { lesson: found.lesson, label: found.label, isBegun: found.state === "begun" } : null;
}

const stateOf = ({ id }: PlannedLesson, progress: Progress) => lessonState(progress[id] ?? []);

/** How many of these lessons are written, and how many of those were read to the end. */
export function countRead(lessons: readonly PlannedLesson[], progress: Progress): { written: number; done: number } {
  const written = lessons.filter(({ isWritten }) => isWritten);
  return { written: written.length, done: written.filter((lesson) => stateOf(lesson, progress) === "done").length };
}

/** The steps of one lesson by what they are. */
export function countSteps(steps: readonly string[]): { isRead: boolean; missions: number; checks: number } {
  const count = (kind: string) => steps.filter((step) => step.startsWith(`${kind}:`)).length;
  return { isRead: steps.includes("read"), missions: count("mission"), checks: count("check") };
}
