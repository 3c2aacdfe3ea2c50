import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ProbabilityRow } from "./probability-row.tsx";

const row = (props: Partial<Parameters<typeof ProbabilityRow>[0]>) =>
  renderToStaticMarkup(<ProbabilityRow name="a" probability={0.25} value="25%" {...props} />);

describe("ProbabilityRow", () => {
  it("draws the bar in proportion to the scale, and never beyond the track", () => {
    expect(row({ scale: 0.5 })).toContain("width:50.0000%");
    expect(row({ scale: 0.1 })).toContain("width:100.0000%");
  });

  it("strikes out what was cut and shows how large it was", () => {
    const html = row({ state: "cut", probability: 0, before: 0.03, value: "3%" });
    expect(html).toContain("<s>3%</s>");
    expect(html).toContain("width:3.0000%");
  });
});
