"use client";
import { useEffect, useEffectEvent } from "react";

/**
 * Keeps a bet on this device, so that a reader who comes back finds it where it was.
 *
 * @param key - Names the lab and its preset.
 * @param onFound - Called after mounting if a bet was kept.
 */
export function useStoredBet(key: string, bet: number | null, onFound: (bet: number) => void): void {
  const name = `fewshot.bet.${key}`;
  const found = useEffectEvent(onFound);
  useEffect(() => {
    const kept = Number.parseFloat(readStorage(name) ?? "");
    if (Number.isFinite(kept)) found(kept);
  }, [name]);
  useEffect(() => {
    if (bet !== null) writeStorage(name, String(bet));
  }, [name, bet]);
}

/** Storage may be switched off; a bet then lasts as long as the page. */
function readStorage(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function writeStorage(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
