import type { Db, Tx } from "../client.ts";
import type { Prisma } from "../generated/client.ts";

/** An item as it stands in the course today. `contentHash`: SHA-256 hex over ask and key. */
export type ItemSource = {
  itemId: string;
  contentHash: string;
  ask: object;
  key: object;
  concepts: string[];
};

/** A stored version with the key that scores it. Never for a page: only scoring and released feedback read it. */
export type KeyedVersion = { itemVersionId: string; itemId: string; concepts: string[]; ask: unknown; key: unknown };

/**
 * Makes sure that each item's present version is stored, once per content hash. In a transaction, since a version
 * without its key could never be scored.
 *
 * @returns Version id by item id. Stored versions are never changed; a changed item gets a new one.
 */
export async function storeItemVersions(tx: Tx, items: readonly ItemSource[]): Promise<Map<string, string>> {
  // One order for everybody: two starts that insert the same new items cannot deadlock.
  const ordered = [...items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const known = await findVersionIds(tx, ordered);
  const missing = ordered.filter((item) => !known.has(item.itemId));
  if (missing.length === 0) return known;

  await tx.itemVersion.createMany({ data: missing.map(versionRow), skipDuplicates: true });
  const all = await findVersionIds(tx, ordered);
  const keys = missing.map((item) => ({
    itemVersionId: idOf(all, item.itemId),
    key: item.key as Prisma.InputJsonObject,
  }));
  await tx.itemKey.createMany({ data: keys, skipDuplicates: true });
  return all;
}

function versionRow(item: ItemSource) {
  const { itemId, contentHash, concepts } = item;
  return { itemId, contentHash, concepts, ask: item.ask as Prisma.InputJsonObject };
}

function idOf(ids: Map<string, string>, itemId: string): string {
  const id = ids.get(itemId);
  if (!id) throw new Error(`item version of ${itemId} was not stored`);
  return id;
}

async function findVersionIds(tx: Tx, items: readonly ItemSource[]): Promise<Map<string, string>> {
  const rows = await tx.itemVersion.findMany({
    where: { OR: items.map(({ itemId, contentHash }) => ({ itemId, contentHash })) },
    select: { id: true, itemId: true },
  });
  return new Map(rows.map((row) => [row.itemId, row.id]));
}

/** The stored versions of an attempt's slots with their keys, by version id. */
export async function findKeyedVersions(db: Db | Tx, attemptId: string): Promise<Map<string, KeyedVersion>> {
  const rows = await db.itemVersion.findMany({
    where: { slots: { some: { attemptId } } },
    select: { id: true, itemId: true, concepts: true, ask: true, itemKey: { select: { key: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        itemVersionId: row.id,
        itemId: row.itemId,
        concepts: row.concepts,
        ask: row.ask,
        key: row.itemKey?.key ?? null,
      },
    ]),
  );
}
