import type {} from "mdast-util-directive";
import type {} from "mdast-util-math";
import type { Root, RootContent } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkDirective)
  .use(remarkMath)
  .use(remarkGfm)
  .freeze();

/** Parse the Markdown of a lesson: front matter, directives, formulas, tables. */
export const parseMarkdown = (source: string): Root => processor.parse(source);

/** The line a node starts on, counted from 1. */
export const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;

/** Whether raw HTML is nothing but comments, which are notes to authors and are dropped. */
export const isComment = (html: string): boolean => /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/.test(html);
