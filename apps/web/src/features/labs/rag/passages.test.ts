import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { passages } from "./knowledge-base.ts";

const course = resolve(import.meta.dirname, "../../../../../../packages/content/data");

it.each(["zh", "en"] as const)("quotes the lessons of the course word for word, %s", (locale) => {
  const present = passages.filter(({ lesson }) => existsSync(`${course}/${lesson}/lesson.${locale}.md`));
  expect(present.length).toBeGreaterThan(0);
  for (const { lesson, title, text } of present) {
    const source = readFileSync(`${course}/${lesson}/lesson.${locale}.md`, "utf8");
    // Without the marks of bold, italics and formulas.
    expect(source.replace(/[*$]/g, ""), lesson).toContain(text[locale]);
    expect(source, lesson).toContain(`title: ${title[locale]}`);
  }
});
