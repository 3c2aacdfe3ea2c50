import { parseItem, publicView, type Ask, type Item, type Locale, type PublicItem } from "@fewshot/quiz";
import type { AttemptSlot, KeyedVersion } from "@fewshot/db";

/** Every slot draws its own numbers and its own order of options. */
export function slotSeed(attemptSeed: string, position: number): string {
  return `${attemptSeed}:${position}`;
}

/** What the browser sees of a slot. Made from the pinned ask alone: no key is read here. */
export function slotView(slot: AttemptSlot, attemptSeed: string, locale: Locale): PublicItem {
  // Only `storeItemVersions` writes asks, from parsed items, and rows of that table never change.
  return publicView(slot.ask as Ask, slotSeed(attemptSeed, slot.position), locale);
}

/**
 * The item as it was when the attempt began, key included.
 *
 * @throws Error if this version of the engine cannot read a stored item: nothing is scored by guessing.
 */
export function pinnedItem(version: KeyedVersion): Item {
  const { itemId, concepts, ask, key } = version;
  const parsed = parseItem({ id: itemId, kind: (ask as Ask).kind, concepts, ask, key });
  if (!parsed.ok) throw new Error(`stored version ${version.itemVersionId} of ${itemId} cannot be read`);
  return parsed.value;
}
