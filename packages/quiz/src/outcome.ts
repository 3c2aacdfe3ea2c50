import { z } from "zod";

const Prompt = { prompt: z.string(), graded: z.boolean() };
const PublicOption = z.strictObject({ id: z.string(), text: z.string() });

/** How a number is to be typed. `percent`: the number in front of the sign, so 65.1 and 65.1% are the same answer. */
export const NumericInput = z.enum(["integer", "decimal", "percent"]);
export type NumericInput = z.infer<typeof NumericInput>;

/** What goes into a blank: one of the item's options, or a number in front of a percent sign. */
export const BlankInput = z.enum(["option", "percent"]);

/**
 * All that a browser may know of an item, in one language, with variables filled in and options in display order.
 * Nothing in it depends on the key.
 */
export const PublicItem = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), ...Prompt, options: z.array(PublicOption) }),
  z.strictObject({ kind: z.literal("multiple"), ...Prompt, options: z.array(PublicOption) }),
  z.strictObject({ kind: z.literal("true-false"), ...Prompt }),
  z.strictObject({ kind: z.literal("numeric"), ...Prompt, input: NumericInput }),
  z.strictObject({ kind: z.literal("distribution"), ...Prompt, options: z.array(PublicOption), total: z.int() }),
  z.strictObject({
    kind: z.literal("match"),
    ...Prompt,
    left: z.array(PublicOption),
    right: z.array(PublicOption),
  }),
  z.strictObject({ kind: z.literal("order"), ...Prompt, options: z.array(PublicOption) }),
  z.strictObject({
    kind: z.literal("cloze"),
    ...Prompt,
    options: z.array(PublicOption),
    blanks: z.array(z.strictObject({ id: z.string(), input: BlankInput })),
  }),
]);
export type PublicItem = z.infer<typeof PublicItem>;
export type PublicOption = z.infer<typeof PublicOption>;

/** Why a response cannot be scored as it stands. The words for people are the caller's, one per code. */
export const ProblemCode = z.enum([
  "no-answer",
  "malformed",
  "unknown-option",
  "not-a-number",
  "ambiguous-number",
  "number-too-large",
  "not-an-integer",
  "chips-not-whole",
  "chips-total",
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

export type SingleResponse = { choice: string };
/** `choices` are distinct ids, sorted. */
export type MultipleResponse = { choices: string[] };
export type TrueFalseResponse = { value: boolean };
/** As typed; `parseNumber` reads it. */
export type NumericResponse = { text: string };
/** Whole chips by option id, none negative, adding up to the total of the ask. */
export type DistributionResponse = { chips: Record<string, number> };

/** The right id chosen for each left id, in the order of the ask. A left id without a partner is not there. */
export type MatchResponse = { pairs: Record<string, string> };
/** Every option id once, first to last. */
export type OrderResponse = { order: string[] };
/** By blank, in the order of the ask: an option id, or a number as typed. A blank that was left is not there. */
export type ClozeResponse = { blanks: Record<string, string> };

export type Response =
  | SingleResponse
  | MultipleResponse
  | TrueFalseResponse
  | NumericResponse
  | DistributionResponse
  | MatchResponse
  | OrderResponse
  | ClozeResponse;

/** What validation says. Safe in a browser: it never looks at a key. */
export type Validated<R = Response> =
  | { status: "empty"; problem: "no-answer" }
  | { status: "invalid"; problem: Exclude<ProblemCode, "no-answer"> }
  | { status: "ok"; response: R };

/** `empty`: nothing was answered. `partly`: more than nothing, less than all. */
export const Verdict = z.enum(["right", "partly", "wrong", "empty"]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * The result of scoring. `points` and `max` are decimals with at most 4 places, 0 <= points <= max.
 * `correct` is points = max. `graded: false` marks a bet: it has points, and they count nowhere.
 */
export const Score = z.strictObject({
  kind: z.literal("scored"),
  points: z.number().min(0),
  max: z.number().positive(),
  correct: z.boolean(),
  graded: z.boolean(),
  verdict: Verdict,
});
export type Score = z.infer<typeof Score>;

/** A right answer, in the shape of a response plus its kind. For `numeric`, anything within `tolerance` is right. */
export const CorrectAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), choice: z.string() }),
  z.strictObject({ kind: z.literal("multiple"), choices: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("true-false"), value: z.boolean() }),
  z.strictObject({ kind: z.literal("numeric"), value: z.number(), tolerance: z.number() }),
  z.strictObject({ kind: z.literal("distribution"), chips: z.record(z.string(), z.int()) }),
  z.strictObject({ kind: z.literal("match"), pairs: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal("order"), order: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("cloze"), blanks: z.record(z.string(), z.string()) }),
]);
export type CorrectAnswer = z.infer<typeof CorrectAnswer>;

/**
 * What may be said once the key is released. `misconception` is a tag; its words live in the course data.
 * `target` (distribution only): the true shares by option id, adding up to 1.
 */
export const Feedback = z.strictObject({
  why: z.string(),
  correctAnswer: CorrectAnswer,
  misconception: z.string().optional(),
  target: z.record(z.string(), z.number()).optional(),
});
export type Feedback = z.infer<typeof Feedback>;

/** `open`: the policy still holds the key back. `released`: it may be shown. */
export type Phase = "open" | "released";

export const EMPTY = { status: "empty", problem: "no-answer" } as const;

export const invalid = (problem: Exclude<ProblemCode, "no-answer">) => ({ status: "invalid", problem }) as const;

/** Nothing was sent at all, which is an empty answer and not a malformed one. */
export const isAbsent = (response: unknown): response is null | undefined =>
  response === null || response === undefined;
