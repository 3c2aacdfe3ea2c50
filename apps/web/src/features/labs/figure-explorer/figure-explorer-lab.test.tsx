// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { FigureExplorerLab } from "./figure-explorer-lab.tsx";

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

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

async function show(preset: string, standalone = false) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "figure-explorer")} timeZone="UTC">
        <FigureExplorerLab preset={preset} locale="en" standalone={standalone} />
      </NextIntlClientProvider>,
    ),
  );
}

const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
  });
const fieldOf = (label: string) => {
  const found = [...page.querySelectorAll("label")].find((candidate) => candidate.textContent?.trim() === label);
  const field = found?.control ?? document.getElementById(found?.htmlFor ?? "") ?? found?.querySelector("input");
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
const tick = (label: string) => act(async () => fieldOf(label).click());
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const allDone = ["done", "done", "done"];

describe("FigureExplorerLab", { timeout: 30_000 }, () => {
  it("lets a reader do the missions of figure 1.2", async () => {
    await show("figure-1-2");
    await set("Model size", "7");
    await press("Bracket");
    expect(page.querySelector(".explorer-paper svg")?.textContent).toContain("+37.1");
    expect(done()).toEqual(["done", "open", "open"]);
    await press("log-odds");
    await press("Bracket");
    await set("Model size", "6");
    await press("Bracket");
    expect(page.querySelector(".seen")?.textContent).toContain("+2.07");
    await set("Exam", "Reversed Words");
    await set("Model size", "7");
    expect(done()).toEqual(allDone);
  });

  it("lets a reader do the missions of figure 1.3", async () => {
    await show("figure-1-3");
    await set("Model size", "7");
    await press("Find counter-examples at 175B");
    expect(page.querySelectorAll(".explorer-found li")).toHaveLength(4);
    await act(async () => page.querySelector<HTMLButtonElement>(".explorer-found button")?.click());
    expect(done()).toEqual(["done", "open", "open"]);
    await set("Exam", "LAMBADA");
    await set("Model size", "0");
    await tick("Our own mean of 27 rows");
    await press("Other exams: 42 against 27");
    expect(done()).toEqual(allDone);
  });

  it("lets a reader do the missions of emergence", async () => {
    await show("emergence");
    await set("From", "6");
    await set("To", "7");
    await press("Bracket");
    expect(page.querySelector(".explorer-paper svg")?.textContent).toContain("+39.9");
    await press("log-odds");
    await tick("per tenfold of size");
    await press("Bracket");
    await set("From", "5");
    await set("To", "6");
    await press("Bracket");
    expect(done()).toEqual(["done", "done", "open"]);
    await set("Chance q that a letter is right", "0.85");
    await set("Chance q that a letter is right", "0.95");
    expect(done()).toEqual(allDone);
    expect(page.querySelector(".seen")?.textContent).toContain("66.3%");
  });

  it("says of every number where it is from, and keeps the paper and us on figures apart", async () => {
    await show("figure-1-2");
    const badges = [...page.querySelectorAll("figure")].map((figure) =>
      [...figure.querySelectorAll(".badge")].map((badge) => badge.textContent),
    );
    expect(badges).toEqual([
      ["printed in Table H.1", "dashed: traced from the figure"],
      ["measured by us, checked in"],
    ]);
    await set("Exam", "PIQA");
    expect(page.querySelectorAll(".explorer-traced")).toHaveLength(0);
  });

  it("opens where its link points", async () => {
    location.hash = "#preset=emergence&axis=log&q=0.9";
    await show("figure-1-2", true);
    expect(page.querySelector(".explorer-word .cap")).not.toBeNull();
    expect(page.querySelector(".explorer-word svg")?.textContent).toContain("43.0%");
  });
});
