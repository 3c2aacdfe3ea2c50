import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { trainNgram } from "@fewshot/ml-core";
import { answerText, optionCount, rounds, type GameLanguage } from "./rounds.ts";

const training = new URL("../../../../../../packages/lm/training/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, training), "utf8");
const blocked = new Set(read("blocked.sha256.txt").split(/\s+/));
const isBlocked = (word: string) =>
  blocked.has(createHash("sha256").update(`fewshot:${word}`).digest("hex").slice(0, 12));

/** The block list of prepare.py: words in English, runs of one or two characters in Chinese; and the taught words. */
function isDropped(text: string): boolean {
  const runs = text.match(/[\u4e00-\u9fff]+/g) ?? [];
  const characters = runs.flatMap((run) => [...run, ...[...run].slice(1).map((_, i) => run.slice(i, i + 2))]);
  const words = new Set([...(text.toLowerCase().match(/[a-z]+/g) ?? []), ...characters]);
  return /我来自|I come from/i.test(text) || [...words].some(isBlocked);
}

/** The own pieces as prepare.py splits them: every tenth is held out. */
function ownPieces(language: GameLanguage): { held: string[]; train: string[] } {
  const files = Array.from({ length: 8 }, (_, i) => read(`text/own/${language}_${i + 1}.txt`));
  const pieces = files.flatMap((text) => text.split(/\n\s*\n/).map((piece) => piece.trim()));
  const kept = pieces.filter((piece) => piece !== "" && !isDropped(piece));
  return { held: kept.filter((_, i) => i % 10 === 9), train: kept.filter((_, i) => i % 10 !== 9) };
}

const units = (language: GameLanguage, text: string): string[] =>
  language === "zh" ? [...text.replace(/\s/g, "")] : (text.match(/[A-Za-z']+|[^\sA-Za-z]/g) ?? []);

describe.each(["zh", "en"] as const)("the rounds in %s", (language) => {
  const { held, train } = ownPieces(language);

  it("are enough for a game, each with six different options", () => {
    expect(rounds[language].length).toBeGreaterThanOrEqual(10);
    for (const { options, truth } of rounds[language]) {
      expect(new Set(options).size).toBe(optionCount);
      expect(options[truth]).toBeDefined();
    }
  });

  it("are from held-out pieces and from nothing that was trained on", () => {
    for (const { context, options, truth } of rounds[language]) {
      const sentence = context + answerText(language, options[truth] ?? "");
      expect(held.filter((piece) => piece.includes(sentence))).toHaveLength(1);
      expect(train.filter((piece) => piece.includes(sentence))).toHaveLength(0);
    }
  });

  it.each([
    ["unigram", 1],
    ["trigram", 3],
  ] as const)("carry the shares of a %s model counted on the other pieces", (name, order) => {
    const model = trainNgram(
      train.map((text) => units(language, text)),
      { order, k: 0.1 },
    );
    for (const round of rounds[language]) {
      const counted = round.options.map((option) => model.probability(units(language, round.context), option));
      const sum = counted.reduce((a, b) => a + b, 0);
      counted.forEach((share, i) => expect(round[name][i]).toBeCloseTo(share / sum, 4));
    }
  });
});
