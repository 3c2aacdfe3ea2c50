import { Prisma } from "../generated/client.ts";

/**
 * Two columns of the attempt `a` of the query around it: `points` (numeric, NULL while open) and `max` (numeric).
 * Of each slot the last response counts, and of each response the last score. Ungraded slots hold 0 of 0.
 */
export const attemptPoints = Prisma.sql`
  CASE WHEN a.state = 'submitted' THEN (
    SELECT COALESCE(sum(latest.points), 0)
    FROM attempt_slot slot
    JOIN LATERAL (SELECT id FROM response WHERE attempt_slot_id = slot.id ORDER BY seq DESC LIMIT 1) answer ON true
    JOIN LATERAL (SELECT points FROM score WHERE response_id = answer.id ORDER BY seq DESC LIMIT 1) latest ON true
    WHERE slot.attempt_id = a.id
  ) END AS points,
  (SELECT COALESCE(sum(slot.max_points), 0) FROM attempt_slot slot WHERE slot.attempt_id = a.id) AS max`;

/** What those two columns are once read. */
export type PointColumns = { points: Prisma.Decimal | null; max: Prisma.Decimal };

/** Exact decimals to plain numbers; four places fit a double without loss below 10^11. */
export function toPoints({ points, max }: PointColumns): { points: number | null; max: number } {
  return { points: points === null ? null : Number(points), max: Number(max) };
}
