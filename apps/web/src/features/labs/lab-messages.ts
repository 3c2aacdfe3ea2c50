import type { LabId } from "@fewshot/content";
import type { Messages } from "#messages/index";

/** Where the words of a lab are under `labs` in the messages. */
const wordsOf: Record<LabId, keyof Messages["labs"]> = {
  "parameter-counter": "parameterCounter",
  "text-scales": "textScales",
  "gradient-descent": "gradient",
  "nudge-w": "nudge",
  "frozen-or-not": "frozen",
  "micro-gpt": "microGpt",
  "next-token": "nextToken",
  "next-token-game": "nextTokenGame",
  "training-pairs": "trainingPairs",
  "autoregressive-or-not": "autoregressive",
  tokenizer: "tokenizer",
  "few-shot": "fewShot",
  "figure-explorer": "figures",
  "sort-columns": "sortColumns",
  "prompt-surgery": "promptSurgery",
  "rewrite-request": "rewriteRequest",
  "glass-model": "glassModel",
  energy: "energy",
  "bias-probe": "biasProbe",
  hallucination: "hallucination",
  "human-or-model": "humanOrModel",
  rag: "rag",
  "three-generations": "generations",
};

/** The words that a page sends to the browser for one lab: what all labs share, and its own. */
export function labMessages({ common, labs: all }: Messages, labId: LabId) {
  const { titles, frame, model, fingerprint } = all;
  const words = wordsOf[labId];
  return { common, labs: { titles, frame, model, fingerprint, [words]: all[words] } };
}
