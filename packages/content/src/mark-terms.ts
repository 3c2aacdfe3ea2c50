import type { Locale } from "@fewshot/quiz";
import type { Block, Inline } from "./block.ts";
import type { GlossaryTerm } from "./course.ts";

/** A term as a text may say it. */
type Form = { term: GlossaryTerm; pattern: RegExp };

/** One Chinese character alone (层, 轮) is too often part of another word. */
const SHORTEST_HAN = 2;

/** Without what stands in brackets: "width (d_model)" is said "width". */
const said = (term: string): string => term.replace(/[（(].*?[）)]/g, "").trim();

function patternOf(form: string, locale: Locale): RegExp {
  const literal = form.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const isHan = /\p{Script=Han}/u.test(form);
  if (isHan) return new RegExp(literal, "u");
  // In a Chinese sentence a Latin word stands between characters, so that only Latin letters lengthen it.
  const letter = locale === "zh" ? "[a-zA-Z0-9_-]" : String.raw`[\p{L}\p{N}_-]`;
  return new RegExp(`(?<!${letter})${literal}(?:s|es)?(?!${letter})`, "iu");
}

function formsOf(terms: readonly GlossaryTerm[], locale: Locale): Form[] {
  return terms
    .map((term) => ({ term, form: said(term.term[locale]) }))
    .filter(({ form }) => !/^\p{Script=Han}+$/u.test(form) || form.length >= SHORTEST_HAN)
    .map(({ term, form }) => ({ term, pattern: patternOf(form, locale) }));
}

type Found = { term: GlossaryTerm; text: string; start: number };

/** The earliest term in the text; of several that begin at one place, the longest. */
function firstIn(text: string, forms: readonly Form[]): Found | null {
  let best: Found | null = null;
  for (const { term, pattern } of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const isBetter =
      !best || match.index < best.start || (match.index === best.start && match[0].length > best.text.length);
    if (isBetter) best = { term, text: match[0], start: match.index };
  }
  return best;
}

/** Marks in reading order; `done` holds the terms that are marked already. */
type Marker = { forms: readonly Form[]; locale: Locale; done: Set<string> };

function markText(text: string, marker: Marker): Inline[] {
  const found = firstIn(text, marker.forms);
  if (!found) return text === "" ? [] : [{ type: "text", text }];
  const { term, start } = found;
  const end = start + found.text.length;
  // A term that was marked before still takes its letters, or 样本 would be found in 少样本.
  const isFirst = !marker.done.has(term.id);
  marker.done.add(term.id);
  const other = marker.locale === "zh" ? "en" : "zh";
  const mark: Inline = isFirst
    ? { type: "term", id: term.id, text: found.text, means: term.means[marker.locale], other: term.term[other] }
    : { type: "text", text: found.text };
  return [
    ...(start > 0 ? [{ type: "text" as const, text: text.slice(0, start) }] : []),
    mark,
    ...markText(text.slice(end), marker),
  ];
}

function markInline(node: Inline, marker: Marker): Inline[] {
  if (node.type === "text") return joinTexts(markText(node.text, marker));
  if (node.type === "strong" || node.type === "emphasis") {
    return [{ ...node, children: node.children.flatMap((child) => markInline(child, marker)) }];
  }
  return [node];
}

/** Neighbouring pieces of plain text as one. */
function joinTexts(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}

function markBlock(block: Block, marker: Marker): Block {
  switch (block.type) {
    case "paragraph":
      return { ...block, children: block.children.flatMap((node) => markInline(node, marker)) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((inner) => markBlock(inner, marker))) };
    case "note":
      return { ...block, children: block.children.map((inner) => markBlock(inner, marker)) };
    default:
      return block;
  }
}

/**
 * Marks each glossary term where a lesson first says it: in paragraphs, lists and notes, not in headings, tables, links,
 * formulas, code or labs.
 *
 * @param terms - Those that the course has introduced by this lesson.
 */
export function markTerms(blocks: readonly Block[], terms: readonly GlossaryTerm[], locale: Locale): Block[] {
  const marker: Marker = { forms: formsOf(terms, locale), locale, done: new Set() };
  return blocks.map((block) => markBlock(block, marker));
}
