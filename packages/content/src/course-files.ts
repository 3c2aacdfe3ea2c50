import { Text } from "@fewshot/quiz";
import { z } from "zod";

export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case");

/** `data/modules.json`: the map of the course. Whether a lesson is written shows in the folders, not here. */
export const ModulesFile = z
  .array(
    z.strictObject({
      slug: Slug,
      title: Text,
      question: Text,
      lessons: z.array(z.strictObject({ slug: Slug, title: Text, minutes: z.int().min(1).max(30) })).min(1),
    }),
  )
  .min(1);
export type ModulesFile = z.infer<typeof ModulesFile>;

/** `data/misconceptions.json`: what somebody who errs this way tends to think, by tag. */
export const MisconceptionsFile = z.record(Slug, Text);
export type MisconceptionsFile = z.infer<typeof MisconceptionsFile>;

const Mission = z.strictObject({ id: Slug, end: z.string() });

/** The front matter of a lesson. The i-th lab belongs to the i-th `:::lab` of the text. */
export const FrontMatter = z.strictObject({
  slug: z.string(),
  title: z.string().min(1),
  minutes: z.int(),
  objectives: z.array(z.string().min(1)).min(1),
  labs: z
    .array(z.strictObject({ id: Slug, preset: Slug.optional(), missions: z.array(Mission).length(3) }))
    .default([]),
});
export type FrontMatter = z.infer<typeof FrontMatter>;
