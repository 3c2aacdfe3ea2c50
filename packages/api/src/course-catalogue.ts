import "server-only";
import { itemOf } from "@fewshot/content/keys";
import { checkItemIds, misconception, quizItemIds } from "@fewshot/content/server";
import { hashItem, type Catalogue, type CatalogueItem } from "./catalogue.ts";

/** The catalogue of the course in packages/content. Items are hashed once, at first use. */
export function createCourseCatalogue(): Catalogue {
  const checks = new Set(checkItemIds());
  const entries = new Map<string, CatalogueItem>();

  const entryOf = (itemId: string): CatalogueItem | null => {
    const known = entries.get(itemId);
    if (known) return known;
    const item = itemOf(itemId);
    if (!item) return null;
    const entry = { item, contentHash: hashItem(item) };
    entries.set(itemId, entry);
    return entry;
  };

  return {
    quizItems: (moduleSlug) =>
      quizItemIds(moduleSlug)
        .filter((itemId) => !checks.has(itemId))
        .flatMap((itemId) => entryOf(itemId) ?? []),
    checkItem: (itemId) => (checks.has(itemId) ? entryOf(itemId) : null),
    misconception: (tag, locale) => misconception(tag)?.[locale] ?? null,
  };
}
