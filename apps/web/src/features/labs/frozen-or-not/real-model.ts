import type { LabState } from "@fewshot/quiz";
import type { Change } from "./small-model.ts";

/** A fingerprint that was taken of the language model. */
export interface Taken {
  sha256: string;
  /** Bytes it is of. */
  bytes: number;
  /** Tokens that had been written by then. */
  tokens: number;
}

export interface RealState {
  prompt: string;
  temperature: number;
  seed: number;
  /** Tokens written so far. */
  tokens: number;
  /** What was written last. */
  text: string;
  taken: readonly Taken[];
  changes: readonly Change[];
  diffOpened: boolean;
  bet: number | null;
}

export const ranges = {
  temperature: { min: 0, max: 2, step: 0.1, decimals: 1 },
  seed: { min: 1, max: 9999, decimals: 0 },
} as const;

export const longestPrompt = 120;

/** @param prompt - What the model continues, in the reader's language. */
export function realStart(prompt: string): RealState {
  return {
    prompt,
    temperature: 1,
    seed: 1,
    tokens: 0,
    text: "",
    taken: [],
    changes: [],
    diffOpened: false,
    bet: null,
  };
}

/** The fingerprints to compare: the first, and the last that was taken after it. */
export function compared({ taken }: RealState): { before: Taken; after: Taken } | null {
  const [before, after] = [taken[0], taken.at(-1)];
  return before === undefined || after === undefined || taken.length < 2 ? null : { before, after };
}

export function publishReal(state: RealState): LabState {
  const pair = compared(state);
  return {
    values: {
      hashes: state.taken.length,
      generated: state.tokens,
      diffOpened: state.diffOpened,
      ...(pair && {
        generatedBetween: pair.after.tokens - pair.before.tokens,
        hashBefore: pair.before.sha256,
        hashAfter: pair.after.sha256,
      }),
    },
    seen: state.changes.map(({ action, hashBefore, hashAfter }) => ({
      action,
      ...(action === "flip" ? { bits: 1 } : { steps: 1 }),
      changed: hashBefore !== hashAfter,
    })),
  };
}
