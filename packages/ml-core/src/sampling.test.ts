import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../golden/sampling.json" with { type: "json" };
import { entropyBits } from "./entropy.ts";
import { InvalidLogitsError } from "./invalid-logits-error.ts";
import { mulberry32 } from "./random.ts";
import { drawToken, explainDistribution, nextTokenDistribution, restOfVocabulary } from "./sampling.ts";
import { plainSampling, type SamplingSettings } from "./sampling-settings.ts";

/** The lesson's split of what follows 我来自: 中 地 上 北 农 美 火 远. */
const SPLIT = [0.6, 0.1, 0.08, 0.07, 0.05, 0.04, 0.03, 0.03].map(Math.log);

function distribution(logits: number[], changed: Partial<SamplingSettings>, previousIds: number[] = []) {
  return nextTokenDistribution(logits, { ...plainSampling, ...changed }, previousIds);
}

function rounded(logits: number[], changed: Partial<SamplingSettings>): string[] {
  return distribution(logits, changed).map(({ prob }) => prob.toFixed(4));
}

const logitArbitrary = fc.float({ min: -20, max: 20, noNaN: true });
const logitsArbitrary = fc.array(fc.oneof(logitArbitrary, fc.constantFrom(0, 1)), { minLength: 1, maxLength: 40 });
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const settingsArbitrary: fc.Arbitrary<SamplingSettings> = fc.record({
  temperature: fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 20, noNaN: true })),
  topK: fc.integer({ min: 0, max: 50 }),
  topP: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
  minP: unit,
  repetitionPenalty: fc.double({ min: 0.5, max: 2, noNaN: true }),
  order: fc.constantFrom("hf", "llama.cpp"),
});

describe("nextTokenDistribution on the lesson's split", () => {
  it("sharpens at T = 0.5 and flattens at T = 2", () => {
    expect(rounded(SPLIT, { temperature: 0.5 }).slice(0, 2)).toEqual(["0.9298", "0.0258"]);
    expect(rounded(SPLIT, { temperature: 2 }).slice(0, 2)).toEqual(["0.3216", "0.1313"]);
  });

  it("rescales the three that k = 3 keeps", () => {
    expect(rounded(SPLIT, { topK: 3 })).toEqual(["0.7692", "0.1282", "0.1026"]);
  });

  it("keeps two at p = .65 and one at p = .5", () => {
    expect(rounded(SPLIT, { topP: 0.65 })).toEqual(["0.8571", "0.1429"]);
    expect(rounded(SPLIT, { topP: 0.5 })).toEqual(["1.0000"]);
  });

  it.each([
    [0.6, 1],
    [0.7, 2],
    [0.78, 3],
    [0.85, 4],
    [0.9, 5],
    [0.94, 6],
  ])("stops at p = %s where the shares add up to it in decimals: %s kept", (topP, count) => {
    expect(distribution(SPLIT, { topP })).toHaveLength(count);
  });

  it("lets no round-off add a token where shares meet a limit exactly in decimals", () => {
    expect(distribution([0.7, 0.2, 0.1].map(Math.log), { topP: 0.7 })).toHaveLength(1);
    expect(distribution([0.7, 0.2, 0.1].map(Math.log), { topP: 0.9 })).toHaveLength(2);
    expect(distribution(SPLIT, { minP: 0.05 })).toHaveLength(8);
  });

  it("keeps 6 with temperature 2 before p = .8, and 4 with the temperature after", () => {
    expect(distribution(SPLIT, { temperature: 2, topP: 0.8, order: "hf" })).toHaveLength(6);
    expect(distribution(SPLIT, { temperature: 2, topP: 0.8, order: "llama.cpp" })).toHaveLength(4);
  });

  it("cuts at p on what k left, rescaled", () => {
    // After k = 2 the shares are 6/7 and 1/7: .8 is reached by the first alone, though .6 < .8.
    expect(distribution(SPLIT, { topK: 2, topP: 0.8 })).toEqual([{ id: 0, prob: 1 }]);
  });

  it("keeps tokens at least min-p times as likely as the likeliest", () => {
    expect(distribution(SPLIT, { minP: 1 / 6 })).toHaveLength(2);
    expect(distribution(SPLIT, { minP: 0.17 })).toHaveLength(1);
    expect(distribution(SPLIT, { minP: 0.3, temperature: 2 })).toHaveLength(4);
    expect(distribution(SPLIT, { minP: 0.3, temperature: 2, order: "llama.cpp" })).toHaveLength(1);
  });
});

