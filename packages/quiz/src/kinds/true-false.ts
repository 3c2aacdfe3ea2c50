import { z } from "zod";
import { EMPTY, invalid, isAbsent, type TrueFalseResponse } from "../outcome.ts";
import type { Kind } from "./kind.ts";
import { tagOf } from "./options.ts";
import { askFields, keyFields } from "./shared.ts";

export const TrueFalseAsk = z.strictObject({ kind: z.literal("true-false"), ...askFields });
export const TrueFalseKey = z.strictObject({ kind: z.literal("true-false"), correct: z.boolean(), ...keyFields });

export type TrueFalseAsk = z.infer<typeof TrueFalseAsk>;
export type TrueFalseKey = z.infer<typeof TrueFalseKey>;

const Raw = z.strictObject({ value: z.boolean() });

/** Judge a statement. Only the wrong judgement can be a distractor. */
export const trueFalse: Kind<TrueFalseAsk, TrueFalseKey, TrueFalseResponse> = {
  problems: (_ask, key) =>
    Object.keys(key.distractors)
      .filter((value) => value !== String(!key.correct))
      .map((value) => ({ path: `key.distractors.${value}`, what: `only "${!key.correct}" is a wrong answer here` })),

  publicView: (ask, _seed, locale) => ({ kind: "true-false", prompt: ask[locale], graded: ask.graded }),

  validate(_ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    return raw.success ? { status: "ok", response: raw.data } : invalid("malformed");
  },

  score: (_ask, key, response) => (response.value === key.correct ? 1 : 0),

  feedback: (_ask, key, response) => ({
    correctAnswer: { kind: "true-false", value: key.correct },
    ...(response && tagOf(key.distractors, String(response.value))),
  }),

  samples: (_ask, key) => ({
    correct: [{ value: key.correct }],
    wrong: [{ value: !key.correct }],
    invalid: [{ value: "true" }, { value: 1 }, { choice: "true" }, true],
  }),
};
