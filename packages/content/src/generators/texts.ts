import { trainingPairs } from "@fewshot/ml-core";
import { encode } from "gpt-tokenizer/encoding/r50k_base";
import { numericDraw, take, whole, type Draw, type Generator, type Random } from "./draw.ts";

/** Characters that the course uses often: GPT-2 cuts some into one token, some into two, some into three. */
const characters = Array.from(
  "我来自地球中国人大小上下天日月水火山石田土木金一二三四五六七八九十年时分学生词句读写算机器言语字文猫狗鱼鸟",
);
const BYTES = 3;

const tokensOfStrings: Generator = (random) => {
  const chosen = take(random, characters, whole(random, 6, 12));
  const cuts = chosen.map((character) => encode(character).length);
  const count = (tokens: number) => cuts.filter((cut) => cut === tokens).length;
  const [a, b, c] = [count(1), count(2), count(3)];
  const value = encode(chosen.join("")).length;
  // The prompt says that no token spans two characters.
  if (value !== cuts.reduce((sum, cut) => sum + cut, 0) || a === 0 || b === 0 || c === 0) return null;
  return numericDraw(
    { a, b, c },
    {
      value,
      tolerance: 0,
      wrong: [
        [chosen.length, "token-is-character"],
        [BYTES * chosen.length, "slip-units"],
      ],
    },
  );
};

const strings = [
  "Hello",
  "token",
  "GPT",
  "我",
  "自",
  "地球",
  "你好",
  "人工智能",
  "我来自地球",
  "学习语言",
  "hello 👋",
  "hello 👋 world 🌍",
  "language model",
  "the cat sat down",
  "succession",
  "2048",
  "few-shot",
  "unbelievable",
];

const orderOfStrings: Generator = (random) => {
  const chosen = take(random, strings, 4);
  const counted = chosen.map((text, i) => ({ text, id: "abcd".charAt(i), tokens: encode(text).length }));
  const ranked = counted.toSorted((x, y) => x.tokens - y.tokens);
  if (new Set(counted.map(({ tokens }) => tokens)).size < counted.length) return null;
  const length = ({ text }: { text: string }) => Array.from(text).length;
  // Who counts characters puts the longer of such a pair behind the shorter.
  const misled = ranked.flatMap((fewer, i) =>
    ranked.slice(i + 1).flatMap((more) => (length(more) < length(fewer) ? [`${more.id}>${fewer.id}`] : [])),
  );
  if (misled.length === 0) return null;
  return {
    vars: Object.fromEntries(counted.map(({ id, text }) => [id, text])),
    why: { ranked: { zh: list(ranked, "、"), en: list(ranked, ", ") } },
    key: {
      correct: ranked.map(({ id }) => id),
      distractors: Object.fromEntries(misled.map((pair) => [pair, "token-is-character"])),
    },
  };
};

const list = (ranked: readonly { text: string; tokens: number }[], comma: string): string =>
  ranked.map(({ text, tokens }) => `${text} ${tokens}`).join(comma);

/** A question about how many exercises a sequence gives; a wrong count is off by one. */
function pairsDraw(vars: Draw["vars"], tokens: readonly number[], more: readonly number[] = []): Draw | null {
  const END = -1;
  const value = trainingPairs(tokens, END).length;
  return numericDraw(vars, {
    value,
    tolerance: 0,
    wrong: [
      [value - 1, "slip-pairs-count"],
      [value + 1, "slip-pairs-count"],
      ...more.map((wrong) => [wrong, "slip-pairs-count"] as const),
    ],
  });
}

const someTokens = (random: Random, count: number) => Array.from({ length: count }, () => whole(random, 0, 50256));

const pairCount: Generator = (random) => {
  const n = whole(random, 4, 40);
  const drawn = pairsDraw({ n }, someTokens(random, n), [1]);
  const prefixes = String((n * (n + 1)) / 2);
  if (drawn?.key.distractors) drawn.key.distractors[prefixes] = "training-one-prefix-at-a-time";
  return drawn;
};

const pairCountStream: Generator = (random) => {
  const [m, n] = [whole(random, 4, 30), whole(random, 4, 30)];
  const END = 50256;
  return pairsDraw({ m, n }, [...someTokens(random, m), END, ...someTokens(random, n)], [m + n, m + n - 1, m + n - 2]);
};

/** Module 4: how texts become tokens, and tokens exercises. */
export const textGenerators = {
  "tokens-of-strings": tokensOfStrings,
  "tokens-of-strings-order": orderOfStrings,
  "pair-count": pairCount,
  "pair-count-stream": pairCountStream,
};
