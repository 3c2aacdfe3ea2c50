import { z } from "zod";

/** The two languages of the course, of equal rank. */
export const LOCALES = ["zh", "en"] as const;

/** One language of the course. */
export type Locale = (typeof LOCALES)[number];

const Words = z.string().refine((words) => words.trim() !== "", "must not be empty");

/** The same words in both languages. Neither may be missing or blank, so an untranslated text is a schema error. */
export const Text = z.strictObject({ zh: Words, en: Words });
export type Text = z.infer<typeof Text>;
