import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ask, feedback, instantiate, Key, parseItem, publicView, samplesOf, score, validateResponse } from "./item.ts";
import { Feedback, PublicItem, Score } from "./outcome.ts";
import { itemFrom, problemsOf } from "./testing/parse.ts";
import {
  anyResponse,
  rawBet,
  rawItem,
  rawItems,
  rawMultiple,
  rawNumeric,
  rawSingle,
  rawTrueFalse,
  twoKeys,
} from "./testing/raw-items.ts";

const seed = fc.string({ maxLength: 12 });
const locale = fc.constantFrom("zh" as const, "en" as const);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("parseItem", () => {
  it("puts the kind into both parts, so that each can be stored and read back alone", () => {
    for (const raw of rawItems) {
      const { kind, ask, key } = itemFrom(raw);
      expect(Ask.parse(json(ask))).toEqual(ask);
      expect(Key.parse(json(key))).toEqual(key);
      expect([ask.kind, key.kind]).toEqual([kind, kind]);
    }
  });

  it("gives the same item when it parses what it made", () => {
    fc.assert(
      fc.property(rawItem, (raw) => {
        const item = itemFrom(raw);
        expect(itemFrom(item)).toEqual(item);
        expect(itemFrom(json(item))).toEqual(item);
      }),
    );
  });

  it("keeps no negative zero, which would not survive being written as JSON", () => {
    const raw = { ...rawNumeric, key: { ...rawNumeric.key, value: -0, tolerance: -0 } };
    expect(itemFrom(json(raw))).toEqual(itemFrom(raw));
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (raw) => {
        expect(parseItem(raw)).toHaveProperty("ok");
      }),
    );
  });

  it("never throws on a real item in which one part was replaced by anything", () => {
    const path = fc.constantFrom("id", "kind", "concepts", "ask", "key");
    fc.assert(
      fc.property(rawItem, path, fc.jsonValue(), (raw, part, anything) => {
        expect(parseItem({ ...raw, [part]: anything })).toHaveProperty("ok");
        for (const outer of ["ask", "key"] as const) {
          for (const inner of Object.keys(raw[outer])) {
            expect(parseItem({ ...raw, [outer]: { ...raw[outer], [inner]: anything } })).toHaveProperty("ok");
          }
        }
      }),
    );
  });

  it.each([
    ["an unknown field of the item", { ...rawSingle, points: 2 }, 'Unrecognized key: "points"'],
    ["an answer that got into the ask", { ...rawSingle, ask: { ...rawSingle.ask, correct: "b" } }, "Unrecognized key"],
    ["an unknown field of the key", { ...rawSingle, key: { ...rawSingle.key, note: "" } }, "Unrecognized key"],
    ["a missing language", { ...rawSingle, ask: { ...rawSingle.ask, en: undefined } }, "ask.en"],
    ["a blank language", { ...rawSingle, ask: { ...rawSingle.ask, zh: "  " } }, "ask.zh: must not be empty"],
    ["an id without a lesson", { ...rawSingle, id: "ten-draws" }, "module/lesson/name"],
    ["a kind that cannot be played", { ...rawSingle, kind: "free-text" }, '"free-text" is not a kind'],
    ["a kind that differs inside", { ...rawSingle, ask: { ...rawSingle.ask, kind: "multiple" } }, "ask.kind"],
    ["a tag that is not a tag", { ...rawSingle, key: { ...rawSingle.key, distractors: { a: "No!" } } }, "kebab-case"],
  ])("refuses %s", (_what, raw, problem) => {
    expect(problemsOf(raw).join("\n")).toContain(problem);
  });
});

