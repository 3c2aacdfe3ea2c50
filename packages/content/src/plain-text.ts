import type { Inline } from "./block.ts";

/** Commands of TeX that stand for one character. What is not here is left out with its backslash. */
const characters: Readonly<Record<string, string>> = {
  approx: "≈",
  times: "×",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  ne: "≠",
  cdot: "·",
  dots: "…",
  ldots: "…",
  mid: "|",
  pm: "±",
  infty: "∞",
  to: "→",
  div: "÷",
  ln: "ln ",
  lambda: "λ",
  eta: "η",
};

/** The words of a text without its marks: for headings in a map, labels and the sentences of a lab. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes.map(textOf).join("");
}

function textOf(node: Inline): string {
  if ("text" in node) return node.text;
  return "tex" in node ? plainFormula(node.tex) : plainText(node.children);
}

/** Good for the short formulas of running text, such as p = 0.8; displayed ones are never read through this. */
function plainFormula(tex: string): string {
  return tex
    .replace(/\\([a-zA-Z]+)\s*/g, (_, name: string) => characters[name] ?? "")
    .replace(/\\(.)/g, "$1")
    .replace(/[{}]/g, "");
}
