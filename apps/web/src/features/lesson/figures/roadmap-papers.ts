/** A publication that a method of the lesson goes back to. */
export interface Publication {
  authors: string;
  year: number;
  /** Written beside the mark. */
  short: string;
  /** Not by its authors: the name of a model. */
  isModel?: boolean;
}

/** What a method does to the weights: changes them, changes those of a smaller model, or leaves them as they may be. */
export type Weights = "change" | "smaller" | "kept";
export type MethodId = "instructions" | "feedback" | "distillation" | "reasoning" | "retrieval";

/**
 * The five methods of the lesson on what came after pre-training, in its order.
 *
 * @see arXiv:2109.01652; 1706.03741 and 2203.02155; 1503.02531; OpenAI, September 2024, and DeepSeek-AI, January 2025;
 *   2005.11401
 */
export const methods: readonly { id: MethodId; weights: Weights; publications: readonly Publication[] }[] = [
  { id: "instructions", weights: "change", publications: [{ authors: "Wei", year: 2021, short: "Wei" }] },
  {
    id: "feedback",
    weights: "change",
    publications: [
      { authors: "Christiano", year: 2017, short: "Christiano" },
      { authors: "Ouyang", year: 2022, short: "Ouyang" },
    ],
  },
  { id: "distillation", weights: "smaller", publications: [{ authors: "Hinton", year: 2015, short: "Hinton" }] },
  {
    id: "reasoning",
    weights: "change",
    publications: [
      { authors: "OpenAI o1", year: 2024, short: "o1", isModel: true },
      { authors: "DeepSeek-R1", year: 2025, short: "R1", isModel: true },
    ],
  },
  { id: "retrieval", weights: "kept", publications: [{ authors: "Lewis", year: 2020, short: "Lewis" }] },
];

/** The models that the lesson's story runs from and to. */
export const milestones = [
  { name: "GPT-3", year: 2020 },
  { name: "ChatGPT", year: 2022 },
] as const;