describe("publicView", () => {
  it("is the same, byte for byte, for two items that differ in their keys alone", () => {
    fc.assert(
      fc.property(twoKeys, seed, locale, ({ kind, ask, keys }, drawn, language) => {
        const views = keys.map((key) => {
          const item = itemFrom({ id: "module/lesson/any", kind, concepts: ["any"], ask, key });
          return JSON.stringify([
            publicView(item.ask, drawn, language),
            publicView(instantiate(item, drawn).ask, drawn, language),
          ]);
        });
        expect(views[0]).toBe(views[1]);
      }),
    );
  });

  it("has no field beyond its schema, and is the same before and after variables are drawn", () => {
    fc.assert(
      fc.property(rawItem, seed, locale, (raw, drawn, language) => {
        const item = itemFrom(raw);
        const view = publicView(item.ask, drawn, language);
        expect(PublicItem.parse(view)).toEqual(view);
        expect(publicView(instantiate(item, drawn).ask, drawn, language)).toEqual(view);
      }),
    );
  });

  it("does not depend on the order in which the author wrote the options", () => {
    const reversed = { ...rawSingle, ask: { ...rawSingle.ask, options: rawSingle.ask.options.toReversed() } };
    for (const drawn of ["", "1", "2", "attempt-7:3"]) {
      expect(publicView(itemFrom(reversed).ask, drawn, "en")).toEqual(publicView(itemFrom(rawSingle).ask, drawn, "en"));
    }
  });

  it("puts each of four options first about a quarter of the time", () => {
    const { ask } = itemFrom(rawSingle);
    const first = new Map<string, number>();
    for (let i = 0; i < 4000; i += 1) {
      const view = publicView(ask, `attempt-${i}`, "zh");
      const id = view.kind === "single" ? (view.options[0]?.id ?? "") : "";
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    // 1000 expected, standard deviation 27.4: five of them either way.
    for (const id of ["a", "b", "c", "d"]) expect(Math.abs((first.get(id) ?? 0) - 1000)).toBeLessThan(137);
  });

  it("shows the options in the same order in both languages", () => {
    fc.assert(
      fc.property(rawItem, seed, (raw, drawn) => {
        const ids = (["zh", "en"] as const).map((language) => {
          const view = publicView(itemFrom(raw).ask, drawn, language);
          return "options" in view ? view.options.map(({ id }) => id) : [];
        });
        expect(ids[0]).toEqual(ids[1]);
      }),
    );
  });
});

describe("score", () => {
  it("gives full points to right answers, fewer to wrong ones, none to invalid ones", () => {
    fc.assert(
      fc.property(rawItem, seed, (raw, drawn) => {
        const item = instantiate(itemFrom(raw), drawn);
        const { correct, wrong, invalid } = samplesOf(item);
        expect(correct.length).toBeGreaterThan(0);
        for (const response of correct) expect(score(item, response)).toMatchObject({ points: 1, verdict: "right" });
        for (const response of wrong) expect(score(item, response)).toMatchObject({ correct: false });
        for (const response of invalid) {
          expect(validateResponse(item.ask, response).status).toBe("invalid");
          expect(score(item, response)).toMatchObject({ points: 0, verdict: "wrong" });
        }
      }),
    );
  });

  it("stays between 0 and the maximum, with at most four decimals, and says the same twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rawItems), seed, anyResponse, (raw, drawn, response) => {
        const item = instantiate(itemFrom(raw), drawn);
        const scored = score(item, response);
        expect(Score.parse(scored)).toEqual(scored);
        expect(scored.points).toBeLessThanOrEqual(scored.max);
        expect(Number(scored.points.toFixed(4))).toBe(scored.points);
        expect(score(item, response)).toEqual(scored);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the order of the options or on the seed that shuffled them", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rawMultiple.ask.options, { minLength: 5 }),
        fc.subarray(["a", "b", "c", "d", "e"]),
        (options, choices) => {
          const shuffled = itemFrom({ ...rawMultiple, ask: { ...rawMultiple.ask, options } });
          expect(score(shuffled, { choices: choices.toReversed() })).toEqual(score(itemFrom(rawMultiple), { choices }));
        },
      ),
    );
  });

  it("gives less than full points for choosing everything, unless everything is right", () => {
    fc.assert(
      fc.property(fc.subarray(["a", "b", "c", "d", "e"], { minLength: 1 }), (correct) => {
        const item = itemFrom({ ...rawMultiple, key: { ...rawMultiple.key, correct, distractors: {} } });
        const all = score(item, { choices: ["a", "b", "c", "d", "e"] });
        expect(all.correct).toBe(correct.length === 5);
        expect(all.points).toBe(correct.length === 5 ? 1 : 0);
      }),
    );
  });

  it("calls nothing at all empty, not wrong", () => {
    const arranged = [{ pairs: {} }, { order: [] }, { blanks: { what: " " } }];
    const blanks = [null, undefined, { choice: "" }, { choices: [] }, { text: " 　" }, { chips: {} }, ...arranged];
    const verdicts = rawItems.map((raw) => {
      const item = instantiate(itemFrom(raw), "1");
      return blanks.map((blank) => score(item, blank).verdict).filter((verdict) => verdict === "empty").length;
    });
    // null and undefined for each kind; its own blank for all but true-false, which has none.
    expect(verdicts).toEqual([3, 3, 2, 3, 3, 3, 3, 3, 3]);
  });

  it("marks a bet as not graded", () => {
    expect(score(itemFrom(rawBet), { chips: { china: 60, earth: 10, other: 30 } })).toMatchObject({ graded: false });
    expect(score(itemFrom(rawSingle), { choice: "b" })).toMatchObject({ graded: true });
  });
});

