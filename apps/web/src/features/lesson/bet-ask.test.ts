import { describe, expect, it } from "vitest";
import { betAsk } from "./bet-ask.ts";

describe("betAsk", () => {
  it("drops the word that the row head says, in both languages", () => {
    expect(betAsk("先猜：“中”这一栏有多高？", "zh")).toBe("“中”这一栏有多高？");
    expect(betAsk("Guess: how many are kept?", "en")).toBe("How many are kept?");
  });

  it("leaves a question as it is that begins with something else", () => {
    expect(betAsk("先猜到的人有几个？", "zh")).toBe("先猜到的人有几个？");
    expect(betAsk("p=0.8 会留下几个候选？", "zh")).toBe("p=0.8 会留下几个候选？");
    expect(betAsk("p=0.8 keeps how many?", "en")).toBe("p=0.8 keeps how many?");
    expect(betAsk("Guessing aside, how many?", "en")).toBe("Guessing aside, how many?");
  });
});
