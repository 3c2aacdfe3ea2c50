import { createTestDb } from "@fewshot/db/testing";
// Declares what the global setup provides to `createTestDb`.
import type {} from "@fewshot/db/testing/global-setup";
import { uuidv7 } from "uuidv7";
import { createCaller } from "../app-router.ts";
import type { SessionUser } from "../auth/auth.ts";
import { fixtureCatalogue, moduleSlug } from "./fixture-catalogue.ts";

export const startOfTest = new Date("2026-11-30T08:00:00.000Z");

/** The API over an empty database, with a clock that stands still until it is moved. */
export async function createTestApi({ max = 4 } = {}) {
  const { db, close } = await createTestDb({ max });
  const catalogue = fixtureCatalogue();
  let now = startOfTest;

  const as = (user: SessionUser | null) => {
    return createCaller({ db, catalogue, user, now: () => now, requestIp: "192.0.2.1" });
  };
  const signUp = async (name: string): Promise<SessionUser> => {
    const email = `${name.toLowerCase()}-${uuidv7()}@example.test`;
    const { id } = await db.user.create({ data: { name, email, locale: "en" }, select: { id: true } });
    return { id, name, email, locale: "en" };
  };
  /** A class in Shanghai with its instructor, two learners and one assignment, due tomorrow, of 30 minutes. */
  const foundClass = async () => {
    const [instructor, learner, classmate] = [await signUp("Teacher"), await signUp("Ann"), await signUp("Bob")];
    const { classId } = await as(instructor).class.create({
      name: "Class",
      timeZone: "Asia/Shanghai",
      requestId: uuidv7(),
    });
    const { joinCode } = await as(instructor).class.get({ classId });
    for (const each of [learner, classmate]) await as(each).class.join({ code: joinCode ?? "" });
    const { assignmentId } = await as(instructor).assignment.create({
      classId,
      moduleSlug,
      dueLocal: "2026-12-01T20:00",
      timeLimitMinutes: 30,
      requestId: uuidv7(),
    });
    return { instructor, learner, classmate, classId, joinCode: joinCode ?? "", assignmentId };
  };

  return {
    db,
    catalogue,
    close,
    as,
    signUp,
    foundClass,
    setNow: (next: Date) => {
      now = next;
    },
    passSeconds: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof createTestApi>>;
