// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LmError } from "@fewshot/lm";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { FewShotLab } from "./few-shot-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

/** A model that removes symbols when there are examples, and copies without. */
const code = (text: string) => [...text].map((c) => c.charCodeAt(0));
const fake = {
  endOfTextId: 256,
  fingerprint: "0123456789",
  tokenizer: { encode: code, decode: (ids: readonly number[]) => String.fromCharCode(...ids) },
  complete: (prompts: readonly (readonly number[])[]) =>
    Promise.resolve(
      prompts.map((ids) => {
        const lines = String.fromCharCode(...ids.slice(1)).split("\n");
        const asked = lines.at(-1)?.replace(" = ", "") ?? "";
        return code(lines.length > 1 ? asked.replace(/[^a-z]/g, "") : asked);
      }),
    ),
  dispose: () => Promise.resolve(),
};

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  loading.load.mockReset();
  loading.load.mockResolvedValue(fake);
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

async function show(preset: string) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "few-shot")} timeZone="UTC">
        <FewShotLab preset={preset} locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
}

const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  });
const fieldOf = (label: string) => {
  const found = [...page.querySelectorAll("label")].find((candidate) => candidate.textContent?.startsWith(label));
  const field = document.getElementById(found?.htmlFor ?? "") ?? found?.querySelector("input");
  if (!field) throw new Error(`no field "${label}"`);
  return field as HTMLInputElement;
};
/** What a keyboard does to a list or a slider: it sets the value and tells the page. */
const set = (label: string, value: string) =>
  act(async () => {
    const field = fieldOf(label);
    const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const allDone = ["done", "done", "done"];

/** Several measurements, each of a hundred prompts. */
describe("FewShotLab", { timeout: 30_000 }, () => {
  it("lets a reader do the missions of symbol insertion, loading each model when it is first asked", async () => {
    await show("symbol-insertion");
    expect(loading.load).not.toHaveBeenCalled();
    await press("Measure");
    expect(page.querySelector(".seen")?.textContent).toContain("0 of 100 right");
    await set("Examples, K", "8");
    await press("Measure");
    expect(page.querySelector(".seen")?.textContent).toContain("100 of 100 right");
    expect(page.querySelector(".seen")?.textContent).toContain("stand apart");
    expect(done()).toEqual(["done", "open", "open"]);
    await set("Model", "icl-1");
    await press("Measure");
    await set("Model", "icl-5");
    await press("shuffled");
    await press("Measure");
    expect(done()).toEqual(allDone);
    expect(loading.load.mock.calls.map(([{ manifestUrl }]) => manifestUrl as string)).toEqual([
      "/models/icl-5/manifest.json",
      "/models/icl-1/manifest.json",
      "/models/icl-5/manifest.json",
    ]);
    expect(page.querySelectorAll(".explorer-ours tbody tr")).toHaveLength(4);
  });

  it("lets a reader do the missions of the toy rule, the last by selecting text", async () => {
    await show("toy-rule");
    await press("Measure");
    await set("Examples, K", "4");
    await press("Measure");
    const text = page.querySelector("textarea")!;
    const select = (from: number, to: number) =>
      act(async () => {
        text.focus();
        text.setSelectionRange(from, to);
        text.dispatchEvent(new Event("select", { bubbles: true }));
        text.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "Shift" }));
      });
    await select(0, 5);
    expect(done()).toEqual(["done", "done", "open"]);
    await select(0, text.value.lastIndexOf("\n") + 1);
    expect(done()).toEqual(allDone);
  });

  it("lets a reader do the missions of the prompt", async () => {
    await show("build-the-prompt");
    await act(async () => fieldOf("Translate English").click());
    await act(async () => fieldOf("sea otter").click());
    await act(async () => {
      const last = [...page.querySelectorAll("label")].find((label) => label.textContent === "cheese =>");
      last?.querySelector("input")?.click();
    });
    expect(page.querySelector(".few-builder pre")?.textContent).toBe(
      "Translate English to French:\nsea otter => loutre de mer\ncheese =>",
    );
    await set("Tokens an example", "30");
    await set("Tokens of question", "20");
    await set("Examples in it", "67");
    expect(done()).toEqual(["done", "done", "open"]);
    for (const k of ["0", "1", "8"]) {
      await set("Examples, K", k);
      await press("Measure");
    }
    expect(done()).toEqual(allDone);
  });

  it("lets a reader do the missions of seen or new", async () => {
    await show("seen-or-new");
    await press("Measure");
    await press("never seen");
    await press("Measure");
    await press("shuffled");
    await press("Measure");
    expect(done()).toEqual(allDone);
  });

  it("tells how a failure can be mended, and goes on", async () => {
    loading.load.mockRejectedValueOnce(new LmError("network", "gone"));
    await show("symbol-insertion");
    await press("Measure");
    expect(page.querySelector("[role=alert]")?.textContent).toContain("What arrived stays on this device");
    await press("Try again");
    expect(page.querySelector(".seen")?.textContent).toContain("of 100 right");
  });
});
