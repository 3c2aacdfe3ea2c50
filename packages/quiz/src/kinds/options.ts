import type { PublicOption } from "../outcome.ts";
import type { Problem } from "../result.ts";
import type { Locale } from "../text.ts";
import type { Option } from "./shared.ts";

/** Ids that occur more than once among the options. */
export function duplicateOptions(options: readonly Option[]): Problem[] {
  const seen = new Set<string>();
  return options.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: `ask.options.${index}.id`, what: `option id "${id}" is used twice` }];
    seen.add(id);
    return [];
  });
}

/** Distractor entries that name no option, or name a right one. */
export function strayDistractors(
  options: readonly Option[],
  correct: readonly string[],
  distractors: Record<string, string>,
): Problem[] {
  return Object.keys(distractors).flatMap((id) => {
    const path = `key.distractors.${id}`;
    if (!options.some((option) => option.id === id)) return [{ path, what: `there is no option "${id}"` }];
    return correct.includes(id) ? [{ path, what: `"${id}" is a right answer, not a distractor` }] : [];
  });
}

/** One language of the options, in the order given. */
export const optionsIn = (options: readonly Option[], locale: Locale): PublicOption[] =>
  options.map((option) => ({ id: option.id, text: option[locale] }));

/** The tag of `id`, if that entry is the record's own. */
export const tagOf = (distractors: Record<string, string>, id: string): { misconception?: string } => {
  const misconception = Object.hasOwn(distractors, id) ? distractors[id] : undefined;
  return misconception === undefined ? {} : { misconception };
};
