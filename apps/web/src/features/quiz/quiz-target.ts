/** What a quiz page is about: a class's assignment, or a module for practice. */
export type QuizTarget = { assignmentId: string } | { moduleSlug: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The target named by a path segment: an assignment's id, else a module's slug. */
export function quizTarget(segment: string): QuizTarget {
  return UUID.test(segment) ? { assignmentId: segment } : { moduleSlug: segment };
}
