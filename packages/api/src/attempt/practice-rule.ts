import { isModuleAssigned, type AttemptTarget } from "@fewshot/db";
import { AppError } from "../errors.ts";
import type { Context } from "../trpc.ts";

/**
 * Practice asks the items that assignments ask, and its result tells their keys. So it waits while a class of the
 * learner expects the same quiz of them: until they hand it in, or it is due.
 *
 * @throws AppError "assignment-open" for practice that has to wait; never for an assignment itself.
 */
export async function requirePracticeOpen(
  { db }: Pick<Context, "db">,
  { target, userId, at }: { target: AttemptTarget; userId: string; at: Date },
): Promise<void> {
  if (target.assignmentId !== null) return;
  if (await isModuleAssigned(db, { userId, moduleSlug: target.moduleSlug, at })) throw new AppError("assignment-open");
}
