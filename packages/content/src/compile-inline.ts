import type { PhrasingContent } from "mdast";
import type { Inline } from "./block.ts";
import type { LessonContext } from "./lesson-context.ts";
import { isComment, lineOf } from "./markdown.ts";
import { renderFormula } from "./render-formula.ts";

const INTERNAL = /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?(?:#[a-z0-9-]+)?$/;

/** What is wrong with the target of a link, or null. */
function linkProblem(href: string, lessonIds: ReadonlySet<string>): string | null {
  if (href.startsWith("https://") && URL.canParse(href)) return null;
  if (!INTERNAL.test(href)) return `a link goes to https://… or to a path of this course, not to "${href}"`;
  const lessonId = /^\/course\/([^#]+\/[^#]+)/.exec(href)?.[1];
  return lessonId === undefined || lessonIds.has(lessonId) ? null : `there is no lesson "${lessonId}" to link to`;
}

type Compile<Type extends PhrasingContent["type"]> = (
  node: Extract<PhrasingContent, { type: Type }>,
  context: LessonContext,
) => Inline[];

const compileLink: Compile<"link"> = (node, context) => {
  const problem = linkProblem(node.url, context.lessonIds);
  if (problem !== null) context.report(lineOf(node), problem);
  if (node.title) context.report(lineOf(node), "a link has no title here; say it in the text");
  return [{ type: "link", href: node.url, children: compileInlines(node.children, context) }];
};

const compileText: Compile<"text"> = (node, context) => {
  if (/^:{3,}/m.test(node.value)) context.report(lineOf(node), "a line of colons opens or closes nothing here");
  return [{ type: "text", text: node.value }];
};

const compileMath: Compile<"inlineMath"> = (node, context) => {
  const rendered = renderFormula(node.value, false);
  if ("problem" in rendered) {
    context.report(lineOf(node), rendered.problem);
    return [];
  }
  context.mark(lineOf(node), { kind: "formula", what: `$${node.value}$` });
  return [{ type: "math", tex: node.value, html: rendered.html }];
};

const compileHtml: Compile<"html"> = (node, context) => {
  if (!isComment(node.value)) context.report(lineOf(node), "raw HTML is not allowed in a lesson");
  return [];
};

function compileInline(node: PhrasingContent, context: LessonContext): Inline[] {
  switch (node.type) {
    case "text":
      return compileText(node, context);
    case "strong":
    case "emphasis":
      return [{ type: node.type, children: compileInlines(node.children, context) }];
    case "inlineCode":
      return [{ type: "code", text: node.value }];
    case "inlineMath":
      return compileMath(node, context);
    case "link":
      return compileLink(node, context);
    case "html":
      return compileHtml(node, context);
    case "textDirective":
      context.report(lineOf(node), `":${node.name}" reads as a directive; write "\\:${node.name}" for the words`);
      return [];
    default:
      context.report(lineOf(node), `"${node.type}" is not part of the language of lessons`);
      return [];
  }
}

/** Compile running text. What the language of lessons does not have is reported and left out. */
export const compileInlines = (nodes: readonly PhrasingContent[], context: LessonContext): Inline[] =>
  nodes.flatMap((node) => compileInline(node, context));
