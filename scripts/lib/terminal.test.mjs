import { expect, it } from "vitest";
import { sentenceFor, UserError } from "./terminal.mjs";

it.each([
  ["a UserError", new UserError("Do this."), /^Do this\.$/],
  [
    "a full disk",
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    /disk is full/,
  ],
  ["a foreign folder", Object.assign(new Error("denied"), { code: "EACCES", path: "/x" }), /No right to write \/x/],
])("has one sentence for %s", (_, error, sentence) => {
  expect(sentenceFor(error)).toMatch(sentence);
});

it("has none for a fault nobody foresaw", () => {
  expect(sentenceFor(new TypeError("x is undefined"))).toBeNull();
});
