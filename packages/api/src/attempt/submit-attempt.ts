import { isDeepStrictEqual } from "node:util";
import {
  findKeyedVersions,
  inTransaction,
  listDrafts,
  listSlots,
  lockAttempt,
  recordSubmission,
  type Attempt,
  type AttemptSlot,
  type Db,
  type Draft,
  type Tx,
} from "@fewshot/db";
import { AppError } from "../errors.ts";
import { scoreAttempt, scorerVersion } from "./score-attempt.ts";

/** Time that a request may spend on its way after the deadline has passed, in milliseconds. */
export const graceMs = 5_000;

/** An answer with the revision of the draft that it replaces; 0 for none. */
export type FinalAnswer = { position: number; response: object; baseRev: number };

export type SubmitRequest = {
  attemptId: string;
  /** null: the deadline submits, with the drafts as they stand. */
  requestId: string | null;
  answers: readonly FinalAnswer[];
  /** Taken once, when the request came in, so that slow work makes nobody late. */
  arrivedAt: Date;
};

export type SubmitOutcome = { status: "submitted" } | { status: "stale"; positions: number[] };

/** Is this attempt's time over, grace included? */
export function isOverdue(attempt: { deadlineAt: Date | null }, at: Date): boolean {
  return attempt.deadlineAt !== null && at.getTime() > attempt.deadlineAt.getTime() + graceMs;
}

/**
 * Hands in an attempt: responses, scores, state and audit in one transaction, exactly once. A second call, a retry or
 * the deadline racing the learner all find it submitted and change nothing.
 *
 * @returns "stale" with the positions that another tab has changed since, having written nothing.
 */
export async function submitAttempt(db: Db, request: SubmitRequest): Promise<SubmitOutcome> {
  return inTransaction(db, async (tx) => {
    const attempt = await lockAttempt(tx, request.attemptId);
    if (!attempt) throw new AppError("not-found");
    if (attempt.state === "submitted") return { status: "submitted" };
    return handIn(tx, attempt, request);
  });
}

async function handIn(tx: Tx, attempt: Attempt, request: SubmitRequest): Promise<SubmitOutcome> {
  const slots = await listSlots(tx, attempt.id);
  const drafts = await listDrafts(tx, attempt.id);
  const isAuto = request.requestId === null || isOverdue(attempt, request.arrivedAt);
  const carried = isAuto ? [] : matchSlots(slots, request.answers);
  const positions = carried
    .filter(({ slot, answer }) => isStale(answer, drafts.get(slot.id)))
    .map(({ slot }) => slot.position);
  if (positions.length > 0) return { status: "stale", positions };

  const answers = new Map<string, object>();
  for (const [slotId, draft] of drafts) answers.set(slotId, draft.response as object);
  for (const { slot, answer } of carried) answers.set(slot.id, answer.response);
  const versions = await findKeyedVersions(tx, attempt.id);
  await recordSubmission(tx, {
    ...handedIn(attempt, request, isAuto),
    attemptId: attempt.id,
    userId: attempt.userId,
    scorerVersion,
    slots: scoreAttempt({ seed: attempt.seed, slots, versions, answers }),
  });
  return { status: "submitted" };
}

/** What the deadline submits counts as handed in at the deadline, however much later somebody came by. */
function handedIn(attempt: Attempt, { requestId, arrivedAt }: SubmitRequest, isAuto: boolean) {
  if (!isAuto && requestId)
    return { kind: "final", submitKey: requestId, submittedAt: arrivedAt, receivedAt: arrivedAt } as const;
  const isPast = attempt.deadlineAt !== null && attempt.deadlineAt < arrivedAt;
  const submittedAt = isPast && attempt.deadlineAt ? attempt.deadlineAt : arrivedAt;
  return { kind: "auto", submitKey: `auto:${attempt.id}`, submittedAt, receivedAt: arrivedAt } as const;
}

function matchSlots(slots: readonly AttemptSlot[], answers: readonly FinalAnswer[]) {
  const byPosition = new Map(slots.map((slot) => [slot.position, slot]));
  return answers.map((answer) => {
    const slot = byPosition.get(answer.position);
    if (!slot) throw new AppError("invalid-input");
    return { slot, answer };
  });
}

/** Somebody has written since, and wrote something else: our own save whose reply was lost is no conflict. */
function isStale(answer: FinalAnswer, draft: Draft | undefined): boolean {
  return draft !== undefined && draft.rev !== answer.baseRev && !isDeepStrictEqual(draft.response, answer.response);
}
