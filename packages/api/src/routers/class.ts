import { createClass, findClass, inTransaction, joinClass, listClasses, listRoster, type Db } from "@fewshot/db";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { isTimeZone } from "../classroom/due-instant.ts";
import { drawJoinCode, normalizeJoinCode } from "../classroom/join-code.ts";
import { AppError } from "../errors.ts";
import { joinRule, requireRate } from "../rate-rules.ts";
import { Id, Nothing, StorableText } from "../schemas.ts";
import { createRouter, instructorProcedure, learnerProcedure, memberProcedure } from "../trpc.ts";

const Role = z.enum(["instructor", "learner"]);
const ClassId = z.strictObject({ classId: Id });

const CreateInput = z.strictObject({
  name: StorableText.trim().min(1).max(120),
  timeZone: z.string().max(60).refine(isTimeZone),
  requestId: Id,
});

type NewClass = z.infer<typeof CreateInput> & { createdById: string; at: Date };

/** Codes in use are 40 random bits apart: a second clash in a row means something else is wrong. */
async function createWithFreshCode(db: Db, given: NewClass): Promise<string> {
  for (let left = 3; left > 0; left -= 1) {
    const joinCode = drawJoinCode();
    const classId = await inTransaction(db, (tx) => createClass(tx, { ...given, id: uuidv7(), joinCode }));
    if (classId) return classId;
  }
  throw new Error("no free join code was found");
}

export const classRouter = createRouter({
  /** Founds a class; whoever founds it is its instructor. */
  create: learnerProcedure
    .meta({ action: "class.create" })
    .input(CreateInput)
    .output(ClassId)
    .mutation(async ({ ctx, input }) => {
      const given = { ...input, createdById: ctx.user.id, at: ctx.now() };
      return { classId: await createWithFreshCode(ctx.db, given) };
    }),

  /** Enrolls the caller as learner. Ten tries an hour, right or wrong. */
  join: learnerProcedure
    .meta({ action: "class.join" })
    .input(z.strictObject({ code: StorableText.min(1).max(40) }))
    .output(ClassId)
    .mutation(async ({ ctx, input }) => {
      await requireRate(ctx, `join:${ctx.user.id}`, joinRule);
      const join = { joinCode: normalizeJoinCode(input.code), userId: ctx.user.id, at: ctx.now() };
      const classId = await inTransaction(ctx.db, (tx) => joinClass(tx, join));
      if (!classId) throw new AppError("unknown-join-code");
      return { classId };
    }),

  /** The caller's classes. */
  mine: learnerProcedure
    .meta({ action: "class.list" })
    .input(Nothing)
    .output(z.array(z.strictObject({ id: Id, name: z.string(), role: Role, learnerCount: z.int() })))
    .query(({ ctx }) => listClasses(ctx.db, ctx.user.id)),

  /** One class. The join code is for its instructors. */
  get: memberProcedure
    .meta({ action: "class.read" })
    .input(ClassId)
    .output(
      z.strictObject({
        id: Id,
        name: z.string(),
        timeZone: z.string(),
        role: Role,
        joinCode: z.string().nullable(),
        learnerCount: z.int(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const found = await findClass(ctx.db, input.classId);
      if (!found) throw new AppError("not-found");
      const { joinCode, ...rest } = found;
      return { ...rest, role: ctx.role, joinCode: ctx.role === "instructor" ? joinCode : null };
    }),

  /** Who is in the class. */
  roster: instructorProcedure
    .meta({ action: "roster.read" })
    .input(ClassId)
    .output(z.array(z.strictObject({ userId: Id, name: z.string(), email: z.string(), joinedAt: z.date() })))
    .query(({ ctx, input }) => listRoster(ctx.db, input.classId)),
});
