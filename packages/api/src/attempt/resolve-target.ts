import { deadlineOf } from "@fewshot/quiz";
import { findMyAssignment, type AttemptTarget } from "@fewshot/db";
import { AppError } from "../errors.ts";
import type { ClassRole } from "../policy.ts";
import type { Target } from "../schemas.ts";
import type { Context } from "../trpc.ts";

/** The rules of a quiz for this learner now. A new attempt keeps a copy of them. */
export type QuizRules = {
  target: AttemptTarget;
  className: string | null;
  /** The asker's role where the quiz was assigned; null for practice. */
  role: ClassRole | null;
  dueAt: Date | null;
  /** The class's; null for practice. */
  timeZone: string | null;
  closesAt: Date | null;
  timeLimitMinutes: number | null;
  attemptsAllowed: number | null;
};

/**
 * Finds what a target means for this person.
 *
 * @throws AppError "not-found" for an assignment that is not in one of their classes, or not at all; "unknown-module"
 *   for a module without a quiz.
 */
export async function resolveTarget(
  ctx: Pick<Context, "db" | "catalogue">,
  target: Target,
  userId: string,
): Promise<QuizRules> {
  if ("moduleSlug" in target) {
    if (ctx.catalogue.quizItems(target.moduleSlug).length === 0) throw new AppError("unknown-module");
    const open = { dueAt: null, timeZone: null, closesAt: null, timeLimitMinutes: null, attemptsAllowed: null };
    return { target: { assignmentId: null, moduleSlug: target.moduleSlug }, className: null, role: null, ...open };
  }
  const assignment = await findMyAssignment(ctx.db, { assignmentId: target.assignmentId, userId });
  if (!assignment) throw new AppError("not-found");
  const { id, moduleSlug, className, role, dueAt, timeZone, closesAt, timeLimitMinutes, attemptsAllowed } = assignment;
  return {
    target: { assignmentId: id, moduleSlug },
    className,
    role,
    dueAt,
    timeZone,
    closesAt,
    timeLimitMinutes,
    attemptsAllowed,
  };
}

/** When an attempt begun now will close by itself, or null. */
export function deadlineFor(rules: QuizRules, startedAt: Date): Date | null {
  const deadline = deadlineOf(startedAt.getTime(), rules.timeLimitMinutes, rules.closesAt?.getTime() ?? null);
  return deadline === null ? null : new Date(deadline);
}

/** The form in which targets travel. */
export function toTarget({ assignmentId, moduleSlug }: { assignmentId: string | null; moduleSlug: string }): Target {
  return assignmentId === null ? { moduleSlug } : { assignmentId };
}
