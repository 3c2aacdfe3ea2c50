import { z } from "zod";
import { EMPTY, invalid, isAbsent, type SingleResponse } from "../outcome.ts";
import { shuffle } from "../seeded.ts";
import type { Kind } from "./kind.ts";
import { duplicateOptions, optionsIn, strayDistractors, tagOf } from "./options.ts";
import { askFields, keyFields, Option, OptionId } from "./shared.ts";

export const SingleAsk = z.strictObject({
  kind: z.literal("single"),
  ...askFields,
  options: z.array(Option).min(2).max(12),
});
export const SingleKey = z.strictObject({ kind: z.literal("single"), correct: OptionId, ...keyFields });

export type SingleAsk = z.infer<typeof SingleAsk>;
export type SingleKey = z.infer<typeof SingleKey>;

const Raw = z.strictObject({ choice: z.string() });

/** Choose one of several. Right or wrong, nothing in between. */
export const single: Kind<SingleAsk, SingleKey, SingleResponse> = {
  problems: (ask, key) => [
    ...duplicateOptions(ask.options),
    ...strayDistractors(ask.options, [key.correct], key.distractors),
    ...(ask.options.some((option) => option.id === key.correct)
      ? []
      : [{ path: "key.correct", what: `there is no option "${key.correct}"` }]),
  ],

  publicView: (ask, seed, locale) => ({
    kind: "single",
    prompt: ask[locale],
    graded: ask.graded,
    options: optionsIn(shuffle(ask.options, seed), locale),
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    if (raw.data.choice === "") return EMPTY;
    const isKnown = ask.options.some((option) => option.id === raw.data.choice);
    return isKnown ? { status: "ok", response: raw.data } : invalid("unknown-option");
  },

  score: (_ask, key, response) => (response.choice === key.correct ? 1 : 0),

  feedback: (_ask, key, response) => ({
    correctAnswer: { kind: "single", choice: key.correct },
    ...(response && tagOf(key.distractors, response.choice)),
  }),

  samples: (ask, key) => ({
    correct: [{ choice: key.correct }],
    wrong: ask.options.filter(({ id }) => id !== key.correct).map(({ id }) => ({ choice: id })),
    invalid: [{ choice: "no such option" }, { choice: 1 }, { choices: [key.correct] }, key.correct, []],
  }),
};
