import { z } from "zod";
import { EMPTY, invalid, isAbsent, type MultipleResponse } from "../outcome.ts";
import { shuffle } from "../seeded.ts";
import type { Kind } from "./kind.ts";
import { duplicateOptions, optionsIn, strayDistractors, tagOf } from "./options.ts";
import { askFields, keyFields, Option, OptionId } from "./shared.ts";

export const MultipleAsk = z.strictObject({
  kind: z.literal("multiple"),
  ...askFields,
  options: z.array(Option).min(2).max(12),
});
export const MultipleKey = z.strictObject({
  kind: z.literal("multiple"),
  correct: z.array(OptionId).min(1),
  ...keyFields,
});

export type MultipleAsk = z.infer<typeof MultipleAsk>;
export type MultipleKey = z.infer<typeof MultipleKey>;

const Raw = z.strictObject({ choices: z.array(z.string()) });

/**
 * Choose all that apply. With C right options of which h were chosen, and W wrong ones of which f were chosen:
 *
 *     share = max(0, h / C - f / W)        (W = 0: share = h / C)
 *
 * Choosing everything gives 0 unless every option is right; guessing at random gives 0 on average before the floor.
 */
export const multiple: Kind<MultipleAsk, MultipleKey, MultipleResponse> = {
  problems: (ask, key) => [
    ...duplicateOptions(ask.options),
    ...strayDistractors(ask.options, key.correct, key.distractors),
    ...key.correct.flatMap((id, index) => {
      const path = `key.correct.${index}`;
      if (!ask.options.some((option) => option.id === id)) return [{ path, what: `there is no option "${id}"` }];
      return key.correct.indexOf(id) < index ? [{ path, what: `"${id}" is listed twice` }] : [];
    }),
  ],

  publicView: (ask, seed, locale) => ({
    kind: "multiple",
    prompt: ask[locale],
    graded: ask.graded,
    options: optionsIn(shuffle(ask.options, seed), locale),
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    const choices = [...raw.data.choices].sort();
    if (choices.length === 0) return EMPTY;
    if (new Set(choices).size < choices.length) return invalid("malformed");
    const areKnown = choices.every((id) => ask.options.some((option) => option.id === id));
    return areKnown ? { status: "ok", response: { choices } } : invalid("unknown-option");
  },

  score(ask, key, { choices }) {
    const hits = choices.filter((id) => key.correct.includes(id)).length;
    const wrongOptions = ask.options.length - key.correct.length;
    const penalty = wrongOptions === 0 ? 0 : (choices.length - hits) / wrongOptions;
    return Math.max(0, hits / key.correct.length - penalty);
  },

  feedback(_ask, key, response) {
    const tagged = response?.choices.find((id) => Object.hasOwn(key.distractors, id));
    return {
      correctAnswer: { kind: "multiple", choices: [...key.correct].sort() },
      ...(tagged !== undefined && tagOf(key.distractors, tagged)),
    };
  },

  samples: (ask, key) => ({
    correct: [{ choices: [...key.correct].sort() }],
    wrong: ask.options.filter(({ id }) => !key.correct.includes(id)).map(({ id }) => ({ choices: [id] })),
    invalid: [{ choices: ["no such option"] }, { choices: "a" }, { choices: [key.correct[0], key.correct[0]] }, 7],
  }),
};
