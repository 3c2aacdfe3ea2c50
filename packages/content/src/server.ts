import "server-only";
import type { Locale, Text } from "@fewshot/quiz";
import type { AskEntry, CompiledAsks, CompiledLessons, GlossaryTerm, Lesson, ModuleOutline } from "./course.ts";
import asksJson from "./generated/asks.json";
import lessonsJson from "./generated/lessons.json";
import { CourseSearch, type SearchHit } from "./search/course-search.ts";

// The compiler wrote these files from values of these very types; TypeScript infers JSON too widely to see it.
const compiled = lessonsJson as unknown as CompiledLessons;
const { asks } = asksJson as unknown as CompiledAsks;

const lessonsById = new Map(compiled.lessons.map((lesson) => [lesson.zh.id, lesson]));
const asksById = new Map(asks.map((entry) => [entry.id, entry]));
const misconceptions = new Map(Object.entries(compiled.misconceptions));

/** The modules of the course in order, lessons that are not written yet included. */
export function courseOutline(): ModuleOutline[] {
  return compiled.modules;
}

/** Every term of the glossary, in the order in which the course introduces them. */
export function glossary(): GlossaryTerm[] {
  return compiled.glossary;
}

/** What the course cites, and where the paper's text and its tables differ. */
export function sources(): CompiledLessons["sources"] {
  return compiled.sources;
}

/** One module, or null if there is none of that name. */
export function moduleOutline(moduleSlug: string): ModuleOutline | null {
  return compiled.modules.find((module) => module.slug === moduleSlug) ?? null;
}

/** A written lesson by id (`module/lesson`) in one language, or null. */
export function lesson(lessonId: string, locale: Locale): Lesson | null {
  return lessonsById.get(lessonId)?.[locale] ?? null;
}

/** The public part of a playable item, or null. */
export function askOf(itemId: string): AskEntry | null {
  return asksById.get(itemId) ?? null;
}

/** Playable items that lessons show as inline checks, bets included, in course order. */
export function checkItemIds(): string[] {
  return [...new Set(compiled.lessons.flatMap((lesson) => lesson.zh.checkItemIds))];
}

/** The quiz of a module: every playable, graded item of its written lessons, in order. Empty for an unknown module. */
export function quizItemIds(moduleSlug: string): string[] {
  return asks.filter(({ lessonId, ask }) => lessonId.startsWith(`${moduleSlug}/`) && ask.graded).map(({ id }) => id);
}

/** What a learner with this misconception (or slip) tends to think, or null for an unknown tag. */
export function misconception(tag: string): Text | null {
  return misconceptions.get(tag) ?? null;
}

const searches = new Map<Locale, CourseSearch>();

/** Lessons and glossary terms that answer a query, best first. The index of a language is made when it is first asked for. */
export function searchCourse(query: string, locale: Locale): SearchHit[] {
  const search = searches.get(locale) ?? new CourseSearch(compiled, locale);
  searches.set(locale, search);
  return search.search(query);
}
