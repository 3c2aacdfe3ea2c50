// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LmError } from "@fewshot/lm";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { languageModel } from "../language-model/use-language-model.ts";
import { fakeWriter } from "./fake-writer.ts";
import { HumanOrModelLab } from "./human-or-model-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

// A whole lab is played through; a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
const words = messages.en.labs.humanOrModel;

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "human-or-model")} timeZone="UTC">
        <HumanOrModelLab preset="free" locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  loading.load.mockReset();
});

const button = (name: string) => [...page.querySelectorAll("button")].find((one) => one.textContent === name);
const press = (name: string) =>
  act(async () => {
    if (button(name) === undefined) throw new Error(`no button "${name}"`);
    button(name)?.click();
  });
const start = async () => {
  await press(words.contest.start);
  await vi.waitFor(async () => {
    await act(() => new Promise((settled) => setTimeout(settled, 5)));
    if (button(words.contest.stop) !== undefined) throw new Error("still writing");
  }, 20_000);
};
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("HumanOrModelLab", () => {
  it("shows the model's failure, and the panel on leaks works without a model", async () => {
    loading.load.mockRejectedValueOnce(new LmError("network", "gone"));
    await press(words.contest.start);
    expect(page.querySelector("[role=alert]")?.textContent).toContain(messages.en.labs.model.error.network.title);
    expect(button(words.leak.retrain)).toBeDefined();
  });

  it("is completed by keyboard", async () => {
    loading.load.mockResolvedValueOnce(fakeWriter());
    await start();
    expect(languageModel.getSnapshot().status).toBe("ready");
    for (let judged = 0; judged < 20; judged += 1) {
      const isModel = page.querySelector(".judge-text")?.textContent.includes(" na na") === true;
      await press(isModel ? words.contest.by.model : words.contest.by.us);
    }
    expect(done()).toEqual(["done", "open", "open"]);
    expect(page.querySelector(".seen")?.textContent).toContain("You were right on 20, or 100%");
    await press(words.interval.yes);
    expect(done()).toEqual(["done", "open", "open"]);
    await press(words.interval.no);
    expect(done()).toEqual(["done", "done", "open"]);
    await act(async () => {
      const select = page.querySelector("select");
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, "1");
      select?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await press(words.leak.retrain);
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".judge-exam b")?.closest("tr")?.rowIndex).toBe(2);
  });

  it("tells nothing before all are judged, and begins again with another seed", async () => {
    await start();
    await press(words.contest.by.us);
    expect(page.textContent).toContain("Passage 2 of 20");
    expect(page.querySelector(".judge-table")).toBeNull();
    await act(async () => {
      const seed = [...page.querySelectorAll<HTMLInputElement>("input[type=number]")].at(-1);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(seed, "5");
      seed?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(button(words.contest.by.us)).toBeUndefined();
    expect(page.querySelector(".seen")?.textContent).toContain("Nothing is judged yet");
  });
});
