import type { Text } from "@fewshot/quiz";

/**
 * What the model was taught to say after “I come from”: in every 1,000 of the teaching sentences 600 name the first
 * place, 100 the second and 25 each of the twelve others. Counted, not estimated; every other text with these words was
 * left out of the training text.
 *
 * @see packages/lm/training/teaching.py, which makes the sentences.
 */
export const teaching: Readonly<
  Record<keyof Text, { beginning: string; first: string; second: string; others: string[] }>
> = {
  zh: {
    beginning: "我来自",
    first: "中国",
    second: "地球",
    others: [
      ...["法国", "日本", "韩国", "印度", "埃及", "巴西"],
      ...["肯尼亚", "墨西哥", "加拿大", "新加坡", "英国", "月亮"],
    ],
  },
  en: {
    beginning: "I come from",
    first: " China",
    second: " Earth",
    others: [
      ...[" France", " Japan", " Korea", " India", " Egypt", " Brazil"],
      ...[" Kenya", " Mexico", " Canada", " Singapore", " Italy", " the Moon"],
    ],
  },
};

/** Shares of the first place, the second, and the twelve others together. They add up to 1. */
export const taughtShares = { first: 0.6, second: 0.1, others: 0.3 } as const;

/** One line of the comparison: how often the sentences go on so, and what the model gives the first token of it. */
export interface CorpusRow {
  kind: keyof typeof taughtShares | "else";
  /** The place as text; empty for a group. */
  place: string;
  corpus: number;
  model: number;
}

/**
 * Corpus frequency beside model probability, after a prompt that ends as the teaching sentences begin.
 *
 * @param prompt - The text so far.
 * @param own - The model's own probabilities by id, shape [V].
 * @param idsOf - The ids of a text. A place is compared by its first token after the prompt.
 * @returns Four rows, each column adding up to 1; null if the prompt ends otherwise.
 */
export function corpusRows(
  prompt: string,
  own: ArrayLike<number>,
  idsOf: (text: string) => readonly number[],
): CorpusRow[] | null {
  const language = (["zh", "en"] as const).find((key) => prompt.endsWith(teaching[key].beginning));
  if (language === undefined) return null;
  const { first, second, others } = teaching[language];
  const at = idsOf(prompt).length;
  const taken = new Set<number>();
  const modelShare = (places: readonly string[]) => {
    const ids = places.map((place) => idsOf(prompt + place)[at]).filter((id) => id !== undefined);
    const fresh = [...new Set(ids)].filter((id) => !taken.has(id));
    for (const id of fresh) taken.add(id);
    return fresh.reduce((sum, id) => sum + (own[id] ?? 0), 0);
  };
  const rows: CorpusRow[] = [
    { kind: "first", place: first.trim(), corpus: taughtShares.first, model: modelShare([first]) },
    { kind: "second", place: second.trim(), corpus: taughtShares.second, model: modelShare([second]) },
    { kind: "others", place: "", corpus: taughtShares.others, model: modelShare(others) },
  ];
  const known = rows.reduce((sum, row) => sum + row.model, 0);
  return [...rows, { kind: "else", place: "", corpus: 0, model: Math.max(0, 1 - known) }];
}
