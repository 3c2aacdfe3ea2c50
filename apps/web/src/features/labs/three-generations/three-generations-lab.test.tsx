// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { ThreeGenerationsLab } from "./three-generations-lab.tsx";

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

async function show(locale: "zh" | "en" = "en", standalone = false) {
  const onMission = vi.fn();
  await act(async () =>
    root.render(
      <NextIntlClientProvider
        locale={locale}
        messages={labMessages(messages[locale], "three-generations")}
        timeZone="UTC"
      >
        <ThreeGenerationsLab preset="free" locale={locale} standalone={standalone} onMission={onMission} />
      </NextIntlClientProvider>,
    ),
  );
  return onMission;
}

const nameOf = (button: HTMLElement) => button.getAttribute("aria-label") ?? button.textContent?.trim() ?? "";
const button = (name: string) => {
  const found = [...page.querySelectorAll("button")].find((candidate) => nameOf(candidate).startsWith(name));
  if (found === undefined) throw new Error(`no button "${name}"`);
  return found;
};
const press = (name: string) =>
  act(async () => {
    button(name).focus();
    expect(document.activeElement).toBe(button(name));
    button(name).click();
  });
const slide = (index: number, value: string) =>
  act(async () => {
    const input = page.querySelectorAll<HTMLInputElement>("input[type=range]")[index];
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const openPapers = () => act(async () => page.querySelector<HTMLInputElement>("input[type=checkbox]")?.click());
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const seen = () => page.querySelector(".seen")?.textContent;

describe("ThreeGenerationsLab", () => {
  it("lets its three missions be done by keyboard", async () => {
    const onMission = await show();
    expect(done()).toEqual(["open", "open", "open"]);
    await openPapers();
    for (const cell of ["GPT-1, training data", "GPT-2, use", "GPT-3, training data"]) await press(cell);
    expect(done()).toEqual(["done", "open", "open"]);
    await slide(0, "8.07");
    await slide(1, "11.24");
    expect(seen()).toContain("From 117.5 million to 173.8 billion is 1,479 times.");
    await press("sort by context");
    await press("context (tokens)");
    expect(done()).toEqual(["done", "done", "done"]);
    expect(onMission.mock.calls.flat()).toEqual(["flag-three", "read-growth", "doubled-twice"]);
  });

  it("shows eighteen cells that the papers repeat, and three that they do not", async () => {
    await show("zh");
    await openPapers();
    const pairs = [...page.querySelectorAll(".cell")].map((cell) => [...cell.children].map((line) => line.textContent));
    expect(pairs).toHaveLength(21);
    expect(pairs.filter(([popular, paper]) => popular !== paper).map(([popular]) => popular)).toEqual([
      "5 GB",
      "45 TB",
      "少样本",
    ]);
  });

  it("strikes out a flagged cell only where the papers have something else", async () => {
    await show();
    await press("GPT-1, training data");
    await press("GPT-2, training data");
    expect(page.querySelectorAll(".cell s")).toHaveLength(0);
    await openPapers();
    expect([...page.querySelectorAll(".cell s")].map((struck) => struck.textContent)).toEqual(["5 GB"]);
    expect(seen()).toContain("Of your 2 flags, 1 stands on a cell that changes.");
  });

  it("turns the models round when a row is sorted twice, and lists every source", async () => {
    location.hash = "#sort=layers";
    await show("en", true);
    const heads = () => [...page.querySelectorAll(".generations thead th")].map((head) => head.textContent);
    expect(page.querySelector("[aria-sort]")?.textContent).toContain("× 4, × 2");
    await press("sort by layers");
    expect(heads()).toEqual(["GPT-3", "GPT-2", "GPT-1"]);
    expect(page.querySelectorAll("details tbody tr")).toHaveLength(21);
  });
});