describe("nextTokenDistribution", () => {
  it.each(golden.cases.map((c, i) => [i, c] as const))("agrees with an independent numpy sampler, case %i", (_, c) => {
    const settings = c.settings as SamplingSettings;
    const candidates = nextTokenDistribution(Float32Array.from(c.logits), settings, c.previousIds);
    expect(candidates.map(({ id }) => id)).toEqual(c.kept.map(({ id }) => id));
    candidates.forEach(({ prob }, rank) => expect(prob).toBeCloseTo(c.kept[rank]!.prob, 12));
  });

  it("breaks ties by the smaller id, also at the cut: exactly k", () => {
    expect(distribution([1, 5, 5, 5, 0], { topK: 2 })).toEqual([
      { id: 1, prob: 0.5 },
      { id: 2, prob: 0.5 },
    ]);
    expect(distribution([1, 5, 5], { temperature: 0 })).toEqual([{ id: 1, prob: 1 }]);
  });

  it("treats k = 0, k >= V, p >= 1 and min-p = 0 as off, and p <= 0 as one token", () => {
    const all = distribution(SPLIT, {});
    for (const off of [{ topK: 0 }, { topK: 8 }, { topK: 100 }, { topP: 1 }, { topP: 1.5 }, { minP: 0 }]) {
      expect(distribution(SPLIT, off)).toEqual(all);
    }
    expect(distribution(SPLIT, { topP: 0 })).toHaveLength(1);
    expect(distribution(SPLIT, { topP: -1 })).toHaveLength(1);
  });

  it("never lists an impossible token, not even when k asks for it", () => {
    const logits = [-Infinity, 0, -Infinity, 0];
    for (const changed of [{}, { topK: 3 }, { topP: 0.999 }, { minP: 0.001 }, { temperature: Infinity }]) {
      expect(distribution(logits, changed).map(({ id }) => id)).toEqual([1, 3]);
    }
  });

  it("divides positive logits by the repetition penalty and multiplies negative ones, once per distinct id", () => {
    const logits = [2, 2, -1, -1];
    const penalised = distribution(logits, { repetitionPenalty: 2 }, [0, 2, 0, 2]);
    expect(penalised).toEqual(distribution([1, 2, -2, -1], {}));
    expect(distribution([3, 2], { repetitionPenalty: 2, temperature: 0 }, [0])).toEqual([{ id: 1, prob: 1 }]);
  });

  it("stays finite at the smallest and largest temperatures", () => {
    expect(distribution([1, 0], { temperature: 1e-320 })).toEqual([
      { id: 0, prob: 1 },
      { id: 1, prob: 0 },
    ]);
    expect(distribution([1, 0], { temperature: 1e300 }).map(({ prob }) => prob)).toEqual([0.5, 0.5]);
  });

  it("does not write to the logits", () => {
    const logits = Float32Array.of(3, -2);
    nextTokenDistribution(logits, { ...plainSampling, repetitionPenalty: 2 }, [0, 1]);
    expect([...logits]).toEqual([3, -2]);
  });

  it.each([[[]], [[0, Number.NaN]], [[0, Infinity]], [[-Infinity]]])("rejects the logits %o", (logits) => {
    expect(() => distribution(logits, {})).toThrow(InvalidLogitsError);
  });

  it.each([
    { temperature: -0.1 },
    { temperature: Number.NaN },
    { topK: -1 },
    { topK: 2.5 },
    { topP: Number.NaN },
    { minP: 1.1 },
    { minP: -0.1 },
    { repetitionPenalty: 0 },
    { repetitionPenalty: Infinity },
  ])("rejects %o", (wrong) => {
    expect(() => distribution([0, 1], wrong)).toThrow(RangeError);
  });

  it("rejects a previous id outside the vocabulary", () => {
    expect(() => distribution([0, 1], {}, [2])).toThrow(RangeError);
  });

  it("is always a ranked distribution: descending, ties by id, summing to 1 within 1e-12", () => {
    fc.assert(
      fc.property(logitsArbitrary, settingsArbitrary, (logits, settings) => {
        const candidates = nextTokenDistribution(logits, settings, [0]);
        expect(Math.abs(candidates.reduce((sum, { prob }) => sum + prob, 0) - 1)).toBeLessThan(1e-12);
        for (let rank = 1; rank < candidates.length; rank++) {
          expect(candidates[rank]!.prob).toBeLessThanOrEqual(candidates[rank - 1]!.prob);
        }
        expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
      }),
    );
  });

  it("keeps more as k grows, and never drops what a smaller k kept", () => {
    fc.assert(
      fc.property(logitsArbitrary, fc.integer({ min: 1, max: 45 }), (logits, topK) => {
        const ids = distribution(logits, { topK }).map(({ id }) => id);
        expect(ids).toHaveLength(Math.min(topK, logits.length));
        const more = distribution(logits, { topK: topK + 1 }).map(({ id }) => id);
        expect(more.slice(0, ids.length)).toEqual(ids);
      }),
    );
  });

  it("keeps no fewer as p grows, and no more as min-p grows", () => {
    fc.assert(
      fc.property(logitsArbitrary, unit, unit, (logits, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const count = (changed: Partial<SamplingSettings>) => distribution(logits, changed).length;
        expect(count({ topP: low })).toBeLessThanOrEqual(count({ topP: high }));
        expect(count({ minP: low })).toBeGreaterThanOrEqual(count({ minP: high }));
      }),
    );
  });

  it("keeps the smallest leading set that reaches p", () => {
    fc.assert(
      fc.property(logitsArbitrary, unit, (logits, topP) => {
        const before = distribution(logits, {}).map(({ prob }) => prob);
        const count = distribution(logits, { topP }).length;
        const mass = (n: number) => before.slice(0, n).reduce((a, b) => a + b, 0);
        expect(mass(count)).toBeGreaterThanOrEqual(topP - 1e-11);
        if (count > 1) expect(mass(count - 1)).toBeLessThan(topP);
      }),
    );
  });

  it("is the same when a constant is added to all logits, without a penalty", () => {
    const wholeLogits = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(wholeLogits, settingsArbitrary, fc.integer({ min: -1000, max: 1000 }), (logits, settings, shift) => {
        const shifted = logits.map((logit) => logit + shift);
        const unpenalised = { ...settings, repetitionPenalty: 1 };
        expect(nextTokenDistribution(shifted, unpenalised)).toEqual(nextTokenDistribution(logits, unpenalised));
      }),
    );
  });

  it("gains entropy as the temperature rises", () => {
    const temperatures = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(logitsArbitrary, temperatures, temperatures, (logits, a, b) => {
        const bits = (temperature: number) => entropyBits(distribution(logits, { temperature }).map((c) => c.prob));
        expect(bits(Math.min(a, b))).toBeLessThanOrEqual(bits(Math.max(a, b)) + 1e-9);
      }),
    );
  });

  it("cuts alike in both orders at temperature 1", () => {
    fc.assert(
      fc.property(logitsArbitrary, settingsArbitrary, (logits, settings) => {
        const [hf, llama] = (["hf", "llama.cpp"] as const).map((order) =>
          nextTokenDistribution(logits, { ...settings, temperature: 1, order }),
        );
        expect(hf).toEqual(llama);
      }),
    );
  });
});

