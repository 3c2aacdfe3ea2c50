import type { Db, Tx } from "../client.ts";
import { recordAudit } from "./audit.ts";
import { attemptPoints, toPoints, type PointColumns } from "./attempt-points.ts";
import type { ClassRole } from "./classroom.ts";

/** `dueLocal`: wall time "2026-12-01T20:00" in the class's zone; `dueAt`: the same as an instant. */
export type Assignment = {
  id: string;
  classId: string;
  moduleSlug: string;
  dueAt: Date;
  dueLocal: string;
  timeZone: string;
  closesAt: Date | null;
  timeLimitMinutes: number | null;
  attemptsAllowed: number | null;
};

/** How one learner stands. Of several attempts the submitted one with most points counts (the earlier of equals). */
export type Standing = {
  state: "not-started" | "open" | "submitted";
  points: number | null;
  /** null before the first attempt: what it will be is decided at the start. */
  max: number | null;
  submittedAt: Date | null;
};

export type BoardRow = Standing & { userId: string; name: string; lastSavedAt: Date | null };

const assignmentFields = {
  id: true,
  classId: true,
  moduleSlug: true,
  dueAt: true,
  dueLocal: true,
  timeZone: true,
  closesAt: true,
  timeLimitMinutes: true,
  attemptsAllowed: true,
} as const;

/** The assignments of a class, soonest due first. */
export async function listAssignments(db: Db | Tx, classId: string): Promise<Assignment[]> {
  return db.assignment.findMany({
    where: { classId },
    select: assignmentFields,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
}

/** The assignment if it is this class's, else null. */
export async function findClassAssignment(
  db: Db | Tx,
  { classId, assignmentId }: { classId: string; assignmentId: string },
): Promise<Assignment | null> {
  return db.assignment.findFirst({ where: { id: assignmentId, classId }, select: assignmentFields });
}

/** The assignment with the asker's role if they are in its class, else null. */
export async function findMyAssignment(
  db: Db | Tx,
  { assignmentId, userId }: { assignmentId: string; userId: string },
): Promise<(Assignment & { className: string; role: ClassRole }) | null> {
  const row = await db.assignment.findFirst({
    where: { id: assignmentId, class: { enrollments: { some: { userId } } } },
    select: {
      ...assignmentFields,
      class: { select: { name: true, enrollments: { where: { userId }, select: { role: true } } } },
    },
  });
  if (!row) return null;
  const { class: inClass, ...assignment } = row;
  const role = inClass.enrollments[0]?.role === "instructor" ? "instructor" : "learner";
  return { ...assignment, className: inClass.name, role };
}

/** Has a class of this person set them the module's quiz, due later than `at`, without their having handed it in? */
export async function isModuleAssigned(
  db: Db | Tx,
  { userId, moduleSlug, at }: { userId: string; moduleSlug: string; at: Date },
): Promise<boolean> {
  const row = await db.assignment.findFirst({
    where: {
      moduleSlug,
      dueAt: { gt: at },
      class: { archivedAt: null, enrollments: { some: { userId, role: "learner" } } },
      attempts: { none: { userId, state: "submitted" } },
    },
    select: { id: true },
  });
  return row !== null;
}

/** Creates an assignment; a repeated request gets the id that the first one made. */
export async function createAssignment(
  tx: Tx,
  given: Omit<Assignment, "closesAt"> & { createdById: string; requestId: string; at: Date },
): Promise<string> {
  const { at, ...data } = given;
  const { count } = await tx.assignment.createMany({ data: { ...data, createdAt: at }, skipDuplicates: true });
  if (count === 0) {
    const { createdById, requestId } = given;
    const where = { createdById_requestId: { createdById, requestId } };
    const earlier = await tx.assignment.findUniqueOrThrow({ where, select: { id: true } });
    return earlier.id;
  }
  await recordAudit(tx, {
    actorId: given.createdById,
    action: "assignment.create",
    subject: `assignment:${given.id}`,
    after: { classId: given.classId, moduleSlug: given.moduleSlug, dueLocal: given.dueLocal, timeZone: given.timeZone },
    at,
  });
  return given.id;
}

type StandingColumns = PointColumns & { state: "open" | "submitted" | null; submittedAt: Date | null };

const toStanding = (row: StandingColumns): Standing => ({
  ...toPoints(row),
  max: row.state === null ? null : Number(row.max),
  state: row.state ?? "not-started",
  submittedAt: row.submittedAt,
});

/** One learner's standing on each assignment of a class that they have begun, by assignment id. */
export async function listStandings(
  db: Db | Tx,
  { classId, userId }: { classId: string; userId: string },
): Promise<Map<string, Standing>> {
  const rows = await db.$queryRaw<(StandingColumns & { assignmentId: string })[]>`
    SELECT DISTINCT ON (tried.assignment_id) tried.assignment_id AS "assignmentId", tried.state,
           tried.submitted_at AS "submittedAt", tried.points, tried.max
    FROM (SELECT a.*, ${attemptPoints} FROM attempt a JOIN assignment s ON s.id = a.assignment_id
          WHERE s.class_id = ${classId}::uuid AND a.user_id = ${userId}::uuid) tried
    ORDER BY tried.assignment_id, tried.points DESC NULLS LAST, tried.number`;
  return new Map(rows.map((row) => [row.assignmentId, toStanding(row)]));
}

/** Every learner of the class with their standing on one assignment, by name. An erased account has an empty name. */
export async function listBoard(
  db: Db | Tx,
  { classId, assignmentId }: { classId: string; assignmentId: string },
): Promise<BoardRow[]> {
  const rows = await db.$queryRaw<(StandingColumns & { userId: string; name: string; lastSavedAt: Date | null })[]>`
    SELECT person.id AS "userId", person.name, best.state, best.submitted_at AS "submittedAt", best.points, best.max,
           (SELECT max(draft.saved_at) FROM draft JOIN attempt_slot slot ON slot.id = draft.attempt_slot_id
            WHERE slot.attempt_id = best.id) AS "lastSavedAt"
    FROM enrollment member
    JOIN app_user person ON person.id = member.user_id
    LEFT JOIN LATERAL (
      SELECT tried.* FROM (
        SELECT a.*, ${attemptPoints} FROM attempt a
        WHERE a.assignment_id = ${assignmentId}::uuid AND a.user_id = member.user_id) tried
      ORDER BY tried.points DESC NULLS LAST, tried.number LIMIT 1) best ON true
    WHERE member.class_id = ${classId}::uuid AND member.role = 'learner'
      AND (person.erased_at IS NULL OR best.id IS NOT NULL)
    ORDER BY person.name, person.id`;
  return rows.map((row) => ({ ...toStanding(row), userId: row.userId, name: row.name, lastSavedAt: row.lastSavedAt }));
}
