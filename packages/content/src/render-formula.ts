import katex from "katex";

/** A formula as HTML with MathML beside it for readers of screens, or what KaTeX objects to. */
export function renderFormula(tex: string, displayMode: boolean): { html: string } | { problem: string } {
  try {
    return {
      html: katex.renderToString(tex, { displayMode, output: "htmlAndMathml", throwOnError: true, strict: "error" }),
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "the formula cannot be set" };
  }
}
