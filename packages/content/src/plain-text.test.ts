import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

describe("plainText", () => {
  it("keeps the words of every mark and drops the marks", () => {
    const nodes = [
      { type: "text", text: "At " },
      { type: "strong", children: [{ type: "emphasis", children: [{ type: "text", text: "once" }] }] },
      { type: "code", text: " x" },
      { type: "link", href: "/labs", children: [{ type: "text", text: ", there" }] },
    ] as const;
    expect(plainText(nodes as never)).toBe("At once x, there");
  });

  it("reads a short formula as people write it", () => {
    const formula = (tex: string) => plainText([{ type: "math", tex, html: "" }]);
    expect(formula("p=0.8")).toBe("p=0.8");
    expect(formula("65\\%\\approx 2/3")).toBe("65%≈2/3");
    expect(formula("0.9^{10}")).toBe("0.9^10");
    expect(formula("2/\\lambda")).toBe("2/λ");
  });
});
