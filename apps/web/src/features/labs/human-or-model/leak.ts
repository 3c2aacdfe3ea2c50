import { trainNgram } from "@fewshot/ml-core";
import type { Locale } from "@fewshot/quiz";

/** A small corpus and a test of five sentences, none of which is in it. Words stand apart by blanks. */
interface Sentences {
  corpus: readonly string[];
  test: readonly string[];
}

/** Written for this lab. */
const sentences: Readonly<Record<Locale, Sentences>> = {
  zh: {
    corpus: [
      "小猫 在 窗台 上 睡觉",
      "小狗 在 门口 等 主人",
      "奶奶 在 厨房 里 包 饺子",
      "爸爸 在 院子 里 修 自行车",
      "妹妹 把 书 放 在 桌子 上",
      "哥哥 把 伞 忘 在 车 上",
      "老师 在 黑板 上 写 字",
      "小鸟 在 树 上 唱歌",
      "孩子们 在 河边 捡 石头",
      "邻居 送 来 一 篮 橘子",
      "下雨 了 路 上 没有 人",
      "月亮 照 在 院子 里",
    ],
    test: [
      "小鸟 在 窗台 上 唱歌",
      "爷爷 把 收音机 放 在 椅子 上",
      "孩子们 送 来 一 篮 石头",
      "邻居 在 河边 修 自行车",
      "月亮 照 在 路 上",
    ],
  },
  en: {
    corpus: [
      "the cat sleeps on the window sill",
      "the dog waits at the door",
      "my grandmother makes soup in the kitchen",
      "our father mends a bicycle in the yard",
      "my sister put the book on the table",
      "his brother left an umbrella on the bus",
      "the teacher writes a word on the board",
      "a bird sings in the old tree",
      "two children look for stones by the river",
      "our neighbour brought a basket of oranges",
      "it rained and nobody was in the street",
      "the moon shines over the yard",
    ],
    test: [
      "a bird sings on the window sill",
      "my grandfather hid a radio under the table",
      "two children brought a basket of stones",
      "our neighbour mends an umbrella by the river",
      "it rained over the old tree",
    ],
  },
};

/** How much k is added to every count: little, so that what was counted weighs most. */
const smoothing = 0.05;

/** A test sentence as it reads, and its log loss in bits a token before and after the leak. */
export interface Exam {
  text: string;
  before: number;
  after: number;
}

/** A sentence as it is written: Chinese without the blanks between its words. */
export function readable(sentence: string, locale: Locale): string {
  return locale === "zh" ? `${sentence.replaceAll(" ", "")}。` : `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`;
}

/** Sentences in the corpus before anything leaks. */
export function corpusOf(locale: Locale): string[] {
  return sentences[locale].corpus.map((sentence) => readable(sentence, locale));
}

/** The test's sentences. */
export function testOf(locale: Locale): string[] {
  return sentences[locale].test.map((sentence) => readable(sentence, locale));
}

/**
 * Trains a trigram model on the corpus, and once more with a test sentence in it.
 *
 * Both have the same vocabulary, so that only the counts differ.
 *
 * @param leaked - Index of the sentence that leaks; null trains on the same corpus again.
 */
export function sitExam(locale: Locale, leaked: number | null): Exam[] {
  const split = (sentence: string) => sentence.split(" ");
  const corpus = sentences[locale].corpus.map(split);
  const test = sentences[locale].test.map(split);
  const vocabulary = [...corpus, ...test].flat();
  const train = (texts: readonly string[][]) => trainNgram(texts, { order: 3, k: smoothing, vocabulary });
  const clean = train(corpus);
  const after = train([...corpus, ...test.filter((_, i) => i === leaked)]);
  const bits = (model: ReturnType<typeof train>, sentence: string[]) => mean(model.textBits(sentence));
  return test.map((sentence) => ({
    text: readable(sentence.join(" "), locale),
    before: bits(clean, sentence),
    after: bits(after, sentence),
  }));
}

/** What the leak brought, in bits a token: on the sentence that leaked, and the largest change, up or down, on another. */
export function gains(exam: readonly Exam[], leaked: number): { leaked: number; others: number } {
  const gain = exam.map(({ before, after }) => before - after);
  const others = gain.filter((_, i) => i !== leaked);
  return {
    leaked: gain[leaked] ?? 0,
    others: others.reduce((largest, one) => (Math.abs(one) > Math.abs(largest) ? one : largest), 0),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
