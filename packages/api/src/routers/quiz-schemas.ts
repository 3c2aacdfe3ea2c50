import { z } from "zod";
import { PublicItem, Verdict } from "@fewshot/quiz";
import { FeedbackOutput, Id, Locale, Points, Position, ResponseShape, StorableText, Target } from "../schemas.ts";

const State = z.enum(["open", "submitted"]);
const Rev = z.int().min(0);

export const TargetInput = z.strictObject({ target: Target });
export const StartInput = z.strictObject({ target: Target, requestId: Id });
export const AttemptInput = z.strictObject({ attemptId: Id, locale: Locale });

export const SaveInput = z.strictObject({
  attemptId: Id,
  position: Position,
  response: ResponseShape,
  baseRev: Rev,
  clientId: StorableText.min(1).max(64),
  clientSeq: z.int().min(0),
});

const Answer = z.strictObject({ position: Position, response: ResponseShape, baseRev: Rev });

const haveOwnPositions = (answers: { position: number }[]) =>
  new Set(answers.map(({ position }) => position)).size === answers.length;

export const SubmitInput = z.strictObject({
  attemptId: Id,
  requestId: Id,
  answers: z.array(Answer).max(200).refine(haveOwnPositions, "one answer per position"),
});

export const OverviewOutput = z.strictObject({
  target: Target,
  moduleSlug: z.string(),
  className: z.string().optional(),
  itemCount: z.int(),
  maxPoints: Points,
  dueAt: z.date().nullable(),
  /** The class's, in which the due time was given; null for practice. */
  timeZone: z.string().nullable(),
  isLateNow: z.boolean(),
  timeLimitMinutes: z.int().nullable(),
  attemptsAllowed: z.int().nullable(),
  attempts: z.array(
    z.strictObject({
      id: Id,
      number: z.int(),
      state: State,
      startedAt: z.date(),
      submittedAt: z.date().nullable(),
      points: Points.nullable(),
      max: Points,
    }),
  ),
  openAttemptId: Id.nullable(),
});

const Draft = z.strictObject({ response: ResponseShape, rev: Rev, savedAt: z.date() });

export const AttemptOutput = z.strictObject({
  id: Id,
  target: Target,
  moduleSlug: z.string(),
  number: z.int(),
  state: State,
  startedAt: z.date(),
  deadlineAt: z.date().nullable(),
  serverNow: z.date(),
  slots: z.array(z.strictObject({ position: Position, item: PublicItem, maxPoints: Points, draft: Draft.nullable() })),
});

export const SaveOutput = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("saved"), rev: Rev, savedAt: z.date() }),
  z.strictObject({ status: z.literal("stale"), rev: Rev, response: ResponseShape, savedAt: z.date() }),
  z.strictObject({ status: z.literal("closed") }),
]);

export const SubmitOutput = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("submitted") }),
  z.strictObject({ status: z.literal("stale"), positions: z.array(Position) }),
]);

export const ResultOutput = z.strictObject({
  id: Id,
  target: Target,
  moduleSlug: z.string(),
  number: z.int(),
  startedAt: z.date(),
  submittedAt: z.date(),
  isLate: z.boolean(),
  points: Points,
  max: Points,
  slots: z.array(
    z.strictObject({
      position: Position,
      item: PublicItem,
      response: ResponseShape.nullable(),
      points: Points,
      max: Points,
      verdict: z.enum([...Verdict.options, "ungraded"]),
      feedback: FeedbackOutput,
    }),
  ),
});
