import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** An answer that the server has not acknowledged yet. */
export interface PendingAnswer {
  attemptId: string;
  /** Slot in the attempt, from 0. */
  position: number;
  response: unknown;
  /** Server revision this answer was written on top of; 0 where the server has none. */
  baseRev: number;
  /** Names the page that wrote it; with `clientSeq` it lets the server know a repeated save from a rival one. */
  clientId: string;
  /** Grows with every change that `clientId` made to this slot. */
  clientSeq: number;
  /** ISO instant of the device, shown to the learner and never used to decide anything. */
  changedAt: string;
}

/** Where unacknowledged answers wait. Every method settles only when the data is durable on the device. */
export interface Outbox {
  pending(attemptId: string): Promise<PendingAnswer[]>;
  put(answer: PendingAnswer): Promise<void>;
  /** Removes the answer unless it was changed after it was sent. */
  acknowledge(sent: Pick<PendingAnswer, "attemptId" | "position" | "clientSeq">): Promise<void>;
  /** Forgets everything about a submitted attempt. */
  clear(attemptId: string): Promise<void>;
}

interface OutboxSchema extends DBSchema {
  answers: { key: [string, number]; value: PendingAnswer; indexes: { attemptId: string } };
}

function openOutboxDatabase(): Promise<IDBPDatabase<OutboxSchema>> {
  return openDB<OutboxSchema>("fewshot-outbox", 1, {
    upgrade(db) {
      const answers = db.createObjectStore("answers", { keyPath: ["attemptId", "position"] });
      answers.createIndex("attemptId", "attemptId");
    },
  });
}

/**
 * The outbox of this browser profile, in IndexedDB.
 *
 * @throws DOMException where the browser refuses storage (some private windows).
 */
export async function openOutbox(): Promise<Outbox> {
  const db = await openOutboxDatabase();
  return {
    pending: (attemptId) => db.getAllFromIndex("answers", "attemptId", attemptId),
    async put(answer) {
      const tx = db.transaction("answers", "readwrite", { durability: "strict" });
      await Promise.all([tx.store.put(answer), tx.done]);
    },
    async acknowledge({ attemptId, position, clientSeq }) {
      const tx = db.transaction("answers", "readwrite");
      const answer = await tx.store.get([attemptId, position]);
      if (answer && answer.clientSeq <= clientSeq) await tx.store.delete([attemptId, position]);
      await tx.done;
    },
    async clear(attemptId) {
      const tx = db.transaction("answers", "readwrite");
      const keys = await tx.store.index("attemptId").getAllKeys(attemptId);
      await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
    },
  };
}

/** An outbox that lives as long as the page: the fallback where storage is refused, and the one of the tests. */
export function memoryOutbox(): Outbox {
  const answers = new Map<string, PendingAnswer>();
  const keyOf = (attemptId: string, position: number) => `${attemptId}/${position}`;
  const ofAttempt = (attemptId: string) => [...answers.values()].filter((answer) => answer.attemptId === attemptId);
  return {
    pending: async (attemptId) => ofAttempt(attemptId),
    async put(answer) {
      answers.set(keyOf(answer.attemptId, answer.position), answer);
    },
    async acknowledge({ attemptId, position, clientSeq }) {
      const key = keyOf(attemptId, position);
      const answer = answers.get(key);
      if (answer && answer.clientSeq <= clientSeq) answers.delete(key);
    },
    async clear(attemptId) {
      for (const answer of ofAttempt(attemptId)) answers.delete(keyOf(attemptId, answer.position));
    },
  };
}
