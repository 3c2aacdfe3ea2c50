import type { RouterOutputs } from "@fewshot/api";

export type ClassDetail = RouterOutputs["class"]["get"];

/** A module of the course in the page's language; `number` counts from 1. */
export type ModuleName = { slug: string; number: number; title: string; hasQuiz: boolean };

/** A module by its name; one that has left the course is called by its slug. */
export function moduleNamed(modules: readonly ModuleName[], slug: string): ModuleName {
  return modules.find((module) => module.slug === slug) ?? { slug, number: 0, title: slug, hasQuiz: false };
}
