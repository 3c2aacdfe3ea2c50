import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { instantiate, parseItem, samplesOf, score, type Item } from "@fewshot/quiz";
import { describe, expect, it } from "vitest";
import type { Draw } from "./draw.ts";
import { drawQuestion, generators, questionsOf } from "./index.ts";
import { withDraws } from "./with-draws.ts";

const SEEDS_TRIED = 1000;
type Numbers = Record<string, number>;

/** What the prompt asks for, from the printed numbers alone and without the labs' engines. */
const oracles: Record<string, (n: Numbers) => number> = {
  "growth-factor": ({ a, b }) => (a! * 1000) / b!,
  "linear-layer": ({ n, m }) => n! * m! + m!,
  "param-count": ({ d, layers }) => (51281 * d! + layers! * (12 * d! ** 2 + 13 * d!) + 2 * d!) / 1e6,
  "bytes-to-chars": ({ n, b }) => (n! * 1e6) / b!,
  "log-scale-read": ({ s, f }) => s! * Math.exp(f! * Math.LN10),
  mse: ({ p, q, r, b }) => ((2 + b! - p!) ** 2 + (4 + b! - q!) ** 2 + (6 + b! - r!) ** 2) / 3,
  "gd-step": ({ w, lr, g }) => w! - lr! * g!,
  "central-difference": ({ h, lo, hi }) => (hi! - lo!) / (2 * h!),
  "predict-line": ({ w, b }) => 6 * w! + b!,
  "updates-from-batch": ({ tokens, batch }) => (tokens! * 1000) / batch!,
  "k-that-fits": ({ d, q, e }) => Math.floor((2048 - d! - q!) / e!),
  "at-least-once": ({ p, n }) => 100 * (1 - (1 - p! / 100) ** n!),
  "tokens-of-strings": ({ a, b, c }) => a! + 2 * b! + 3 * c!,
  "pair-count": ({ n }) => n!,
  "pair-count-stream": ({ m, n }) => m! + n! + 1,
  "temperature-two": ({ a, t }) => (100 * a! ** (1 / t!)) / (a! ** (1 / t!) + (100 - a!) ** (1 / t!)),
  "temperature-ratio": ({ r, t }) => (100 * r! ** (1 / t!)) / (r! ** (1 / t!) + 1),
  "nar-invalid": ({ q }) => (2 * q! * (100 - q!)) / 100,
  "nar-invalid-counts": ({ a, b }) => (200 * a! * b!) / (a! + b!) ** 2,
  "path-probability": ({ a, b, c }) => (a! * b! * c!) / 1e4,
  "log-odds": ({ a, b }) => Math.log(b! / (100 - b!)) - Math.log(a! / (100 - a!)),
  "exact-match-power": ({ q, n }) => 100 * (q! / 100) ** n!,
  "labels-budget": ({ n, k }) => n! * (10_000 - k!),
  "energy-pages": ({ n }) => n! * 4,
  amortise: ({ t, e }) => (100 * t!) / e!,
  "probe-ratio": ({ a, b }) => a! / b!,
  "leak-share": ({ r, l }) => (100 * (r! - l!)) / (200 - l!),
  "softened-targets": ({ a }) => (100 * Math.sqrt(100 - a!)) / (Math.sqrt(a!) + Math.sqrt(100 - a!)),
};

const textOf = (word: Draw["vars"][string] | undefined): string => (typeof word === "object" ? word.en : String(word));
const numbersOf = (word: Draw["vars"][string] | undefined): number[] =>
  (textOf(word).match(/\d+(\.\d+)?/g) ?? []).map(Number);
const optionsOf = ({ vars }: Draw) => Object.entries(vars).filter(([name]) => /^[a-f]$/.test(name));
const rightBy = (draw: Draw, isRight: (numbers: number[], text: string) => boolean) =>
  optionsOf(draw)
    .filter(([, word]) => isRight(numbersOf(word), textOf(word)))
    .map(([id]) => id);

/** How many of the first shares it takes to reach a limit. */
function reach(shares: readonly number[], limit: number): number {
  let sum = 0;
  return 1 + shares.findIndex((share) => (sum += share) >= limit - 1e-9);
}

const isUpdate = (text: string) => /gradient step|fine-tuning/.test(text);

/** The ids of the right options, from what is printed alone. */
const choices: Record<string, (draw: Draw) => string[]> = {
  "lr-stability": (draw) => rightBy(draw, ([rate]) => rate! * Number(draw.vars.curvature) > 2),
  "hash-story": (draw) =>
    rightBy(draw, (_, text) => {
      const changes = text.split(", then ").map(isUpdate);
      const isLate = textOf(draw.vars.second) === "A again";
      return changes[0] === !isLate && changes[1] === isLate;
    }),
  "top-p-kept": (draw) => {
    const all = numbersOf(draw.vars.shares);
    const kept = all.slice(0, reach(all, 100 * Number(draw.vars.p)));
    const mass = kept.reduce((a, b) => a + b);
    const wanted = kept.map((share) => Number(((100 * share) / mass).toFixed(1)));
    return rightBy(draw, (shown) => JSON.stringify(shown) === JSON.stringify(wanted));
  },
  "order-of-steps": (draw) => {
    const at = (names: string[]) =>
      reach(
        names.map((name) => numbersOf(draw.vars[name])[0]!),
        100 * Number(draw.vars.p),
      );
    const wanted = [at(["f1", "f2", "f3"]), at(["s1", "s2", "s3"])];
    return rightBy(draw, (shown) => JSON.stringify(shown) === JSON.stringify(wanted));
  },
  "which-setting": (draw) => {
    const solved = (textOf(draw.vars.prompt).match(/→ [^”]/g) ?? []).length;
    return [solved === 0 ? "zero" : solved === 1 ? "one" : "few"];
  },
  "h1-rows": (draw) =>
    rightBy(draw, (_, text) => {
      const [zero, one, few] = text.split(": ")[1]!.split(", ").map(Number);
      return zero! > one! || one! > few!;
    }),
  "h1-rows-small": (draw) =>
    rightBy(draw, (_, text) => {
      const [zero, one] = text.split(": ")[1]!.split(", ").map(Number);
      return zero! > one!;
    }),
  "wilson-overlap": ({ vars }) => [Number(vars.moreLow) > Number(vars.lessHigh) ? "d" : "c"],
  "axis-choice": () => ["b"],
  "wilson-chance": (draw) => rightBy(draw, ([right, n]) => right! / n! - 1 / Math.sqrt(n!) > 0.5),
  // A short passage with the rare word always leads: shorter, and what it lacks is worth next to nothing.
  "bm25-rank": (draw) => rightBy(draw, (_, text) => /cache” once, “model” 0 times/.test(text)),
  "rag-diagnosis": ({ vars }) => {
    const asked = /window of (GPT-\d)/.exec(textOf(vars.question))![1]!;
    if (!textOf(vars.held).includes(asked)) return ["d"];
    return [Number(vars.sent) === 1 ? "b" : "a"];
  },
};

