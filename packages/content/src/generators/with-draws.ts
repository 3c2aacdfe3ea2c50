import { z } from "zod";
import { generators, questionsOf } from "./index.ts";

/** An item that leaves its numbers to a generator. Everything else about it is checked once it is drawn. */
const Seeded = z.looseObject({
  generator: z.string(),
  ask: z.looseObject({}),
  key: z.looseObject({ distractors: z.looseObject({}).default({}) }),
});

/**
 * An authored item with the questions of its generator in place of the generator's name. Any other item comes back as
 * it is. The first question also fills the fields that every key has to have; the engine never asks it from there.
 *
 * @param tell - Gets what is wrong with the name.
 */
export function withDraws(raw: unknown, tell: (what: string) => void): unknown {
  const parsed = Seeded.safeParse(raw);
  if (!parsed.success) return raw;
  const { generator: name, ask, key, ...rest } = parsed.data;
  const generator = Object.hasOwn(generators, name) ? generators[name] : undefined;
  if (!generator) {
    tell(`there is no generator "${name}"`);
    return { ...rest, ask, key };
  }
  const questions = questionsOf(generator);
  const draws = questions.map(({ why = {}, key: fields }) => ({
    words: why,
    sets: { ...fields, distractors: { ...key.distractors, ...fields.distractors } },
  }));
  return {
    ...rest,
    ask: { ...ask, draws: questions.map(({ vars }) => vars) },
    key: { ...key, ...draws[0]?.sets, draws },
  };
}
