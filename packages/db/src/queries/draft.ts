import type { Db, Tx } from "../client.ts";

/** What stands in a slot. `rev` counts its saves from 1. */
export type Draft = { attemptSlotId: string; response: unknown; rev: number; savedAt: Date };

export type DraftSave = {
  attemptId: string;
  userId: string;
  position: number;
  response: object;
  /** The revision that the writer built on; 0 for none. */
  baseRev: number;
  /** Which tab wrote, and its how-manieth save: together they recognise a request sent twice. */
  clientId: string;
  clientSeq: number;
  /** When the request arrived. */
  at: Date;
  /** Deadlines before this are over: the arrival less the grace. */
  deadlineFloor: Date;
};

const draftFields = { attemptSlotId: true, response: true, rev: true, savedAt: true } as const;

/** Drafts of one attempt, by slot id. */
export async function listDrafts(db: Db | Tx, attemptId: string): Promise<Map<string, Draft>> {
  const rows = await db.draft.findMany({ where: { slot: { attemptId } }, select: draftFields });
  return new Map(rows.map((row) => [row.attemptSlotId, row]));
}

/**
 * Writes a draft if the attempt is this person's, open and in time, and nobody else has written since `baseRev` (or at
 * all). What the same page wrote earlier is no rival: its reply may have been lost, so that `baseRev` is behind.
 *
 * All guards stand in the one statement that writes. It holds the attempt's row `FOR SHARE`: saves run side by side, a
 * submit waits for them, and a save that waited for a submit sees the attempt closed and writes nothing.
 *
 * @returns null if nothing was written; `findDraft` tells what stands there instead.
 */
export async function saveDraft(db: Db | Tx, save: DraftSave): Promise<{ rev: number; savedAt: Date } | null> {
  const rows = await db.$queryRaw<{ rev: number; savedAt: Date }[]>`
    WITH place AS (
      SELECT slot.id FROM attempt a JOIN attempt_slot slot ON slot.attempt_id = a.id
      WHERE a.id = ${save.attemptId}::uuid AND a.user_id = ${save.userId}::uuid AND slot.position = ${save.position}::int
        AND a.state = 'open' AND (a.deadline_at IS NULL OR a.deadline_at >= ${save.deadlineFloor}::timestamptz)
      FOR SHARE OF a
    )
    INSERT INTO draft (attempt_slot_id, response, rev, client_id, client_seq, saved_at)
    SELECT id, ${JSON.stringify(save.response)}::jsonb, 1, ${save.clientId}, ${save.clientSeq}::int, ${save.at}::timestamptz
    FROM place
    ON CONFLICT (attempt_slot_id) DO UPDATE SET
      response = excluded.response, rev = draft.rev + 1, client_id = excluded.client_id,
      client_seq = excluded.client_seq, saved_at = excluded.saved_at
    WHERE draft.rev = ${save.baseRev}::int
       OR (draft.client_id = excluded.client_id AND draft.client_seq < excluded.client_seq)
    RETURNING rev, saved_at AS "savedAt"`;
  return rows[0] ?? null;
}

/** The draft in a slot and the save that wrote it, or null. */
export async function findDraft(
  db: Db | Tx,
  { attemptId, position }: { attemptId: string; position: number },
): Promise<(Draft & { clientId: string; clientSeq: number }) | null> {
  return db.draft.findFirst({
    where: { slot: { attemptId, position } },
    select: { ...draftFields, clientId: true, clientSeq: true },
  });
}
