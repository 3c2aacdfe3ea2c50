import { choose, take, whole, type Generator } from "./draw.ts";

interface Both {
  zh: string;
  en: string;
}

/** A task in words, each line in both languages: instructions, solved lines, and a line to solve. */
interface PromptTask {
  instructions: Both[];
  solved: Both[];
  open: Both;
}

const tasks: PromptTask[] = [
  {
    instructions: [
      { zh: "把日期改写成 日/月/年。", en: "Rewrite the date as day/month/year." },
      { zh: "日和月不足两位的，前面补 0。", en: "Pad day and month to two digits with a 0." },
    ],
    solved: [
      { zh: "2001 年 1 月 2 日 → 02/01/2001", en: "2 January 2001 → 02/01/2001" },
      { zh: "1999 年 12 月 31 日 → 31/12/1999", en: "31 December 1999 → 31/12/1999" },
      { zh: "2010 年 6 月 8 日 → 08/06/2010", en: "8 June 2010 → 08/06/2010" },
    ],
    open: { zh: "2019 年 3 月 5 日 →", en: "5 March 2019 →" },
  },
  {
    instructions: [
      { zh: "写出这个词的反义词。", en: "Give the opposite of the word." },
      { zh: "只写一个词，不要解释。", en: "One word only, no explanation." },
    ],
    solved: [
      { zh: "大 → 小", en: "large → small" },
      { zh: "早 → 晚", en: "early → late" },
      { zh: "冷 → 热", en: "cold → hot" },
    ],
    open: { zh: "快 →", en: "fast →" },
  },
  {
    instructions: [
      { zh: "判断评论是好评还是差评。", en: "Say whether the review is good or bad." },
      { zh: "拿不准的也要选一个。", en: "Choose one even if you are not sure." },
    ],
    solved: [
      { zh: "很快就送到了 → 好评", en: "It arrived quickly → good" },
      { zh: "用了一天就坏 → 差评", en: "It broke after a day → bad" },
      { zh: "颜色和图上一样 → 好评", en: "The colour is as shown → good" },
    ],
    open: { zh: "屏幕有一道划痕 →", en: "The screen has a scratch →" },
  },
  {
    instructions: [
      { zh: "把数字写成英文单词。", en: "Write the number as a word." },
      { zh: "全部用小写字母。", en: "Use small letters throughout." },
    ],
    solved: [
      { zh: "3 → three", en: "3 → three" },
      { zh: "8 → eight", en: "8 → eight" },
      { zh: "12 → twelve", en: "12 → twelve" },
    ],
    open: { zh: "7 →", en: "7 →" },
  },
];

/** The paper's name for a number of solved lines: 0, 1, or more. */
const settingOf = (examples: number): "zero" | "one" | "few" =>
  examples === 0 ? "zero" : examples === 1 ? "one" : "few";

/** What somebody who answers otherwise tends to think: words of any kind are examples, or examples are training. */
function wrongSettings(right: string): Record<string, string> {
  const others = ["zero", "one", "few"].filter((name) => name !== right);
  const tag = right === "zero" ? "zero-shot-means-no-text" : "slip-arithmetic";
  return { ...Object.fromEntries(others.map((name) => [name, tag])), none: "zero-shot-means-no-text" };
}

const whichSetting: Generator = (random) => {
  const task = choose(random, tasks);
  const instructions = task.instructions.slice(0, whole(random, 1, 2));
  const examples = take(random, task.solved, choose(random, [0, 1, 2, 3]));
  const lines = [...instructions, ...examples, task.open];
  // Two lines would leave nothing to be misled by.
  if (lines.length < 3) return null;
  const correct = settingOf(examples.length);
  return {
    vars: {
      prompt: { zh: lines.map(({ zh }) => `“${zh}”`).join(""), en: lines.map(({ en }) => `“${en}”`).join(" ") },
    },
    why: { told: instructions.length, k: examples.length },
    key: { correct, distractors: wrongSettings(correct) },
  };
};

/** Module 5: prompts by their number of examples. */
export const promptGenerators = { "which-setting": whichSetting };
