"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { ItemResponse } from "#shared/items/item-response";
import { useTRPC, useTRPCClient } from "#shared/trpc/client";
import { failureReason, type FailureReason } from "#shared/trpc/failures";
import type { AnswerSync } from "./answer-sync.ts";

/** Why an attempt is not handed in: the call failed, or so many answers were changed elsewhere. */
export type SubmitProblem = { failed: FailureReason } | { stale: number } | null;

/**
 * Hands an attempt in: first everything that waits, then the final answers with the revisions they were written on.
 *
 * One request id serves all tries, so pressing Submit again after a lost reply cannot hand in twice.
 */
export function useSubmit(attemptId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const requestId = useRef<string>(null);
  const isBusy = useRef(false);
  const [problem, setProblem] = useState<SubmitProblem>(null);
  const [isSubmitting, setSubmitting] = useState(false);

  const handIn = useCallback(
    async (sync: AnswerSync): Promise<SubmitProblem> => {
      requestId.current ??= uuidv7();
      await sync.flush();
      const conflicts = countRivals(sync);
      if (conflicts > 0) return { stale: conflicts };
      const answers = answersOf(sync);
      const result = await client.quiz.submit.mutate({ attemptId, requestId: requestId.current, answers });
      if (result.status === "stale") return { stale: await faceRivals(sync, result.positions) };
      await sync.finish();
      await queryClient.invalidateQueries({ queryKey: trpc.quiz.pathKey() });
      return null;
    },
    [attemptId, client, queryClient, trpc],
  );

  const submit = useCallback(
    async (sync: AnswerSync) => {
      // Two clicks can come before the button is drawn disabled.
      if (isBusy.current) return;
      isBusy.current = true;
      setSubmitting(true);
      setProblem(await handIn(sync).catch((failure: unknown) => ({ failed: failureReason(failure) })));
      setSubmitting(false);
      isBusy.current = false;
    },
    [handIn],
  );

  return { submit, problem, isSubmitting };
}

const countRivals = (sync: AnswerSync) => sync.state.slots.filter(({ status }) => status === "rival").length;

/** Positions count from 1 on the server. */
function answersOf(sync: AnswerSync) {
  return sync.state.slots.flatMap(({ response, rev }, slot) =>
    response === null ? [] : [{ position: slot + 1, response: response as ItemResponse, baseRev: rev }],
  );
}

/** Saves the refused answers again: the server's reply brings what stands there, so that the learner can choose. */
async function faceRivals(sync: AnswerSync, positions: readonly number[]): Promise<number> {
  for (const position of positions) {
    const slot = sync.state.slots[position - 1];
    if (slot) await sync.change(position - 1, slot.response).catch(() => undefined);
  }
  await sync.flush();
  return Math.max(1, countRivals(sync));
}
