import { Text } from "@fewshot/quiz";
import { z } from "zod";

export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case");

/**
 * `data/modules.json`: the map of the course. Whether a lesson is written shows in the folders, not here.
 * `needs`: the earlier modules that one builds on.
 */
export const ModulesFile = z
  .array(
    z.strictObject({
      slug: Slug,
      title: Text,
      question: Text,
      needs: z.array(Slug).default([]),
      lessons: z.array(z.strictObject({ slug: Slug, title: Text, minutes: z.int().min(1).max(30) })).min(1),
    }),
  )
  .min(1);
export type ModulesFile = z.infer<typeof ModulesFile>;

/** `data/misconceptions.json`: what somebody who errs this way tends to think, by tag. */
export const MisconceptionsFile = z.record(Slug, Text);
export type MisconceptionsFile = z.infer<typeof MisconceptionsFile>;

/** `data/glossary.json`, in the order in which the course introduces the terms. */
export const GlossaryFile = z.array(z.strictObject({ id: Slug, term: Text, means: Text, first: z.string() }));
export type GlossaryFile = z.infer<typeof GlossaryFile>;

/** `data/sources.json`: what the course cites, and where the paper's text and its tables differ. */
export const SourcesFile = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: Slug,
      /** Of the papers the course reads, or from outside them. */
      kind: z.enum(["base", "outside"]),
      authors: z.string().min(1),
      year: z.int().min(1900).max(2100),
      title: z.string().min(1),
      venue: z.string().min(1),
      href: z.url({ protocol: /^https$/ }),
      supports: Text,
      lessons: z.array(z.string()).min(1),
    }),
  ),
  disagreements: z.array(z.strictObject({ what: Text, text: Text, table: Text })),
});
export type SourcesFile = z.infer<typeof SourcesFile>;

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
