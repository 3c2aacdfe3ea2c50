import type { Locale } from "@fewshot/quiz";

/** A text with some of its words marked: in English whole words, in Chinese wherever the characters stand. */
export function Highlighted({ locale, text, terms }: { locale: Locale; text: string; terms: readonly string[] }) {
  if (terms.length === 0) return text;
  const longestFirst = [...terms].sort((a, b) => b.length - a.length).map(escaped);
  const bounded = (term: string) => (locale === "en" ? `(?<![\\p{L}\\p{N}])${term}(?![\\p{L}\\p{N}])` : term);
  const parts = text.split(new RegExp(`(${longestFirst.map(bounded).join("|")})`, "giu"));
  // A split at one group puts what matched at the odd places.
  return parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
