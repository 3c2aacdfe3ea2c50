import { z } from "zod";
import { eraseAccount, findOpenAttempts, findPasswordHash, inTransaction, resetRate, setLocale } from "@fewshot/db";
import { submitAttempt } from "../attempt/submit-attempt.ts";
import { verifyPassword } from "../auth/password.ts";
import { AppError } from "../errors.ts";
import { passwordKey, passwordRule, requireRate } from "../rate-rules.ts";
import { Locale, Nothing } from "../schemas.ts";
import { createRouter, learnerProcedure, publicProcedure, type Context } from "../trpc.ts";

const User = z.strictObject({ id: z.string(), name: z.string(), email: z.string(), locale: Locale });

async function requirePassword(
  ctx: Context & { user: { id: string; email: string } },
  password: string,
): Promise<void> {
  const key = passwordKey(ctx.user.email);
  await requireRate(ctx, key, passwordRule);
  const hash = await findPasswordHash(ctx.db, ctx.user.id);
  if (!hash || !(await verifyPassword({ hash, password }))) throw new AppError("wrong-password");
  await resetRate(ctx.db, key);
}

export const accountRouter = createRouter({
  /** Who is signed in, if anybody. */
  me: publicProcedure
    .meta({ action: "session.read" })
    .input(Nothing)
    .output(z.strictObject({ user: User.nullable() }))
    .query(({ ctx }) => ({ user: ctx.user })),

  setLocale: learnerProcedure
    .meta({ action: "account.manage" })
    .input(z.strictObject({ locale: Locale }))
    .output(z.strictObject({ locale: Locale }))
    .mutation(async ({ ctx, input }) => {
      await setLocale(ctx.db, { userId: ctx.user.id, locale: input.locale });
      return input;
    }),

  /** Takes the name out of everything, for good. Open attempts are handed in as they stand; graded records stay. */
  erase: learnerProcedure
    .meta({ action: "account.manage" })
    .input(z.strictObject({ password: z.string().min(1).max(128) }))
    .output(z.strictObject({ erased: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      const now = ctx.now();
      await requirePassword(ctx, input.password);
      for (const attemptId of await findOpenAttempts(ctx.db, ctx.user.id)) {
        await submitAttempt(ctx.db, { attemptId, requestId: null, answers: [], arrivedAt: now });
      }
      await inTransaction(ctx.db, (tx) => eraseAccount(tx, { userId: ctx.user.id, at: now }));
      return { erased: true } as const;
    }),
});
