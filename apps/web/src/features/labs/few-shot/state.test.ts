import { describe, expect, it } from "vitest";
import { parseEnd } from "@fewshot/quiz";
import { metMissions } from "../missions.ts";
import { examplesThatFit } from "./builder.ts";
import {
  addMeasurement,
  builtPrompt,
  effectiveSettings,
  examOf,
  hasSymbols,
  judgeSelection,
  missionEnds,
  presetIds,
  publishState,
  readLink,
  samplePrompts,
  startState,
  writeLink,
  type FewShotState,
  type Settings,
} from "./state.ts";

const met = (state: FewShotState) => metMissions(missionEnds[state.preset], publishState(state));
const measured = (state: FewShotState, ...each: Partial<Settings>[]) =>
  each.reduce<FewShotState>(
    (before, patch) => addMeasurement(before, { settings: { ...before.settings, ...patch }, right: 1 }),
    state,
  );

describe("missions", () => {
  it("are written in the language of ends, and none is done at the start", () => {
    for (const preset of presetIds) {
      expect(missionEnds[preset].every(({ end }) => parseEnd(end).ok)).toBe(true);
      expect(met(startState(preset))).toEqual([]);
    }
  });

  it("of the toy rule: none, four, and the lines that differ", () => {
    const start = startState("toy-rule");
    expect(met(measured(start, { k: 0, n: 40 }, { k: 4, n: 50, model: "icl-4" }))).toEqual([]);
    const both = measured(start, { k: 0, n: 50 }, { k: 4, n: 60 });
    expect(met(both)).toEqual(["no-example", "four-examples"]);
    expect(met({ ...both, selection: "demonstrations" })).toHaveLength(3);
  });

  it("of the prompt: one line, a full window, three measurements", () => {
    const start = startState("build-the-prompt");
    const one = { ...start, taskLine: true, shown: [2], lastLine: 1 };
    expect(met(one)).toEqual(["one-shot-prompt"]);
    expect(met({ ...one, lastLine: 2 })).toEqual([]);
    const full = { ...start, exampleTokens: 30, questionTokens: 20, windowK: examplesThatFit(30, 20) };
    expect(met(full)).toEqual(["fill-the-window"]);
    expect(met(measured(start, { k: 0 }, { k: 1 }, { k: 8 }))).toEqual(["zero-one-eight"]);
  });

  it("of symbol insertion: two, the smallest, and shuffled labels, which count for nothing else", () => {
    const start = startState("symbol-insertion");
    expect(met(measured(start, { k: 0 }, { k: 8, labels: "shuffled" }))).toEqual(["shuffled"]);
    expect(met(measured(start, { k: 0 }, { k: 8 }, { k: 8, model: "icl-1" }))).toEqual(["none-and-eight", "small-one"]);
  });

  it("of seen or new: each differs from the one before in one place", () => {
    const start = startState("seen-or-new");
    const seen = measured(start, {});
    expect(met(seen)).toEqual(["seen-symbols"]);
    expect(met(measured(seen, { symbols: "unseen" }))).toEqual(["seen-symbols", "unseen-symbols"]);
    expect(met(measured(seen, { symbols: "unseen", labels: "shuffled" }))).toEqual(["seen-symbols", "shuffled-labels"]);
    expect(met(measured(start, { task: "reverse" }))).toEqual([]);
  });
});

describe("measurements", () => {
  it("with the same settings replace each other", () => {
    const once = measured(startState("toy-rule"), { k: 4 });
    expect(measured(once, { k: 4 }, { k: 4, seed: 2 }).measurements).toHaveLength(2);
  });

  it("cannot shuffle fewer than two examples", () => {
    const { settings } = startState("symbol-insertion");
    expect(examOf({ ...settings, k: 1, labels: "shuffled" }).shuffled).toBe(false);
    expect(examOf({ ...settings, k: 2, labels: "shuffled" }).shuffled).toBe(true);
    expect(effectiveSettings({ ...settings, k: 1, labels: "shuffled" }).labels).toBe("true");
    expect(effectiveSettings({ ...settings, task: "reverse", symbols: "seen" }).symbols).toBe("unseen");
  });

  it("know where symbols matter", () => {
    expect([hasSymbols("remove"), hasSymbols("known"), hasSymbols("one-vowel")]).toEqual([true, true, false]);
  });
});

describe("prompts", () => {
  it("differ by the demonstrations, all of them and no more", () => {
    const sample = samplePrompts(startState("toy-rule").settings);
    expect(sample.k).toBe(4);
    const end = sample.examples.length;
    expect(judgeSelection(sample, 0, end)).toBe("demonstrations");
    expect(judgeSelection(sample, 0, end - 1)).toBe("demonstrations");
    expect(judgeSelection(sample, 0, end - 2)).toBe("other");
    expect(judgeSelection(sample, 1, end)).toBe("other");
    expect(judgeSelection(sample, 3, 3)).toBe("none");
  });

  it("are put together line by line, in the order of the figure", () => {
    const state = { ...startState("build-the-prompt"), taskLine: true, shown: [1, 0], lastLine: 1 };
    expect(builtPrompt(state)).toBe(
      "Translate English to French:\nsea otter => loutre de mer\npeppermint => menthe poivrée\ncheese =>",
    );
  });

  it("fit as often as the lesson works out", () => {
    expect([examplesThatFit(20, 48), examplesThatFit(40, 48), examplesThatFit(30, 20)]).toEqual([100, 50, 67]);
  });
});

describe("links", () => {
  it("bring the settings back, from any preset", () => {
    for (const preset of presetIds) {
      const start = startState(preset);
      const state = {
        ...start,
        settings: { ...start.settings, model: "icl-2" as const, k: 16, described: true, seed: 3 },
      };
      expect(readLink(writeLink(state), "symbol-insertion")).toEqual(state);
    }
  });

  it("ignore garbage", () => {
    expect(readLink("#preset=x&k=99&model=gpt&task=fly", "toy-rule")).toEqual(startState("toy-rule"));
  });
});
