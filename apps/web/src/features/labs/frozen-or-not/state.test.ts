import { describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { createFakeModel } from "@fewshot/lm/testing";
import { softmax } from "@fewshot/ml-core";
import { metMissions } from "../missions.ts";
import { factStart, publishFact, reduceFact, type FactAction, type Measured } from "./fact.ts";
import { measureName } from "./measure-name.ts";
import { missionEnds } from "./presets.ts";
import { publishReal, realStart, type RealState } from "./real-model.ts";
import { fingerprintOf, press, publishSimple, simpleStart, type Button, type SimpleState } from "./simple-ai.ts";
import { bitsOf, createSmallModel } from "./small-model.ts";
import { writeTokens } from "./write-tokens.ts";

const simple = (state: SimpleState) => metMissions(missionEnds["simple-ai"], publishSimple(state));
const real = (state: RealState) => metMissions(missionEnds["real-model"], publishReal(state));
const pressAll = (...buttons: Button[]) => buttons.reduce(press, simpleStart);

describe("simple-ai", () => {
  it("answers 6.5 and 10.5 and keeps its two numbers", () => {
    expect(simple(simpleStart)).toEqual([]);
    const once = press({ ...simpleStart, x: 3 }, "predict");
    expect(simple(once)).toEqual([]);
    const twice = press({ ...once, x: 5 }, "predict");
    expect(twice.presses.map(({ y }) => y)).toEqual([6.5, 10.5]);
    expect(simple(twice)).toEqual(["ask-twice"]);
    expect(simple(press(twice, "train"))).not.toContain("ask-twice");
  });

  it("trains to the numbers of a gradient step worked by hand", () => {
    const trained = pressAll("train");
    // dw = 2/5 Σ x(2x + 0.5 − y) and db likewise, on the listing's five points.
    expect(trained.w).toBeCloseTo(2 - 0.01 * 1.58308, 6);
    expect(trained.b).toBeCloseTo(0.5 - 0.01 * 0.540997, 6);
    expect(simple(trained)).toEqual(["train-once"]);
  });

  it("has one button that changes the fingerprint, found when all were pressed", () => {
    expect(simple(pressAll("predict", "predict1000", "show"))).toEqual([]);
    const all = pressAll("predict", "predict1000", "show", "train");
    expect(simple(all)).toContain("which-button");
    expect(all.presses.map(({ before, after }) => before !== after)).toEqual([false, false, false, true]);
  });

  it("has the SHA-256 of the sixteen bytes of w and b", () => {
    const bytes = Buffer.alloc(16);
    bytes.writeDoubleLE(2, 0);
    bytes.writeDoubleLE(0.5, 8);
    expect(fingerprintOf(simpleStart)).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});

describe("the small model", () => {
  it.each(["zh", "en"] as const)("is another after one gradient step (%s)", (locale) => {
    const model = createSmallModel(locale);
    const before = model.hash();
    const change = model.step();
    expect([change.hashBefore, change.hashAfter]).toEqual([before, model.hash()]);
    expect(change.hashAfter).not.toBe(before);
    expect(change.changedCount).toBeGreaterThan(model.total / 2);
    expect(change.moved).toHaveLength(12);
  });

  it("is another after one flipped bit, and itself again after a second", () => {
    const model = createSmallModel("zh");
    const before = model.hash();
    const at = model.total - 1;
    const value = model.at(at).value;
    const change = model.flip(at);
    expect(change).toMatchObject({ changedCount: 1, moved: [{ at, name: "ln_f.bias", before: value }] });
    expect(bitsOf(model.at(at).value).slice(0, 63)).toBe(bitsOf(value).slice(0, 63));
    expect(model.hash()).not.toBe(before);
    model.flip(at);
    expect(model.hash()).toBe(before);
    expect(() => model.flip(model.total)).toThrow(RangeError);
  });
});

describe("missions of the real model", () => {
  const start = realStart("x");
  const taken = (sha256: string, tokens: number) => ({ sha256, tokens, bytes: 4 });

  it("want 200 tokens between two equal fingerprints", () => {
    expect(real(start)).toEqual([]);
    expect(real({ ...start, taken: [taken("a", 0), taken("a", 199)] })).toEqual([]);
    expect(real({ ...start, taken: [taken("a", 0), taken("b", 200)] })).toEqual([]);
    expect(real({ ...start, taken: [taken("a", 0), taken("a", 200)] })).toEqual(["generate-and-compare"]);
    expect(real({ ...start, tokens: 200, taken: [taken("a", 200), taken("a", 200)] })).toEqual([]);
  });

  it("want a step with its diff opened, and a flip", () => {
    const model = createSmallModel("en");
    const changes = [model.step()];
    expect(real({ ...start, changes })).toEqual([]);
    expect(real({ ...start, changes, diffOpened: true })).toEqual(["one-real-step"]);
    expect(real({ ...start, changes: [model.flip(0)], diffOpened: true })).toEqual(["one-bit"]);
  });
});

describe("writeTokens", () => {
  it("writes exactly as many as it was asked, over ends of texts and a full context", async () => {
    const model = createFakeModel({ vocabSize: 8, contextLength: 10, endOfTextId: 7 });
    const written: number[] = [];
    const options = { promptIds: [7, 1], count: 50, temperature: 1, random: () => 0.99 };
    await writeTokens(model, { ...options, onToken: (_, count) => written.push(count) });
    expect(written).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });
});

describe("measureName", () => {
  const model = createFakeModel({ vocabSize: 32, contextLength: 12 });
  const ids = { fact: [1, 2, 3], filler: [] as number[], beginning: [4, 5], name: [6, 7] };

  it("multiplies the probabilities of the name's tokens", async () => {
    const { probability, tokens, cut } = await measureName(model, { hasFact: true, fillers: 0 }, ids);
    const first = softmax((await model.prefill([31, 1, 2, 3, 4, 5])).logits)[6]!;
    const second = softmax((await model.prefill([31, 1, 2, 3, 4, 5, 6])).logits)[7]!;
    expect([probability, tokens, cut]).toEqual([first * second, 6, 0]);
  });

  it("cuts the oldest tokens, and with the fact gone both pages are the same", async () => {
    const partly = await measureName(model, { hasFact: true, fillers: 1 }, { ...ids, filler: [8, 9, 10, 11, 12, 13] });
    expect(partly).toMatchObject({ tokens: 12, cut: 1, factInWindow: true });
    expect(partly.probability).not.toBe(partly.withoutFact);
    const filler = [8, 9, 10, 11, 12, 13, 14, 15, 16];
    const gone = await measureName(model, { hasFact: true, fillers: 2 }, { ...ids, filler });
    expect(gone).toMatchObject({ cut: 4, factInWindow: false });
    expect(gone.probability).toBe(gone.withoutFact);
  });
});

describe("missions of the fact", () => {
  const start = factStart("阿明");
  const measured = (one: Partial<Measured>): FactAction => ({
    type: "measured",
    measured: {
      hasFact: false,
      fillers: 0,
      probability: 0.01,
      withoutFact: null,
      tokens: 9,
      cut: 0,
      factInWindow: false,
      cleared: false,
      ...one,
    },
  });
  const after = (...actions: FactAction[]) =>
    metMissions(missionEnds["tell-it-a-fact"], publishFact(actions.reduce(reduceFact, start)));
  const told = measured({ hasFact: true, probability: 0.05, factInWindow: true });

  it("want five times the probability", () => {
    expect(after()).toEqual([]);
    expect(after(measured({}))).toEqual([]);
    expect(after(measured({}), measured({ hasFact: true, probability: 0.049 }))).toEqual([]);
    expect(after(measured({}), told)).toEqual(["told"]);
  });

  it("want the first value again after the page was cleared of the fact", () => {
    const cleared = measured({ cleared: true, probability: 0.01 });
    expect(after(measured({}), { type: "tell" }, told, { type: "clear" })).toEqual(["told"]);
    expect(after(measured({}), { type: "tell" }, told, { type: "clear" }, cleared)).toEqual(["told", "wiped"]);
    expect(after(measured({}), { type: "clear" }, measured({}))).toEqual([]);
  });

  it("want the fact out of the window and its effect gone", () => {
    const behind = { hasFact: true, fillers: 9, probability: 0.02 };
    expect(after(measured({ ...behind, withoutFact: 0.02, factInWindow: true }))).toEqual([]);
    expect(after(measured({ ...behind, withoutFact: 0.01 }))).toEqual([]);
    expect(after(measured({ ...behind, withoutFact: 0.02 }))).toEqual(["pushed-out"]);
  });

  it("begins anew with another name", () => {
    const state = [measured({}), { type: "name", name: "圆圆" } as const].reduce(reduceFact, start);
    expect(state).toEqual({ ...start, name: "圆圆" });
  });
});
