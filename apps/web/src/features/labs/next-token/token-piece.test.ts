import { describe, expect, it } from "vitest";
import { createTokenizer } from "@fewshot/ml-core";
import { pieceLabel, pieceOf } from "./token-piece.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textsOf = (bytes: Uint8Array, text: string | null) => ({ tokenText: () => text, tokenBytes: () => bytes });
const ofText = (text: string) => pieceOf(textsOf(bytesOf(text), text), 0);

describe("pieceOf", () => {
  it("shows whole characters as text, with their leading space", () => {
    expect(ofText("中")).toEqual({ kind: "text", text: "中" });
    expect(pieceLabel(ofText(" China"), "end")).toBe("␣China");
  });

  it("shows part of a character as its bytes", () => {
    expect(pieceOf(textsOf(bytesOf("中").slice(0, 2), null), 0)).toEqual({ kind: "bytes", bytes: [0xe4, 0xb8] });
    expect(pieceLabel({ kind: "bytes", bytes: [0xe4, 0x0a] }, "end")).toBe("E4 0A");
  });

  it("never shows U+FFFD for a token of the byte alphabet", () => {
    const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
    for (let id = 0; id < 256; id += 1) {
      const label = pieceLabel(pieceOf(tokenizer, id), "end");
      expect(label).not.toContain("\ufffd");
      expect(label).not.toBe("");
    }
  });

  it("gives line breaks and invisible characters a shape", () => {
    expect(pieceLabel(ofText("\n"), "end")).toBe("↵");
    expect(pieceLabel(ofText("\ufeff"), "end")).toBe("U+FEFF");
    expect(pieceLabel(ofText("\u3000"), "end")).toBe("U+3000");
    expect(pieceLabel({ kind: "end" }, "end")).toBe("end");
  });
});