describe("validateResponse", () => {
  it("never throws and never looks at more than the ask", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rawItems), anyResponse, (raw, response) => {
        const { ask } = itemFrom(raw);
        expect(["empty", "invalid", "ok"]).toContain(validateResponse(ask, response).status);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives back a response that validates to itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rawItems), anyResponse, (raw, response) => {
        const { ask } = itemFrom(raw);
        const first = validateResponse(ask, response);
        if (first.status === "ok") expect(validateResponse(ask, json(first.response))).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("feedback", () => {
  it("says nothing while the key is held back", () => {
    for (const raw of rawItems) {
      expect(
        feedback(instantiate(itemFrom(raw), "1"), samplesOf(instantiate(itemFrom(raw), "1")).correct[0], "open", "en"),
      ).toBeNull();
    }
  });

  it("has no field beyond its schema, for any response at all", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rawItems), anyResponse, locale, (raw, response, language) => {
        const said = feedback(instantiate(itemFrom(raw), "1"), response, "released", language);
        expect(Feedback.parse(said)).toEqual(said);
        expect(said.why).toBe(raw.key.why[language]);
      }),
    );
  });

  it("names a right answer that scores full points", () => {
    for (const raw of rawItems) {
      const item = instantiate(itemFrom(raw), "1");
      const { correctAnswer } = feedback(item, null, "released", "zh");
      const { kind, ...answer } = correctAnswer;
      const response = kind === "numeric" && "value" in answer ? { text: String(answer.value) } : answer;
      expect(score(item, response).correct).toBe(true);
    }
  });

  it("names the misconception behind a wrong answer, and none behind a right one", () => {
    const tagFor = (raw: unknown, response: unknown) =>
      feedback(itemFrom(raw), response, "released", "zh").misconception;
    expect(tagFor(rawSingle, { choice: "a" })).toBe("expected-means-certain");
    expect(tagFor(rawSingle, { choice: "d" })).toBeUndefined();
    expect(tagFor(rawSingle, { choice: "b" })).toBeUndefined();
    expect(tagFor(rawMultiple, { choices: ["a", "c"] })).toBe("prompting-trains-weights");
    expect(tagFor(rawMultiple, { choices: ["a", "e"] })).toBeUndefined();
    expect(tagFor(rawTrueFalse, { value: true })).toBe("training-one-prefix-at-a-time");
    expect(tagFor(rawBet, { chips: { china: 100 } })).toBe("top-token-always-wins");
    expect(tagFor(rawBet, { chips: { china: 60, earth: 10, other: 30 } })).toBeUndefined();
  });
});
