import type { Db, Tx } from "../client.ts";
import { recordAudit } from "./audit.ts";

export type ClassRole = "instructor" | "learner";

export type ClassSummary = { id: string; name: string; role: ClassRole; learnerCount: number };
export type ClassDetail = { id: string; name: string; timeZone: string; joinCode: string; learnerCount: number };
export type RosterRow = { userId: string; name: string; email: string; joinedAt: Date };

/** Erased accounts keep their enrollment for their graded records, but are nobody's classmates any more. */
const presentLearner = { role: "learner", user: { erasedAt: null } } as const;
const countLearners = { _count: { select: { enrollments: { where: presentLearner } } } } as const;

const toRole = (role: string): ClassRole => (role === "instructor" ? "instructor" : "learner");

/** The person's role in the class, or null: not a member, or no such class. */
export async function findRole(db: Db | Tx, query: { classId: string; userId: string }): Promise<ClassRole | null> {
  const row = await db.enrollment.findUnique({ where: { classId_userId: query }, select: { role: true } });
  return row && toRole(row.role);
}

/**
 * Creates a class and enrolls its creator as instructor.
 *
 * @returns the id of the class of this request, which an earlier copy of the request may have created; null if the join
 *   code is taken by another class, so that the caller can draw another.
 */
export async function createClass(
  tx: Tx,
  given: {
    id: string;
    name: string;
    timeZone: string;
    joinCode: string;
    createdById: string;
    requestId: string;
    at: Date;
  },
): Promise<string | null> {
  const { at, ...data } = given;
  const { count } = await tx.class.createMany({ data: { ...data, createdAt: at }, skipDuplicates: true });
  if (count === 0) {
    const { createdById, requestId } = given;
    const where = { createdById_requestId: { createdById, requestId } };
    const earlier = await tx.class.findUnique({ where, select: { id: true } });
    return earlier?.id ?? null;
  }
  await tx.enrollment.create({
    data: { classId: given.id, userId: given.createdById, role: "instructor", joinedAt: at },
    select: { id: true },
  });
  const after = { name: given.name, timeZone: given.timeZone };
  await recordAudit(tx, {
    actorId: given.createdById,
    action: "class.create",
    subject: `class:${given.id}`,
    after,
    at,
  });
  return given.id;
}

/**
 * Enrolls a person as learner by join code. Who is in the class already stays what they are.
 *
 * @returns the class's id, or null if no open class has this code.
 */
export async function joinClass(tx: Tx, join: { joinCode: string; userId: string; at: Date }): Promise<string | null> {
  const found = await tx.class.findFirst({
    where: { joinCode: join.joinCode, archivedAt: null },
    select: { id: true },
  });
  if (!found) return null;
  const data = { classId: found.id, userId: join.userId, role: "learner", joinedAt: join.at };
  const { count } = await tx.enrollment.createMany({ data, skipDuplicates: true });
  if (count > 0) {
    const subject = `class:${found.id}`;
    await recordAudit(tx, {
      actorId: join.userId,
      action: "class.join",
      subject,
      after: { role: "learner" },
      at: join.at,
    });
  }
  return found.id;
}

/** The classes of a person, by name. */
export async function listClasses(db: Db | Tx, userId: string): Promise<ClassSummary[]> {
  const rows = await db.enrollment.findMany({
    where: { userId, class: { archivedAt: null } },
    select: { role: true, class: { select: { id: true, name: true, ...countLearners } } },
    orderBy: [{ class: { name: "asc" } }, { classId: "asc" }],
  });
  return rows.map(({ role, class: { id, name, _count } }) => {
    return { id, name, role: toRole(role), learnerCount: _count.enrollments };
  });
}

/** One class with its join code, which only instructors may be shown. */
export async function findClass(db: Db | Tx, classId: string): Promise<ClassDetail | null> {
  const row = await db.class.findUnique({
    where: { id: classId },
    select: { id: true, name: true, timeZone: true, joinCode: true, ...countLearners },
  });
  if (!row) return null;
  const { _count, ...rest } = row;
  return { ...rest, learnerCount: _count.enrollments };
}

/** The learners of a class by name. Personal data: for its instructors. */
export async function listRoster(db: Db | Tx, classId: string): Promise<RosterRow[]> {
  const rows = await db.enrollment.findMany({
    where: { classId, ...presentLearner },
    select: { joinedAt: true, userId: true, user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return rows.map(({ user, ...row }) => ({ ...row, ...user }));
}
