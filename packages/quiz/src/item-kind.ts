/** Kinds this engine can ask and score. */
export const PLAYABLE_KINDS = [
  "single",
  "multiple",
  "true-false",
  "numeric",
  "distribution",
  "match",
  "order",
  "cloze",
] as const;

/** Kinds an author may write. Those that are not playable are legal data and are left out of quizzes. */
export const ITEM_KINDS = [...PLAYABLE_KINDS, "short-text", "next-token", "lab-state", "free-text"] as const;

export type PlayableKind = (typeof PLAYABLE_KINDS)[number];

/** Whether a kind can be asked and scored by this version of the engine. */
export function isPlayableKind(kind: string): kind is PlayableKind {
  return (PLAYABLE_KINDS as readonly string[]).includes(kind);
}
