import { parseItem, type Item } from "@fewshot/quiz";
import { hashItem, type Catalogue, type CatalogueItem } from "../catalogue.ts";

/** Stands in every key of the fixtures, so that a leak can be searched for. */
export const canary = "CANARY-KEY";

export const moduleSlug = "test-module";

const same = (words: string) => ({ zh: `${words}（中）`, en: words });
const option = (id: string, words: string) => ({ id, ...same(words) });
const why = same(`${canary}: because`);

/** An item as an author would write it. @throws Error with the parser's problems, so that a wrong fixture is seen. */
export function authored(raw: Record<string, unknown>): CatalogueItem {
  const parsed = parseItem({ concepts: ["testing"], ...raw });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return entryOf(parsed.value);
}

export const entryOf = (item: Item): CatalogueItem => ({ item, contentHash: hashItem(item) });

const single = (name: string, correct = "b") => ({
  id: `test-module/lesson/${name}`,
  kind: "single",
  ask: { ...same(`Which one? ${name}`), options: [option("a", "one"), option("b", "two"), option("c", "three")] },
  key: { correct, why, distractors: { a: "thinks-one" } },
});

/** One item of each kind, the last a bet. `singleKey` changes the first item's answer, as a correction would. */
export function quizFixtures({ singleKey = "b" } = {}): CatalogueItem[] {
  return [
    authored(single("single", singleKey)),
    authored({
      id: "test-module/lesson/multiple",
      kind: "multiple",
      ask: { ...same("Which ones?"), options: [option("a", "one"), option("b", "two"), option("c", "three")] },
      key: { correct: ["a", "b"], why, distractors: { c: "thinks-three" } },
    }),
    authored({
      id: "test-module/lesson/true-false",
      kind: "true-false",
      ask: same("So it is."),
      key: { correct: false, why, distractors: { true: "thinks-true" } },
    }),
    authored({
      id: "test-module/lesson/numeric",
      kind: "numeric",
      ask: {
        ...same("What is {{a}} plus {{b}}?"),
        input: "integer",
        vars: { a: { choose: [2, 3, 5, 7] }, b: { choose: [10, 20, 40] } },
      },
      key: { formula: "a + b", tolerance: 0, why, distractors: { "a * b": "multiplies" } },
    }),
    authored({
      id: "test-module/lesson/bet",
      kind: "distribution",
      ask: { ...same("Bet"), graded: false, total: 100, options: [option("x", "ex"), option("y", "why")] },
      key: { target: { x: 0.6, y: 0.4 }, rule: "cross-entropy", why, distractors: {} },
    }),
  ];
}

export const checkFixture = authored(single("check"));

/** A course of one module. `setItems` replaces its quiz, as a new release of the course would. */
export function fixtureCatalogue(): Catalogue & { setItems: (items: CatalogueItem[]) => void } {
  let items = quizFixtures();
  return {
    setItems: (next) => {
      items = next;
    },
    quizItems: (slug) => (slug === moduleSlug ? items : []),
    checkItem: (itemId) => (itemId === checkFixture.item.id ? checkFixture : null),
    misconception: (tag, locale) => (tag === "thinks-one" ? { zh: "以为是一", en: "thinks it is one" }[locale] : null),
  };
}
