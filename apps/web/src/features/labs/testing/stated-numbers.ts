import { readFileSync } from "node:fs";
import type { Locale } from "@fewshot/quiz";

// The files as authored: explanations of items are for the API alone, so that no import of the web app reaches them.
const DATA = new URL("../../../../../../packages/content/data/", import.meta.url);

/** A number as it is printed, and half of the last place it shows. */
export interface StatedNumber {
  value: number;
  halfPlace: number;
}

type Words = { zh: string; en: string };
type RawItem = { id: string; ask: Words & Record<string, unknown>; key: { why: Words } & Record<string, unknown> };

const texts = new Map<string, string>();

/**
 * The numbers in a sentence of the course.
 *
 * @param at - `module/lesson`, or `module/lesson/item` for an item: its question, its options as `id: text`, its key as
 *   JSON, its explanation.
 * @param anchor - Words of that text, once in it, with # for each number; ~ for one whose last zeros only fill places
 *   (about ~ years). The text is read without the marks of headings, formulas and emphasis (#, $, **, `), and ×
 *   10^{8} is e8.
 * @throws Error if the anchor is not there exactly once.
 */
export function statedNumbers(at: string, locale: Locale, anchor: string): StatedNumber[] {
  const key = `${at} ${locale}`;
  if (!texts.has(key))
    texts.set(key, plain(at.split("/").length === 3 ? itemText(at, locale) : lessonText(at, locale)));
  const literal = anchor.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(
    literal.replace(/[#~]/g, () => `(${NUMBER})`),
    "giu",
  );
  const matches = [...(texts.get(key) ?? "").matchAll(pattern)];
  if (matches.length !== 1) throw new Error(`${at} (${locale}) has "${anchor}" ${matches.length} times`);
  const marks = [...anchor].filter((char) => char === "#" || char === "~");
  return marks.map((mark, i) => read(matches[0]?.[i + 1] ?? "", mark === "~"));
}

/** An item as its author wrote it. */
function authoredItem(id: string): RawItem {
  const [module, lesson] = id.split("/");
  const items = JSON.parse(readFileSync(new URL(`${module}/${lesson}/quiz.json`, DATA), "utf8")) as RawItem[];
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`there is no item ${id}`);
  return item;
}

function lessonText(at: string, locale: Locale): string {
  return readFileSync(new URL(`${at}/lesson.${locale}.md`, DATA), "utf8").replace(/<!--.*?-->/gs, "");
}

function itemText(id: string, locale: Locale): string {
  const { ask, key } = authoredItem(id);
  const options = ["options", "left", "right"].flatMap((list) => (ask[list] ?? []) as (Words & { id: string })[]);
  const { why, distractors: _distractors, ...answer } = key;
  const lines = options.map((option) => `${option.id}: ${option[locale]}`);
  return [ask[locale], ...lines, JSON.stringify(answer), why[locale]].join("\n");
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function plain(text: string): string {
  return text
    .replace(/^#+ |\\?\$|\*\*|`/gm, "")
    .replaceAll("{,}", ",")
    .replaceAll("−", "-")
    .replaceAll(String.raw`\%`, "%")
    .replace(/\\times10\^\{?(\d+)\}?/g, "e$1")
    .replace(
      / × 10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g,
      (_, digits: string) => `e${[...digits].map((d) => SUPERSCRIPTS.indexOf(d)).join("")}`,
    );
}

/** Numbers that the course writes in words. */
const SPELLED: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, eleven: 11, twelve: 12 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, "thirty-two": 32, fifty: 50 },
  ...{ "a hundred": 100, "three hundred": 300, "four hundred": 400 },
  ...{
    一: 1,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十一: 11,
    二十: 20,
    三十: 30,
    三十二: 32,
    五十: 50,
  },
  ...{ 一百: 100, 四百: 400 },
};
const SCALES: Record<string, number> = { million: 1e6, billion: 1e9, trillion: 1e12, 万: 1e4, 亿: 1e8, M: 1e6, B: 1e9 };

const longestFirst = Object.keys(SPELLED).sort((a, b) => b.length - a.length);
const NUMBER = String.raw`-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e\d+)?(?:[MB](?![A-Za-z])| ?(?:million|billion|trillion|万|亿))?|(?:${longestFirst.join("|")})(?: ?(?:million|trillion|亿))?`;

const SCALE = new RegExp(`(?:${Object.keys(SCALES).join("|")})$`, "u");

function read(text: string, isRounded: boolean): StatedNumber {
  const [scale = ""] = SCALE.exec(text) ?? [];
  const bare = text.slice(0, text.length - scale.length).trim();
  const digits = String(SPELLED[bare.toLowerCase()] ?? bare).replaceAll(",", "");
  const [mantissa = "", exponent = "0"] = digits.split("e");
  const [, decimals = ""] = mantissa.split(".");
  const fillingZeros = isRounded ? mantissa.length - mantissa.replace(/0+$/, "").length : 0;
  const unit = (SCALES[scale] ?? 1) * 10 ** Number(exponent);
  return { value: Number(mantissa) * unit, halfPlace: (unit * 10 ** (fillingZeros - decimals.length)) / 2 };
}
