import { z } from "zod";
import { EMPTY, invalid, isAbsent, type DistributionResponse } from "../outcome.ts";
import type { Problem } from "../result.ts";
import type { Kind } from "./kind.ts";
import { duplicateOptions, optionsIn, tagOf } from "./options.ts";
import { askFields, keyFields, Option, Real } from "./shared.ts";

export const DistributionAsk = z.strictObject({
  kind: z.literal("distribution"),
  ...askFields,
  options: z.array(Option).min(2).max(12),
  total: z.int().min(2).max(1000),
});
export const DistributionKey = z.strictObject({
  kind: z.literal("distribution"),
  target: z.record(z.string(), Real.min(0).max(1)),
  rule: z.literal("cross-entropy"),
  ...keyFields,
});

export type DistributionAsk = z.infer<typeof DistributionAsk>;
export type DistributionKey = z.infer<typeof DistributionKey>;

const Raw = z.strictObject({ chips: z.record(z.string(), z.number()) });
const CLOSE = 1e-9;

function targetProblems(ask: DistributionAsk, { target }: DistributionKey): Problem[] {
  const ids = ask.options.map((option) => option.id);
  const sum = Object.values(target).reduce((total, share) => total + share, 0);
  const strays = Object.keys(target).filter((id) => !ids.includes(id));
  const missing = ids.filter((id) => !Object.hasOwn(target, id));
  // Otherwise no answer could earn the full points.
  const broken = Object.keys(target).filter((id) => !isWhole((target[id] as number) * ask.total));
  return [
    ...strays.map((id) => ({ path: `key.target.${id}`, what: `there is no option "${id}"` })),
    ...missing.map((id) => ({ path: "key.target", what: `option "${id}" has no share` })),
    ...broken.map((id) => ({ path: `key.target.${id}`, what: `is not a whole number of ${ask.total} chips` })),
    ...(Math.abs(sum - 1) > CLOSE
      ? [{ path: "key.target", what: `shares add up to ${Number(sum.toFixed(6))}, not to 1` }]
      : []),
  ];
}

function distractorProblems(ask: DistributionAsk, key: DistributionKey): Problem[] {
  return Object.keys(key.distractors).flatMap((entry) => {
    const [id = "", chips = ""] = entry.split(":");
    const isOption = ask.options.some((option) => option.id === id);
    const isCount = /^\d+$/.test(chips) && Number(chips) <= ask.total;
    const what = `must be "option:chips" with a known option and at most ${ask.total} chips`;
    return isOption && isCount ? [] : [{ path: `key.distractors.${entry}`, what }];
  });
}

const isWhole = (count: number) => Math.abs(count - Math.round(count)) <= CLOSE * Math.max(1, count);

/** The answer that scores full points. */
const rightChips = (ask: DistributionAsk, key: DistributionKey): Record<string, number> =>
  Object.fromEntries(ask.options.map(({ id }) => [id, Math.round((key.target[id] ?? 0) * ask.total)]));

/** Everything on one option. */
const allOn = (ask: DistributionAsk, on: string): DistributionResponse => ({
  chips: Object.fromEntries(ask.options.map(({ id }) => [id, id === on ? ask.total : 0])),
});

/**
 * Share chips among outcomes; scored by cross-entropy against the true shares t with the answer's shares q:
 *
 *     share = exp(-KL(t || q)) = exp(sum t ln(q / t))
 *
 * which is 1 for q = t alone, and 0 as soon as an outcome that does occur got no chip: the log score is then infinite.
 */
export const distribution: Kind<DistributionAsk, DistributionKey, DistributionResponse> = {
  problems: (ask, key) => [
    ...duplicateOptions(ask.options),
    ...targetProblems(ask, key),
    ...distractorProblems(ask, key),
  ],

  // Options stay as authored: "any other word" belongs at the end, and no single one of them is the answer.
  publicView: (ask, _seed, locale) => ({
    kind: "distribution",
    prompt: ask[locale],
    graded: ask.graded,
    options: optionsIn(ask.options, locale),
    total: ask.total,
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    const given = new Map(Object.entries(raw.data.chips));
    if ([...given.keys()].some((id) => !ask.options.some((option) => option.id === id))) {
      return invalid("unknown-option");
    }
    const chips = ask.options.map(({ id }) => given.get(id) ?? 0);
    if (chips.some((count) => !Number.isSafeInteger(count) || count < 0)) return invalid("chips-not-whole");
    const placed = chips.reduce((total, count) => total + count, 0);
    if (placed === 0) return EMPTY;
    if (placed !== ask.total) return invalid("chips-total");
    return {
      status: "ok",
      response: { chips: Object.fromEntries(ask.options.map(({ id }, i) => [id, chips[i] as number])) },
    };
  },

  score(ask, key, { chips }) {
    const right = rightChips(ask, key);
    let logRatio = 0;
    for (const { id } of ask.options) {
      const due = right[id] ?? 0;
      // A due of 0 adds nothing, whatever was placed there: t ln t tends to 0.
      if (due > 0) logRatio += (due / ask.total) * Math.log((chips[id] ?? 0) / due);
    }
    return Math.exp(logRatio);
  },

  feedback(ask, key, response) {
    const hit = response && ask.options.find(({ id }) => Object.hasOwn(key.distractors, `${id}:${response.chips[id]}`));
    return {
      correctAnswer: { kind: "distribution", chips: rightChips(ask, key) },
      target: key.target,
      ...(hit && tagOf(key.distractors, `${hit.id}:${response.chips[hit.id]}`)),
    };
  },

  samples(ask, key) {
    const shared = ask.options.filter(({ id }) => (key.target[id] ?? 0) > 0);
    return {
      correct: [{ chips: rightChips(ask, key) }],
      // Where only one outcome occurs, everything on it is right; anywhere else it is wrong.
      wrong: ask.options.filter(({ id }) => shared.length > 1 || shared[0]?.id !== id).map(({ id }) => allOn(ask, id)),
      invalid: [{ chips: { nothing: ask.total } }, { chips: { [ask.options[0]?.id ?? ""]: 0.5 } }, { chips: [] }, "60"],
    };
  },
};
