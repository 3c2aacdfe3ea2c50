import { z } from "zod";
import { Text } from "../text.ts";

/** Kebab-case name of a misconception or a slip. Whether the course knows it is the compiler's question. */
export const Tag = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a kebab-case tag");

export const OptionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a short lower-case id");

/** A finite number. JSON can write -0 and does not keep it when written back, so there is none here. */
export const Real = z.number().overwrite((x) => x + 0);

/** An option as authored, in both languages. */
export const Option = z.strictObject({ id: OptionId, zh: Text.shape.zh, en: Text.shape.en });
export type Option = z.infer<typeof Option>;

/** What every ask has: the prompt in both languages, and `graded: false` if it is a bet. */
export const askFields = { zh: Text.shape.zh, en: Text.shape.en, graded: z.boolean().default(true) };

/** What every key has: the explanation, and which wrong answer shows which misconception. */
export const keyFields = { why: Text, distractors: z.record(z.string(), Tag).default({}) };

/** Every item is worth one point; a module's total is its number of graded items. */
export const ITEM_POINTS = 1;
