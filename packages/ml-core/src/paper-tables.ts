/** A row of Table 2.2: a source of GPT-3's training text. */
export interface MixtureRow {
  name: string;
  /** What there is of it, in billions of tokens. */
  billions: number;
  /** Of a hundred examples drawn in training, how many came from it. As printed; the five add to 101. */
  weight: number;
  /** How often it was read while training went through 300 billion tokens. As printed. */
  epochs: number;
}

/**
 * The five sources of GPT-3's training text, as printed. Drawn by weight, not by size.
 *
 * @see Brown et al., 2020, arXiv:2005.14165v4, Table 2.2
 */
export const mixture: readonly MixtureRow[] = [
  { name: "Common Crawl", billions: 410, weight: 60, epochs: 0.44 },
  { name: "WebText2", billions: 19, weight: 22, epochs: 2.9 },
  { name: "Books1", billions: 12, weight: 8, epochs: 1.9 },
  { name: "Books2", billions: 55, weight: 8, epochs: 0.43 },
  { name: "Wikipedia", billions: 3, weight: 3, epochs: 3.4 },
];

/** A row of Table 3.11: how often readers judged rightly whether a short news article was a model's. In per cent. */
export interface DetectionRow {
  /** As the paper names it; `Control` is a model made bad on purpose. */
  name: string;
  accuracy: number;
  /** The ends of the printed 95% interval. */
  low: number;
  high: number;
}

/** Of two answers, what guessing gets right, in per cent. */
export const CHANCE = 50;

/**
 * Readers' judgements of news articles of about 200 words, as printed.
 *
 * @see Brown et al., 2020, arXiv:2005.14165v4, Table 3.11
 */
export const detection: readonly DetectionRow[] = [
  { name: "Control", accuracy: 86, low: 83, high: 90 },
  { name: "Small", accuracy: 76, low: 72, high: 80 },
  { name: "Medium", accuracy: 61, low: 58, high: 65 },
  { name: "Large", accuracy: 68, low: 64, high: 72 },
  { name: "XL", accuracy: 62, low: 59, high: 65 },
  { name: "2.7B", accuracy: 62, low: 58, high: 65 },
  { name: "6.7B", accuracy: 60, low: 56, high: 63 },
  { name: "13B", accuracy: 55, low: 52, high: 58 },
  { name: "175B", accuracy: 52, low: 49, high: 54 },
];
