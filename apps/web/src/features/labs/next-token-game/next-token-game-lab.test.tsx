// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { NextTokenGameLab } from "./next-token-game-lab.tsx";
import { rounds } from "./rounds.ts";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const show = (onMission = vi.fn()) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "next-token-game")} timeZone="UTC">
        <NextTokenGameLab locale="en" preset="free" standalone={false} onMission={onMission} />
      </NextIntlClientProvider>,
    ),
  );
const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((button) => button.textContent?.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
  });
/** The round on the table, found by its sentence. */
const round = () => {
  const text = page.querySelector(".game-sentence")?.textContent ?? "";
  const found = rounds.en.find(({ context }) => text.startsWith(context));
  if (found === undefined) throw new Error(`no round "${text}"`);
  return found;
};
const restOn = (option: number) =>
  act(async () => page.querySelectorAll<HTMLButtonElement>(".game-options button")[option]?.click());
const slide = (option: number, value: number) =>
  act(async () => {
    const input = page.querySelectorAll<HTMLInputElement>(".game-options input")[option]!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, String(value));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

describe("NextTokenGameLab", () => {
  it("settles nothing before all chips are placed", async () => {
    await show();
    await slide(0, 60);
    await press("Show what came");
    expect(page.querySelector(".game-reveal")).toBeNull();
    expect(page.textContent).toContain("40 chips left");
    await restOn(1);
    await press("Show what came");
    expect(page.querySelectorAll(".game-reveal tbody tr")).toHaveLength(7);
    expect(page.querySelector(".game-sentence .tok")?.textContent).toBe(round().options[round().truth]);
  });

  it("completes the three missions with its buttons and sliders", { timeout: 30_000 }, async () => {
    const onMission = vi.fn();
    await show(onMission);
    await restOn((round().truth + 1) % 6);
    await press("Show what came");
    expect(onMission.mock.calls).toEqual([["all-in"]]);
    expect(page.querySelector(".seen")?.textContent).toContain("10 bits");
    for (let game = 1; game < 10; game += 1) {
      await press("Next round");
      const { truth } = round();
      await slide(truth, 80);
      await restOn((truth + 1) % 6);
      await press("Show what came");
    }
    expect(onMission.mock.calls.flat().sort()).toEqual(["all-in", "beat-unigram", "ten-rounds"]);
  });

  it("loads the model only when it is asked to play, and multiplies the tokens of a word", async () => {
    const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
    const { vocabSize } = tokenizer;
    // Every byte is a token and all are equally likely, so a word of n bytes after its space has 1 / V^(n + 1).
    const fake = createFakeModel({
      vocabSize,
      contextLength: 256,
      endOfTextId: 256,
      logitsOf: () => new Float32Array(vocabSize),
    });
    loading.load.mockResolvedValue(Object.assign(fake, { tokenizer }));
    await show();
    await restOn(0);
    await press("Show what came");
    expect(loading.load).not.toHaveBeenCalled();
    await press("Let our model play");
    await act(async () => vi.waitFor(() => expect(page.querySelectorAll(".game-reveal thead th")).toHaveLength(6)));
    const shortest = Math.min(...round().options.map((option) => option.length));
    const weights = round().options.map((option) => vocabSize ** (shortest - option.length));
    const share = weights[0]! / weights.reduce((a, b) => a + b, 0);
    const shown = page.querySelector(".game-reveal tbody tr td:last-child")?.textContent ?? "";
    expect(Math.abs(Number.parseFloat(shown.replace("<", "")) - 100 * share)).toBeLessThanOrEqual(1);
  });

  it("averages what the class reads out", async () => {
    await show();
    await act(async () => {
      const input = page.querySelector<HTMLInputElement>(".game-class input")!;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "1.5 2.5");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(page.querySelector(".game-means")?.textContent).toContain("2.00 bits");
  });
});
