import { z } from "zod";
import { CorrectAnswer, ItemId, LOCALES } from "@fewshot/quiz";

export const Id = z.uuid();
export const Locale = z.enum(LOCALES);
export const Nothing = z.strictObject({});

/** Text that Postgres can keep: no NUL, no half of a surrogate pair. One such character in a save could never be saved. */
export const StorableText = z.string().refine((text) => !/\p{Cs}/u.test(text) && !text.includes("\0"));

/** Folder names of the course. */
export const ModuleSlug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/);
export const LessonId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

/** What a quiz is taken on: an assignment of a class, or a module for practice. */
export const Target = z.union([z.strictObject({ assignmentId: Id }), z.strictObject({ moduleSlug: ModuleSlug })]);
export type Target = z.infer<typeof Target>;

const OptionId = StorableText.min(1).max(64);

/** A response of any kind, as typed, and on its way back to the learner who gave it. Bounded here; whether it answers its item is the engine's to say. */
export const ResponseShape = z.union([
  z.strictObject({ choice: OptionId }),
  z.strictObject({ choices: z.array(OptionId).max(50) }),
  z.strictObject({ value: z.boolean() }),
  z.strictObject({ text: StorableText.max(200) }),
  z.strictObject({ chips: z.record(OptionId, z.number()).refine((chips) => Object.keys(chips).length <= 50) }),
  z.strictObject({ pairs: z.record(OptionId, OptionId).refine((pairs) => Object.keys(pairs).length <= 50) }),
  z.strictObject({ order: z.array(OptionId).max(50) }),
  z.strictObject({ blanks: z.record(OptionId, StorableText.max(200)).refine((all) => Object.keys(all).length <= 50) }),
]);

export type GivenResponse = z.infer<typeof ResponseShape>;

/** What draws the numbers and the order of an inline check. The page makes it up; nothing secret hangs on it. */
export const Seed = StorableText.min(1).max(64);

export const Position = z.int().min(1).max(200);
export const Points = z.number().min(0);

/** What may be said once the key is released. */
export const FeedbackOutput = z.strictObject({
  why: z.string(),
  correctAnswer: CorrectAnswer,
  misconception: z.strictObject({ tag: z.string(), text: z.string() }).optional(),
  target: z.record(z.string(), z.number()).optional(),
});
export type FeedbackOutput = z.infer<typeof FeedbackOutput>;

export { ItemId };
