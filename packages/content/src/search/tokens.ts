/** A piece of a text that the index knows: `term` as it is looked up, and where it stands in UTF-16 units. */
export type Token = { term: string; start: number; end: number };

/** Runs of Han, numbers with their points, and runs of any other letters and digits. */
const run = /\p{Script=Han}+|\d+(?:[.,]\d+)+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Whether the term is written in Chinese characters. */
export const isHan = (term: string): boolean => /^\p{Script=Han}/u.test(term);

/** One form for what readers take as one word: full width or half, capital or small, one token or many tokens. */
const normalise = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^([a-z]{2,}[a-rt-z])s$/, "$1");

/** Words that say how something is asked and not what. A query of nothing else keeps them. */
const ASKING = new Set(
  (
    "a an and are as at be by can do does for from how i in is it its much of on or that the there this to was what " +
    "when where which who why with you 什么 为什么 怎么 怎样 如何 多少 哪个 哪里 可以 这个 那个 是 的 吗 了"
  ).split(" "),
);

type Run = { text: string; start: number };

const runsOf = (text: string): Run[] =>
  [...text.matchAll(run)].map((match) => ({ text: match[0], start: match.index }));

/** The pieces of `size` neighbouring characters; none if there are fewer. A character may take two UTF-16 units. */
function gramsOf({ text, start }: Run, size: number): Token[] {
  const characters = Array.from(text);
  const starts: number[] = [start];
  for (const character of characters) starts.push((starts.at(-1) ?? start) + character.length);
  return characters.slice(size - 1).map((_, index) => ({
    term: characters.slice(index, index + size).join(""),
    start: starts[index] ?? start,
    end: starts[index + size] ?? start + text.length,
  }));
}

/**
 * What a text is found by: words in lower case, and for Chinese every character and every two neighbours. Chinese has
 * no spaces, and a dictionary cuts the same characters differently in different sentences; two neighbours stay two
 * neighbours.
 *
 * @returns In the order in which they begin; those of Chinese overlap.
 */
export function tokensIn(text: string): Token[] {
  return runsOf(text)
    .flatMap((one) =>
      isHan(one.text)
        ? [...gramsOf(one, 1), ...gramsOf(one, 2)]
        : [{ term: normalise(one.text), start: one.start, end: one.start + one.text.length }],
    )
    .sort((a, b) => a.start - b.start);
}

/** Segments as words: a single character goes with the word after it, the last one with the word before. */
function joinSingles(segments: readonly string[]): string[] {
  const joined: string[] = [];
  let waiting = "";
  for (const segment of segments) {
    waiting += segment;
    if (Array.from(waiting).length < 2) continue;
    joined.push(waiting);
    waiting = "";
  }
  if (waiting === "") return joined;
  const last = joined.pop() ?? "";
  return [...joined, last + waiting];
}

const segmentsOf = (text: string): string[] =>
  isHan(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [text];

/** What a query looks for. `bonus`: neighbours across the words of a query, which need not occur. */
export type QueryTerms = { required: string[]; bonus: string[] };

/** The runs of a query in segments, without the words that only ask. */
function segmentsSought(query: string): string[][] {
  const runs = runsOf(query).map(({ text }) => segmentsOf(text));
  const telling = runs.map((segments) => segments.filter((segment) => !ASKING.has(segment.toLowerCase())));
  return telling.some((segments) => segments.length > 0) ? telling : runs;
}

/** The pairs of neighbours in a word of Han, or the word itself. */
const termsOfWord = (word: string): string[] =>
  isHan(word)
    ? gramsOf({ text: word, start: 0 }, Array.from(word).length > 1 ? 2 : 1).map(({ term }) => term)
    : [normalise(word)];

/**
 * The terms of a query. 权重冻结 asks for 权重 and for 冻结, in any order, and is better answered where they are neighbours.
 *
 * @returns Each term once; nothing for a query without a letter or a digit.
 */
export function queryTerms(query: string): QueryTerms {
  const runs = segmentsSought(query);
  const words = runs.flatMap((segments) => (isHan(segments[0] ?? "") ? joinSingles(segments) : segments));
  const required = [...new Set(words.flatMap(termsOfWord))];
  const whole = runs.map((segments) => segments.join("")).filter(isHan);
  const neighbours = new Set(whole.flatMap((text) => gramsOf({ text, start: 0 }, 2).map(({ term }) => term)));
  return { required, bonus: [...neighbours].filter((term) => !required.includes(term)) };
}