/** Kinds that no page shows yet, and answers that take a tokenizer to check: see their own tests below. */
const others = ["noise-seed", "tokens-of-strings-order"];

const drawsOf = (name: string) =>
  Array.from({ length: SEEDS_TRIED }, (_, seed) => drawQuestion(generators[name]!, seed));

const DATA = path.join(import.meta.dirname, "..", "..", "data");
const authored = readdirSync(DATA, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "quiz.json")
  .flatMap((file) => JSON.parse(readFileSync(path.join(DATA, file), "utf8")) as Record<string, unknown>[]);
const seeded = authored.filter(({ generator }) => generator !== undefined);

describe("the generators", () => {
  it("have an oracle each", () => {
    expect([...Object.keys(oracles), ...Object.keys(choices), ...others].sort()).toEqual(
      Object.keys(generators).sort(),
    );
  });

  it.each(Object.keys(oracles))("%s: 1,000 seeds, right within the tolerance, wrong ways beyond it", (name) => {
    for (const { vars, key } of drawsOf(name)) {
      const expected = oracles[name]!(vars as Numbers);
      const tolerance = key.tolerance!;
      expect(Math.abs(key.value! - expected), JSON.stringify(vars)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
      const wrong = Object.keys(key.distractors ?? {}).map(Number);
      expect(wrong.length).toBeGreaterThan(1);
      for (const other of wrong) expect(Math.abs(other - expected), JSON.stringify(vars)).toBeGreaterThan(tolerance);
    }
  });

  it.each(Object.keys(choices))("%s: 1,000 seeds, exactly what is right is the key", (name) => {
    for (const draw of drawsOf(name)) {
      const options = optionsOf(draw).map(([, word]) => textOf(word));
      expect(new Set(options).size).toBe(options.length);
      expect([draw.key.correct].flat(), JSON.stringify(draw.vars)).toEqual(choices[name]!(draw));
    }
  });

  it("orders strings by the counts that it explains, without ties", () => {
    for (const { vars, key, why } of drawsOf("tokens-of-strings-order")) {
      const ranked = textOf(why?.ranked)
        .split(", ")
        .map((entry) => /^(.*) (\d+)$/.exec(entry)!.slice(1));
      expect(ranked.map(([text]) => text)).toEqual((key.correct as string[]).map((id) => vars[id]));
      const counts = ranked.map(([, count]) => Number(count));
      for (const [i, count] of counts.entries()) if (i > 0) expect(count).toBeGreaterThan(counts[i - 1]!);
    }
  });

  it("gives each seed one question, and enough different ones", () => {
    for (const [name, generator] of Object.entries(generators)) {
      expect(drawQuestion(generator, 7), name).toEqual(drawQuestion(generator, 7));
      expect(questionsOf(generator).length, name).toBeGreaterThan(8);
    }
  });
});

describe("the items that name a generator", () => {
  it("name every one", () => {
    expect(new Set(seeded.map(({ generator }) => generator))).toEqual(new Set(Object.keys(generators)));
  });

  it("are told of by name where there is no such generator", () => {
    const problems: string[] = [];
    withDraws({ ...seeded[0], generator: "toString" }, (what) => problems.push(what));
    expect(problems).toEqual(['there is no generator "toString"']);
  });

  it.each(seeded.filter(({ kind }) => kind !== "lab-state").map((raw) => [raw.id as string, raw] as const))(
    "%s: prints its tolerance, and every drawn key scores as it should",
    (_id, raw) => {
      const problems: string[] = [];
      const parsed = parseItem(withDraws(raw, (what) => problems.push(what)));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.slice(0, 3)));
      expect(problems).toEqual([]);
      for (let seed = 0; seed < 50; seed += 1) checkDrawn(instantiate(parsed.value, String(seed)));
    },
  );
});

function checkDrawn(item: Item): void {
  expect(instantiate(item, "another")).toEqual(item);
  if (item.kind === "numeric") {
    const printed = /within ([\d.]+)/i.exec(item.ask.en)?.[1];
    if (printed !== undefined) expect(item.key.tolerance).toBe(Number(printed.replace(/\.$/, "")));
  }
  for (const response of samplesOf(item).correct) expect(score(item, response).correct).toBe(true);
  for (const response of samplesOf(item).wrong) expect(score(item, response).correct).toBe(false);
}
