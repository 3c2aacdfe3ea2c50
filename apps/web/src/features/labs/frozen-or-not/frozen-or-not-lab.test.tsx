// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { createTokenizer } from "@fewshot/ml-core";
import type { LoadedModel, WeightsHash } from "@fewshot/lm";
import { createFakeModel } from "@fewshot/lm/testing";
import { languageModel } from "../language-model/use-language-model.ts";
import { FrozenOrNotLab } from "./frozen-or-not-lab.tsx";

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
let hash: WeightsHash | null;

/** A model whose next token depends on all it sees; after the name's first token the second is likely. */
function modelOf(): LoadedModel {
  const tokenizer = createTokenizer({ merges: "#version: 0.2\n", kind: "fewshot", specialTokens: ["<|endoftext|>"] });
  const olive = tokenizer.encode(" Olive");
  const logitsOf = (ids: readonly number[]) => {
    const logits = new Float32Array(tokenizer.vocabSize);
    const told = tokenizer.decode(ids.filter((id) => id < 256)).includes("is Olive.");
    for (const id of olive) logits[id] = told ? 3 : 0;
    return logits;
  };
  const sizes = { vocabSize: tokenizer.vocabSize, contextLength: 400, endOfTextId: tokenizer.vocabSize - 1 };
  return {
    ...createFakeModel({ ...sizes, logitsOf }),
    tokenizer,
    hashWeights: () => Promise.resolve(hash),
  } as LoadedModel;
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  hash = { sha256: "ab".repeat(32), bytes: 2 ** 20 };
  vi.spyOn(languageModel, "open").mockResolvedValue(modelOf());
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.restoreAllMocks();
});

async function show(preset: string, standalone = false) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "frozen-or-not")} timeZone="UTC">
        <FrozenOrNotLab preset={preset} locale="en" standalone={standalone} />
      </NextIntlClientProvider>,
    ),
  );
}

const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
    if (found === undefined || found.disabled) throw new Error(`no button "${name}"`);
    found.focus();
    found.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
const slide = (value: string) =>
  act(async () => {
    const input = page.querySelector<HTMLInputElement>("input[type=range]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("FrozenOrNotLab", () => {
  it("lets SimpleAI be asked without a change, and trained with one", async () => {
    await show("simple-ai");
    await slide("3");
    await press("predict(3)");
    await slide("5");
    await press("predict(5)");
    expect(page.querySelector(".answer")?.textContent).toBe("predict(5) = 2.0 × 5 + 0.5 = 10.5");
    expect(done()).toEqual(["done", "open", "open"]);
    for (const button of ["predict × 1000", "show", "train"]) await press(button);
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".fingerprint")?.textContent).toMatch(/of 64 digits differ/);
  });

  it("compares fingerprints around 200 tokens, steps, shows the diff, and flips", async () => {
    await show("real-model");
    await press("Fingerprint");
    await press("Generate 100 tokens");
    await press("Generate 100 tokens");
    expect(done()).toEqual(["open", "open", "open"]);
    await press("Fingerprint");
    expect(done()).toEqual(["done", "open", "open"]);
    await press("Train one step");
    await press("Show the diff");
    expect(done()).toEqual(["done", "done", "open"]);
    await press("Flip one bit");
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".seen")?.textContent).toContain("After 200 tokens, not one digit");
  });

  it("says so where the memory cannot be read, and where a fingerprint differs", async () => {
    await show("real-model");
    await press("Fingerprint");
    hash = { sha256: `ac${"ab".repeat(31)}`, bytes: 1 };
    await press("Fingerprint");
    expect(page.querySelector(".frozen-taken")?.textContent).toContain("1 of 64 digits differ");
    hash = null;
    await press("Fingerprint");
    expect(page.querySelector("[role=alert]")?.textContent).toContain("out of sight");
  });

  it("finds the name while the sentence is in view, and not when it is wiped or pushed out", async () => {
    await show("tell-it-a-fact");
    await press("Measure");
    await press("Write the sentence");
    await press("Measure");
    expect(done()).toEqual(["done", "open", "open"]);
    await press("Clear");
    await press("Measure");
    expect(done()).toEqual(["done", "done", "open"]);
    await press("Write the sentence");
    for (let piece = 0; piece < 3; piece++) await press("Add other text");
    await press("Measure");
    expect(done()).toEqual(["done", "done", "done"]);
  });

  it("opens where its link points, and at the real model for a broken one", async () => {
    location.hash = "#preset=simple-ai&x=4";
    await show("real-model", true);
    expect(page.querySelector("button.mono")?.textContent).toBe("predict(4)");
    act(() => root.unmount());
    root = createRoot(page);
    location.hash = "#preset=evil&T=9";
    await show("real-model", true);
    expect(page.querySelector(".slider output")?.textContent).toBe("1.0");
  });
});
