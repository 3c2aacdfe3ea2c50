import { describe, expect, it } from "vitest";
import { corpusCounts } from "../corpus/counts.ts";
import { metMissions } from "../missions.ts";
import {
  addAnswer,
  compareBy,
  markAnswer,
  meanEntropies,
  missionEnds,
  often,
  publishState,
  readLink,
  startState,
  writeLink,
  type Answer,
  type AskState,
} from "./state.ts";
import { countOf, isRight, questionOf, subjects } from "./subjects.ts";

const met = (state: AskState) => metMissions(missionEnds, publishState("en", state));
const at = (name: string) => subjects.en.findIndex((subject) => subject.name === name);
const said = (text: string, top: number, entropy = 3): Answer => ({ text, hasEnded: true, entropy, top, mark: null });
const both = addAnswer(addAnswer(startState, at("wombat"), said(" fish.", 0.6, 4)), at("cow"), said(" grass.", 0.3, 2));

describe("missions of the hallucination lab", () => {
  it("has none done at the start", () => {
    expect(met(startState)).toEqual([]);
  });

  it("ticks an answer by the count of its name, once it has its full stop", () => {
    expect(met(addAnswer(startState, at("wombat"), said(" fish.", 0.6)))).toEqual(["never-read"]);
    expect(met(addAnswer(startState, at("cow"), said(" grass.", 0.6)))).toEqual(["often-read"]);
    expect(met(addAnswer(startState, at("cow"), { ...said(" grass and", 0.6), hasEnded: false }))).toEqual([]);
  });

  it("ticks a wrong answer above a right one, marked so, with both comparisons opened", () => {
    const marked = markAnswer(markAnswer(both, at("wombat"), "wrong"), at("cow"), "right");
    const one = compareBy("en", marked, "entropy");
    expect(met(one)).not.toContain("wrong-and-sure");
    expect(met(compareBy("en", one, "top"))).toContain("wrong-and-sure");
  });

  it("takes no verdict that is not so, and no comparison before both kinds are answered", () => {
    const open = compareBy("en", compareBy("en", both, "entropy"), "top");
    expect(met(markAnswer(markAnswer(open, at("wombat"), "right"), at("cow"), "wrong"))).not.toContain(
      "wrong-and-sure",
    );
    const early = compareBy("en", addAnswer(startState, at("cow"), said(" grass.", 0.3)), "top");
    expect([early.measure, early.compared]).toEqual(["top", []]);
  });
});

describe("subjects of the hallucination lab", () => {
  it.each(["zh", "en"] as const)("are those that were counted in %s, some often and some never", (locale) => {
    const names = subjects[locale].map(({ name }) => name);
    expect(names).toEqual(Object.keys(corpusCounts[locale].animals));
    const counts = names.map((name) => countOf(locale, name));
    expect(counts.filter((count) => count >= often).length).toBeGreaterThanOrEqual(5);
    expect(counts.filter((count) => count === 0).length).toBeGreaterThanOrEqual(3);
    expect(subjects[locale].filter(({ eats }) => eats.length === 0)).toHaveLength(1);
  });

  it("judges an answer by its words", () => {
    const subject = { name: "cow", eats: ["grass", "nut"] };
    expect(isRight("en", subject, " Grass and hay.")).toBe(true);
    expect(isRight("en", subject, " nuts.")).toBe(true);
    expect(isRight("en", subject, " grasshoppers.")).toBe(false);
    expect(isRight("zh", { name: "牛", eats: ["草"] }, "青草。")).toBe(true);
    expect(isRight("en", { name: "zorb", eats: [] }, " anything.")).toBe(false);
  });

  it("asks in whole sentences", () => {
    expect(questionOf("en", "owl")).toEqual({ question: "What does an owl eat?", lead: "An owl eats" });
    expect(questionOf("zh", "兔子")).toEqual({ question: "兔子吃什么？", lead: "兔子吃" });
  });
});

it("averages the entropies of both kinds", () => {
  expect(meanEntropies("en", both)).toEqual({ never: 4, often: 2 });
  expect(meanEntropies("en", startState)).toEqual({ never: null, often: null });
});

it("brings a link back, and a broken one as the start", () => {
  expect(readLink(writeLink({ ...startState, subject: 3 }))).toEqual({ subject: 3 });
  expect(readLink("#subject=99")).toEqual({});
});
