// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { decks, type PresetId } from "./decks.ts";
import { SortColumnsLab } from "./sort-columns-lab.tsx";

// A whole lab is played through; a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
const words = messages.en.labs.sortColumns;

beforeEach(() => {
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

const show = (preset: PresetId) =>
  act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "sort-columns")} timeZone="UTC">
        <SortColumnsLab preset={preset} locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
const fill = (field: HTMLElement, value: string) =>
  act(async () => {
    const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLTextAreaElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
const labelled = (name: string) => {
  const label = [...page.querySelectorAll("label")].find((candidate) => candidate.textContent === name);
  const found = label
    ? document.getElementById(label.htmlFor)
    : page.querySelector<HTMLElement>(`[aria-label="${name}"]`);
  if (found === null) throw new Error(`no field "${name}"`);
  return found;
};
const press = (name: string) =>
  act(async () => [...page.querySelectorAll("button")].find((button) => button.textContent === name)?.click());
const selectOf = (id: keyof typeof words.cards) => labelled(words.selectLabel.replace("{card}", words.cards[id]));
const sort = async (preset: PresetId) => {
  for (const { id, column } of decks[preset].cards) await fill(selectOf(id), column);
};
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("SortColumnsLab", () => {
  it("moves a card by its select, and the focus with it", async () => {
    await show("fact-or-view");
    await fill(selectOf("parameters"), "opinion");
    const zones = [...page.querySelectorAll(".sort-zone")].map((zone) => zone.querySelectorAll("li").length);
    expect(zones).toEqual([7, 0, 0, 1]);
    expect(document.activeElement).toBe(selectOf("parameters"));
    expect(page.querySelector(".sort-verdict")).toBeNull();
  });

  it("takes a card that is dropped, and ignores anything else", async () => {
    await show("fact-or-view");
    const drop = (data: string) =>
      act(async () => {
        const event = new Event("drop", { bubbles: true, cancelable: true });
        Object.assign(event, { dataTransfer: { getData: () => data } });
        page.querySelectorAll(".sort-zone")[1]?.dispatchEvent(event);
      });
    await drop("news from elsewhere");
    await drop("objective");
    expect(page.querySelectorAll(".sort-zone")[1]?.textContent).toContain(words.cards.objective);
    expect(page.querySelectorAll(".sort-zone")[1]?.querySelectorAll("li")).toHaveLength(1);
  });

  it("says why a card belongs elsewhere once all are placed", async () => {
    await show("fact-or-view");
    await sort("fact-or-view");
    await fill(selectOf("news-score"), "fact");
    expect(page.querySelector(".sort-verdict [aria-label='belongs elsewhere']")).not.toBeNull();
    expect(page.querySelector(".sort-zone .cap.sort-verdict + select")).not.toBeNull();
    expect(page.textContent).toContain(words.why["news-score"]);
    expect(done()).toEqual(["done", "open", "open"]);
  });

  it("is completed by keyboard: facts and opinions", async () => {
    await show("fact-or-view");
    await sort("fact-or-view");
    await press(words.desk.noteRewrite);
    expect(page.textContent).toContain(words.desk.notMarked);
    await fill(labelled(words.desk.rewrite), "In my view it does not understand what it writes.");
    await press(words.desk.noteRewrite);
    await fill(labelled(words.desk.test), "It fails on questions of a kind it has never met.");
    await press(words.desk.noteTest);
    expect(done()).toEqual(["done", "done", "done"]);
  });

  it("is completed by keyboard: fine-tune or show", async () => {
    await show("fine-tune-or-show");
    await sort("fine-tune-or-show");
    const { setting } = words.labels;
    await fill(labelled(setting["zero-shot"]), "0");
    await fill(labelled(setting["one-shot"]), "1");
    await fill(labelled(setting["few-shot"]), "K");
    expect(done()).toEqual(["done", "open", "done"]);
    await fill(labelled(setting["fine-tuning"]), "10000");
    expect(done()).toEqual(["done", "done", "done"]);
  });
});
