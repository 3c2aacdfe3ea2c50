/** Every lab of the course with its named states. A lab may be opened without a preset only if it is in no list. */
export const LAB_PRESETS = {
  "parameter-counter": [],
  "text-scales": [],
  "gradient-descent": ["by-hand", "worked-faded-free", "contour"],
  "nudge-w": [],
  "frozen-or-not": ["simple-ai", "real-model", "tell-it-a-fact"],
  "micro-gpt": ["fine-tune", "from-scratch"],
  "next-token": ["wo-lai-zi", "eight-candidates", "real-vocabulary"],
  "next-token-game": [],
  "training-pairs": [],
  "autoregressive-or-not": [],
  tokenizer: [],
  "few-shot": ["toy-rule", "build-the-prompt", "symbol-insertion", "seen-or-new"],
  "figure-explorer": ["figure-1-2", "figure-1-3", "emergence"],
  "sort-columns": ["fact-or-view", "fine-tune-or-show"],
  "prompt-surgery": [],
  "rewrite-request": [],
  "glass-model": [],
  energy: [],
  "bias-probe": [],
  hallucination: [],
  "human-or-model": [],
  rag: [],
  "three-generations": [],
} as const satisfies Record<string, readonly string[]>;

export type LabId = keyof typeof LAB_PRESETS;

export const LAB_IDS = Object.keys(LAB_PRESETS) as LabId[];

/** Every figure of the course, in the order in which the lessons show them: that is how they are numbered. */
export const FIGURE_IDS = [
  "size-ladder",
  "figure-2-1",
  "labels-needed",
  "figure-1-2",
  "figure-1-3",
  "data-mix",
  "detection",
  "roadmap",
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

export const isLabId = (id: string): id is LabId => Object.hasOwn(LAB_PRESETS, id);

export const isFigureId = (id: string): id is FigureId => (FIGURE_IDS as readonly string[]).includes(id);
