import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const directivesOf = (pathname: string) =>
  new Map(
    contentSecurityPolicy("abc", pathname)
      .split("; ")
      .map((line) => [line.split(" ")[0], line.split(" ").slice(1)] as const),
  );
const directives = directivesOf("/zh/course");

describe("contentSecurityPolicy", () => {
  it("lets scripts run by nonce only: nothing inline, no eval, no WebAssembly on a page", () => {
    expect(directives.get("script-src")).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  });

  it("allows no frame around the page, no plug-in and no other base", () => {
    for (const name of ["frame-ancestors", "object-src", "base-uri"]) expect(directives.get(name)).toEqual(["'none'"]);
  });

  it.each([
    "/zh/labs/energy",
    "/zh/embed",
    "/zh/embed/labs/energy/x",
    "/zh/quiz/embed/labs/energy",
    "/embed/labs/energy",
  ])("allows no frame around %s", (pathname) => {
    expect(directivesOf(pathname).get("frame-ancestors")).toEqual(["'none'"]);
  });

  it("lets other sites frame a lab that is made for it, in either language", () => {
    for (const pathname of ["/zh/embed/labs/next-token", "/en/embed/labs/energy"]) {
      expect(directivesOf(pathname).get("frame-ancestors")).toEqual(["*"]);
    }
  });

  it("names no other origin anywhere", () => {
    expect([...directives.values()].flat().filter((source) => /^[a-z]+:\/\/|\*/.test(source))).toEqual([]);
  });
});
