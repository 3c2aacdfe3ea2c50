import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { computeSha256, sha256 } from "./sha256.ts";

const reference = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("sha256", () => {
  it("gives the digest of FIPS 180's example", async () => {
    const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await sha256(new TextEncoder().encode("abc"))).toBe(expected);
  });

  it("gives the same where the page has no crypto.subtle", async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 253);
    const withSubtle = await sha256(bytes);
    vi.stubGlobal("crypto", {});
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await sha256(bytes)).toBe(withSubtle);
  });

  it("agrees with OpenSSL for every length around the block's", () => {
    const someBytes = fc.uint8Array({ minLength: 0, maxLength: 200 });
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect(Buffer.from(computeSha256(bytes)).toString("hex")).toBe(reference(bytes));
      }),
    );
  });
});
