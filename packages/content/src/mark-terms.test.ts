import { describe, expect, it } from "vitest";
import type { Block, Inline } from "./block.ts";
import type { GlossaryTerm } from "./course.ts";
import { markTerms } from "./mark-terms.ts";

const term = (id: string, zh: string, en: string): GlossaryTerm => ({
  id,
  term: { zh, en },
  means: { zh: `${zh}的意思。`, en: `What ${en} means.` },
  first: "module/lesson",
});
const terms = [
  term("few-shot", "少样本", "few-shot"),
  term("sample", "样本", "sample"),
  term("layer", "层", "layer"),
  term("token", "token", "token"),
  term("width", "宽度（d_model）", "width (d_model)"),
];
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });
const text = (words: string): Inline => ({ type: "text", text: words });

/** The text with its marks in brackets. */
const shown = (nodes: readonly Inline[]): string =>
  nodes.map((node) => (node.type === "term" ? `[${node.text}]` : "text" in node ? node.text : shownIn(node))).join("");
const shownIn = (node: Inline): string => ("children" in node ? shown(node.children) : "·");
const marked = (blocks: readonly Block[], locale: "zh" | "en") =>
  markTerms(blocks, terms, locale).map((block) =>
    "children" in block ? shown(block.children as Inline[]) : block.type,
  );

describe("markTerms", () => {
  it("marks a term where it is first said, and only there", () => {
    const blocks = [paragraph(text("A token, then Tokens and a tokenizer.")), paragraph(text("Another token."))];
    expect(marked(blocks, "en")).toEqual(["A [token], then Tokens and a tokenizer.", "Another token."]);
  });

  it("takes the longer of two terms, also after it was marked", () => {
    expect(marked([paragraph(text("少样本和少样本，再看样本。"))], "zh")).toEqual(["[少样本]和少样本，再看[样本]。"]);
  });

  it("finds a Latin word between Chinese characters, and no single character", () => {
    expect(marked([paragraph(text("一个token有一层，宽度是d_model。"))], "zh")).toEqual([
      "一个[token]有一层，[宽度]是d_model。",
    ]);
  });

  it("looks into bold text, and not into links, code or headings", () => {
    const blocks: Block[] = [
      { type: "heading", level: 2, id: "section-1", children: [text("Layers")] },
      paragraph({ type: "link", href: "/course", children: [text("layer")] }, { type: "code", text: "layer" }),
      paragraph({ type: "strong", children: [text("layers")] }),
    ];
    expect(marked(blocks, "en")).toEqual(["Layers", "layerlayer", "[layers]"]);
  });

  it("carries the meaning in the reader's language and the term in the other", () => {
    const [block] = markTerms([paragraph(text("token"))], terms, "zh");
    expect(block).toEqual(
      paragraph({ type: "term", id: "token", text: "token", means: "token的意思。", other: "token" }),
    );
  });
});
