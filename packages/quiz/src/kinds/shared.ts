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

/** What one draw puts in the place of each {{name}}: a number, or words (one wording for both languages, or two). */
export const Drawn = z.record(
  z.string().regex(/^[a-z][a-zA-Z0-9]*$/, "must be a name such as n or batchSize"),
  z.union([Real, Text.shape.zh, Text]),
);
export type Drawn = z.infer<typeof Drawn>;

const MOST_DRAWS = 200;

/** What one draw makes of the key: names for the explanation beside those of the ask, and the fields it replaces. */
const KeyDraw = z.strictObject({ words: Drawn.default({}), sets: z.record(z.string(), z.json()) });

/** What every ask has: the prompt in both languages, `graded: false` if it is a bet, and the draws of a seeded item. */
export const askFields = {
  zh: Text.shape.zh,
  en: Text.shape.en,
  graded: z.boolean().default(true),
  draws: z.array(Drawn).min(1).max(MOST_DRAWS).optional(),
};

/** What every key has: the explanation, which wrong answer shows which misconception, and as many draws as the ask. */
export const keyFields = {
  why: Text,
  distractors: z.record(z.string(), Tag).default({}),
  draws: z.array(KeyDraw).min(1).max(MOST_DRAWS).optional(),
};

/** Every item is worth one point; a module's total is its number of graded items. */
export const ITEM_POINTS = 1;
