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

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
