import { z } from "zod";
import { instantiate, ProblemCode, score, validateResponse, type Item, type Response } from "@fewshot/quiz";
import { inTransaction, recordCheckAnswer, storeItemVersions } from "@fewshot/db";
import { toSource } from "../attempt/start-attempt.ts";
import type { CatalogueItem } from "../catalogue.ts";
import { AppError } from "../errors.ts";
import { feedbackView } from "../feedback-view.ts";
import { checkRule, requireRate, sharedCheckRule } from "../rate-rules.ts";
import { FeedbackOutput, ItemId, Locale, Points, ResponseShape, Seed } from "../schemas.ts";
import { createRouter, publicProcedure, type Context } from "../trpc.ts";

const AnswerOutput = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("scored"),
    points: Points,
    max: Points,
    correct: z.boolean(),
    graded: z.boolean(),
    feedback: FeedbackOutput,
  }),
  z.strictObject({ status: z.enum(["empty", "invalid"]), problem: ProblemCode }),
]);

async function requireCheckRate(ctx: Context): Promise<void> {
  const who = ctx.user?.id ?? ctx.requestIp ?? "unknown";
  await requireRate(ctx, `check:${who}`, ctx.user ? checkRule : sharedCheckRule);
}

type Given = { entry: CatalogueItem; seed: string; response: Response; points: number; max: number };

/** Kept for people who are signed in, so that their instructors can later see which misconceptions are about. */
async function keepAnswer(ctx: Context, { entry, ...given }: Given): Promise<void> {
  const { user } = ctx;
  if (!user) return;
  await inTransaction(ctx.db, async (tx) => {
    const versions = await storeItemVersions(tx, [toSource(entry)]);
    const itemId = entry.item.id;
    const itemVersionId = versions.get(itemId) ?? "";
    await recordCheckAnswer(tx, { ...given, userId: user.id, itemId, itemVersionId, at: ctx.now() });
  });
}

export const checkRouter = createRouter({
  /**
   * Scores one answer to an inline check and explains it. Only items that a lesson shows as checks; those of quizzes do
   * not exist here. A bet is scored like any other, and `graded` is false.
   */
  answer: publicProcedure
    .meta({ action: "check.answer" })
    .input(z.strictObject({ itemId: ItemId, seed: Seed, response: ResponseShape, locale: Locale }))
    .output(AnswerOutput)
    .mutation(async ({ ctx, input }) => {
      const entry = ctx.catalogue.checkItem(input.itemId);
      if (!entry) throw new AppError("not-found");
      await requireCheckRate(ctx);
      const item: Item = instantiate(entry.item, input.seed);
      const validated = validateResponse(item.ask, input.response);
      if (validated.status !== "ok") return validated;

      const { response } = validated;
      const { points, max, correct, graded } = score(item, response);
      await keepAnswer(ctx, { entry, seed: input.seed, response, points, max });
      const explained = feedbackView(ctx.catalogue, { item, response, locale: input.locale });
      return { status: "scored", points, max, correct, graded, feedback: explained } as const;
    }),
});
