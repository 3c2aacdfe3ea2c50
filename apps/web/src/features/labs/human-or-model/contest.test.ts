import { describe, expect, it } from "vitest";
import { assign, contestSize, wholeSentences, writeContest, type Passage } from "./contest.ts";
import { fakeWriter } from "./fake-writer.ts";
import { passagesEn } from "./passages-en.ts";
import { passagesZh } from "./passages-zh.ts";

describe("the passages", () => {
  it.each([passagesZh, passagesEn])(
    "are twenty, all different, each a whole sentence after its opening",
    (...passages) => {
      expect(passages).toHaveLength(contestSize);
      expect(new Set(passages.map(([opening]) => opening)).size).toBe(contestSize);
      for (const [opening, rest] of passages) expect(opening + rest).toMatch(/[。.]$/u);
    },
  );
});

describe("assign", () => {
  it("gives every passage once and half of them to the model", () => {
    const assigned = assign(3);
    expect(assigned.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([...Array(contestSize).keys()]);
    expect(assigned.filter(({ by }) => by === "model")).toHaveLength(10);
  });

  it("depends on the seed alone, and neither order nor authors stand in a pattern", () => {
    expect(assign(3)).toEqual(assign(3));
    expect(assign(4)).not.toEqual(assign(3));
    const firsts = Array.from({ length: 400 }, (_, seed) => assign(seed + 1)[0]?.by);
    const share = firsts.filter((by) => by === "model").length / firsts.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
});

describe("writeContest", () => {
  const write = async (signal?: AbortSignal) => {
    const contests: (readonly Passage[])[] = [];
    const onPassage = (contest: readonly Passage[]) => void contests.push(contest);
    await writeContest(fakeWriter(), { seed: 2, locale: "en", onPassage, ...(signal === undefined ? {} : { signal }) });
    return contests;
  };
  const oursOf = ({ opening }: Passage) => passagesEn.find(([start]) => start === opening)?.[1] ?? "";

  it("leaves ours as they are and lets the model go on with the others, to the end of a sentence", async () => {
    const contest = (await write()).at(-1) ?? [];
    expect(contest.map(({ by }) => by)).toEqual(assign(2).map(({ by }) => by));
    for (const passage of contest) {
      if (passage.by === "us") expect(passage.rest).toBe(oursOf(passage));
      else expect(passage.rest).toMatch(/^( na)+\.( na na na na\.)*$/);
    }
  });

  it("hands over each passage as it is written", async () => {
    expect((await write()).map((contest) => contest.length)).toEqual(
      Array.from({ length: contestSize }, (_, i) => i + 1),
    );
  });

  it("writes about as much as we did", async () => {
    const models = (await write()).at(-1)?.filter(({ by }) => by === "model") ?? [];
    for (const passage of models) {
      expect(Math.abs(passage.rest.length - 0.8 * oursOf(passage).length)).toBeLessThan(20);
    }
  });

  it("stops when it is told to", async () => {
    await expect(write(AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });
});

describe("wholeSentences", () => {
  it.each([
    ["小猫睡了。它在", "小猫睡了。"],
    ["他问：“你去哪里？”他又", "他问：“你去哪里？”"],
    ["还没有说完\ufffd", "还没有说完"],
  ])("cuts %j to %j", (text, whole) => expect(wholeSentences(text, "zh")).toBe(whole));
});
