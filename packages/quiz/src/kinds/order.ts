import { z } from "zod";
import { EMPTY, invalid, isAbsent, type OrderResponse } from "../outcome.ts";
import type { Problem } from "../result.ts";
import { shuffle } from "../seeded.ts";
import type { Kind } from "./kind.ts";
import { duplicateOptions, optionsIn, tagOf } from "./options.ts";
import { askFields, keyFields, Option, OptionId } from "./shared.ts";

export const OrderAsk = z.strictObject({
  kind: z.literal("order"),
  ...askFields,
  options: z.array(Option).min(2).max(12),
});
export const OrderKey = z.strictObject({ kind: z.literal("order"), correct: z.array(OptionId), ...keyFields });

export type OrderAsk = z.infer<typeof OrderAsk>;
export type OrderKey = z.infer<typeof OrderKey>;

const Raw = z.strictObject({ order: z.array(z.string()) });

const has = (ask: OrderAsk, id: string) => ask.options.some((option) => option.id === id);

/** Whether these ids are the options, each once. */
const isWhole = (ask: OrderAsk, ids: readonly string[]) =>
  ids.length === ask.options.length && ask.options.every(({ id }) => ids.includes(id));

function distractorProblems(ask: OrderAsk, { correct, distractors }: OrderKey): Problem[] {
  return Object.keys(distractors).flatMap((entry) => {
    const [before = "", after = "", ...rest] = entry.split(">");
    const path = `key.distractors.${entry}`;
    if (rest.length > 0 || before === after || !has(ask, before) || !has(ask, after)) {
      return [{ path, what: 'must be "x>y" with two known options' }];
    }
    const isRight = correct.indexOf(before) < correct.indexOf(after);
    return isRight ? [{ path, what: `"${before}" does come before "${after}"` }] : [];
  });
}

/**
 * Put the options in order; there are no ties. Scored by absolute position, one of the rules Moodle's ordering question
 * offers: of n places, h hold the option that belongs there.
 *
 *     share = h / n
 *
 * Two neighbours exchanged cost two places; everything moved on by one earns nothing.
 */
export const order: Kind<OrderAsk, OrderKey, OrderResponse> = {
  problems: (ask, key) => [
    ...duplicateOptions(ask.options),
    ...(isWhole(ask, key.correct) ? [] : [{ path: "key.correct", what: "must hold every option once" }]),
    ...distractorProblems(ask, key),
  ],

  publicView: (ask, seed, locale) => ({
    kind: "order",
    prompt: ask[locale],
    graded: ask.graded,
    options: optionsIn(shuffle(ask.options, seed), locale),
  }),

  validate(ask, response) {
    if (isAbsent(response)) return EMPTY;
    const raw = Raw.safeParse(response);
    if (!raw.success) return invalid("malformed");
    if (raw.data.order.length === 0) return EMPTY;
    if (!raw.data.order.every((id) => has(ask, id))) return invalid("unknown-option");
    return isWhole(ask, raw.data.order) ? { status: "ok", response: raw.data } : invalid("malformed");
  },

  score: (_ask, key, response) =>
    response.order.filter((id, place) => key.correct[place] === id).length / key.correct.length,

  feedback(_ask, key, response) {
    const placed = response?.order ?? [];
    const tagged = Object.keys(key.distractors).find((entry) => {
      const [before = "", after = ""] = entry.split(">");
      return placed.indexOf(before) < placed.indexOf(after);
    });
    return {
      correctAnswer: { kind: "order", order: [...key.correct] },
      ...(tagged !== undefined && tagOf(key.distractors, tagged)),
    };
  },

  samples: (_ask, key) => ({
    correct: [{ order: [...key.correct] }],
    wrong: [{ order: key.correct.toReversed() }, { order: [...key.correct.slice(1), key.correct[0] as string] }],
    invalid: [{ order: ["no such option"] }, { order: key.correct.slice(1) }, { order: "a" }, 7],
  }),
};
