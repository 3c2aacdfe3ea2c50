import { isLate, maxPoints } from "@fewshot/quiz";
import { findOwnAttempt, listAttempts } from "@fewshot/db";
import { z } from "zod";
import { viewAttempt, viewResult } from "../attempt/attempt-view.ts";
import { closeOverdue } from "../attempt/close-overdue.ts";
import { resolveTarget, toTarget } from "../attempt/resolve-target.ts";
import { saveAnswer } from "../attempt/save-answer.ts";
import { startAttempt } from "../attempt/start-attempt.ts";
import { submitAttempt } from "../attempt/submit-attempt.ts";
import type { Catalogue } from "../catalogue.ts";
import { AppError } from "../errors.ts";
import { Id } from "../schemas.ts";
import { createRouter, learnerProcedure } from "../trpc.ts";
import {
  AttemptInput,
  AttemptOutput,
  OverviewOutput,
  ResultOutput,
  SaveInput,
  SaveOutput,
  StartInput,
  SubmitInput,
  SubmitOutput,
  TargetInput,
} from "./quiz-schemas.ts";

const own = learnerProcedure.meta({ action: "attempt.own" });

/** What a quiz on this module is worth today. */
export function quizSize(catalogue: Catalogue, moduleSlug: string): { itemCount: number; maxPoints: number } {
  const asks = catalogue.quizItems(moduleSlug).map(({ item }) => item.ask);
  const graded = asks.filter((ask) => ask.graded);
  return { itemCount: asks.length, maxPoints: graded.reduce((sum, ask) => sum + maxPoints(ask), 0) };
}

export const quizRouter = createRouter({
  /** What a quiz asks of this learner and how their attempts went. */
  overview: own
    .input(TargetInput)
    .output(OverviewOutput)
    .query(async ({ ctx, input }) => {
      const now = ctx.now();
      const rules = await resolveTarget(ctx, input.target, ctx.user.id);
      await closeOverdue(ctx.db, { userId: ctx.user.id }, now);
      const attempts = await listAttempts(ctx.db, { userId: ctx.user.id, target: rules.target });
      const { className, dueAt, timeZone, timeLimitMinutes, attemptsAllowed } = rules;
      return {
        target: toTarget(rules.target),
        moduleSlug: rules.target.moduleSlug,
        ...(className === null ? {} : { className }),
        ...quizSize(ctx.catalogue, rules.target.moduleSlug),
        dueAt,
        timeZone,
        isLateNow: isLate(now.getTime(), dueAt?.getTime() ?? null),
        timeLimitMinutes,
        attemptsAllowed,
        attempts: attempts.map(({ id, number, state, startedAt, submittedAt, points, max }) => {
          return { id, number, state, startedAt, submittedAt, points, max };
        }),
        openAttemptId: attempts.find((attempt) => attempt.state === "open")?.id ?? null,
      };
    }),

  /** Begins an attempt, or leads back to the open one. */
  start: own
    .input(StartInput)
    .output(z.strictObject({ attemptId: Id }))
    .mutation(async ({ ctx, input }) => {
      const attemptId = await startAttempt(ctx, { ...input, userId: ctx.user.id, startedAt: ctx.now() });
      return { attemptId };
    }),

  /** The questions of an attempt with what has been answered so far. */
  attempt: own
    .input(AttemptInput)
    .output(AttemptOutput)
    .query(({ ctx, input }) => viewAttempt(ctx, { ...input, userId: ctx.user.id, now: ctx.now() })),

  /** Saves one answer. */
  save: own
    .input(SaveInput)
    .output(SaveOutput)
    .mutation(({ ctx, input }) => saveAnswer(ctx, { ...input, userId: ctx.user.id, arrivedAt: ctx.now() })),

  /** Hands in the attempt, once and for all. */
  submit: own
    .input(SubmitInput)
    .output(SubmitOutput)
    .mutation(async ({ ctx, input }) => {
      const arrivedAt = ctx.now();
      const { attemptId } = input;
      if (!(await findOwnAttempt(ctx.db, { attemptId, userId: ctx.user.id }))) throw new AppError("not-found");
      return submitAttempt(ctx.db, { ...input, arrivedAt });
    }),

  /** Points and feedback, once the attempt is handed in. */
  result: own
    .input(AttemptInput)
    .output(ResultOutput)
    .query(({ ctx, input }) => viewResult(ctx, { ...input, userId: ctx.user.id, now: ctx.now() })),
});
