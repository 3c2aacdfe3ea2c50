import {
  createMicroGpt,
  diffWeights,
  GPT3_CONTEXT,
  mulberry32,
  plainSampling,
  sampleFrom,
  trainStep,
  weightsOf,
  type MicroGpt,
} from "@fewshot/ml-core";
import { choose, numericDraw, singleDraw, whole, type Generator } from "./draw.ts";

const updatesFromBatch: Generator = (random) => {
  const [tokens, batch] = [50 * whole(random, 2, 10), choose(random, [0.5, 0.8, 1.6, 2, 2.5, 3.2, 4, 5])];
  const value = (tokens * 1e9) / (batch * 1e6);
  if (!Number.isInteger(value)) return null;
  return numericDraw(
    { tokens, batch },
    {
      value,
      tolerance: 0,
      wrong: [
        [value * 10, "millions-of-updates"],
        [value * 1000, "millions-of-updates"],
        [value / 10, "slip-arithmetic"],
        [tokens / batch, "slip-units"],
        [tokens * 1000 * batch, "slip-arithmetic"],
      ],
    },
  );
};

/** Something one can do to a model; `run` does it to a small one. */
interface Action {
  zh: string;
  en: string;
  run: (model: MicroGpt) => void;
}

const write =
  (seed: number, { examples = 1, temperature = 1 } = {}) =>
  (model: MicroGpt): void => {
    const prompt = Array.from({ length: examples }, (_, i) => i % 8);
    sampleFrom(model, prompt, {
      count: 8,
      settings: { ...plainSampling, temperature },
      random: mulberry32(seed),
    });
  };

const update = (model: MicroGpt): void => {
  const batch = { batchSize: 1, length: 4, inputs: Int32Array.of(1, 2, 3, 4), targets: Int32Array.of(2, 3, 4, 5) };
  trainStep(model, batch, { learningRate: 0.01 });
};

const writing: Action = { zh: "写五百个 token", en: "five hundred tokens written", run: write(7) };
const reseeding: Action = { zh: "换种子写一遍", en: "a run with a new seed", run: write(8) };
const showing: Action = {
  zh: "加八个例子写一遍",
  en: "a run with eight more examples",
  run: write(7, { examples: 8 }),
};
const cooling: Action = { zh: "把温度调到 0 写一遍", en: "a run at temperature 0", run: write(7, { temperature: 0 }) };
const stepping: Action = { zh: "走一步梯度更新", en: "a gradient step", run: update };
const tuning: Action = { zh: "用新文字微调一遍", en: "one round of fine-tuning on new text", run: update };

const known = new Map<string, string>();

/** Fingerprints of a small model before, between and after two actions, as letters: A again means the same weights. */
function fingerprints(actions: readonly Action[]): string {
  const name = actions.map(({ en }) => en).join("|");
  const story = known.get(name) ?? tryOut(actions);
  known.set(name, story);
  return story;
}

function tryOut(actions: readonly Action[]): string {
  const config = { vocabSize: 8, contextLength: 8, layers: 1, heads: 1, dModel: 4 };
  const model = createMicroGpt(config, mulberry32(1));
  const flat = () => Float64Array.from(weightsOf(model).flatMap(({ data }) => [...data]));
  let [letter, before] = ["A", flat()];
  const letters = actions.map((action) => {
    action.run(model);
    const after = flat();
    if (diffWeights(before, after).changedCount > 0) letter = String.fromCharCode(letter.charCodeAt(0) + 1);
    before = after;
    return letter;
  });
  return ["A", ...letters].join("");
}

const later: Record<string, { zh: string; en: string }[]> = {
  AAB: [
    { zh: "还是甲", en: "A again" },
    { zh: "变成乙", en: "B" },
  ],
  ABB: [
    { zh: "变成乙", en: "B" },
    { zh: "还是乙", en: "B again" },
  ],
};

const hashStory: Generator = (random) => {
  const quiet = choose(random, [writing, reseeding, showing, cooling]);
  const loud = choose(random, [stepping, tuning]);
  const fitting = random() < 0.5 ? [quiet, loud] : [loud, quiet];
  const seen = fingerprints(fitting);
  const [second, third] = later[seen] ?? [];
  if (!second || !third) return null;
  const told = ([first, then]: readonly Action[]) => ({
    zh: `先${first?.zh}，再${then?.zh}`,
    en: `first ${first?.en}, then ${then?.en}`,
  });
  const wrong = [
    { actions: fitting.toReversed(), tag: "prompting-trains-weights" },
    { actions: [writing, reseeding], tag: "knobs-change-the-model" },
    { actions: [cooling, showing], tag: "few-shot-is-fine-tuning" },
  ];
  if (wrong.some(({ actions }) => fingerprints(actions) === seen)) return null;
  const options = [{ words: told(fitting) }, ...wrong.map(({ actions, tag }) => ({ words: told(actions), tag }))];
  return singleDraw(random, { vars: { second, third }, options });
};

const kThatFits: Generator = (random) => {
  const [d, q] = [4 * whole(random, 4, 30), 4 * whole(random, 10, 60)];
  const e = choose(random, [16, 18, 24, 30, 36, 40, 48, 60, 64]);
  const room = GPT3_CONTEXT - d - q;
  const value = Math.floor(room / e);
  return numericDraw(
    { d, q, e },
    {
      value,
      tolerance: 0,
      wrong: [
        [Math.floor(GPT3_CONTEXT / e), "context-is-unlimited"],
        [Math.floor((GPT3_CONTEXT - d) / e), "slip-arithmetic"],
        [value + 1, "slip-arithmetic"],
        [value - 1, "slip-arithmetic"],
        [room, "slip-arithmetic"],
      ],
    },
  );
};

/** Module 3, and the window of module 5: what changes weights, how often, and what fits beside them. */
export const frozenGenerators = {
  "updates-from-batch": updatesFromBatch,
  "hash-story": hashStory,
  "k-that-fits": kThatFits,
};
