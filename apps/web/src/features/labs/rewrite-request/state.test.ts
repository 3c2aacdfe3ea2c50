import { describe, expect, it } from "vitest";
import { metMissions } from "../missions.ts";
import {
  giveScore,
  lengthOf,
  missionEnds,
  openPoints,
  points,
  publishState,
  readLink,
  rubric,
  saidPoints,
  startState,
  sumOf,
  tableOf,
  toggleMark,
  writeLink,
  type RewriteState,
} from "./state.ts";

const met = (state: RewriteState) => metMissions(missionEnds, publishState(state));
const draft = (header: string, rows: string, sentence = "") => ({ ...startState, draft: { sentence, header, rows } });
const scoreAll = (state: RewriteState, version: "own" | "given") =>
  rubric.reduce((scored, _, line) => giveScore(scored, version, { line, score: 1 }), state);

describe("missions of the rewriting lab", () => {
  it("has none done at the start", () => expect(met(startState)).toEqual([]));

  it("wants all five open points marked", () => {
    const all = openPoints.reduce(toggleMark, startState);
    expect(met(all)).toEqual(["open-points"]);
    expect(met(toggleMark(all, "unit"))).toEqual([]);
  });

  it("wants two column names and exactly one sample row that fits them", () => {
    expect(met(draft("成绩 | 姓名", "00.00 | 某某"))).toEqual(["own-version"]);
    expect(met(draft("成绩", "00.00"))).toEqual([]);
    expect(met(draft("成绩 | 姓名", "00.00"))).toEqual([]);
    expect(met(draft("成绩 | 姓名", "00.00 | 某某\n00.00 | 某某"))).toEqual([]);
    expect(met(draft("", "00.00 | 某某"))).toEqual([]);
  });

  it("wants both versions scored, and one's own written", () => {
    const both = scoreAll(scoreAll(startState, "own"), "given");
    expect(met(both)).toEqual([]);
    const written = { ...both, draft: { ...both.draft, sentence: "男子" } };
    expect(met(written)).toEqual(["apply-rubric"]);
    expect(met(scoreAll({ ...startState, draft: written.draft }, "own"))).toEqual([]);
  });
});

describe("a draft", () => {
  it("is read as a table, whatever divides the cells", () => {
    const { columns, rows, uneven } = tableOf({
      sentence: "",
      header: "时间、姓名，国家",
      rows: "00.00|某某|ABC\n\n00.00",
    });
    expect({ columns, rows, uneven }).toEqual({
      columns: ["时间", "姓名", "国家"],
      rows: [["00.00", "某某", "ABC"]],
      uneven: 1,
    });
  });

  it("counts a column that is named twice once", () => {
    expect(tableOf({ sentence: "", header: "Time | Time", rows: "" }).columns).toEqual(["Time"]);
  });

  it("is measured in characters or in words, bars left out", () => {
    const written = { sentence: "Men’s, newest first.", header: "Time | Name", rows: "00.00 | Surname" };
    expect(lengthOf(written, "en")).toBe(7);
    expect(lengthOf({ sentence: "男子，新的在前。", header: "成绩 | 姓名", rows: "" }, "zh")).toBe(12);
    expect(lengthOf(startState.draft, "en")).toBe(0);
  });
});

describe("state of the rewriting lab", () => {
  it("asks about five open points and three that are said", () => {
    expect([...points].sort()).toEqual([...openPoints, ...saidPoints].sort());
  });

  it("adds points up, none for what is not scored", () => {
    expect(sumOf(startState.scores.own)).toBe(0);
    expect(sumOf(scoreAll(startState, "own").scores.own)).toBe(4);
    expect(sumOf(rubric.map(({ ours }) => ours))).toBe(2);
  });

  it("brings a link back, and a broken one as the start", () => {
    const state = giveScore(toggleMark(startState, "order"), "given", { line: 2, score: 0 });
    expect(readLink(writeLink(state))).toEqual(state);
    expect(readLink("#marked=9&given=abcd")).toEqual(startState);
  });
});
