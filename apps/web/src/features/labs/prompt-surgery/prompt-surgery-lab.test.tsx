// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LmError } from "@fewshot/lm";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { PromptSurgeryLab } from "./prompt-surgery-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

const tokenizer = {
  encode: (text: string) => [...text].map((letter) => letter.charCodeAt(0)),
  decode: (ids: readonly number[]) => String.fromCharCode(...ids),
};

/** Answers rightly if the prompt says what to do or shows it, and otherwise repeats the question. */
const complete = (prompts: readonly (readonly number[])[]) =>
  Promise.resolve(
    prompts.map((ids) => {
      const lines = tokenizer.decode(ids.slice(1)).split("\n");
      const question = lines.at(-1)?.replace(" = ", "") ?? "";
      return tokenizer.encode(lines.length > 1 ? question.replace(/[^a-z]/g, "") : question);
    }),
  );

// A whole lab is played through; a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  loading.load.mockImplementation(() => Promise.resolve({ endOfTextId: 0, tokenizer, complete, dispose: vi.fn() }));
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "prompt-surgery")} timeZone="UTC">
        <PromptSurgeryLab preset="free" locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  loading.load.mockReset();
});

const press = (name: string, group?: string) =>
  act(async () => {
    const within = group === undefined ? page : page.querySelector(`[role=group][aria-label="${group}"]`);
    const found = [...(within?.querySelectorAll("button") ?? [])].find((button) => button.textContent === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
    await new Promise((settled) => setTimeout(settled, 0));
  });
const chooseSize = (id: string) =>
  act(async () => {
    const select = page.querySelector("select");
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, id);
    select?.dispatchEvent(new Event("change", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("PromptSurgeryLab", () => {
  it("is completed by keyboard: three pairs, each from the bare prompt", async () => {
    await press("Measure 50");
    await press("on", "Description");
    await press("Measure 50");
    expect(done()).toEqual(["done", "open", "open"]);
    await press("off", "Description");
    await press("on", "Example");
    await press("Measure 50");
    await press("off", "Example");
    await chooseSize("icl-2");
    await press("Measure 50");
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".seen")?.textContent).toContain("Only the description: 0% → 100%");
    expect(page.querySelector(".seen")?.textContent).toContain("+100 percentage points");
  });

  it("shows a prompt as it is sent, and what came back", async () => {
    const parts = () => [...page.querySelectorAll(".surgery-prompt dt")].map((part) => part.textContent);
    expect(parts()).toEqual(["question"]);
    await press("on", "Description");
    await press("on", "Example");
    expect(parts()).toEqual(["description", "example", "question"]);
    expect(page.querySelector(".surgery-prompt dd")?.textContent).toBe("remove symbols:↵");
    await press("Measure 50");
    expect(page.querySelector("figcaption")?.textContent).toMatch(/wanted: (\w+) · it wrote: \1$/);
  });

  it("says so when a measurement breaks off, and measures again", async () => {
    const failing = vi.fn().mockRejectedValueOnce(new Error("lost")).mockImplementation(complete);
    loading.load.mockImplementation(() =>
      Promise.resolve({ endOfTextId: 0, tokenizer, complete: failing, dispose: vi.fn() }),
    );
    await chooseSize("icl-3");
    await press("Measure 50");
    expect(page.querySelector("[role=alert]")?.textContent).toContain("broke off");
    await press("Try again");
    expect(page.querySelector("[role=alert]")).toBeNull();
    expect(page.querySelectorAll(".surgery-list > ul > li")).toHaveLength(1);
  });

  it("shows the model's own failure where the model could not be had", async () => {
    loading.load.mockImplementation(() => Promise.reject(new LmError("network", "gone")));
    await chooseSize("icl-4");
    await press("Measure 50");
    expect(page.querySelector("[role=alert]")?.textContent).toContain(messages.en.labs.model.error.network.title);
  });
});
