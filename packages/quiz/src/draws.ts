import type { Ask, Item } from "./item.ts";
import type { Drawn } from "./kinds/shared.ts";
import type { Problem } from "./result.ts";
import { seededRandom } from "./seeded.ts";
import { LOCALES, type Locale } from "./text.ts";

const isLocale = (name: string): name is Locale => (LOCALES as readonly string[]).includes(name);

function fillText(text: string, locale: Locale, drawn: Drawn): string {
  return text.replace(/\{\{(.*?)\}\}/gs, (mark, name: string) => {
    const word = Object.hasOwn(drawn, name) ? drawn[name] : undefined;
    if (word === undefined) return mark;
    return typeof word === "object" ? word[locale] : String(word);
  });
}

/** The same part with every {{name}} filled in all texts under `zh` and `en`. Marks that are not drawn stay. */
function fill<Part>(part: Part, drawn: Drawn): Part {
  if (Array.isArray(part)) return part.map((inner: unknown) => fill(inner, drawn)) as Part;
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([name, inner]: [string, unknown]) =>
    isLocale(name) && typeof inner === "string" ? [name, fillText(inner, name, drawn)] : [name, fill(inner, drawn)],
  );
  return Object.fromEntries(entries) as Part;
}

/** Which draw a seed takes, counted from 0. */
const placeOf = (count: number, seed: string): number => Math.floor(seededRandom(`draws|${seed}`)() * count);

function askAt(ask: Ask, place: number): Ask {
  const { draws = [], ...rest } = ask;
  return fill(rest, draws[place] ?? {});
}

function itemAt(item: Item, place: number): unknown {
  const { draws = [], ...key } = item.key;
  const { words, sets } = draws[place] ?? { words: {}, sets: {} };
  const why = fill(key.why, { ...item.ask.draws?.[place], ...words });
  return { ...item, ask: askAt(item.ask, place), key: { ...key, ...sets, why } };
}

/** The ask as the seed draws it, without its draws. An ask without draws comes back as it is. */
export function drawAsk(ask: Ask, seed: string): Ask {
  return ask.draws ? askAt(ask, placeOf(ask.draws.length, seed)) : ask;
}

/** The item as the seed draws it: the ask as `drawAsk` does, and the key of the same draw. */
export function drawItem(item: Item, seed: string): Item {
  // `parseItem` has seen that each draw makes an item.
  return item.ask.draws ? (itemAt(item, placeOf(item.ask.draws.length, seed)) as Item) : item;
}

/** Every text of a part in one language. */
function textsIn(part: unknown, locale: Locale): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]: [string, unknown]) =>
    name === locale && typeof inner === "string" ? [inner] : textsIn(inner, locale),
  );
}

/** Names that some draw lacks, or that one language does not show. */
function nameProblems({ draws = [], ...ask }: Ask): Problem[] {
  const names = [...new Set(draws.flatMap((drawn) => Object.keys(drawn)))];
  const lacking = names.filter((name) => !draws.every((drawn) => Object.hasOwn(drawn, name)));
  const hidden = LOCALES.flatMap((locale) => {
    const shown = textsIn(ask, locale).join("\n");
    return names
      .filter((name) => !shown.includes(`{{${name}}}`))
      .map((name) => ({ path: `ask.${locale}`, what: `never shows {{${name}}}` }));
  });
  return [...lacking.map((name) => ({ path: "ask.draws", what: `"${name}" is not in every draw` })), ...hidden];
}

/** What stays between {{ and }} after a draw. The blanks of a cloze look the same and are meant to stay. */
function openMarks(item: Item): Problem[] {
  const shown = item.kind === "cloze" ? [item.key.why] : [item.ask, item.key.why];
  const texts = LOCALES.flatMap((locale) => textsIn(shown, locale));
  const marks = texts.flatMap((text) => text.match(/\{\{.*?\}\}/gs) ?? []);
  return [...new Set(marks)].map((mark) => ({ path: "", what: `${mark} is not drawn` }));
}

/**
 * What is wrong with a seeded item: draws that do not match between ask and key, names nobody sees, marks nobody fills,
 * and every draw that makes no item.
 *
 * @param check - Parses one drawn item; its problems are reported with the number of the draw.
 */
export function drawProblems(item: Item, check: (drawn: unknown) => Problem[]): Problem[] {
  const { ask, key } = item;
  if (ask.draws?.length !== key.draws?.length) return [{ path: "key.draws", what: "must be as many as ask.draws" }];
  const perDraw = (ask.draws ?? []).flatMap((_, place) => {
    const drawn = itemAt(item, place);
    const problems = check(drawn);
    const found = problems.length > 0 ? problems : openMarks(drawn as Item);
    return found.map(({ path, what }) => ({ path: `draws.${place}${path === "" ? "" : `.${path}`}`, what }));
  });
  return [...nameProblems(ask), ...perDraw];
}
