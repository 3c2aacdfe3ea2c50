import { randomBytes } from "node:crypto";
import { maxPoints } from "@fewshot/quiz";
import { findStartedAttempt, insertAttempt, inTransaction, storeItemVersions, type Tx } from "@fewshot/db";
import { uuidv7 } from "uuidv7";
import type { CatalogueItem } from "../catalogue.ts";
import { AppError } from "../errors.ts";
import type { Target } from "../schemas.ts";
import type { Context } from "../trpc.ts";
import { closeOverdue } from "./close-overdue.ts";
import { requirePracticeOpen } from "./practice-rule.ts";
import { deadlineFor, resolveTarget, type QuizRules } from "./resolve-target.ts";

export type StartRequest = { userId: string; target: Target; requestId: string; startedAt: Date };

/**
 * Begins an attempt and pins what it is about: item versions, seed and rules. Starting again while one is open, or
 * sending the same request again, leads to the same attempt.
 *
 * @returns the attempt's id.
 * @throws AppError "not-found", "unknown-module", "not-a-learner" (an instructor on an assignment of their class),
 *   "attempts-used-up" (or the assignment is closed), "assignment-open" (practice before the assignment is handed in).
 */
export async function startAttempt(ctx: Pick<Context, "db" | "catalogue">, request: StartRequest): Promise<string> {
  const rules = await resolveTarget(ctx, request.target, request.userId);
  if (rules.role === "instructor") throw new AppError("not-a-learner");
  const { userId, requestId, startedAt } = request;
  await closeOverdue(ctx.db, { userId }, startedAt);
  await requirePracticeOpen(ctx, { target: rules.target, userId, at: startedAt });

  const items = ctx.catalogue.quizItems(rules.target.moduleSlug);
  if (items.length === 0) throw new AppError("unknown-module");
  const isClosed = rules.closesAt !== null && rules.closesAt <= startedAt;
  const created = isClosed ? null : await inTransaction(ctx.db, (tx) => open(tx, { request, rules, items }));
  if (created) return created;

  const earlier = await findStartedAttempt(ctx.db, { userId, target: rules.target, requestId });
  if (!earlier) throw new AppError("attempts-used-up");
  return earlier.id;
}

type Opening = { request: StartRequest; rules: QuizRules; items: readonly CatalogueItem[] };

async function open(tx: Tx, { request, rules, items }: Opening): Promise<string | null> {
  const { userId, requestId, startedAt } = request;
  const versions = await storeItemVersions(tx, items.map(toSource));
  const { dueAt, closesAt, timeLimitMinutes, attemptsAllowed } = rules;
  const id = uuidv7();
  const isNew = await insertAttempt(tx, {
    id,
    userId,
    requestId,
    target: rules.target,
    seed: randomBytes(12).toString("hex"),
    policy: { dueAt, closesAt, timeLimitMinutes, attemptsAllowed },
    attemptsAllowed,
    startedAt,
    deadlineAt: deadlineFor(rules, startedAt),
    slots: items.map(({ item }) => {
      const itemVersionId = versions.get(item.id);
      if (!itemVersionId) throw new Error(`version of ${item.id} was not stored`);
      return { id: uuidv7(), itemVersionId, maxPoints: item.ask.graded ? maxPoints(item.ask) : 0 };
    }),
  });
  return isNew ? id : null;
}

/** An item of the course in the form in which versions are stored. */
export function toSource({ item, contentHash }: CatalogueItem) {
  return { itemId: item.id, contentHash, ask: item.ask, key: item.key, concepts: item.concepts };
}
