import type { Locale } from "@fewshot/quiz";
import { corpusCounts } from "../corpus/counts.ts";

/** What one can ask about: an animal that the training text names, one that it does not, or one that does not exist. */
export interface Subject {
  name: string;
  /** Words of which a right answer holds at least one; none if no answer is right, because there is no such animal. */
  eats: readonly string[];
}

/** In the order of `ANIMALS` in `packages/lm/training/corpus_counts.py`, which counts their names. */
export const subjects: Readonly<Record<Locale, readonly Subject[]>> = {
  zh: [
    { name: "兔子", eats: ["草", "青菜", "菜", "萝卜"] },
    { name: "松鼠", eats: ["松果", "松子", "坚果", "果", "种子"] },
    { name: "青蛙", eats: ["虫", "蚊", "苍蝇"] },
    { name: "狐狸", eats: ["肉", "老鼠", "鼠", "兔", "鸟", "鸡", "虫", "果"] },
    { name: "熊猫", eats: ["竹"] },
    { name: "长颈鹿", eats: ["叶"] },
    { name: "大象", eats: ["草", "叶", "果", "树皮"] },
    { name: "老虎", eats: ["肉", "鹿", "猪"] },
    { name: "猫头鹰", eats: ["鼠", "虫", "鸟"] },
    { name: "骆驼", eats: ["草", "灌木", "叶"] },
    { name: "食蚁兽", eats: ["蚁"] },
    { name: "袋熊", eats: ["草", "树皮", "根"] },
    { name: "水豚", eats: ["草"] },
    { name: "嘟噜兽", eats: [] },
  ],
  en: [
    { name: "cow", eats: ["grass", "hay"] },
    { name: "cat", eats: ["meat", "fish", "mice", "mouse"] },
    { name: "fox", eats: ["mice", "mouse", "rabbit", "birds", "berries", "insects", "meat"] },
    { name: "bear", eats: ["berries", "fish", "honey", "roots", "nuts", "insects"] },
    { name: "frog", eats: ["insects", "flies", "worms"] },
    { name: "rabbit", eats: ["grass", "leaves", "carrot", "clover", "hay"] },
    { name: "squirrel", eats: ["nuts", "acorns", "seeds"] },
    { name: "owl", eats: ["mice", "mouse", "birds", "insects"] },
    { name: "penguin", eats: ["fish", "krill", "squid"] },
    { name: "camel", eats: ["grass", "leaves", "thorn", "bushes", "plants", "hay"] },
    { name: "anteater", eats: ["ants", "termites"] },
    { name: "wombat", eats: ["grass", "roots", "bark"] },
    { name: "meerkat", eats: ["insects", "beetles", "scorpions", "spiders"] },
    { name: "zorb", eats: [] },
  ],
};

/** How often the name occurs in the training text. */
export function countOf(locale: Locale, name: string): number {
  return corpusCounts[locale].animals[name] ?? 0;
}

/** The question, and the beginning of its answer, from which the model writes on. */
export function questionOf(locale: Locale, name: string): { question: string; lead: string } {
  if (locale === "zh") return { question: `${name}吃什么？`, lead: `${name}吃` };
  const article = /^[aeiou]/.test(name) ? "an" : "a";
  return { question: `What does ${article} ${name} eat?`, lead: `${article === "an" ? "An" : "A"} ${name} eats` };
}

/** True if an answer holds one of the words of a right one; in English as a whole word, in Chinese anywhere. */
export function isRight(locale: Locale, { eats }: Subject, answer: string): boolean {
  if (locale === "zh") return eats.some((word) => answer.includes(word));
  const words: readonly string[] = answer.toLowerCase().match(/[a-z]+/g) ?? [];
  return eats.some((food) => words.includes(food) || words.includes(`${food}s`));
}
