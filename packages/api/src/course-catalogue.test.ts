import { checkItemIds, courseOutline, quizItemIds } from "@fewshot/content/server";
import { describe, expect, it } from "vitest";
import { hashItem } from "./catalogue.ts";
import { createCourseCatalogue } from "./course-catalogue.ts";

const catalogue = createCourseCatalogue();
const slugs = courseOutline().map(({ slug }) => slug);

describe("createCourseCatalogue", () => {
  it("has a quiz for at least one module and none for an unknown one", () => {
    expect(slugs.some((slug) => catalogue.quizItems(slug).length > 0)).toBe(true);
    expect(catalogue.quizItems("no-such-module")).toEqual([]);
  });

  it("keeps items whose key an inline check tells out of every quiz, and the other way round", () => {
    const checks = new Set(checkItemIds());
    expect(checks.size).toBeGreaterThan(0);
    for (const { item } of slugs.flatMap((slug) => catalogue.quizItems(slug))) {
      expect(checks.has(item.id)).toBe(false);
      expect(catalogue.checkItem(item.id)).toBeNull();
    }
  });

  it("leaves no other item of a quiz out", () => {
    const checks = new Set(checkItemIds());
    for (const slug of slugs) {
      const expected = quizItemIds(slug).filter((id) => !checks.has(id));
      expect(catalogue.quizItems(slug).map(({ item }) => item.id)).toEqual(expected);
    }
  });
});

describe("hashItem", () => {
  const [entry] = slugs.flatMap((slug) => catalogue.quizItems(slug));
  if (!entry) throw new Error("the course has no quiz");

  it("depends on ask and key and not on the order of their fields", () => {
    const { item, contentHash } = entry;
    const reversed = Object.fromEntries(Object.entries(item.key).reverse()) as typeof item.key;
    expect(hashItem({ ...item, key: reversed } as typeof item)).toBe(contentHash);
    const other = { ...item.key, why: { zh: "另一个", en: "another" } };
    expect(hashItem({ ...item, key: other } as typeof item)).not.toBe(contentHash);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