describe("explainDistribution", () => {
  it("names the rule that drew the final line, and what each rule left", () => {
    const report = explainDistribution(SPLIT, { ...plainSampling, topK: 5, topP: 0.7, minP: 0.01 });
    expect(report.cuts).toEqual([
      { rule: "top-k", keptCount: 5 },
      { rule: "top-p", keptCount: 2 },
      { rule: "min-p", keptCount: 2 },
    ]);
    expect(report.cutBy).toBe("top-p");
    expect(report.keptMass).toBeCloseTo(0.7, 12);
  });

  it("says that nothing was cut when a rule is on but removes nothing", () => {
    const report = explainDistribution(SPLIT, { ...plainSampling, minP: 0.001 });
    expect(report).toMatchObject({ cuts: [{ rule: "min-p", keptCount: 8 }], cutBy: null, keptMass: 1 });
  });

  it("shows the distribution that the cuts see: at the temperature in order hf, at 1 in order llama.cpp", () => {
    const settings = { ...plainSampling, temperature: 2, topP: 0.8 };
    expect(explainDistribution(SPLIT, settings).before[0]).toBeCloseTo(0.3216, 4);
    expect(explainDistribution(SPLIT, { ...settings, order: "llama.cpp" }).before[0]).toBeCloseTo(0.6, 12);
  });

  it("reports greedy as a cut to one", () => {
    const report = explainDistribution([0, Math.log(3)], { ...plainSampling, temperature: 0, topK: 2 });
    expect(report).toMatchObject({ cuts: [{ rule: "greedy", keptCount: 1 }], cutBy: "greedy" });
    expect(report.kept).toEqual([{ id: 1, prob: 1 }]);
    expect(report.keptMass).toBeCloseTo(0.75, 12);
  });

  it("ranks the whole vocabulary; what is kept is its head; all of it sums to 1", () => {
    fc.assert(
      fc.property(logitsArbitrary, settingsArbitrary, (logits, settings) => {
        const { ids, before, kept } = explainDistribution(logits, settings);
        expect([...ids].sort((a, b) => a - b)).toEqual(logits.map((_, id) => id));
        expect(kept.map(({ id }) => id)).toEqual([...ids.subarray(0, kept.length)]);
        expect(Math.abs(before.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("restOfVocabulary", () => {
  it("counts the tokens below the shown ranks and adds up what they had and have", () => {
    const report = explainDistribution(SPLIT, { ...plainSampling, topK: 4 });
    const rest = restOfVocabulary(report, 3);
    expect(rest).toMatchObject({ count: 5, keptCount: 1 });
    expect(rest.before).toBeCloseTo(0.22, 12);
    expect(rest.after).toBeCloseTo(0.07 / 0.85, 12);
  });

  it("is empty when everything is shown", () => {
    const report = explainDistribution(SPLIT, plainSampling);
    expect(restOfVocabulary(report, 20)).toEqual({ count: 0, keptCount: 0, before: 0, after: 0 });
  });
});

describe("drawToken", () => {
  const candidates = [
    { id: 7, prob: 0.5 },
    { id: 3, prob: 0 },
    { id: 9, prob: 0.25 },
    { id: 1, prob: 0.25 },
  ];

  it.each([
    [0, 7],
    [0.499, 7],
    [0.5, 9],
    [0.749, 9],
    [0.75, 1],
    [0.999, 1],
  ])("finds the bar that covers u = %s", (u, id) => {
    expect(drawToken(candidates, u)).toBe(id);
  });

  it("falls back to the last possible candidate when round-off leaves a gap at the end", () => {
    const short = [
      { id: 4, prob: 0.5 },
      { id: 5, prob: 0.4999999999 },
      { id: 6, prob: 0 },
    ];
    expect(drawToken(short, 0.99999999999)).toBe(5);
  });

  it.each([1, -0.1, Number.NaN])("rejects u = %s", (u) => {
    expect(() => drawToken(candidates, u)).toThrow(RangeError);
  });

  it("rejects an empty list and a list without any probability", () => {
    expect(() => drawToken([], 0)).toThrow(RangeError);
    expect(() => drawToken([{ id: 0, prob: 0 }], 0)).toThrow(RangeError);
  });

  it("draws the likeliest count (1, 6, 3) of ten draws about as often as the binomial says", () => {
    const rng = mulberry32(1);
    const split = [0.6, 0.3, 0.1].map((prob, id) => ({ id, prob }));
    let hits = 0;
    for (let round = 0; round < 20_000; round++) {
      const counts = [0, 0, 0];
      for (let i = 0; i < 10; i++) counts[drawToken(split, rng())]!++;
      if (counts[0] === 6 && counts[1] === 3) hits++;
    }
    expect(Math.abs(hits / 20_000 - 0.1058)).toBeLessThan(0.0087); // 4 standard errors
  });
});
