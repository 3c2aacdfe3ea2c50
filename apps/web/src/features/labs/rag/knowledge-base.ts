import { createBm25, searchTerms, type Bm25 } from "@fewshot/ml-core";
import type { Locale, Text } from "@fewshot/quiz";
import passageList from "./passages.json" with { type: "json" };

/** A few sentences of this course, word for word without their marks, and the lesson they stand in. */
export interface CoursePassage {
  /** Module and lesson, as in the lesson's address. */
  lesson: string;
  title: Text;
  text: Text;
}

/** The knowledge base: one or two passages of each lesson that can stand alone. */
export const passages: readonly CoursePassage[] = passageList;

const indexes = new Map<Locale, Bm25>();

function indexOf(locale: Locale): Bm25 {
  const known = indexes.get(locale);
  if (known !== undefined) return known;
  const made = createBm25(passages.map(({ text }) => searchTerms(text[locale])));
  indexes.set(locale, made);
  return made;
}

/** A passage as ranked for a query. */
export interface Ranked {
  /** Its position in `passages`. */
  passage: number;
  score: number;
  /** The query's terms that it holds, each once, the one that adds most first; none where vectors are compared. */
  matched: readonly string[];
}

/** Ranks passages by BM25: those that share a term with the query, best first. */
export function searchByWords(locale: Locale, query: string): Ranked[] {
  const terms = searchTerms(query);
  const index = indexOf(locale);
  return index.search(terms).map(({ index: passage, score }) => {
    const parts = index.contributions(terms, passage);
    const adding = terms.map((term, i) => ({ term, adds: parts[i] ?? 0 })).filter(({ adds }) => adds > 0);
    const best = adding.sort((a, b) => b.adds - a.adds).map(({ term }) => term);
    return { passage, score, matched: [...new Set(best)] };
  });
}
