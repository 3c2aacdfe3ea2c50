import type { Block } from "./block.ts";
import { compileLessonText, type CompiledText } from "./compile-lesson.ts";
import { compileQuiz, type CompiledItem } from "./compile-quiz.ts";
import { GlossaryFile, MisconceptionsFile, ModulesFile, SourcesFile } from "./course-files.ts";
import type { CompiledCourse, Lesson, LessonOutline, ModuleOutline } from "./course.ts";
import { markTerms } from "./mark-terms.ts";
import { compareSkeletons } from "./skeleton.ts";
import { checkShape, readJson, type CompileProblem } from "./source-file.ts";

export type { CompileProblem } from "./source-file.ts";

/** The course as it lies on disk: texts by path below `data/`, and a hash that returns hexadecimal SHA-256. */
export type CourseSource = { files: ReadonlyMap<string, string>; hash(text: string): string };

export type CompileResult = { ok: true; course: CompiledCourse } | { ok: false; problems: CompileProblem[] };

/** Stands in every key. A search for it in what browsers can fetch proves that no key got there. */
export const KEY_CANARY = "fewshot-key-canary-9b1c47e0d5a84f2ea6730c2f";

const LESSON_FILES = ["lesson.zh.md", "lesson.en.md", "quiz.json"] as const;
const COURSE_FILES = ["modules.json", "misconceptions.json", "glossary.json", "sources.json"];

type Outline = LessonOutline & { moduleSlug: string };
type Work = CourseSource & { problems: CompileProblem[] };

const reporter = (work: Work, file: string) => (line: number, what: string) => {
  work.problems.push({ file, line, what });
};

function readCourseFile<Value>(
  work: Work,
  file: string,
  schema: Parameters<typeof checkShape<Value>>[1],
): Value | null {
  const source = work.files.get(file);
  const report = reporter(work, file);
  if (source === undefined) {
    report(1, "the file is missing");
    return null;
  }
  const located = readJson(source, report);
  return located && checkShape(located, schema, report);
}

/** The map of the course with what is written; folders that are half full or not on the map are reported. */
function outlineOf(work: Work, modules: ModulesFile): ModuleOutline[] {
  const outlines = modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson): LessonOutline => {
      const id = `${module.slug}/${lesson.slug}`;
      const missing = LESSON_FILES.filter((name) => !work.files.has(`${id}/${name}`));
      if (missing.length > 0 && missing.length < LESSON_FILES.length) {
        for (const name of missing) reporter(work, `${id}/${name}`)(1, "the file is missing beside the others");
      }
      return { id, ...lesson, isWritten: missing.length === 0 };
    }),
  }));
  const ids = outlines.flatMap(({ lessons }) => lessons.map(({ id }) => id));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) reporter(work, "modules.json")(1, `the lesson "${twice}" stands twice`);
  const known = new Set([...COURSE_FILES, ...ids.flatMap((id) => LESSON_FILES.map((name) => `${id}/${name}`))]);
  for (const file of work.files.keys()) {
    if (!known.has(file)) reporter(work, file)(1, "belongs to no lesson of modules.json");
  }
  return outlines;
}

function compileItems(work: Work, lessons: readonly Outline[], tags: ReadonlySet<string>): CompiledItem[] {
  return lessons.flatMap(({ id }) =>
    compileQuiz(work.files.get(`${id}/quiz.json`) ?? "", {
      lessonId: id,
      tags,
      hash: work.hash,
      report: reporter(work, `${id}/quiz.json`),
    }),
  );
}

function lessonIn(outline: Outline, { frontMatter, blocks }: CompiledText): Lesson {
  const checks = blocks.filter((block): block is Extract<Block, { type: "check" }> => block.type === "check");
  return {
    id: outline.id,
    moduleSlug: outline.moduleSlug,
    slug: outline.slug,
    title: frontMatter.title,
    minutes: frontMatter.minutes,
    objectives: frontMatter.objectives,
    checkItemIds: checks.map(({ itemId }) => itemId),
    blocks,
  };
}

type Known = {
  lessonIds: ReadonlySet<string>;
  items: ReadonlyMap<string, { isPlayable: boolean }>;
};

function compileLesson(work: Work, outline: Outline, known: Known): { zh: Lesson; en: Lesson }[] {
  const compileText = (locale: "zh" | "en") => {
    const file = `${outline.id}/lesson.${locale}.md`;
    const expected = { id: outline.id, title: outline.title[locale], minutes: outline.minutes };
    const report = reporter(work, file);
    return { file, text: compileLessonText(work.files.get(file) ?? "", expected, { ...known, report }) };
  };
  const [zh, en] = [compileText("zh"), compileText("en")];
  if (!zh.text || !en.text) return [];
  work.problems.push(
    ...compareSkeletons({ file: zh.file, parts: zh.text.skeleton }, { file: en.file, parts: en.text.skeleton }),
  );
  return [{ zh: lessonIn(outline, zh.text), en: lessonIn(outline, en.text) }];
}

