import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TokenBytes, TokenChip } from "./token-chip.tsx";

describe("TokenChip", () => {
  it("shows a leading space without adding one to what is read out", () => {
    const html = renderToStaticMarkup(<TokenChip text=" China" state="drawn" />);
    expect(html).toBe('<span class="tok drawn"><span class="sp" aria-hidden="true">␣</span>China</span>');
  });

  it("shows a line break that would otherwise be an empty box", () => {
    expect(renderToStaticMarkup(<TokenChip text={"\n"} />)).toContain("↵");
  });

  it("is a button only if it can be pressed", () => {
    expect(renderToStaticMarkup(<TokenChip text="a" />)).toMatch(/^<span/);
    expect(renderToStaticMarkup(<TokenChip text="a" onPress={() => undefined} />)).toMatch(/^<button/);
  });
});

describe("TokenBytes", () => {
  it("writes each byte as two hexadecimal digits", () => {
    const html = renderToStaticMarkup(<TokenBytes bytes={[0xe6, 0x0a]} />);
    expect(
      html
        .replace(/<[^>]+>/g, " ")
        .trim()
        .split(/\s+/),
    ).toEqual(["E6", "0A"]);
  });
});
