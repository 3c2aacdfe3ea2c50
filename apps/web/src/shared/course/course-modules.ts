import "server-only";
import { courseOutline, quizItemIds } from "@fewshot/content/server";
import type { Locale } from "@fewshot/quiz";

/** What pages outside the course need to name a module. `number` counts from 1. */
export type CourseModule = { slug: string; number: number; title: string; hasQuiz: boolean };

/** The modules of the course in order, in one language. */
export function courseModules(locale: Locale): CourseModule[] {
  return courseOutline().map(({ slug, title }, index) => ({
    slug,
    number: index + 1,
    title: title[locale],
    hasQuiz: quizItemIds(slug).length > 0,
  }));
}

/** The module of that name; one that has left the course is called by its name. */
export function courseModule(slug: string, locale: Locale): CourseModule {
  return (
    courseModules(locale).find((module) => module.slug === slug) ?? { slug, number: 0, title: slug, hasQuiz: false }
  );
}
