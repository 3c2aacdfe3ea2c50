import { describe, expect, it } from "vitest";
import { linkedPreset, longestPrompt, readLink, writeLink } from "./link.ts";
import { openKnobs } from "./settings.ts";
import { startState } from "./state.ts";

const start = startState({ prompt: "I come from" });

describe("next-token link", () => {
  it("brings prompt, knobs, seed and series back", () => {
    const knobs = {
      temperature: 0.7,
      topK: 12,
      topP: 0.9,
      minP: 0.05,
      repetitionPenalty: 1.2,
      order: "llama.cpp" as const,
    };
    const state = { ...start, prompt: "从前，有一只 “猫” & #1", knobs, seed: 7, samples: 1000 };
    const link = writeLink("free", state, start);
    expect(readLink(link, true)).toEqual({ prompt: state.prompt, knobs, seed: 7, samples: 1000 });
  });

  it("is empty for a lab as it starts, and names any other preset", () => {
    expect(writeLink("free", start, start)).toBe("");
    expect(linkedPreset(writeLink("eight-candidates", start, start))).toBe("eight-candidates");
  });

  it("falls back to the defaults for garbage", () => {
    const garbage = `#p=${"x".repeat(longestPrompt + 1)}&T=-4&k=2.5e3&top_p=NaN&seed=1e9&n=5&order=x&preset=../..`;
    expect(readLink(garbage, true)).toEqual({ knobs: openKnobs });
    expect(linkedPreset(garbage)).toBeUndefined();
  });

  it("does not let a link put a prompt where none can be written", () => {
    expect(readLink("#p=hello", false)).toEqual({ knobs: openKnobs });
  });
});
