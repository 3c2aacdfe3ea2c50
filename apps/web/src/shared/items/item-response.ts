import type { PublicItem, Response } from "@fewshot/quiz";

/** An answer on its way; the server decides whether it can be scored. */
export type ItemResponse = Response;

/** The item of one kind. */
export type ItemOf<Kind extends PublicItem["kind"]> = Extract<PublicItem, { kind: Kind }>;

// Readers of an answer that was kept somewhere. Each is total: what has another shape counts as no answer.

export function chosenOption(value: unknown): string | null {
  const choice = field(value, "choice");
  return typeof choice === "string" ? choice : null;
}

export function chosenOptions(value: unknown): string[] {
  const choices = field(value, "choices");
  return Array.isArray(choices) ? choices.filter((choice) => typeof choice === "string") : [];
}

export function chosenTruth(value: unknown): boolean | null {
  const truth = field(value, "value");
  return typeof truth === "boolean" ? truth : null;
}

export function typedText(value: unknown): string {
  const text = field(value, "text");
  return typeof text === "string" ? text : "";
}

export function placedChips(value: unknown): Record<string, number> {
  const chips = field(value, "chips");
  if (typeof chips !== "object" || chips === null) return {};
  return Object.fromEntries(Object.entries(chips).filter(([, count]) => Number.isSafeInteger(count) && count >= 0));
}

/** Strings by name, as `match` keeps its pairs and `cloze` its blanks. */
export function keptWords(value: unknown, name: "pairs" | "blanks"): Record<string, string> {
  const words = field(value, name);
  if (typeof words !== "object" || words === null) return {};
  return Object.fromEntries(Object.entries(words).filter(([, word]) => typeof word === "string"));
}

export function keptOrder(value: unknown): string[] {
  const order = field(value, "order");
  return Array.isArray(order) ? order.filter((id) => typeof id === "string") : [];
}

/** The same ids with one of them a place further up (-1) or down (1); at either end it stays. */
export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const from = order.indexOf(id);
  const to = Math.min(order.length - 1, Math.max(0, from + by));
  return from < 0 ? [...order] : order.toSpliced(from, 1).toSpliced(to, 0, id);
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
