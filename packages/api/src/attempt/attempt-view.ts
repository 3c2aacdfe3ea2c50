import { attemptTotals, instantiate, isLate, Score, type Locale } from "@fewshot/quiz";
import {
  findKeyedVersions,
  findMyAssignment,
  findOwnAttempt,
  listDrafts,
  listResults,
  listSlots,
  type Attempt,
  type AttemptSlot,
  type KeyedVersion,
  type SlotResult,
} from "@fewshot/db";
import type { z } from "zod";
import type { Catalogue } from "../catalogue.ts";
import { AppError } from "../errors.ts";
import { feedbackView } from "../feedback-view.ts";
import type { AttemptOutput, ResultOutput } from "../routers/quiz-schemas.ts";
import { ResponseShape } from "../schemas.ts";
import type { Context } from "../trpc.ts";
import { closeOverdue } from "./close-overdue.ts";
import { requirePracticeOpen } from "./practice-rule.ts";
import { toTarget } from "./resolve-target.ts";
import { pinnedItem, slotSeed, slotView } from "./slot-item.ts";
import { isOverdue } from "./submit-attempt.ts";

type Request = { attemptId: string; userId: string; locale: Locale; now: Date };
type Deps = Pick<Context, "db" | "catalogue">;

/** The person's own attempt, closed first if its time is over. @throws AppError "not-found". */
async function ownAttempt({ db }: Deps, { attemptId, userId, now }: Request): Promise<Attempt> {
  const attempt = await findOwnAttempt(db, { attemptId, userId });
  if (!attempt) throw new AppError("not-found");
  if (attempt.state === "submitted" || !isOverdue(attempt, now)) return attempt;
  await closeOverdue(db, { userId }, now);
  const closed = await findOwnAttempt(db, { attemptId, userId });
  if (!closed) throw new AppError("not-found");
  return closed;
}

/** An attempt as the learner works on it. Reads asks and drafts; no key is loaded. */
export async function viewAttempt(deps: Deps, request: Request): Promise<z.infer<typeof AttemptOutput>> {
  const attempt = await ownAttempt(deps, request);
  const [slots, drafts] = await Promise.all([listSlots(deps.db, attempt.id), listDrafts(deps.db, attempt.id)]);
  const { id, moduleSlug, number, state, startedAt, deadlineAt, seed } = attempt;
  return {
    ...{ id, moduleSlug, number, state, startedAt, deadlineAt },
    target: toTarget(attempt),
    serverNow: request.now,
    slots: slots.map((slot) => {
      const draft = drafts.get(slot.id);
      return {
        position: slot.position,
        item: slotView(slot, seed, request.locale),
        maxPoints: slot.maxPoints,
        draft: draft ? { response: ResponseShape.parse(draft.response), rev: draft.rev, savedAt: draft.savedAt } : null,
      };
    }),
  };
}

type SlotSource = {
  attempt: Attempt;
  slots: readonly AttemptSlot[];
  versions: ReadonlyMap<string, KeyedVersion>;
  results: ReadonlyMap<string, SlotResult>;
};

/** A submitted attempt with points and feedback. @throws AppError "not-found"; "attempt-open" and "assignment-open" while keys are held back. */
export async function viewResult(deps: Deps, request: Request): Promise<z.infer<typeof ResultOutput>> {
  const attempt = await ownAttempt(deps, request);
  if (attempt.state === "open" || !attempt.submittedAt) throw new AppError("attempt-open");
  await requirePracticeOpen(deps, { target: attempt, userId: request.userId, at: request.now });
  const source = {
    attempt,
    slots: await listSlots(deps.db, attempt.id),
    versions: await findKeyedVersions(deps.db, attempt.id),
    results: await listResults(deps.db, attempt.id),
  };
  const slots = source.slots.map((slot) => viewSlotResult({ source, slot, locale: request.locale }, deps.catalogue));
  const { id, moduleSlug, number, startedAt, submittedAt } = attempt;
  const totals = attemptTotals(slots.map(({ points, max }) => ({ points, max, graded: max > 0 })));
  const dueAt = await dueOf(deps, attempt);
  const late = isLate(submittedAt.getTime(), dueAt?.getTime() ?? null);
  return { id, moduleSlug, number, startedAt, submittedAt, target: toTarget(attempt), isLate: late, ...totals, slots };
}

function viewSlotResult(
  { source, slot, locale }: { source: SlotSource; slot: AttemptSlot; locale: Locale },
  catalogue: Catalogue,
) {
  const version = source.versions.get(slot.itemVersionId);
  const result = source.results.get(slot.id);
  if (!version || !result) throw new Error(`slot ${slot.id} was submitted without a result`);
  const { seed } = source.attempt;
  const item = instantiate(pinnedItem(version), slotSeed(seed, slot.position));
  const response = result.response === null ? null : ResponseShape.parse(result.response);
  return {
    position: slot.position,
    item: slotView(slot, seed, locale),
    response,
    points: result.points,
    max: result.max,
    verdict: slot.maxPoints > 0 ? Score.parse(result.detail).verdict : ("ungraded" as const),
    feedback: feedbackView(catalogue, { item, response, locale }),
  };
}

/** The due instant as it stands now, since an instructor may have moved it since the start. */
async function dueOf({ db }: Deps, { assignmentId, userId }: Attempt): Promise<Date | null> {
  if (assignmentId === null) return null;
  const assignment = await findMyAssignment(db, { assignmentId, userId });
  return assignment?.dueAt ?? null;
}
