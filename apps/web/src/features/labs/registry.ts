import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { LabId } from "@fewshot/content";
import type { Messages } from "#messages/index";
import type { LabProps } from "./lab-props.ts";

/** What a page needs of a lab before its code is there. */
export interface LabEntry {
  /** Where its words are under `labs` in the messages. */
  words: keyof Messages["labs"];
  /** Its code is a chunk of its own: a page without this lab does not carry it. */
  component: ComponentType<LabProps>;
}

/** Every lab by id, in the order of the course. */
export const labs: Record<LabId, LabEntry> = {
  "parameter-counter": {
    words: "parameterCounter",
    component: dynamic(() =>
      import("./parameter-counter/parameter-counter-lab.tsx").then((module) => module.ParameterCounterLab),
    ),
  },
  "text-scales": {
    words: "textScales",
    component: dynamic(() => import("./text-scales/text-scales-lab.tsx").then((module) => module.TextScalesLab)),
  },
  "gradient-descent": {
    words: "gradient",
    component: dynamic(() =>
      import("./gradient-descent/gradient-descent-lab.tsx").then((module) => module.GradientDescentLab),
    ),
  },
  "nudge-w": {
    words: "nudge",
    component: dynamic(() => import("./nudge-w/nudge-w-lab.tsx").then((module) => module.NudgeWLab)),
  },
  "frozen-or-not": {
    words: "frozen",
    component: dynamic(() => import("./frozen-or-not/frozen-or-not-lab.tsx").then((module) => module.FrozenOrNotLab)),
  },
  "micro-gpt": {
    words: "microGpt",
    component: dynamic(() => import("./micro-gpt/micro-gpt-lab.tsx").then((module) => module.MicroGptLab)),
  },
  "next-token": {
    words: "nextToken",
    component: dynamic(() => import("./next-token/next-token-lab.tsx").then((module) => module.NextTokenLab)),
  },
  "next-token-game": {
    words: "nextTokenGame",
    component: dynamic(() =>
      import("./next-token-game/next-token-game-lab.tsx").then((module) => module.NextTokenGameLab),
    ),
  },
  "training-pairs": {
    words: "trainingPairs",
    component: dynamic(() =>
      import("./training-pairs/training-pairs-lab.tsx").then((module) => module.TrainingPairsLab),
    ),
  },
  "autoregressive-or-not": {
    words: "autoregressive",
    component: dynamic(() =>
      import("./autoregressive-or-not/autoregressive-lab.tsx").then((module) => module.AutoregressiveLab),
    ),
  },
  tokenizer: {
    words: "tokenizer",
    component: dynamic(() => import("./tokenizer/tokenizer-lab.tsx").then((module) => module.TokenizerLab)),
  },
  "few-shot": {
    words: "fewShot",
    component: dynamic(() => import("./few-shot/few-shot-lab.tsx").then((module) => module.FewShotLab)),
  },
  "figure-explorer": {
    words: "figures",
    component: dynamic(() =>
      import("./figure-explorer/figure-explorer-lab.tsx").then((module) => module.FigureExplorerLab),
    ),
  },
  "sort-columns": {
    words: "sortColumns",
    component: dynamic(() => import("./sort-columns/sort-columns-lab.tsx").then((module) => module.SortColumnsLab)),
  },
  "prompt-surgery": {
    words: "promptSurgery",
    component: dynamic(() =>
      import("./prompt-surgery/prompt-surgery-lab.tsx").then((module) => module.PromptSurgeryLab),
    ),
  },
  "rewrite-request": {
    words: "rewriteRequest",
    component: dynamic(() =>
      import("./rewrite-request/rewrite-request-lab.tsx").then((module) => module.RewriteRequestLab),
    ),
  },
  "glass-model": {
    words: "glassModel",
    component: dynamic(() => import("./glass-model/glass-model-lab.tsx").then((module) => module.GlassModelLab)),
  },
  energy: {
    words: "energy",
    component: dynamic(() => import("./energy/energy-lab.tsx").then((module) => module.EnergyLab)),
  },
  "bias-probe": {
    words: "biasProbe",
    component: dynamic(() => import("./bias-probe/bias-probe-lab.tsx").then((module) => module.BiasProbeLab)),
  },
  hallucination: {
    words: "hallucination",
    component: dynamic(() => import("./hallucination/hallucination-lab.tsx").then((module) => module.HallucinationLab)),
  },
  "human-or-model": {
    words: "humanOrModel",
    component: dynamic(() =>
      import("./human-or-model/human-or-model-lab.tsx").then((module) => module.HumanOrModelLab),
    ),
  },
  rag: {
    words: "rag",
    component: dynamic(() => import("./rag/rag-lab.tsx").then((module) => module.RagLab)),
  },
  "three-generations": {
    words: "generations",
    component: dynamic(() =>
      import("./three-generations/three-generations-lab.tsx").then((module) => module.ThreeGenerationsLab),
    ),
  },
};
