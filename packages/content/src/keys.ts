import "server-only";
import type { Item, Key } from "@fewshot/quiz";
import type { CompiledKeys } from "./course.ts";
import keysJson from "./generated/keys.json";
import { askOf } from "./server.ts";

// The compiler wrote this file from values of this very type; TypeScript infers JSON too widely to see it.
const { keys } = keysJson as unknown as CompiledKeys;

const keysById = new Map(keys.map((entry) => [entry.id, entry.key]));

/** The key of a playable item, or null. Server only: answers, explanations, distractors. */
export function keyOf(itemId: string): Key | null {
  return keysById.get(itemId) ?? null;
}

/** A playable item with its key, ready for `instantiate` and `score`, or null. Server only. */
export function itemOf(itemId: string): Item | null {
  const entry = askOf(itemId);
  const key = keyOf(itemId);
  if (!entry || !key) return null;
  // Ask and key come from one item, so their kinds agree; TypeScript cannot see that across two lookups.
  return { id: entry.id, kind: entry.ask.kind, concepts: entry.concepts, ask: entry.ask, key } as Item;
}
