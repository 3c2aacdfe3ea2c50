"use client";

import type { RouterOutputs } from "@fewshot/api";
import type { QueryClient } from "@tanstack/react-query";
import type { ItemResponse } from "#shared/items/item-response";
import { failureReason, type FailureReason } from "#shared/trpc/failures";
import type { useTRPC, useTRPCClient } from "#shared/trpc/client";
import type { SaveRequest, SaveResult } from "./answer-sync.ts";

export type Attempt = RouterOutputs["quiz"]["attempt"];

/** A connection that swallows requests must not hold up the answers behind: after this long, a save has failed. */
const REPLY_WITHIN_MS = 15_000;

interface AttemptSavingOptions {
  client: ReturnType<typeof useTRPCClient>;
  trpc: ReturnType<typeof useTRPC>;
  queryClient: QueryClient;
  /** Told why a save failed, and null once one got through. */
  onOutcome: (trouble: FailureReason | null) => void;
}

/**
 * Saves one answer on the server. Goes past React Query, which would pause it while offline and so hide that the network
 * is gone: waiting is the outbox's work. Slots count from 0 here and positions from 1 on the server.
 */
export function createSave({ client, trpc, queryClient, onOutcome }: AttemptSavingOptions) {
  return async ({ position: slot, ...request }: SaveRequest): Promise<SaveResult> => {
    const { attemptId } = request;
    const response = request.response as ItemResponse;
    const position = slot + 1;
    try {
      const options = { signal: AbortSignal.timeout(REPLY_WITHIN_MS) };
      const result = await client.quiz.save.mutate({ ...request, response, position }, options);
      onOutcome(null);
      if (result.status === "saved") {
        const { rev, savedAt } = result;
        rememberDraft({ trpc, queryClient }, { attemptId, position, draft: { response, rev, savedAt } });
      }
      return result;
    } catch (failure) {
      onOutcome(failureReason(failure));
      throw failure;
    }
  };
}

type Draft = NonNullable<Attempt["slots"][number]["draft"]>;
type Saved = { attemptId: string; position: number; draft: Draft };

/** The cached attempt follows what the server has, so that leaving the page and coming back shows the newest answers. */
function rememberDraft({ trpc, queryClient }: Pick<AttemptSavingOptions, "trpc" | "queryClient">, saved: Saved): void {
  const { attemptId, position, draft } = saved;
  queryClient.setQueriesData<Attempt>({ queryKey: trpc.quiz.attempt.queryKey() }, (attempt) => {
    if (attempt?.id !== attemptId) return attempt;
    const slots = attempt.slots.map((slot) => (slot.position === position ? { ...slot, draft } : slot));
    return { ...attempt, slots };
  });
}
