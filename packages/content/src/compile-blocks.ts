import type { List, ListItem, Paragraph, RootContent, Table } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { InlineMath, Math } from "mdast-util-math";
import type { Block } from "./block.ts";
import { compileInlines } from "./compile-inline.ts";
import { compileLab } from "./compile-lab.ts";
import { isFigureId } from "./lab-ids.ts";
import type { LessonContext } from "./lesson-context.ts";
import { isComment, lineOf } from "./markdown.ts";
import { renderFormula } from "./render-formula.ts";

/** `top`: the lesson itself; `inner`: a note, a figure or a list item, which hold no headings and no directives. */
type Place = "top" | "inner";

function compileHeading(node: Extract<RootContent, { type: "heading" }>, context: LessonContext): Block[] {
  const { depth } = node;
  if (depth !== 2 && depth !== 3) {
    context.report(lineOf(node), `a heading has two or three #, not ${depth}; the title is in the front matter`);
    return [];
  }
  context.mark(lineOf(node), { kind: "block", what: `a heading of level ${depth}` });
  context.count.headings += 1;
  const id = `section-${context.count.headings}`;
  return [{ type: "heading", level: depth, id, children: compileInlines(node.children, context) }];
}

function compileItem(item: ListItem, context: LessonContext): Block[] {
  if (typeof item.checked === "boolean") context.report(lineOf(item), "a list item has no check box here");
  return compileBlocks(item.children, "inner", context);
}

function compileList(node: List, context: LessonContext): Block[] {
  const ordered = node.ordered === true;
  const what = `${ordered ? "a numbered" : "a bulleted"} list of ${node.children.length}`;
  context.mark(lineOf(node), { kind: "block", what });
  const items = node.children.map((item) => compileItem(item, context));
  return [{ type: "list", ordered, start: node.start ?? 1, items }];
}

function compileTable(node: Table, context: LessonContext): Block[] {
  const [header, ...body] = node.children;
  const columns = header?.children.length ?? 0;
  context.mark(lineOf(node), { kind: "block", what: `a table of ${columns} columns and ${body.length} rows` });
  const ragged = body.find((row) => row.children.length !== columns);
  if (ragged) context.report(lineOf(ragged), `this row has ${ragged.children.length} cells, the head has ${columns}`);
  const cells = (row: Table["children"][number] | undefined) =>
    (row?.children ?? []).map((cell) => compileInlines(cell.children, context));
  const align = Array.from({ length: columns }, (_, column) => node.align?.[column] ?? null);
  return [{ type: "table", align, header: cells(header), rows: body.map(cells) }];
}

function compileFormula(node: Math | InlineMath, context: LessonContext): Block[] {
  const rendered = renderFormula(node.value, true);
  if ("problem" in rendered) {
    context.report(lineOf(node), rendered.problem);
    return [];
  }
  context.mark(lineOf(node), { kind: "block", what: `the formula ${node.value}` });
  return [{ type: "math", tex: node.value, html: rendered.html }];
}

/** A formula that is a paragraph by itself is set on a line of its own, `$$…$$` on one line included. */
function compileParagraph(node: Paragraph, context: LessonContext): Block[] {
  const [only, more] = node.children;
  if (only?.type === "inlineMath" && !more) return compileFormula(only, context);
  return [{ type: "paragraph", children: compileInlines(node.children, context) }];
}

/** The attributes of a directive; any that it does not take is reported. */
function attributesOf(node: ContainerDirective, allowed: readonly string[], context: LessonContext) {
  const given = Object.entries(node.attributes ?? {});
  for (const [name] of given.filter(([name]) => !allowed.includes(name))) {
    context.report(lineOf(node), `:::${node.name} takes no attribute "${name}"`);
  }
  return new Map(given.map(([name, value]) => [name, value ?? ""]));
}

function compileCheck(node: ContainerDirective, context: LessonContext): Block[] {
  const itemId = attributesOf(node, ["item"], context).get("item") ?? "";
  context.mark(lineOf(node), { kind: "block", what: `the check ${itemId}` });
  if (node.children.length > 0) context.report(lineOf(node), ":::check holds nothing; its words are in quiz.json");
  const item = context.items.get(itemId);
  if (!item) context.report(lineOf(node), `there is no item "${itemId}" in any quiz.json`);
  return item?.isPlayable ? [{ type: "check", itemId }] : [];
}

function compileNote(node: ContainerDirective, context: LessonContext): Block[] {
  attributesOf(node, [], context);
  context.mark(lineOf(node), { kind: "block", what: "a note" });
  return [{ type: "note", children: compileBlocks(node.children, "inner", context) }];
}

function compileFigure(node: ContainerDirective, context: LessonContext): Block[] {
  const figureId = attributesOf(node, ["id"], context).get("id") ?? "";
  context.mark(lineOf(node), { kind: "block", what: `the figure ${figureId}` });
  const children = compileBlocks(node.children, "inner", context);
  if (isFigureId(figureId)) return [{ type: "figure", figureId, children }];
  context.report(lineOf(node), `there is no figure "${figureId}"`);
  return [];
}

function compileDirective(node: ContainerDirective, place: Place, context: LessonContext): Block[] {
  if (place === "inner") {
    context.report(lineOf(node), `:::${node.name} stands at the top level of a lesson only`);
    return [];
  }
  switch (node.name) {
    case "lab":
      return compileLab(node, attributesOf(node, ["id", "preset"], context), context);
    case "check":
      return compileCheck(node, context);
    case "note":
      return compileNote(node, context);
    case "figure":
      return compileFigure(node, context);
    default:
      context.report(lineOf(node), `there is no directive :::${node.name}`);
      return [];
  }
}

function compileHtml(node: Extract<RootContent, { type: "html" }>, context: LessonContext): Block[] {
  if (!isComment(node.value)) context.report(lineOf(node), "raw HTML is not allowed in a lesson");
  return [];
}

function compileBlock(node: RootContent, place: Place, context: LessonContext): Block[] {
  switch (node.type) {
    case "paragraph":
      return compileParagraph(node, context);
    case "list":
      return compileList(node, context);
    case "table":
      return compileTable(node, context);
    case "math":
      return compileFormula(node, context);
    case "containerDirective":
      return compileDirective(node, place, context);
    case "html":
      return compileHtml(node, context);
    case "heading":
      if (place === "top") return compileHeading(node, context);
  }
  context.report(lineOf(node), `"${node.type}" is not part of the language of lessons, or not in this place`);
  return [];
}

/** Compile blocks. What the language of lessons does not have is reported and left out. */
export const compileBlocks = (nodes: readonly RootContent[], place: Place, context: LessonContext): Block[] =>
  nodes.flatMap((node) => compileBlock(node, place, context));
