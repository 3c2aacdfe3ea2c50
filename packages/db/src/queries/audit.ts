import type { Tx } from "../client.ts";
import { Prisma } from "../generated/client.ts";

/** `subject` is "<table>:<id>"; `actorId` null when the system acted. Neither snapshot may hold personal data or a key. */
export type AuditEntry = {
  actorId: string | null;
  action: string;
  subject: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  at: Date;
};

/** Writes who did what, in the transaction of the change itself, so that neither exists without the other. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: { ...entry, before: entry.before ?? Prisma.DbNull, after: entry.after ?? Prisma.DbNull },
    select: { id: true },
  });
}
