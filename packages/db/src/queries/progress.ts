import type { Db, Tx } from "../client.ts";

/** A step of a lesson that somebody has done, and when for the first time. */
export type ProgressRow = { lessonId: string; step: string; at: Date };

/** All that a person has done, oldest first. */
export async function listProgress(db: Db | Tx, userId: string): Promise<ProgressRow[]> {
  return db.lessonProgress.findMany({
    where: { userId },
    select: { lessonId: true, step: true, at: true },
    orderBy: [{ at: "asc" }, { lessonId: "asc" }, { step: "asc" }],
  });
}

/** Records steps; those already recorded keep their first time. Returns how many were new. */
export async function recordProgress(
  db: Db | Tx,
  { userId, events, at }: { userId: string; events: readonly { lessonId: string; step: string }[]; at: Date },
): Promise<number> {
  const data = events.map(({ lessonId, step }) => ({ userId, lessonId, step, at }));
  const { count } = await db.lessonProgress.createMany({ data, skipDuplicates: true });
  return count;
}
