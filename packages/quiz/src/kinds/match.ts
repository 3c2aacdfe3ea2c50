import { z } from "zod";
import { EMPTY, invalid, isAbsent, type MatchResponse } from "../outcome.ts";
import type { Problem } from "../result.ts";
import { shuffle } from "../seeded.ts";
import type { Kind } from "./kind.ts";
import { duplicateOptions, optionsIn, tagOf } from "./options.ts";
import { askFields, keyFields, Option, OptionId } from "./shared.ts";

export const MatchAsk = z.strictObject({
  kind: z.literal("match"),
  ...askFields,
  left: z.array(Option).min(2).max(12),
  right: z.array(Option).min(2).max(12),
});
export const MatchKey = z.strictObject({
  kind: z.literal("match"),
  correct: z.record(OptionId, OptionId),
  ...keyFields,
});

export type MatchAsk = z.infer<typeof MatchAsk>;
export type MatchKey = z.infer<typeof MatchKey>;

const Raw = z.strictObject({ pairs: z.record(z.string(), z.string()) });

const has = (options: readonly Option[], id: string) => options.some((option) => option.id === id);

function keyProblems(ask: MatchAsk, { correct, distractors }: MatchKey): Problem[] {
  const missing = ask.left.filter(({ id }) => !Object.hasOwn(correct, id));
  const strays = Object.entries(correct).filter(([left, right]) => !has(ask.left, left) || !has(ask.right, right));
  return [
    ...missing.map(({ id }) => ({ path: "key.correct", what: `"${id}" has no partner` })),
    ...strays.map(([left, right]) => ({ path: `key.correct.${left}`, what: `there is no pair "${left}:${right}"` })),
    ...Object.keys(distractors).flatMap((pair) => {
      const [left = "", right = "", ...rest] = pair.split(":");
      const path = `key.distractors.${pair}`;
      if (rest.length > 0 || !has(ask.left, left) || !has(ask.right, right)) {
        return [{ path, what: `there is no pair "${pair}"` }];
      }
      return correct[left] === right ? [{ path, what: `"${pair}" is right, not a distractor` }] : [];
    }),
  ];
}

/** The right pairs in the order of the ask. */
const rightPairs = (ask: MatchAsk, key: MatchKey): Record<string, string> =>
  Object.fromEntries(ask.left.map(({ id }) => [id, key.correct[id] as string]));

/**
 * Give each thing on the left a partner on the right. A partner may be taken twice or by nobody. With n things on the
 * left of which h have their right partner:
 *
 *     share = h / n
 *
 * A thing left without a partner counts as a wrong one.
 */
export const match: Kind<MatchAsk, MatchKey, MatchResponse> = {
  problems(ask, key) {
    const twice = duplicateOptions(ask.right).map(({ what }) => ({ path: "ask.right", what }));
    return [
      ...duplicateOptions(ask.left).map(({ what }) => ({ path: "ask.left", what })),
      ...twice,
      ...keyProblems(ask, key),
    ];
  },

  // Both sides are shuffled: authors write the left grouped by partner as often as the right in the left's order.
  publicView: (ask, seed, locale) => ({
    kind: "match",
    prompt: ask[locale],
    graded: ask.graded,
    left: optionsIn(shuffle(ask.left, `left|${seed}`), locale),
    right: optionsIn(shuffle(ask.right, `right|${seed}`), locale),
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    const given = new Map(Object.entries(raw.data.pairs).filter(([, right]) => right !== ""));
    if (given.size === 0) return EMPTY;
    const areKnown = [...given].every(([left, right]) => has(ask.left, left) && has(ask.right, right));
    if (!areKnown) return invalid("unknown-option");
    const pairs = ask.left.flatMap(({ id }) => (given.has(id) ? [[id, given.get(id) as string] as const] : []));
    return { status: "ok", response: { pairs: Object.fromEntries(pairs) } };
  },

  score: (ask, key, { pairs }) => ask.left.filter(({ id }) => pairs[id] === key.correct[id]).length / ask.left.length,

  feedback(ask, key, response) {
    const pairs = Object.entries(response?.pairs ?? {}).map((pair) => pair.join(":"));
    const tagged = pairs.find((pair) => Object.hasOwn(key.distractors, pair));
    return {
      correctAnswer: { kind: "match", pairs: rightPairs(ask, key) },
      ...(tagged !== undefined && tagOf(key.distractors, tagged)),
    };
  },

  samples: (ask, key) => ({
    correct: [{ pairs: rightPairs(ask, key) }],
    wrong: ask.left.map(({ id }) => {
      const other = ask.right.find((option) => option.id !== key.correct[id]) as Option;
      return { pairs: { ...rightPairs(ask, key), [id]: other.id } };
    }),
    invalid: [{ pairs: { "no such": "pair" } }, { pairs: [] }, { pairs: { a: 1 } }, "a:b"],
  }),
};
