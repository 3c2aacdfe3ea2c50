import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const directives = new Map(
  contentSecurityPolicy("abc")
    .split("; ")
    .map((line) => [line.split(" ")[0], line.split(" ").slice(1)] as const),
);

describe("contentSecurityPolicy", () => {
  it("lets scripts run by nonce only: nothing inline, no eval, no WebAssembly on a page", () => {
    expect(directives.get("script-src")).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  });

  it("allows no frame around the page, no plug-in and no other base", () => {
    for (const name of ["frame-ancestors", "object-src", "base-uri"]) expect(directives.get(name)).toEqual(["'none'"]);
  });

  it("names no other origin anywhere", () => {
    expect([...directives.values()].flat().filter((source) => /^[a-z]+:\/\/|\*/.test(source))).toEqual([]);
  });
});
