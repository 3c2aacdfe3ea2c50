// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { GradientDescentLab } from "./gradient-descent-lab.tsx";

let [root, page, stillness] = [undefined as unknown as Root, undefined as unknown as HTMLElement, true];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: stillness, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  localStorage.clear();
  location.hash = "";
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.useRealTimers();
  stillness = true;
});

async function show(preset = "contour", standalone = false) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "gradient-descent")} timeZone="UTC">
        <GradientDescentLab preset={preset} locale="en" standalone={standalone} />
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
const slide = (index: number, value: string) =>
  act(async () => {
    const input = page.querySelectorAll<HTMLInputElement>("input[type=range]")[index];
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const field = (label: string) => {
  const found = page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (found === null) throw new Error(`no field "${label}"`);
  return found;
};
const type = (label: string, value: string) =>
  act(async () => {
    field(label).focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field(label), value);
    field(label).dispatchEvent(new Event("input", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("GradientDescentLab", () => {
  it("works the first update out as the lesson does", async () => {
    await show();
    const equations = [...page.querySelectorAll(".work .eq")].map((equation) => equation.textContent?.trim());
    expect(equations[2]).toBe("dw = −45.4169 below 0, so raise w");
    expect(equations[4]).toBe("w = 0.0000 − 0.01 × (−45.4169) = 0.4542");
  });

  it("steps, and jumps to the end at once for readers who ask for less motion", async () => {
    await show();
    await press("Step");
    expect(page.querySelector(".drive output")?.textContent).toBe("1");
    await press("All 100 steps");
    expect(page.querySelector(".drive output")?.textContent).toBe("99");
  });

  it("runs frame by frame otherwise, and can be stopped", async () => {
    stillness = false;
    vi.useFakeTimers();
    await show();
    await press("All 100 steps");
    for (let frame = 0; frame < 10; frame += 1) await act(async () => vi.advanceTimersByTime(30));
    await press("Stop");
    await act(async () => vi.advanceTimersByTime(1000));
    expect(page.querySelector(".drive output")?.textContent).toBe("10");
  });

  it("shows divergence as it is: off the figure, with its number and a note", async () => {
    await show();
    await slide(1, "0.1");
    await press("All 100 steps");
    const notes = [...page.querySelectorAll("figcaption")].map((note) => note.textContent);
    expect(notes).toEqual([
      "Outside the figure: w = −6.82 × 10¹³, b = −1.89 × 10¹³",
      "Above the figure, whose axis ends at 200",
    ]);
    expect(page.querySelector(".seen")?.textContent).toContain("5.93 × 10²⁸");
    expect(page.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it("ticks the edge only after both sides were run to the end", async () => {
    await show();
    await slide(1, "0.084");
    await press("All 100 steps");
    expect(done()).toEqual(["open", "open", "open"]);
    await slide(1, "0.085");
    expect(done()).toEqual(["open", "done", "open"]);
  });

  it("lights the mark of a line that is focused", async () => {
    await show();
    const line = [...page.querySelectorAll<HTMLButtonElement>("button.ln")].find((code) =>
      code.textContent?.includes("loss ="),
    );
    await act(async () => line?.focus());
    expect(page.querySelectorAll("circle.lit")).toHaveLength(1);
    expect(line?.getAttribute("aria-pressed")).toBe("true");
  });

  it("lets a hand beat 0.12 and shows what least squares allows", async () => {
    await show("by-hand");
    await slide(0, "2");
    await slide(1, "0.2");
    expect(done()).toEqual(["done", "done", "open"]);
    await press("Least squares");
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".readout dd")?.textContent).toBe("0.100119");
  });

  it("opens where its link points, and at the start for a broken one", async () => {
    location.hash = "#lr=0.084&epoch=17";
    await show("contour", true);
    expect([...page.querySelectorAll(".drive output")].map((output) => output.textContent)).toEqual(["17", "0.084"]);
    act(() => root.unmount());
    root = createRoot(page);
    location.hash = "#lr=9&epoch=-1";
    await show("contour", true);
    expect([...page.querySelectorAll(".drive output")].map((output) => output.textContent)).toEqual(["0", "0.010"]);
  });

  it("widens the plane as a run flies off", async () => {
    await show();
    await slide(1, "0.1");
    const note = () =>
      page.querySelectorAll(".trio .fig-h span")[page.querySelectorAll(".trio .fig-h span").length - 2];
    const before = note()?.textContent;
    for (let step = 0; step < 4; step += 1) await press("Step");
    expect(before).toBe("zoomed out 2 times");
    expect(note()?.textContent).toBe("zoomed out 8 times");
    expect(page.querySelectorAll("figcaption")).toHaveLength(1);
  });

  it("sets the run beside least squares, now and long after the listing ends", async () => {
    await show();
    const rows = [...page.querySelectorAll(".comparison tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ["now: 1", "0.454", "0.125", "27.432", "2.850"],
      ["100", "1.944", "0.436", "0.110", "12.103"],
      ["1,000", "2.007", "0.211", "0.100", "12.252"],
      ["5,000", "2.010", "0.200", "0.100", "12.259"],
      ["least squares", "2.010", "0.200", "0.100", "12.259"],
    ]);
  });

  it("saves the run as a file made in the browser", async () => {
    const saved: { name: string; blob: Blob }[] = [];
    const [createObjectURL, click] = [vi.spyOn(URL, "createObjectURL"), vi.spyOn(HTMLAnchorElement.prototype, "click")];
    createObjectURL.mockReturnValue("blob:one");
    click.mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: createObjectURL.mock.calls[0]?.[0] as Blob });
    });
    await show();
    await press("Save as an animation (SVG)");
    expect(saved.map(({ name, blob }) => [name, blob.type])).toEqual([["gradient-descent-0.01.svg", "image/svg+xml"]]);
    expect(await saved[0]?.blob.text()).toContain("Gradient descent, learning rate 0.01, 100 updates");
    vi.restoreAllMocks();
  });

  it("has three updates worked by hand: one shown, one with blanks, one alone", async () => {
    await show("worked-faded-free");
    expect(page.querySelectorAll("input")).toHaveLength(1);
    await type("w after update 0", "0.454");
    expect(done()).toEqual(["done", "open", "open"]);
    await type("w after update 1", "0.801");
    await type("b after update 1", "0.2194");
    expect(done()).toEqual(["done", "done", "open"]);
    expect(page.querySelectorAll(".sheet")[2]?.textContent).not.toContain("0.01 ×");
    await type("w after update 2", "1.0657");
    await type("b after update 2", "0.2916");
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".seen")?.textContent).toContain("After 3 updates the loss is 9.395.");
  });

  it("says where a wrong sum left the road, when the reader is through typing", async () => {
    await show("worked-faded-free");
    await type("w after update 0", "-0.454");
    const hint = () => page.querySelector(".blank-hint")?.textContent;
    expect(hint()).toBe("");
    await act(async () =>
      field("w after update 0").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })),
    );
    expect(hint()).toBe("That goes uphill. To subtract a negative number is to add its size.");
    expect(field("w after update 0").getAttribute("aria-invalid")).toBe("true");
    await type("w after update 0", "0.454");
    expect(hint()).toBe("");
  });
});
