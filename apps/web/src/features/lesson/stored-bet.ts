"use client";
import type { DistributionResponse } from "@fewshot/quiz";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { placedChips } from "#shared/items/item-response";

const keyOf = (itemId: string) => `fewshot.bet.v1:${itemId}`;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(itemId: string): string | null {
  try {
    return localStorage.getItem(keyOf(itemId));
  } catch {
    return null; // storage is switched off
  }
}

function parse(text: string | null): DistributionResponse | null {
  if (text === null) return null;
  try {
    const chips = placedChips(JSON.parse(text));
    return Object.keys(chips).length > 0 ? { chips } : null;
  } catch {
    return null;
  }
}

/** A bet that stays on this device, through reloads and in both languages. */
export function useStoredBet(itemId: string): [DistributionResponse | null, (bet: DistributionResponse) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(itemId),
    () => null,
  );
  const place = useCallback(
    (bet: DistributionResponse) => {
      try {
        localStorage.setItem(keyOf(itemId), JSON.stringify(bet));
      } catch {
        // Full or switched off. Only this bet is not kept.
      }
      for (const listener of listeners) listener();
    },
    [itemId],
  );
  return [useMemo(() => parse(text), [text]), place];
}
