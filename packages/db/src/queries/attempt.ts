import type { Db, Tx } from "../client.ts";
import { attemptPoints, toPoints, type PointColumns } from "./attempt-points.ts";

export type AttemptState = "open" | "submitted";

/** What an attempt is on: an assignment of a class, or a module's own quiz (practice). */
export type AttemptTarget = { assignmentId: string; moduleSlug: string } | { assignmentId: null; moduleSlug: string };

/** One sitting. `deadlineAt` null: untimed. `policy`: the rules as they were at the start. */
export type Attempt = {
  id: string;
  userId: string;
  assignmentId: string | null;
  moduleSlug: string;
  number: number;
  seed: string;
  policy: unknown;
  state: AttemptState;
  startedAt: Date;
  deadlineAt: Date | null;
  submittedAt: Date | null;
  submitKey: string | null;
};

/** `points` null while open. Points and max are sums over the slots, ungraded ones counting 0. */
export type AttemptSummary = Pick<Attempt, "id" | "number" | "state" | "startedAt" | "deadlineAt" | "submittedAt"> & {
  points: number | null;
  max: number;
};

/** A slot in the order asked. `ask` is the pinned public part; `maxPoints` 0 marks an ungraded item. */
export type AttemptSlot = {
  id: string;
  position: number;
  itemId: string;
  itemVersionId: string;
  concepts: string[];
  ask: unknown;
  maxPoints: number;
};

const attemptFields = {
  id: true,
  userId: true,
  assignmentId: true,
  moduleSlug: true,
  number: true,
  seed: true,
  policy: true,
  state: true,
  startedAt: true,
  deadlineAt: true,
  submittedAt: true,
  submitKey: true,
} as const;

const toState = (state: string): AttemptState => (state === "submitted" ? "submitted" : "open");

/** The attempt if it is this person's own, else null: a foreign attempt cannot be told from an absent one. */
export async function findOwnAttempt(
  db: Db | Tx,
  { attemptId, userId }: { attemptId: string; userId: string },
): Promise<Attempt | null> {
  const row = await db.attempt.findFirst({ where: { id: attemptId, userId }, select: attemptFields });
  return row && { ...row, state: toState(row.state) };
}

/** The attempt that a start request led to, or else the open one on the same target. */
export async function findStartedAttempt(
  db: Db | Tx,
  query: { userId: string; target: AttemptTarget; requestId: string },
): Promise<Attempt | null> {
  const { userId, target, requestId } = query;
  const row = await db.attempt.findFirst({
    where: { userId, OR: [{ startRequestId: requestId }, { ...target, state: "open" }] },
    select: attemptFields,
    orderBy: { number: "desc" },
  });
  return row && { ...row, state: toState(row.state) };
}

/** All attempts of one person on one target, first to last. */
export async function listAttempts(
  db: Db | Tx,
  { userId, target }: { userId: string; target: AttemptTarget },
): Promise<AttemptSummary[]> {
  const rows = await db.$queryRaw<(AttemptSummary & PointColumns)[]>`
    SELECT a.id, a.number, a.state, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
           a.submitted_at AS "submittedAt", ${attemptPoints}
    FROM attempt a
    WHERE a.user_id = ${userId}::uuid AND a.module_slug = ${target.moduleSlug}
      AND a.assignment_id IS NOT DISTINCT FROM ${target.assignmentId}::uuid
    ORDER BY a.number`;
  return rows.map((row) => ({ ...row, ...toPoints(row) }));
}

/** The slots of an attempt in the order asked. */
export async function listSlots(db: Db | Tx, attemptId: string): Promise<AttemptSlot[]> {
  const rows = await db.attemptSlot.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      itemVersionId: true,
      maxPoints: true,
      itemVersion: { select: { itemId: true, concepts: true, ask: true } },
    },
  });
  return rows.map(({ itemVersion, maxPoints, ...slot }) => ({ ...slot, ...itemVersion, maxPoints: Number(maxPoints) }));
}

/** Attempts past their deadline that nobody has closed yet, in id order (the order in which they are to be locked). */
export async function findOverdueAttempts(
  db: Db | Tx,
  scope: { deadlineBefore: Date } & ({ userId: string } | { assignmentId: string }),
): Promise<string[]> {
  const { deadlineBefore, ...owner } = scope;
  const rows = await db.attempt.findMany({
    where: { ...owner, state: "open", deadlineAt: { lt: deadlineBefore } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => row.id);
}

/** Attempts of a person that are still open, in id order. */
export async function findOpenAttempts(db: Db | Tx, userId: string): Promise<string[]> {
  const rows = await db.attempt.findMany({
    where: { userId, state: "open" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => row.id);
}

/**
 * Reads an attempt and holds its row until the transaction ends: saves and other submits wait. null if there is none.
 */
export async function lockAttempt(tx: Tx, attemptId: string): Promise<Attempt | null> {
  const rows = await tx.$queryRaw<Attempt[]>`
    SELECT id, user_id AS "userId", assignment_id AS "assignmentId", module_slug AS "moduleSlug", number, seed, policy,
           state, started_at AS "startedAt", deadline_at AS "deadlineAt", submitted_at AS "submittedAt",
           submit_key AS "submitKey"
    FROM attempt WHERE id = ${attemptId}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

export type NewAttempt = {
  id: string;
  userId: string;
  target: AttemptTarget;
  requestId: string;
  seed: string;
  policy: object;
  /** null: as many as wanted. */
  attemptsAllowed: number | null;
  startedAt: Date;
  deadlineAt: Date | null;
  slots: { id: string; itemVersionId: string; maxPoints: number }[];
};

/**
 * Opens an attempt with its slots, numbered from 1.
 *
 * @returns false, having written nothing, if an attempt on the target is open, the request was already served, or the
 *   attempts are used up. All three are decided inside the insert: nothing is checked first and done later.
 */
export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<boolean> {
  const { target } = attempt;
  const inserted = await tx.$executeRaw`
    INSERT INTO attempt (id, user_id, assignment_id, module_slug, number, seed, policy, state, started_at, deadline_at,
                         start_request_id)
    SELECT ${attempt.id}::uuid, ${attempt.userId}::uuid, ${target.assignmentId}::uuid, ${target.moduleSlug}, used + 1,
           ${attempt.seed}, ${JSON.stringify(attempt.policy)}::jsonb, 'open', ${attempt.startedAt}::timestamptz,
           ${attempt.deadlineAt}::timestamptz, ${attempt.requestId}::uuid
    FROM (SELECT count(*)::int AS used FROM attempt
          WHERE user_id = ${attempt.userId}::uuid AND module_slug = ${target.moduleSlug}
            AND assignment_id IS NOT DISTINCT FROM ${target.assignmentId}::uuid) earlier
    WHERE used < COALESCE(${attempt.attemptsAllowed}::int, used + 1)
    ON CONFLICT DO NOTHING`;
  if (inserted === 0) return false;
  await tx.attemptSlot.createMany({
    data: attempt.slots.map((slot, index) => ({ ...slot, attemptId: attempt.id, position: index + 1 })),
  });
  return true;
}