/** Every term once, introduced by a lesson of the course, in the order of the lessons. */
function checkGlossary(work: Work, glossary: GlossaryFile, lessons: readonly Outline[]): void {
  const report = (index: number, what: string): void => {
    const source = work.files.get("glossary.json") ?? "";
    const located = readJson(source, () => undefined);
    reporter(work, "glossary.json")(located?.lineOf([index]) ?? 1, what);
  };
  const place = (id: string) => lessons.findIndex((lesson) => lesson.id === id);
  glossary.forEach(({ id, first }, index) => {
    if (glossary.findIndex((term) => term.id === id) < index) report(index, `the term "${id}" stands twice`);
    if (place(first) < 0) report(index, `there is no lesson "${first}"`);
    if (place(first) < place(glossary[index - 1]?.first ?? first))
      report(index, `"${id}" comes before the term above it`);
  });
}

/** Every source once, cited by lessons of the course; every module built on earlier ones. */
function checkReferences(work: Work, { sources }: SourcesFile, modules: readonly ModuleOutline[]): void {
  const report = reporter(work, "sources.json");
  const lessons = new Set(modules.flatMap((module) => module.lessons.map(({ id }) => id)));
  sources.forEach(({ id, lessons: citing }, index) => {
    if (sources.findIndex((source) => source.id === id) < index) report(1, `the source "${id}" stands twice`);
    for (const lesson of citing) if (!lessons.has(lesson)) report(1, `"${id}": there is no lesson "${lesson}"`);
  });
  modules.forEach(({ slug, needs }, index) => {
    const earlier = modules.slice(0, index).map((module) => module.slug);
    const late = needs.find((need) => !earlier.includes(need));
    if (late !== undefined) reporter(work, "modules.json")(1, `"${slug}" needs "${late}", which is no earlier module`);
  });
}

/** The lesson with the first mention of each term marked that the course has introduced by then. */
function withTerms(lesson: { zh: Lesson; en: Lesson }, glossary: GlossaryFile, all: readonly Outline[]) {
  const place = (id: string) => all.findIndex((outline) => outline.id === id);
  const known = glossary.filter(({ first }) => place(first) <= place(lesson.zh.id));
  return {
    zh: { ...lesson.zh, blocks: markTerms(lesson.zh.blocks, known, "zh") },
    en: { ...lesson.en, blocks: markTerms(lesson.en.blocks, known, "en") },
  };
}

/**
 * Compile the course: check every file, parse the lessons, set the formulas, split the items into asks and keys.
 * Pure and total: the outcome is the course, or every problem that was found, sorted by file and line.
 */
export function compile(source: CourseSource): CompileResult {
  const work: Work = { ...source, problems: [] };
  const modules = readCourseFile(work, "modules.json", ModulesFile);
  const misconceptions = readCourseFile(work, "misconceptions.json", MisconceptionsFile);
  const glossary = readCourseFile(work, "glossary.json", GlossaryFile);
  const sources = readCourseFile(work, "sources.json", SourcesFile);
  if (!modules || !misconceptions || !glossary || !sources) return { ok: false, problems: work.problems };
  const outline = outlineOf(work, modules);
  const all = outline.flatMap(({ slug, lessons }) => lessons.map((lesson) => ({ ...lesson, moduleSlug: slug })));
  const written = all.filter(({ isWritten }) => isWritten);
  const items = compileItems(work, written, new Set(Object.keys(misconceptions)));
  const known = {
    lessonIds: new Set(all.map(({ id }) => id)),
    items: new Map(items.map(({ id, playable }) => [id, { isPlayable: playable !== null }])),
  };
  checkGlossary(work, glossary, all);
  checkReferences(work, sources, outline);
  const lessons = written
    .flatMap((lesson) => compileLesson(work, lesson, known))
    .map((lesson) => withTerms(lesson, glossary, all));
  if (work.problems.length > 0) {
    const byPlace = (a: CompileProblem, b: CompileProblem) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
    return { ok: false, problems: work.problems.sort(byPlace) };
  }
  return { ok: true, course: joinCourse({ modules: outline, lessons, misconceptions, glossary, sources }, items) };
}

function joinCourse(lessons: CompiledCourse["lessons"], items: readonly CompiledItem[]): CompiledCourse {
  const playable = items.flatMap((item) => (item.playable ? [item.playable] : []));
  return {
    lessons,
    asks: {
      asks: playable.map(({ ask }) => ask),
      unplayable: items.filter((item) => !item.playable).map(({ id, kind }) => ({ id, kind })),
    },
    keys: { keys: playable.map(({ key }) => ({ ...key, canary: KEY_CANARY })) },
  };
}
