import { isPlayableKind, ITEM_KINDS, ItemId, parseItem, Text, type Problem } from "@fewshot/quiz";
import { z } from "zod";
import type { AskEntry, KeyEntry } from "./course.ts";
import { Slug } from "./course-files.ts";
import { withDraws } from "./generators/with-draws.ts";
import { checkShape, readJson, type Located, type Report } from "./source-file.ts";

/** What every item has, whatever its kind; enough to keep items that cannot be played yet in good order. */
const AnyItem = z.strictObject({
  id: ItemId,
  kind: z.enum(ITEM_KINDS),
  concepts: z.array(Slug).min(1),
  ask: z.looseObject({ zh: Text.shape.zh, en: Text.shape.en }),
  key: z
    .looseObject({
      why: Text,
      distractors: z.record(z.string(), Slug).default({}),
      draws: z.array(z.looseObject({ sets: z.looseObject({ distractors: z.record(z.string(), Slug).default({}) }) })),
    })
    .partial({ draws: true }),
});
type AnyItem = z.infer<typeof AnyItem>;

const NamedItem = z.object({ id: z.string() });

/** `playable` is null for a kind the engine cannot play, and for an item with problems. */
export type CompiledItem = { id: string; kind: string; playable: { ask: AskEntry; key: KeyEntry } | null };

export type QuizContext = {
  lessonId: string;
  tags: ReadonlySet<string>;
  hash(text: string): string;
  report: Report;
};

const VERSION_DIGITS = 16;

/** JSON with sorted keys, so that the order in which an author writes fields makes no new version. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
}

function checkItem(item: AnyItem, line: (path: PropertyKey[]) => number, context: QuizContext): void {
  const prefix = `${context.lessonId}/`;
  if (!item.id.startsWith(prefix)) context.report(line(["id"]), `the id of an item here starts with "${prefix}"`);
  const drawn = item.key.draws?.flatMap(({ sets }) => Object.entries(sets.distractors)) ?? [];
  const unknown = new Map(
    [...Object.entries(item.key.distractors), ...drawn].filter(([, tag]) => !context.tags.has(tag)),
  );
  for (const [wrong, tag] of unknown) {
    context.report(line(["key", "distractors", wrong]), `there is no misconception "${tag}"`);
  }
}

function compileItem(
  raw: unknown,
  item: AnyItem,
  context: QuizContext & { line(path: PropertyKey[]): number },
): CompiledItem {
  checkItem(item, context.line, context);
  const tell = (problems: readonly Problem[]) => {
    for (const { path, what } of problems) context.report(context.line(path.split(".")), `${path}: ${what}`);
  };
  if (!isPlayableKind(item.kind)) return { id: item.id, kind: item.kind, playable: null };
  const parsed = parseItem(raw);
  if (!parsed.ok) {
    tell(parsed.error);
    return { id: item.id, kind: item.kind, playable: null };
  }
  const version = context.hash(canonicalJson(raw)).slice(0, VERSION_DIGITS);
  const { id, concepts, ask, key } = parsed.value;
  const entry: AskEntry = { id, version, lessonId: context.lessonId, concepts, ask };
  return { id, kind: item.kind, playable: { ask: entry, key: { id, version, key } } };
}

/** Array positions of a dotted path as numbers, as the YAML reader wants them. */
const steps = (path: readonly PropertyKey[]) =>
  path.map((step) => (typeof step === "string" && /^\d+$/.test(step) ? Number(step) : step));

function compileEntry(located: Located, index: number, context: QuizContext): CompiledItem | null {
  const line = (path: PropertyKey[]) => located.lineOf([index, ...steps(path)]);
  const raw = withDraws((located.data as unknown[])[index], (what) => context.report(line(["generator"]), what));
  const item = checkShape({ data: raw, lineOf: (path) => line([...path]) }, AnyItem, context.report);
  if (item) return compileItem(raw, item, { ...context, line });
  // Its name stays known, or every lesson that checks it would be reported as well.
  const name = NamedItem.safeParse(raw);
  return name.success ? { ...name.data, kind: "unknown", playable: null } : null;
}

/** Compile the `quiz.json` of a lesson. Items with problems are reported and not playable. */
export function compileQuiz(source: string, context: QuizContext): CompiledItem[] {
  const located = readJson(source, context.report);
  const raws = located && checkShape(located, z.array(z.unknown()), context.report);
  if (!located || !raws) return [];
  const items = raws.map((_, index) => ({ index, item: compileEntry(located, index, context) }));
  const seen = new Set<string>();
  return items.flatMap(({ index, item }) => {
    if (!item) return [];
    if (seen.has(item.id)) context.report(located.lineOf([index, "id"]), `two items are called "${item.id}"`);
    seen.add(item.id);
    return [item];
  });
}
