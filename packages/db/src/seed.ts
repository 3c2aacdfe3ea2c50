import { uuidv7 } from "uuidv7";
import { createDb, type Db, type Tx } from "./client.ts";
import { inTransaction } from "./transaction.ts";

/** The password of all demo accounts. It is printed at every start, so it must never open a production server. */
export const DEMO_PASSWORD = "fewshot-demo";

const TEACHER = { name: "陈老师 · Ms Chen", email: "teacher@example.test", locale: "zh" } as const;
const LEARNERS = [
  { name: "林 · Lin", email: "lin@example.test", locale: "zh" },
  { name: "Sam", email: "sam@example.test", locale: "en" },
  { name: "伟 · Wei", email: "wei@example.test", locale: "zh" },
] as const;

/** Addresses of the demo accounts, the instructor first. */
export const DEMO_EMAILS: string[] = [TEACHER, ...LEARNERS].map(({ email }) => email);

/** Code under which more learners can join the demo class. */
export const DEMO_JOIN_CODE = "DEMA2345";

const DEMO_CLASS = { name: "示例班 · Demo class", timeZone: "Asia/Shanghai" };
const DEMO_MODULE = "predict-next-token";
const DUE = { inDays: 14, at: "20:00" };

export interface SeedOptions {
  /** Returns the hash the api will verify; called once per account that is new. */
  hashPassword: (password: string) => Promise<string>;
  /** The deadline counts from here. */
  now: Date;
}

type Person = { name: string; email: string; locale: "zh" | "en" };

/**
 * Fills a database with one instructor, three learners, a class and an assignment. Does nothing to a demo that is
 * there, and leaves a database alone that has other people but no demo.
 *
 * @returns whether the demo accounts are in the database now.
 */
export async function seedDemo(db: Db, { hashPassword, now }: SeedOptions): Promise<boolean> {
  const known = await db.user.findMany({ where: { email: { in: DEMO_EMAILS } }, select: { email: true } });
  if (known.length === DEMO_EMAILS.length && (await findDemoClass(db))) return true;
  if (known.length === 0 && (await db.user.count()) > 0) return false;
  const missing = [TEACHER, ...LEARNERS].filter(({ email }) => !known.some((user) => user.email === email));
  const hashes = new Map<string, string>();
  for (const { email } of missing) hashes.set(email, await hashPassword(DEMO_PASSWORD));
  await inTransaction(db, async (tx) => {
    // Two replicas may start at once: the second waits here and then finds everything in place.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fewshot demo seed'))`;
    for (const person of missing) await addPerson(tx, person, hashes.get(person.email) ?? "");
    await addClass(tx, now);
  });
  return true;
}

/** As {@link seedDemo}, on a connection of its own. */
export async function seedDemoAt(url: string, options: SeedOptions): Promise<boolean> {
  const { db, close } = createDb(url, { max: 1 });
  try {
    return await seedDemo(db, options);
  } finally {
    await close();
  }
}

function findDemoClass(db: Db | Tx) {
  return db.class.findUnique({ where: { joinCode: DEMO_JOIN_CODE }, select: { id: true } });
}

async function addPerson(tx: Tx, person: Person, password: string): Promise<void> {
  const exists = await tx.user.findUnique({ where: { email: person.email }, select: { id: true } });
  if (exists) return;
  const id = uuidv7();
  await tx.user.create({ data: { id, ...person, emailVerified: true }, select: { id: true } });
  // better-auth looks a password up under the user's own id.
  await tx.account.create({
    data: { userId: id, accountId: id, providerId: "credential", password },
    select: { id: true },
  });
}

async function addClass(tx: Tx, now: Date): Promise<void> {
  if (await findDemoClass(tx)) return;
  const people = await tx.user.findMany({ where: { email: { in: DEMO_EMAILS } }, select: { id: true, email: true } });
  const teacher = people.find(({ email }) => email === TEACHER.email);
  if (!teacher) throw new Error("The demo instructor is missing.");
  const { id: classId } = await tx.class.create({
    data: { ...DEMO_CLASS, joinCode: DEMO_JOIN_CODE, createdById: teacher.id, requestId: uuidv7() },
    select: { id: true },
  });
  const roleOf = (id: string) => (id === teacher.id ? "instructor" : "learner");
  await tx.enrollment.createMany({ data: people.map(({ id }) => ({ classId, userId: id, role: roleOf(id) })) });
  await tx.assignment.create({
    data: {
      classId,
      moduleSlug: DEMO_MODULE,
      ...(await dueIn(tx, now)),
      timeZone: DEMO_CLASS.timeZone,
      createdById: teacher.id,
      requestId: uuidv7(),
    },
    select: { id: true },
  });
}

/** Days are counted in the class's zone, by Postgres, which knows its clock changes. */
async function dueIn(tx: Tx, now: Date): Promise<{ dueLocal: string; dueAt: Date }> {
  const [due] = await tx.$queryRaw<{ dueLocal: string; dueAt: Date }[]>`
    WITH due AS (
      SELECT (${now}::timestamptz AT TIME ZONE ${DEMO_CLASS.timeZone})::date + ${DUE.inDays}::int + ${DUE.at}::time AS local
    )
    SELECT to_char(local, 'YYYY-MM-DD"T"HH24:MI') AS "dueLocal", local AT TIME ZONE ${DEMO_CLASS.timeZone} AS "dueAt" FROM due`;
  if (!due) throw new Error("Postgres returned no due date.");
  return due;
}
