import { logLossBits } from "./log-loss.ts";

/** Closes every text; counts as a token that is predicted. */
const END = -1;
/** Stands for every token outside the vocabulary. */
const UNKNOWN = -2;
/** Fills the context before the first token. Never predicted. */
const START = -3;

/** A unigram, bigram or trigram model with add-k smoothing. */
export interface NgramModel {
  /** Probability of `token` after `context` (as much of it as the order uses), in (0, 1). */
  probability(context: readonly string[], token: string): number;
  /** Log loss in bits of each token of a text and of its end, shape [length + 1]. */
  textBits(text: readonly string[]): number[];
}

/**
 * Counts n-grams: P(token | context) = (count(context, token) + k) / (count(context) + k·V).
 *
 * V is the vocabulary, the end of a text and one entry for all unknown tokens.
 *
 * @param texts - Training texts as tokens.
 * @param options.order - 1 looks at no context, 2 at one token, 3 at two. `k` - Finite, > 0.
 * @param options.vocabulary - By default the tokens of `texts`. Fix it to compare models before and after a leak.
 * @throws RangeError if `k` is out of range.
 */
export function trainNgram(
  texts: readonly (readonly string[])[],
  options: { order: 1 | 2 | 3; k: number; vocabulary?: Iterable<string> },
): NgramModel {
  const { order, k, vocabulary = texts.flat() } = options;
  if (!(k > 0 && k < Infinity)) throw new RangeError(`k must be above 0 and finite, got ${k}`);
  const ids = new Map(Array.from(new Set(vocabulary), (token, id) => [token, id]));
  const outcomes = ids.size + 2;
  const toIds = (tokens: readonly string[]) => tokens.map((token) => ids.get(token) ?? UNKNOWN);
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const text of texts) {
    const tokens = [...toIds(text), END];
    tokens.forEach((token, at) => {
      const context = contextKey(tokens.slice(0, at), order);
      add(context);
      add(`${context}>${token}`);
    });
  }
  const probabilityOf = (before: readonly number[], token: number) => {
    const context = contextKey(before, order);
    return ((counts.get(`${context}>${token}`) ?? 0) + k) / ((counts.get(context) ?? 0) + k * outcomes);
  };
  return {
    probability: (context, token) => probabilityOf(toIds(context), ids.get(token) ?? UNKNOWN),
    textBits(text) {
      const tokens = [...toIds(text), END];
      return tokens.map((token, at) => logLossBits(probabilityOf(tokens.slice(0, at), token)));
    },
  };
}

function contextKey(before: readonly number[], order: number): string {
  const padded = [START, START, ...before];
  return padded.slice(padded.length - (order - 1)).join(",");
}
