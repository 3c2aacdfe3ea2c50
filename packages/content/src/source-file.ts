import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { ZodType } from "zod";

/** One thing wrong with the course, where its author will look: path below `data/`, line counted from 1. */
export type CompileProblem = { file: string; line: number; what: string };

/** Collects the problems of one file. */
export type Report = (line: number, what: string) => void;

/** Data with the line on which each part stands. */
export type Located = { data: unknown; lineOf(path: readonly PropertyKey[]): number };

function lineFinder(document: Document, counter: LineCounter, firstLine: number) {
  return (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + firstLine - 1;
    }
    return firstLine;
  };
}

/** Read YAML. JSON is YAML, so that this serves both, and finds keys that stand twice. Null if it is neither. */
export function readYaml(source: string, firstLine: number, report: Report): Located | null {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  for (const error of document.errors) report(counter.linePos(error.pos[0]).line + firstLine - 1, error.message);
  if (document.errors.length > 0) return null;
  try {
    return { data: document.toJS({ maxAliasCount: 0 }), lineOf: lineFinder(document, counter, firstLine) };
  } catch (error) {
    report(firstLine, error instanceof Error ? error.message : "cannot be read");
    return null;
  }
}

/** Read strict JSON: what YAML allows beyond it (comments, bare words) is refused. */
export function readJson(source: string, report: Report): Located | null {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    // V8 gives the position of some faults; of the others it quotes the place.
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    report(source.slice(0, position).split("\n").length, `is not JSON: ${message}`);
    return null;
  }
  const located = readYaml(source, 1, report);
  return located && { ...located, data };
}

/** Check located data against a schema; every issue is reported on its line. */
export function checkShape<Value>(located: Located, schema: ZodType<Value>, report: Report): Value | null {
  const parsed = schema.safeParse(located.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    report(located.lineOf(issue.path), `${issue.path.map(String).join(".") || "the file"}: ${issue.message}`);
  }
  return null;
}
