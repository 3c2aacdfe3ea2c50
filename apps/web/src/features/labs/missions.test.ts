import { describe, expect, it } from "vitest";
import { parseEnd } from "@fewshot/quiz";
import { messages } from "#messages/index";
import { missionEnds } from "./gradient-descent/state.ts";
import { metMissions } from "./missions.ts";
import { presets } from "./next-token/presets.ts";

const texts = (locale: "zh" | "en") => {
  const { nextToken, gradient } = messages[locale].labs;
  return { nextToken: Object.keys(nextToken.missions), gradient: Object.keys(gradient.missions) };
};

describe("metMissions", () => {
  it("names the missions whose end is reached, and none whose end nobody can read", () => {
    const missions = [
      { id: "far", end: "x >= 2" },
      { id: "near", end: "x >= 1" },
      { id: "broken", end: "x >=" },
    ];
    expect(metMissions(missions, { values: { x: 1 }, seen: [] })).toEqual(["near"]);
  });
});

describe("the labs' own missions", () => {
  it.each(["zh", "en"] as const)("have words in %s and an end that can be read", (locale) => {
    for (const { missions } of Object.values(presets)) {
      expect(missions).toHaveLength(3);
      expect(texts(locale).nextToken).toEqual(expect.arrayContaining(missions.map(({ id }) => id)));
      expect(missions.every(({ end }) => parseEnd(end).ok)).toBe(true);
    }
    for (const missions of Object.values(missionEnds)) {
      expect(missions).toHaveLength(3);
      expect(texts(locale).gradient).toEqual(expect.arrayContaining(missions.map(({ id }) => id)));
      expect(missions.every(({ end }) => parseEnd(end).ok)).toBe(true);
    }
  });
});
