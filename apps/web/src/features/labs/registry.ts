import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { LabId } from "@fewshot/content";
import type { LabProps } from "./lab-props.ts";

/**
 * Every lab by id, in the order of the course. The code of each is a chunk of its own. Only client components may import
 * this file: through a server component the page would carry all labs.
 */
export const labs: Record<LabId, ComponentType<LabProps>> = {
  "parameter-counter": dynamic(() =>
    import("./parameter-counter/parameter-counter-lab.tsx").then((module) => module.ParameterCounterLab),
  ),
  "text-scales": dynamic(() => import("./text-scales/text-scales-lab.tsx").then((module) => module.TextScalesLab)),
  "gradient-descent": dynamic(() =>
    import("./gradient-descent/gradient-descent-lab.tsx").then((module) => module.GradientDescentLab),
  ),
  "nudge-w": dynamic(() => import("./nudge-w/nudge-w-lab.tsx").then((module) => module.NudgeWLab)),
  "frozen-or-not": dynamic(() =>
    import("./frozen-or-not/frozen-or-not-lab.tsx").then((module) => module.FrozenOrNotLab),
  ),
  "micro-gpt": dynamic(() => import("./micro-gpt/micro-gpt-lab.tsx").then((module) => module.MicroGptLab)),
  "next-token": dynamic(() => import("./next-token/next-token-lab.tsx").then((module) => module.NextTokenLab)),
  "next-token-game": dynamic(() =>
    import("./next-token-game/next-token-game-lab.tsx").then((module) => module.NextTokenGameLab),
  ),
  "training-pairs": dynamic(() =>
    import("./training-pairs/training-pairs-lab.tsx").then((module) => module.TrainingPairsLab),
  ),
  "autoregressive-or-not": dynamic(() =>
    import("./autoregressive-or-not/autoregressive-lab.tsx").then((module) => module.AutoregressiveLab),
  ),
  tokenizer: dynamic(() => import("./tokenizer/tokenizer-lab.tsx").then((module) => module.TokenizerLab)),
  "few-shot": dynamic(() => import("./few-shot/few-shot-lab.tsx").then((module) => module.FewShotLab)),
  "figure-explorer": dynamic(() =>
    import("./figure-explorer/figure-explorer-lab.tsx").then((module) => module.FigureExplorerLab),
  ),
  "sort-columns": dynamic(() => import("./sort-columns/sort-columns-lab.tsx").then((module) => module.SortColumnsLab)),
  "prompt-surgery": dynamic(() =>
    import("./prompt-surgery/prompt-surgery-lab.tsx").then((module) => module.PromptSurgeryLab),
  ),
  "rewrite-request": dynamic(() =>
    import("./rewrite-request/rewrite-request-lab.tsx").then((module) => module.RewriteRequestLab),
  ),
  "glass-model": dynamic(() => import("./glass-model/glass-model-lab.tsx").then((module) => module.GlassModelLab)),
  energy: dynamic(() => import("./energy/energy-lab.tsx").then((module) => module.EnergyLab)),
  "bias-probe": dynamic(() => import("./bias-probe/bias-probe-lab.tsx").then((module) => module.BiasProbeLab)),
  hallucination: dynamic(() =>
    import("./hallucination/hallucination-lab.tsx").then((module) => module.HallucinationLab),
  ),
  "human-or-model": dynamic(() =>
    import("./human-or-model/human-or-model-lab.tsx").then((module) => module.HumanOrModelLab),
  ),
  rag: dynamic(() => import("./rag/rag-lab.tsx").then((module) => module.RagLab)),
  "three-generations": dynamic(() =>
    import("./three-generations/three-generations-lab.tsx").then((module) => module.ThreeGenerationsLab),
  ),
};
