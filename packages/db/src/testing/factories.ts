import { uuidv7 } from "uuidv7";
import type { Db, Tx } from "../client.ts";
import type { Prisma } from "../generated/client.ts";

// Each factory makes one row (and what it cannot stand without) with values a reader can see; a test overrides the ones
// it is about.

let serial = 0;

function nextSerial(): number {
  serial += 1;
  return serial;
}

/** A person with no password: sign in through the api to get one. */
export function aUser(db: Db | Tx, given: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const n = String(nextSerial());
  return db.user.create({ data: { name: `Learner ${n}`, email: `learner${n}@example.test`, locale: "zh", ...given } });
}

/** A class in Shanghai; its creator is made and enrolled as instructor unless `createdById` is given. */
export async function aClass(db: Db | Tx, given: Partial<Prisma.ClassUncheckedCreateInput> = {}) {
  const n = nextSerial();
  const createdById = given.createdById ?? (await aUser(db, { name: "Teacher" })).id;
  const row = await db.class.create({
    data: {
      name: `Class ${String(n)}`,
      timeZone: "Asia/Shanghai",
      joinCode: `TEST${String(n).padStart(4, "0")}`,
      requestId: uuidv7(),
      ...given,
      createdById,
    },
  });
  if (given.createdById === undefined) {
    await anEnrollment(db, { classId: row.id, userId: createdById, role: "instructor" });
  }
  return row;
}

/** A membership, as learner unless said otherwise. */
export async function anEnrollment(
  db: Db | Tx,
  given: { classId: string } & Partial<Prisma.EnrollmentUncheckedCreateInput>,
) {
  const userId = given.userId ?? (await aUser(db)).id;
  return db.enrollment.create({ data: { role: "learner", ...given, userId } });
}

/** The module "predict-next-token", due on 1 December 2026 at 20:00 in Shanghai, untimed, any number of attempts. */
export async function anAssignment(
  db: Db | Tx,
  given: { classId: string } & Partial<Prisma.AssignmentUncheckedCreateInput>,
) {
  const { createdById } = await db.class.findUniqueOrThrow({
    where: { id: given.classId },
    select: { createdById: true },
  });
  return db.assignment.create({
    data: {
      moduleSlug: "predict-next-token",
      dueAt: new Date("2026-12-01T12:00:00Z"),
      dueLocal: "2026-12-01T20:00",
      timeZone: "Asia/Shanghai",
      requestId: uuidv7(),
      createdById,
      ...given,
    },
  });
}

/** A single-choice item with options a and b, where a is right, worth one point. */
export function anItemVersion(db: Db | Tx, given: { itemId?: string; contentHash?: string } = {}) {
  const n = nextSerial();
  return db.itemVersion.create({
    data: {
      itemId: given.itemId ?? `test-item-${String(n)}`,
      contentHash: given.contentHash ?? n.toString(16).padStart(64, "0"),
      ask: {
        kind: "single",
        prompt: { zh: "哪一个？", en: "Which one?" },
        options: [
          { id: "a", text: { zh: "甲", en: "A" } },
          { id: "b", text: { zh: "乙", en: "B" } },
        ],
      },
      concepts: ["test"],
      itemKey: { create: { key: { kind: "single", correct: "a" } } },
    },
  });
}

/** An open practice attempt on "predict-next-token" with one slot worth one point. */
export async function anAttempt(db: Db | Tx, given: Partial<Prisma.AttemptUncheckedCreateInput> = {}) {
  const userId = given.userId ?? (await aUser(db)).id;
  const itemVersion = await anItemVersion(db);
  return db.attempt.create({
    data: {
      moduleSlug: "predict-next-token",
      number: 1,
      seed: "seed-1",
      policy: {},
      startRequestId: uuidv7(),
      slots: { create: { position: 1, itemVersionId: itemVersion.id, maxPoints: 1 } },
      ...given,
      userId,
    },
    include: { slots: true },
  });
}
