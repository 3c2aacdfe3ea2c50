import type { Root } from "mdast";
import type { Block } from "./block.ts";
import { compileBlocks } from "./compile-blocks.ts";
import { endProblems } from "./compile-lab.ts";
import { FrontMatter } from "./course-files.ts";
import type { LessonContext } from "./lesson-context.ts";
import { lineOf, parseMarkdown } from "./markdown.ts";
import type { SkeletonPart } from "./skeleton.ts";
import { checkShape, readYaml, type Located, type Report } from "./source-file.ts";

/** What the map of the course says about a lesson, in one language. */
export type Expected = { id: string; title: string; minutes: number };

export type CompiledText = { frontMatter: FrontMatter; blocks: Block[]; skeleton: SkeletonPart[] };

/** The front matter of a lesson, checked against the map of the course. */
function readFrontMatter(
  root: Root,
  expected: Expected,
  report: Report,
): { data: FrontMatter; missions: SkeletonPart[] } | null {
  const first = root.children[0];
  if (first?.type !== "yaml") {
    report(1, "a lesson starts with front matter between two lines of ---");
    return null;
  }
  const located = readYaml(first.value, lineOf(first) + 1, report);
  const data = located && checkShape(located, FrontMatter, report);
  if (!located || !data) return null;
  const stated = { slug: expected.id, title: expected.title, minutes: expected.minutes };
  for (const field of ["slug", "title", "minutes"] as const) {
    if (data[field] !== stated[field]) report(located.lineOf([field]), `modules.json says ${field} "${stated[field]}"`);
  }
  data.labs.forEach((lab, index) => {
    for (const { path, what } of endProblems(lab)) report(located.lineOf(["labs", index, ...path]), what);
  });
  return { data, missions: missionMarks(data, located) };
}

/** The missions are part of the skeleton: same ids and same ends in both languages. */
const missionMarks = (data: FrontMatter, located: Located): SkeletonPart[] =>
  data.labs.flatMap((lab, index) =>
    lab.missions.map(({ id, end }, number) => ({
      kind: "block",
      line: located.lineOf(["labs", index, "missions", number]),
      what: `the mission ${id} of lab ${index + 1}, done when ${end}`,
    })),
  );

/** Compile one language of a lesson. Null (and reported) if its front matter cannot be read. */
export function compileLessonText(
  source: string,
  expected: Expected,
  known: Pick<LessonContext, "report" | "lessonIds" | "items">,
): CompiledText | null {
  const root = parseMarkdown(source);
  const front = readFrontMatter(root, expected, known.report);
  if (!front) return null;
  const { data: frontMatter, missions: skeleton } = front;
  const context: LessonContext = {
    ...known,
    labs: frontMatter.labs,
    count: { labs: 0, headings: 0 },
    mark: (line, mark) => skeleton.push({ line, ...mark }),
  };
  const blocks = compileBlocks(root.children.slice(1), "top", context);
  const { labs } = context.count;
  if (labs < frontMatter.labs.length) {
    known.report(1, `the front matter has ${frontMatter.labs.length} labs, the text ${labs}`);
  }
  return { frontMatter, blocks, skeleton };
}
