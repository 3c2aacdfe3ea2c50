import { describe, expect, it } from "vitest";
import { feedback, instantiate, parseItem, publicView, score } from "./item.ts";

const option = (id: string) => ({ id, zh: `{{${id}}}！`, en: `{{${id}}}!` });
const seeded = {
  id: "module/lesson/seeded",
  kind: "single",
  concepts: ["seeds"],
  ask: {
    zh: "{{n}} 里哪一个大？",
    en: "Which is larger, of {{n}}?",
    options: [option("a"), option("b")],
    draws: [
      { n: 2, a: "1", b: { zh: "二", en: "two" } },
      { n: 3, a: "3", b: "1" },
    ],
  },
  key: {
    correct: "b",
    why: { zh: "{{large}} 大，在 {{n}} 里。", en: "{{large}} is larger, of {{n}}." },
    draws: [
      { words: { large: 2 }, sets: { correct: "b", distractors: { a: "slip-one" } } },
      { words: { large: 3 }, sets: { correct: "a", distractors: { b: "slip-two" } } },
    ],
  },
};

function parsed(raw: unknown) {
  const result = parseItem(raw);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const problemsOf = (ask: object, key: object) => {
  const result = parseItem({ ...seeded, ask: { ...seeded.ask, ...ask }, key: { ...seeded.key, ...key } });
  return result.ok ? [] : result.error.map(({ path, what }) => `${path}: ${what}`);
};

describe("an item with draws", () => {
  it("takes prompt, options, key and explanation from one draw, and every draw for some seed", () => {
    const item = parsed(seeded);
    const told = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const drawn = instantiate(item, String(seed));
      const view = publicView(item.ask, String(seed), "en");
      const right = view.prompt.includes("2") ? "b" : "a";
      expect(score(drawn, { choice: right }).correct).toBe(true);
      expect(publicView(drawn.ask, String(seed), "en")).toEqual(view);
      told.add(feedback(drawn, { choice: right === "a" ? "b" : "a" }, "released", "zh").why);
    }
    expect([...told].sort()).toEqual(["2 大，在 2 里。", "3 大，在 3 里。"]);
  });

  it("comes back as it is when drawn again, keeps no other draw, and parses again as stored", () => {
    const item = parsed(JSON.parse(JSON.stringify(parsed(seeded))));
    const drawn = instantiate(item, "a");
    expect(instantiate(drawn, "b")).toEqual(drawn);
    expect(JSON.stringify(drawn)).not.toContain("draws");
    expect(parsed(drawn)).toEqual(drawn);
  });

  it("shows no key in the view", () => {
    expect(JSON.stringify(publicView(parsed(seeded).ask, "a", "en"))).not.toMatch(/correct|slip|larger, of \{\{/);
  });

  it("refuses to score before a draw is taken", () => {
    expect(() => score(parsed(seeded), { choice: "a" })).toThrow("call instantiate");
  });

  it("refuses draws that do not fit", () => {
    expect(problemsOf({}, { draws: seeded.key.draws.slice(1) })).toEqual(["key.draws: must be as many as ask.draws"]);
    expect(problemsOf({ en: "Which?" }, {})).toEqual(["ask.en: never shows {{n}}"]);
    expect(problemsOf({}, { why: { zh: "{{x}}", en: "{{large}}" } })).toEqual([
      "draws.0: {{x}} is not drawn",
      "draws.1: {{x}} is not drawn",
    ]);
    const stray = [seeded.key.draws[0], { sets: { correct: "z" }, words: { large: 1 } }];
    expect(problemsOf({}, { draws: stray })).toEqual(['draws.1.key.correct: there is no option "z"']);
    expect(
      problemsOf(
        {
          draws: [
            { n: 2, a: "1", b: "2" },
            { n: 2, a: "1" },
          ],
        },
        {},
      ),
    ).toContain('ask.draws: "b" is not in every draw');
  });
});
