import { createHash } from "node:crypto";
import type { Item, Locale } from "@fewshot/quiz";

/** An item of the course with the hash that names its present version: SHA-256 hex over ask and key. */
export type CatalogueItem = { item: Item; contentHash: string };

/**
 * The course as the server needs it. A quiz holds no item that stands in a lesson as a check: whoever answers a check
 * is told the key.
 */
export type Catalogue = {
  /** Items of a module's quiz in order; empty if there is no such module or it has no quiz yet. */
  quizItems(moduleSlug: string): readonly CatalogueItem[];
  /** The item if a lesson shows it as an inline check, else null. */
  checkItem(itemId: string): CatalogueItem | null;
  /** What a learner with this misconception tends to think, or null if the tag has no words. */
  misconception(tag: string, locale: Locale): string | null;
};

/** The same hash for the same ask and key, whatever the order in which their fields were written. */
export function hashItem({ ask, key }: Item): string {
  return createHash("sha256").update(canonicalJson({ ask, key })).digest("hex");
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
