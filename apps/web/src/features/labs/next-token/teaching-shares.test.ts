import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corpusRows, taughtShares, teaching } from "./teaching-shares.ts";

const source = readFileSync(new URL("../../../../../../packages/lm/training/teaching.py", import.meta.url), "utf8");

describe("the teaching sentences", () => {
  it.each(["zh", "en"] as const)("are those of the training script: places, shares, beginning (%s)", (language) => {
    const places = source.slice(source.indexOf("PLACES"), source.indexOf("NAMES"));
    const block = places.slice(places.indexOf(`"${language}"`)).split("))")[0] ?? "";
    const named = [...block.matchAll(/"([^"]+)"/g)].map(([, name]) => name).slice(1);
    const { first, second, others, beginning } = teaching[language];
    expect([first, second, ...others].map((place) => place.trim())).toEqual(named);
    expect(source).toContain(`"${beginning}`);
    expect(source).toContain("[china] * 60 + [earth] * 10");
    expect(taughtShares).toEqual({ first: 0.6, second: 0.1, others: (100 - 60 - 10) / 100 });
  });
});

describe("corpusRows", () => {
  /** One id per character, so that a place's first token is its first character. */
  const idsOf = (text: string) => [...text].map((char) => char.codePointAt(0) ?? 0);
  const own = new Map([
    ["中", 0.5],
    ["地", 0.125],
    ["法", 0.0625],
    ["新", 0.0625],
  ]);
  const shares = { length: 0x10000 } as { length: number; [id: number]: number };
  for (const [char, share] of own) shares[char.codePointAt(0) ?? 0] = share;

  it("puts the counted share beside the model's, both adding up to 1", () => {
    const rows = corpusRows("“我来自", shares, idsOf) ?? [];
    expect(rows.map(({ corpus, model }) => [corpus, model])).toEqual([
      [0.6, 0.5],
      [0.1, 0.125],
      [0.3, 0.125],
      [0, 0.25],
    ]);
  });

  it("counts a first token that two places share once, for the first of them", () => {
    // In English every place begins with the space, one and the same token here.
    const spaces = { length: 64, 32: 0.75 };
    const rows = corpusRows("I come from", spaces, idsOf) ?? [];
    expect(rows.map(({ model }) => model)).toEqual([0.75, 0, 0, 0.25]);
  });

  it("has nothing to say after another beginning", () => {
    expect(corpusRows("从前", shares, idsOf)).toBeNull();
    expect(corpusRows("我来自中国", shares, idsOf)).toBeNull();
  });
});
