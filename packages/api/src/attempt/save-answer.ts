import { findDraft, findOwnAttempt, listSlots, saveDraft } from "@fewshot/db";
import { AppError } from "../errors.ts";
import { ResponseShape, type GivenResponse } from "../schemas.ts";
import type { Context } from "../trpc.ts";
import { closeOverdue } from "./close-overdue.ts";
import { graceMs, isOverdue } from "./submit-attempt.ts";

export type SaveRequest = {
  attemptId: string;
  userId: string;
  position: number;
  response: object;
  baseRev: number;
  clientId: string;
  clientSeq: number;
  arrivedAt: Date;
};

export type SaveOutcome =
  | { status: "saved"; rev: number; savedAt: Date }
  | { status: "stale"; rev: number; response: GivenResponse; savedAt: Date }
  | { status: "closed" };

/**
 * Saves one answer. "saved" means: on disk, in this attempt, in time. The same save sent again is saved, not stale.
 *
 * @throws AppError "not-found" for an attempt that is absent or somebody else's; "invalid-input" for an absent position.
 */
export async function saveAnswer(ctx: Pick<Context, "db">, request: SaveRequest): Promise<SaveOutcome> {
  const { arrivedAt, ...save } = request;
  const deadlineFloor = new Date(arrivedAt.getTime() - graceMs);
  const saved = await saveDraft(ctx.db, { ...save, at: arrivedAt, deadlineFloor });
  if (saved) return { status: "saved", ...saved };
  return explainRefusal(ctx, request);
}

async function explainRefusal({ db }: Pick<Context, "db">, request: SaveRequest): Promise<SaveOutcome> {
  const { attemptId, userId, position, arrivedAt } = request;
  const attempt = await findOwnAttempt(db, { attemptId, userId });
  if (!attempt) throw new AppError("not-found");
  const draft = await findDraft(db, { attemptId, position });
  if (draft && draft.clientId === request.clientId && draft.clientSeq === request.clientSeq) {
    return { status: "saved", rev: draft.rev, savedAt: draft.savedAt };
  }
  if (attempt.state === "submitted") return { status: "closed" };
  if (isOverdue(attempt, arrivedAt)) {
    await closeOverdue(db, { userId }, arrivedAt);
    return { status: "closed" };
  }
  if (draft) {
    const { rev, savedAt } = draft;
    return { status: "stale", rev, savedAt, response: ResponseShape.parse(draft.response) };
  }
  const slots = await listSlots(db, attemptId);
  if (slots.some((slot) => slot.position === position)) throw new Error("a save was refused without a reason");
  throw new AppError("invalid-input");
}
