import { isLate } from "@fewshot/quiz";
import {
  createAssignment,
  findClass,
  findClassAssignment,
  inTransaction,
  listAssignments,
  listBoard,
  listStandings,
  type Assignment,
  type Standing,
} from "@fewshot/db";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { closeOverdue } from "../attempt/close-overdue.ts";
import { dueInstant, isWallTime } from "../classroom/due-instant.ts";
import { AppError } from "../errors.ts";
import { Id, ModuleSlug, Points } from "../schemas.ts";
import { createRouter, instructorProcedure, memberProcedure, type Context } from "../trpc.ts";
import { quizSize } from "./quiz.ts";

/** One attempt each: practice on the module is unlimited, an assignment is handed in once. */
const attemptsAllowed = 1;

const assignmentFields = {
  id: Id,
  moduleSlug: z.string(),
  dueAt: z.date(),
  dueLocal: z.string(),
  timeLimitMinutes: z.int().nullable(),
};

const standingFields = {
  state: z.enum(["not-started", "open", "submitted"]),
  points: Points.nullable(),
  max: Points,
  isLate: z.boolean(),
};

const BoardRow = z.strictObject({
  userId: Id,
  name: z.string(),
  ...standingFields,
  submittedAt: z.date().nullable(),
  lastSavedAt: z.date().nullable(),
});

const CreateInput = z.strictObject({
  classId: Id,
  moduleSlug: ModuleSlug,
  dueLocal: z.string().refine(isWallTime),
  timeLimitMinutes: z.int().min(1).max(1440).nullable(),
  requestId: Id,
});

const notStarted: Standing = { state: "not-started", points: null, max: null, submittedAt: null };

const outline = ({ id, moduleSlug, dueAt, dueLocal, timeLimitMinutes }: Assignment) => {
  return { id, moduleSlug, dueAt, dueLocal, timeLimitMinutes };
};

/** A standing as it travels; before the first attempt the maximum is that of the module's quiz today. */
function viewStanding(
  { catalogue }: Pick<Context, "catalogue">,
  { dueAt, moduleSlug }: Assignment,
  standing: Standing,
) {
  const { state, points, submittedAt } = standing;
  const max = standing.max ?? quizSize(catalogue, moduleSlug).maxPoints;
  return { state, points, max, isLate: submittedAt !== null && isLate(submittedAt.getTime(), dueAt.getTime()) };
}

export const assignmentRouter = createRouter({
  /** The class's assignments, soonest due first, with the caller's own standing where they are a learner. */
  list: memberProcedure
    .meta({ action: "assignment.read" })
    .input(z.strictObject({ classId: Id }))
    .output(z.array(z.strictObject({ ...assignmentFields, my: z.strictObject(standingFields).nullable() })))
    .query(async ({ ctx, input }) => {
      const userId = ctx.user.id;
      const assignments = await listAssignments(ctx.db, input.classId);
      if (ctx.role === "instructor") return assignments.map((each) => ({ ...outline(each), my: null }));
      await closeOverdue(ctx.db, { userId }, ctx.now());
      const standings = await listStandings(ctx.db, { classId: input.classId, userId });
      return assignments.map((each) => {
        return { ...outline(each), my: viewStanding(ctx, each, standings.get(each.id) ?? notStarted) };
      });
    }),

  /** Gives a module to the class, due at a wall time in the class's zone. */
  create: instructorProcedure
    .meta({ action: "assignment.create" })
    .input(CreateInput)
    .output(z.strictObject({ assignmentId: Id }))
    .mutation(async ({ ctx, input }) => {
      const inClass = await findClass(ctx.db, input.classId);
      if (!inClass) throw new AppError("not-found");
      if (ctx.catalogue.quizItems(input.moduleSlug).length === 0) throw new AppError("unknown-module");
      const { timeZone } = inClass;
      const given = {
        ...input,
        id: uuidv7(),
        timeZone,
        dueAt: dueInstant(input.dueLocal, timeZone),
        attemptsAllowed,
        createdById: ctx.user.id,
        at: ctx.now(),
      };
      return { assignmentId: await inTransaction(ctx.db, (tx) => createAssignment(tx, given)) };
    }),

  /** Every learner's state and score. */
  board: instructorProcedure
    .meta({ action: "grades.read" })
    .input(z.strictObject({ classId: Id, assignmentId: Id }))
    .output(z.strictObject({ ...assignmentFields, rows: z.array(BoardRow) }))
    .query(async ({ ctx, input }) => {
      const assignment = await findClassAssignment(ctx.db, input);
      if (!assignment) throw new AppError("not-found");
      await closeOverdue(ctx.db, { assignmentId: assignment.id }, ctx.now());
      const rows = await listBoard(ctx.db, input);
      return {
        ...outline(assignment),
        rows: rows.map(({ userId, name, submittedAt, lastSavedAt, ...standing }) => {
          const view = viewStanding(ctx, assignment, { ...standing, submittedAt });
          return { userId, name, ...view, submittedAt, lastSavedAt };
        }),
      };
    }),
});
