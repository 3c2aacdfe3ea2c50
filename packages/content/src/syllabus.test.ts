import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileAuthored } from "./testing/authored-course.ts";

/** A row of docs/syllabus.md: what is said in each language, and where the course takes it up. */
type Row = { number: number; zh: string; en: string; lessons: { slug: string; items: string[] }[]; labs: string[] };

const listed = (text: string) => text.split(", ").filter(Boolean);

function readLessons(cell: string): Row["lessons"] {
  return cell.split(" · ").map((part) => {
    const [, slug, items] = /^`([a-z0-9-]+)`: ([a-z0-9, -]+)$/.exec(part) ?? [];
    if (!slug || !items) throw new Error(`"${part}" is not \`lesson\`: item, item`);
    return { slug, items: listed(items) };
  });
}

/** The table is read from the page that people read, so that there is one list and no second one to keep. */
function readTable(markdown: string): Row[] {
  const rows = markdown.split("\n").filter((line) => /^\| *\d+ *\|/.test(line));
  return rows.map((line) => {
    const [number = "", zh = "", en = "", lessons = "", labs = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { number: Number(number), zh, en, lessons: readLessons(lessons), labs: listed(labs) };
  });
}

const table = readTable(readFileSync(new URL("../../../docs/syllabus.md", import.meta.url), "utf8"));
const compiled = compileAuthored();
if (!compiled.ok) throw new Error("the course does not compile; course.test.ts says why");
const { lessons, asks } = compiled.course;

/** By slug: the lesson's id and the labs that stand in it. */
const courseLessons = new Map(
  lessons.lessons.map(({ zh }) => [
    zh.slug,
    { id: zh.id, labs: zh.blocks.flatMap((block) => (block.type === "lab" ? [block.labId as string] : [])) },
  ]),
);
const itemIds = new Set([...asks.asks, ...asks.unplayable].map(({ id }) => id));
const everyLab = [...courseLessons.values()].flatMap(({ labs }) => labs);

describe("the syllabus", () => {
  it("has the 38 statements in order, said in both languages", () => {
    expect(table.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
    for (const { zh, en } of table) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[^\p{Script=Han}]{10,}$/u);
    }
  });

  it("can name a lesson by its own slug, because no two modules share one", () => {
    expect(courseLessons.size).toBe(lessons.lessons.length);
  });

  it.each(table)("$number: names lessons and items that exist, and labs that stand in those lessons", (row) => {
    const named = row.lessons.map(({ slug }) => courseLessons.get(slug));
    expect(named).not.toContain(undefined);
    const items = row.lessons.flatMap(({ slug, items: names }) =>
      names.map((name) => `${courseLessons.get(slug)?.id}/${name}`),
    );
    expect(items.filter((id) => !itemIds.has(id))).toEqual([]);
    const labs = named.flatMap((lesson) => lesson?.labs ?? []);
    expect(row.labs.filter((lab) => !labs.includes(lab))).toEqual([]);
    expect(row.labs).not.toEqual([]);
  });

  it("leaves no lesson, and no lab of a lesson, without a row", () => {
    const lessonsNamed = table.flatMap((row) => row.lessons.map(({ slug }) => slug));
    expect([...courseLessons.keys()].filter((slug) => !lessonsNamed.includes(slug))).toEqual([]);
    const labsNamed = table.flatMap(({ labs }) => labs);
    expect(everyLab.filter((lab) => !labsNamed.includes(lab))).toEqual([]);
  });
});
