import { uuidv7 } from "uuidv7";
import type { Db, Tx } from "../client.ts";
import { Prisma } from "../generated/client.ts";
import { recordAudit } from "./audit.ts";

/** One slot as handed in and judged. `response` null: left empty. `detail`: the engine's whole score. */
export type SlotSubmission = {
  attemptSlotId: string;
  itemVersionId: string;
  response: object | null;
  points: number;
  max: number;
  detail: object;
};

export type Submission = {
  attemptId: string;
  userId: string;
  /** The request's id, or "auto:<attempt id>". */
  submitKey: string;
  kind: "final" | "auto";
  /** When it counts as handed in; `receivedAt` is when the server took it. */
  submittedAt: Date;
  receivedAt: Date;
  scorerVersion: string;
  slots: SlotSubmission[];
};

/** A slot's last response and its last score. */
export type SlotResult = { attemptSlotId: string; response: unknown; points: number; max: number; detail: unknown };

/**
 * Writes responses, scores, state and audit of one attempt. The caller holds its row `FOR NO KEY UPDATE` and has seen
 * it open in the same transaction.
 */
export async function recordSubmission(tx: Tx, submission: Submission): Promise<void> {
  const { attemptId, kind, submittedAt, receivedAt, scorerVersion, submitKey } = submission;
  const rows = submission.slots.map((slot) => ({ ...slot, responseId: uuidv7() }));
  await tx.response.createMany({
    data: rows.map(({ responseId, attemptSlotId, response }) => {
      return { id: responseId, attemptSlotId, seq: 1, kind, response: toJson(response), receivedAt };
    }),
  });
  await tx.score.createMany({
    data: rows.map(({ responseId, itemVersionId, points, max, detail }) => {
      const judgement = { points, max, detail: detail as Prisma.InputJsonObject, scorerVersion, source: "auto" };
      return { id: uuidv7(), responseId, seq: 1, itemVersionId, scoredAt: receivedAt, ...judgement };
    }),
  });
  const data = { state: "submitted", submittedAt, submitKey };
  await tx.attempt.update({ where: { id: attemptId }, data, select: { id: true } });
  await recordAudit(tx, {
    actorId: kind === "auto" ? null : submission.userId,
    action: kind === "auto" ? "attempt.auto-close" : "quiz.submit",
    subject: `attempt:${attemptId}`,
    before: { state: "open" },
    after: { state: "submitted", points: rows.reduce((sum, row) => sum + row.points, 0) },
    at: receivedAt,
  });
}

const toJson = (response: object | null) => (response === null ? Prisma.DbNull : (response as Prisma.InputJsonObject));

/** Results of a submitted attempt by slot id. */
export async function listResults(db: Db | Tx, attemptId: string): Promise<Map<string, SlotResult>> {
  const slots = await db.attemptSlot.findMany({
    where: { attemptId },
    select: {
      id: true,
      responses: {
        orderBy: { seq: "desc" },
        take: 1,
        select: {
          response: true,
          scores: { orderBy: { seq: "desc" }, take: 1, select: { points: true, max: true, detail: true } },
        },
      },
    },
  });
  const results = slots.flatMap(({ id, responses: [answer] }) => {
    const score = answer?.scores[0];
    if (!answer || !score) return [];
    const { points, max, detail } = score;
    return [{ attemptSlotId: id, response: answer.response, points: Number(points), max: Number(max), detail }];
  });
  return new Map(results.map((result) => [result.attemptSlotId, result]));
}
