import { createBm25, generations, searchTerms, softmax } from "@fewshot/ml-core";
import { choose, numericDraw, singleDraw, whole, type Generator } from "./draw.ts";

const PASSAGES = 30;
const MEAN_LENGTH = 200;

interface Shape {
  length: number;
  rare: number;
  common: number;
}

const filler = (count: number): string[] => Array.from({ length: count }, () => "other");

const passageOf = ({ length, rare, common }: Shape): string[] => [
  ...Array.from({ length: rare }, () => "rare"),
  ...Array.from({ length: common }, () => "common"),
  ...filler(length - rare - common),
];

/** A collection around three passages: so many of the others have the common word that `commonIn` have it in all. */
function collection(shapes: readonly Shape[], commonIn: number): string[][] {
  const left = PASSAGES * MEAN_LENGTH - shapes.reduce((sum, { length }) => sum + length, 0);
  const others = PASSAGES - shapes.length;
  const shown = commonIn - shapes.filter(({ common }) => common > 0).length;
  const rest = Array.from({ length: others }, (_, i) => {
    const length = Math.floor(left / others) + (i < left % others ? 1 : 0);
    return passageOf({ length, rare: 0, common: i < shown ? 1 : 0 });
  });
  return [...shapes.map(passageOf), ...rest];
}

const shapeWords = ({ length, rare, common }: Shape) => ({
  zh: `${length} 字，“缓存” ${rare} 次，“模型” ${common} 次`,
  en: `${length} words: “cache” ${rare === 1 ? "once" : `${rare} times`}, “model” ${common === 1 ? "once" : `${common} times`}`,
});

const bm25Rank: Generator = (random) => {
  const commonIn = whole(random, 22, 28);
  const shapes: Shape[] = [
    { length: 20 * whole(random, 2, 8), rare: 1, common: 0 },
    { length: 20 * whole(random, 2, 8), rare: 0, common: whole(random, 6, 12) },
    { length: 100 * whole(random, 3, 7), rare: 1, common: whole(random, 1, 4) },
  ];
  const bm25 = createBm25(collection(shapes, commonIn));
  const scores = Array.from(bm25.scores(["common", "rare"])).slice(0, shapes.length);
  const [best = 0, second = 0] = scores.toSorted((a, b) => b - a);
  // A learner weighs by eye: the winner must be clearly ahead.
  if (best < 1.3 * second) return null;
  const tags = ["slip-arithmetic", "slip-linear", "retrieval-cannot-fail"];
  const options = shapes.map((shape, i) =>
    scores[i] === best ? { words: shapeWords(shape) } : { words: shapeWords(shape), tag: tags[i] ?? "" },
  );
  const [short = 0, many = 0, long = 0] = scores;
  const why = {
    rare: bm25.idf("rare").toFixed(1),
    common: bm25.idf("common").toFixed(2),
    ...{ short: short.toFixed(2), many: many.toFixed(2), long: long.toFixed(2) },
  };
  return singleDraw(random, { vars: { commonIn }, why, options });
};

type Model = (typeof generations)[number];

/** Passages in both languages. The answer stands in one of the first kind; the others share the question's words. */
const answerPassages = [
  (a: Model, b: Model) => ({
    zh: `${a.name} 的上下文窗口是 ${a.contextLength} 个 token，${b.name} 是 ${b.contextLength} 个。`,
    en: `The context window of ${a.name} is ${a.contextLength} tokens, that of ${b.name} ${b.contextLength}.`,
  }),
  (a: Model, b: Model) => ({
    zh: `一次最多读多少：${a.name} 是 ${a.contextLength}，${b.name} 是 ${b.contextLength}。`,
    en: `Most tokens read at once: ${a.contextLength} by ${a.name}, ${b.contextLength} by ${b.name}.`,
  }),
];
const besidePassages = [
  {
    zh: "上下文窗口越大，要算的注意力就越多；窗口是多少，训练前就定了。",
    en: "The larger the context window of a model is, the more attention it computes; what the window is was set before training.",
  },
  {
    zh: "训练花了几个月，用了许多机器。",
    en: "Training took months and many machines.",
  },
];

/** Which of two passages a search puts first, or null where they tie. */
function firstOf(passages: readonly string[], question: string): number | null {
  const [top, next] = createBm25(passages.map(searchTerms)).search(searchTerms(question));
  return top && top.score !== next?.score ? top.index : null;
}

const ragDiagnosis: Generator = (random) => {
  const asked = choose(random, generations);
  const other = choose(
    random,
    generations.filter(({ id }) => id !== asked.id),
  );
  const isKnown = random() < 0.75;
  const [left, right] = isKnown ? [asked, other] : generations.filter(({ id }) => id !== asked.id);
  if (!left || !right) return null;
  const held = choose(random, answerPassages)(left, right);
  const beside = choose(random, besidePassages);
  const question = {
    zh: `${asked.name} 的上下文窗口是多少？`,
    en: `What is the context window of ${asked.name}?`,
  };
  const sent = firstOf([held.zh, beside.zh], question.zh);
  // Both languages must tell the same story.
  if (sent === null || sent !== firstOf([held.en, beside.en], question.en)) return null;
  const read = isKnown ? "b" : "d";
  const correct = isKnown && sent === 1 ? "a" : read;
  const tags = {
    a: "retrieval-cannot-fail",
    b: "retrieval-cannot-fail",
    c: "retrieval-changes-weights",
    d: "retrieval-cannot-fail",
  };
  const distractors = Object.fromEntries(Object.entries(tags).filter(([id]) => id !== correct));
  return {
    vars: { question, held, beside, sent: sent + 1, answer: other.contextLength },
    why: { right: asked.contextLength, name: asked.name },
    key: { correct, distractors },
  };
};

const softenedTargets: Generator = (random) => {
  const a = whole(random, 60, 96);
  const secondAt = (temperature: number) => 100 * (softmax([Math.log(a), Math.log(100 - a)], temperature)[1] ?? NaN);
  return numericDraw(
    { a },
    {
      value: secondAt(2),
      tolerance: 0.5,
      wrong: [
        [100 - a, "slip-knob"],
        [(100 - a) / 2, "slip-knob"],
        [secondAt(0.5), "slip-knob"],
        [10 * Math.sqrt(100 - a), "slip-renormalise"],
        [100 - secondAt(2), "slip-row-column"],
      ],
    },
  );
};

/** Module 8: search, and what a teacher's table passes on. */
export const lookupGenerators = {
  "bm25-rank": bm25Rank,
  "rag-diagnosis": ragDiagnosis,
  "softened-targets": softenedTargets,
};
