import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { findRole, type Db } from "@fewshot/db";
import type { SessionUser } from "./auth/auth.ts";
import type { Catalogue } from "./catalogue.ts";
import { AppError, reasonOf } from "./errors.ts";
import { can, type Action, type ClassRole } from "./policy.ts";

/** Everything a procedure may know besides its input. */
export type Context = {
  db: Db;
  user: SessionUser | null;
  catalogue: Catalogue;
  /** The server's clock; deadlines are measured when a request arrives, never by what it says. */
  now: () => Date;
  /** From the trusted proxy's header, or null when there is none. */
  requestIp: string | null;
};

export type Meta = { action: Action };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      message: reasonOf(error),
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        reason: reasonOf(error),
        retryAfterSeconds: error instanceof AppError ? error.retryAfterSeconds : null,
      },
    }),
  });

export const createRouter = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure without an action in the policy must not run, whatever its scope. */
function actionOf(meta: Meta | undefined): Action {
  if (!meta) throw new Error("procedure without meta.action");
  return meta.action;
}

/** For everybody. Every procedure states its action with `.meta({ action })`. */
export const publicProcedure = t.procedure.use(({ ctx, meta, next }) => {
  const actor = ctx.user ? ({ signedIn: true, role: null } as const) : ({ signedIn: false } as const);
  if (!can(actor, actionOf(meta))) throw new AppError("not-signed-in");
  return next();
});

/** For whoever is signed in; `ctx.user` is set. */
export const learnerProcedure = t.procedure.use(({ ctx, meta, next }) => {
  if (!ctx.user || !can({ signedIn: true, role: null }, actionOf(meta))) throw new AppError("not-signed-in");
  return next({ ctx: { user: ctx.user } });
});

const ClassInput = z.object({ classId: z.uuid() });

/**
 * For members of the class that the input names; `ctx.role` is set. To anybody else the class does not exist.
 * Membership is settled before the rest of the input is looked at.
 */
export const memberProcedure = t.procedure.use(async ({ ctx, meta, next, getRawInput }) => {
  if (!ctx.user) throw new AppError("not-signed-in");
  const input = ClassInput.safeParse(await getRawInput());
  if (!input.success) throw new AppError("invalid-input");
  const role: ClassRole | null = await findRole(ctx.db, { classId: input.data.classId, userId: ctx.user.id });
  if (!role) throw new AppError("not-found");
  if (!can({ signedIn: true, role }, actionOf(meta))) throw new AppError("forbidden");
  return next({ ctx: { user: ctx.user, role } });
});

/** For instructors of the class that the input names. */
export const instructorProcedure = memberProcedure.use(({ ctx, next }) => {
  if (ctx.role !== "instructor") throw new AppError("forbidden");
  return next();
});
