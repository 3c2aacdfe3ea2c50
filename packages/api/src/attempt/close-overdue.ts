import { findOverdueAttempts, type Db } from "@fewshot/db";
import { graceMs, submitAttempt } from "./submit-attempt.ts";

/**
 * Submits the attempts of a person or an assignment whose time is over, with their drafts. Called whenever somebody is
 * about to look at them, so that no page ever shows one as open after its end.
 */
export async function closeOverdue(
  db: Db,
  owner: { userId: string } | { assignmentId: string },
  now: Date,
): Promise<void> {
  const overdue = await findOverdueAttempts(db, { ...owner, deadlineBefore: new Date(now.getTime() - graceMs) });
  for (const attemptId of overdue) {
    await submitAttempt(db, { attemptId, requestId: null, answers: [], arrivedAt: now });
  }
}
