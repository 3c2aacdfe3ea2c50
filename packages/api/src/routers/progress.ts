import { z } from "zod";
import { listProgress, recordProgress } from "@fewshot/db";
import { LessonId, Nothing } from "../schemas.ts";
import { createRouter, learnerProcedure } from "../trpc.ts";

/** "read" | "mission:<labIndex>/<missionId>" | "check:<itemId>". */
const Step = z
  .string()
  .max(160)
  .regex(/^(read|mission:\d{1,3}\/[a-z0-9-]{1,64}|check:[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+)$/);

const Lesson = z.strictObject({
  lessonId: z.string(),
  steps: z.array(z.strictObject({ step: z.string(), at: z.date() })),
});

type Lesson = z.infer<typeof Lesson>;

/** Rows by lesson, lessons in the order in which they were begun. */
function groupByLesson(rows: readonly { lessonId: string; step: string; at: Date }[]): Lesson[] {
  const lessons = new Map<string, Lesson>();
  for (const { lessonId, step, at } of rows) {
    const lesson = lessons.get(lessonId) ?? { lessonId, steps: [] };
    lesson.steps.push({ step, at });
    lessons.set(lessonId, lesson);
  }
  return [...lessons.values()];
}

export const progressRouter = createRouter({
  /** What the learner has done, lesson by lesson, oldest first. */
  mine: learnerProcedure
    .meta({ action: "progress.own" })
    .input(Nothing)
    .output(z.strictObject({ lessons: z.array(Lesson) }))
    .query(async ({ ctx }) => ({ lessons: groupByLesson(await listProgress(ctx.db, ctx.user.id)) })),

  /** Adds steps; known ones keep their first time. Also takes over what a visitor did before signing up. */
  record: learnerProcedure
    .meta({ action: "progress.own" })
    .input(
      z.strictObject({
        events: z
          .array(z.strictObject({ lessonId: LessonId, step: Step }))
          .min(1)
          .max(200),
      }),
    )
    .output(z.strictObject({ recorded: z.int() }))
    .mutation(async ({ ctx, input }) => {
      const recorded = await recordProgress(ctx.db, { userId: ctx.user.id, events: input.events, at: ctx.now() });
      return { recorded };
    }),
});
