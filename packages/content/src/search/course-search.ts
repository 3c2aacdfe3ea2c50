import type { Locale } from "@fewshot/quiz";
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";
import type { CompiledLessons, GlossaryTerm, Lesson, ModuleOutline } from "../course.ts";
import { excerpt, markTerms, termsHeld, type MarkedText } from "./excerpt.ts";
import { sectionsOf, type Section } from "./sections.ts";
import { isHan, queryTerms, tokensIn } from "./tokens.ts";

/** A lesson that answers a query. `sectionId`: the heading above the passage, null if it stands before the first. */
export type LessonHit = {
  kind: "lesson";
  id: string;
  module: string;
  title: MarkedText;
  sectionId: string | null;
  section: string | null;
  passage: MarkedText;
};

/** A term of the glossary that answers a query. `other`: its name in the other language. */
export type TermHit = { kind: "term"; id: string; title: MarkedText; other: string; passage: MarkedText };

export type SearchHit = LessonHit | TermHit;

/** Characters of a query that are looked at; nobody's question is longer, and every term costs time. */
export const LONGEST_QUERY = 100;

const EXCERPT: Record<Locale, number> = { zh: 110, en: 220 };
const MOST_HITS = 20;

/**
 * A title outranks a term, a term a heading, a heading the text, however often the text says it. `introduces`: the terms
 * that a lesson explains, so that among lessons it comes first.
 */
const BOOST = { title: 40, term: 12, introduces: 8, headings: 4, module: 2, means: 1, text: 1 };

type Fields = { id: string } & Partial<Record<keyof typeof BOOST, string>>;
type Known = { lesson: Lesson; module: ModuleOutline; sections: Section[] } | { term: GlossaryTerm };

/** Both names, so that a reader of either language finds a term by the word at hand. */
const namesOf = ({ term: { zh, en } }: GlossaryTerm): string => (zh === en ? zh : `${zh} ${en}`);

const exactly: SearchOptions = {
  boost: BOOST,
  tokenize: (term) => [term],
  processTerm: (term) => term,
  prefix: (term) => !isHan(term) && term.length >= 3,
};

/** A slip of one letter in five is forgiven; numbers are meant as they are, and Chinese has no letters to slip on. */
const forgivingly: SearchOptions = {
  ...exactly,
  fuzzy: (term) => (/^\p{Script=Latin}{5,}$/u.test(term) ? 0.2 : false),
};

/** Searches the lessons and the glossary in one language. Built once, in memory; quizzes are no part of it. */
export class CourseSearch {
  readonly #index = new MiniSearch<Fields>({
    fields: Object.keys(BOOST),
    tokenize: (text) => tokensIn(text).map(({ term }) => term),
    processTerm: (term) => term,
  });
  readonly #known = new Map<string, Known>();
  readonly #locale: Locale;

  constructor({ modules, lessons, glossary }: CompiledLessons, locale: Locale) {
    this.#locale = locale;
    for (const { [locale]: lesson } of lessons) {
      const module = modules.find(({ slug }) => slug === lesson.moduleSlug);
      const introduced = glossary.filter(({ first }) => first === lesson.id);
      if (module) this.#addLesson(lesson, module, introduced);
    }
    for (const term of glossary) this.#addTerm(term);
  }

  /**
   * The best answers first: title before glossary term before heading before text. All words of the query must occur;
   * only if nothing holds them all are slips forgiven, and then words left out.
   *
   * @param query - Anything; of a long one the first {@link LONGEST_QUERY} characters count.
   * @returns At most 20; none for a query without a letter or a digit.
   */
  search(query: string): SearchHit[] {
    const { required, bonus } = queryTerms(Array.from(query).slice(0, LONGEST_QUERY).join(""));
    if (required.length === 0) return [];
    const some: Query = { combineWith: "OR", queries: required };
    // Whoever holds all holds some: the second half lets nobody in and adds what neighbours are worth.
    const neighbours: Query = { combineWith: "OR", queries: [...required, ...bonus] };
    const all: Query = { combineWith: "AND", queries: [{ combineWith: "AND", queries: required }, neighbours] };
    for (const [sought, options] of [
      [all, exactly],
      [all, forgivingly],
      [some, forgivingly],
    ] as const) {
      const found = this.#index.search(sought, options);
      if (found.length > 0) return found.slice(0, MOST_HITS).flatMap((result) => this.#hitOf(result));
    }
    return [];
  }

  #addLesson(lesson: Lesson, module: ModuleOutline, introduced: readonly GlossaryTerm[]): void {
    const sections = sectionsOf(lesson);
    this.#known.set(lesson.id, { lesson, module, sections });
    this.#index.add({
      id: lesson.id,
      title: lesson.title,
      introduces: introduced.map(namesOf).join("\n"),
      module: module.title[this.#locale],
      headings: sections.map(({ heading }) => heading ?? "").join("\n"),
      text: sections.flatMap(({ passages }) => passages).join("\n"),
    });
  }

  #addTerm(term: GlossaryTerm): void {
    const id = `term:${term.id}`;
    this.#known.set(id, { term });
    this.#index.add({ id, term: namesOf(term), means: term.means[this.#locale] });
  }

  #hitOf({ id, match }: SearchResult): SearchHit[] {
    const known = this.#known.get(String(id));
    if (!known) return [];
    const terms = new Set(Object.keys(match));
    return ["term" in known ? this.#termHit(known.term, terms) : this.#lessonHit(known, terms)];
  }

  #termHit({ id, term, means }: GlossaryTerm, terms: ReadonlySet<string>): TermHit {
    return {
      kind: "term",
      id,
      title: markTerms(term[this.#locale], terms),
      other: term[this.#locale === "zh" ? "en" : "zh"],
      passage: markTerms(means[this.#locale], terms),
    };
  }

  #lessonHit(
    { lesson, module, sections }: Exclude<Known, { term: GlossaryTerm }>,
    terms: ReadonlySet<string>,
  ): LessonHit {
    const { section, passage } = bestPassage(sections, terms);
    return {
      kind: "lesson",
      id: lesson.id,
      module: module.title[this.#locale],
      title: markTerms(lesson.title, terms),
      sectionId: section.id,
      section: section.heading,
      passage: excerpt(passage, terms, EXCERPT[this.#locale]),
    };
  }
}

/** The passage that holds the most of what was found, a heading counting for what stands under it; the first such. */
function bestPassage(sections: readonly Section[], terms: ReadonlySet<string>): { section: Section; passage: string } {
  let best = { section: sections[0] ?? { id: null, heading: null, passages: [] }, passage: "", held: -1 };
  for (const section of sections) {
    const inHeading = termsHeld(section.heading ?? "", terms);
    for (const passage of section.passages) {
      const held = termsHeld(passage, terms) * 2 + inHeading;
      if (held > best.held) best = { section, passage, held };
    }
  }
  return best;
}
