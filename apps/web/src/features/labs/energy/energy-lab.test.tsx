// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { EnergyLab } from "./energy-lab.tsx";
import { pageSteps } from "./state.ts";

// A whole lab is played through; a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "energy")} timeZone="UTC">
        <EnergyLab preset="free" locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const type = (selector: string, value: string) =>
  act(async () => {
    const input = page.querySelector<HTMLInputElement>(selector);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const setPages = (pages: number) => type("input[type=range]", String(pageSteps.indexOf(pages)));
const press = (name: string) =>
  act(async () => [...page.querySelectorAll("button")].find((button) => button.textContent === name)?.click());
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("EnergyLab", () => {
  it("is completed by keyboard", async () => {
    await setPages(1);
    await press("Wh");
    await press("kJ");
    expect(done()).toEqual(["done", "open", "open"]);
    expect(page.querySelector(".readout")?.textContent).toContain("24 min");
    await type("input[type=number]", "1287");
    expect(done()).toEqual(["done", "open", "open"]);
    await setPages(324_000_000);
    await act(async () => page.querySelectorAll<HTMLInputElement>("input[type=radio]")[2]?.click());
    expect(done()).toEqual(["done", "done", "done"]);
    expect(page.querySelector(".seen")?.textContent).toContain("320 million pages");
  });

  it("says what is sound about a sentence that was marked in error", async () => {
    await act(async () => page.querySelectorAll<HTMLInputElement>("input[type=radio]")[0]?.click());
    expect(page.textContent).toContain(messages.en.labs.energy.trap.wrong.kilowattHours);
    expect(done()).toEqual(["open", "open", "open"]);
  });

  it("draws no training before somebody has put a figure in", async () => {
    expect(page.querySelector(".energy-figure")?.textContent).toContain("nothing put in for training yet");
    await type("input[type=number]", "-5");
    expect(page.querySelector(".energy-figure")?.textContent).toContain("nothing put in for training yet");
  });
});
