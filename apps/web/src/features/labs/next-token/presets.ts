import type { Text } from "@fewshot/quiz";
import type { TokenPiece } from "./token-piece.ts";

export const presetIds = ["free", "wo-lai-zi", "eight-candidates", "real-vocabulary"] as const;
export type PresetId = (typeof presetIds)[number];

/**
 * What the learner bets on: a probability in per cent, how many of the stated candidates or of the whole vocabulary are
 * kept, or how often of ten draws.
 */
export type BetKind = "percent" | "kept" | "vocabulary" | "draws";

/** A named starting state of the lab, and the end states of the missions it has when it stands alone. */
export interface Preset {
  /** Null if no model is needed: the table is stated. */
  prompt: Text | null;
  /** True if the learner may write another prompt. */
  canWrite: boolean;
  bet: BetKind;
  /** The text whose first token a bet in per cent is about. */
  betOn: Text | null;
  missions: readonly { id: string; end: string }[];
}

export const presets: Readonly<Record<PresetId, Preset>> = {
  free: {
    prompt: { zh: "我来自", en: "I come from" },
    canWrite: true,
    bet: "draws",
    betOn: null,
    missions: [
      { id: "one", end: "temperature == 1 && kept == 1" },
      {
        id: "flat",
        end: "temperature > 1 && penalty == 1 && topK == 0 && topP >= 1 && minP == 0 && probability(top) < 0.1",
      },
      { id: "twenty", end: "generated >= 20 || ended" },
    ],
  },
  "wo-lai-zi": {
    prompt: { zh: "我来自", en: "I come from" },
    canWrite: false,
    bet: "percent",
    betOn: { zh: "中", en: " China" },
    missions: [
      { id: "walk", end: "generated >= 5 || ended" },
      { id: "fork", end: "distinct(firstToken over seeds) >= 2 && seeds >= 3" },
      { id: "count", end: "samples >= 1000 && abs(frequency(top) - probability(top)) <= 0.05" },
    ],
  },
  "eight-candidates": {
    prompt: null,
    canWrite: false,
    bet: "kept",
    betOn: null,
    missions: [
      { id: "sharpen", end: "topP >= 1 && topK == 0 && probability(top) >= 0.90" },
      { id: "two-left", end: "temperature == 1 && topK == 0 && kept == 2" },
      { id: "order", end: "seen(order=hf, T=2, p=0.8, kept=6) && seen(order=llama.cpp, T=2, p=0.8, kept=4)" },
    ],
  },
  "real-vocabulary": {
    prompt: { zh: "从前，有一只小兔子", en: "Once upon a time there was a" },
    canWrite: true,
    bet: "vocabulary",
    betOn: null,
    missions: [
      {
        id: "narrow-and-wide",
        end: "min(kept over prompts at p = 0.9) <= 3 && max(kept over prompts at p = 0.9) >= 30",
      },
      {
        id: "under-one-bit",
        end: "temperature < 1 && penalty == 1 && topP >= 1 && topK == 0 && minP == 0 && entropy < 1",
      },
      { id: "same-twenty", end: "max(sameTokens over repeated runs) >= 20" },
    ],
  },
};

/** The preset of that name; `free` for a name the lab does not know. */
export function presetOf(name: string): PresetId {
  return presetIds.find((id) => id === name) ?? "free";
}

/** The eight candidates of the lesson and the shares stated there: a teaching distribution, not a model's output. */
export const statedShares: readonly { word: Text; share: number }[] = [
  { word: { zh: "中", en: " China" }, share: 0.6 },
  { word: { zh: "地", en: " Earth" }, share: 0.1 },
  { word: { zh: "上", en: " Shanghai" }, share: 0.08 },
  { word: { zh: "北", en: " Beijing" }, share: 0.07 },
  { word: { zh: "农", en: " farmland" }, share: 0.05 },
  { word: { zh: "美", en: " America" }, share: 0.04 },
  { word: { zh: "火", en: " Mars" }, share: 0.03 },
  { word: { zh: "远", en: " afar" }, share: 0.03 },
];

/** Logits whose softmax is the stated shares: ln p. Shape [8]. */
export function statedLogits(): number[] {
  return statedShares.map(({ share }) => Math.log(share));
}

/** The stated candidates as they are displayed. */
export function statedPieces(locale: keyof Text): TokenPiece[] {
  return statedShares.map(({ word }) => ({ kind: "text", text: word[locale] }));
}
