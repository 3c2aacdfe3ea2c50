import type { Tx } from "../client.ts";
import type { Prisma } from "../generated/client.ts";

/** One answer to an inline check by somebody signed in. It shows misconceptions and counts towards nothing. */
export type CheckAnswer = {
  userId: string;
  itemId: string;
  itemVersionId: string;
  seed: string;
  response: object;
  points: number;
  max: number;
  at: Date;
};

/** Keeps an answer to an inline check. */
export async function recordCheckAnswer(tx: Tx, answer: CheckAnswer): Promise<void> {
  const data = { ...answer, response: answer.response as Prisma.InputJsonObject };
  await tx.checkAnswer.create({ data, select: { id: true } });
}
