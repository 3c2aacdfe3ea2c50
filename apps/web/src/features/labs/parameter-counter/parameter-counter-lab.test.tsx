// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { ParameterCounterLab } from "./parameter-counter-lab.tsx";

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

async function show(standalone = false, onMission = vi.fn()) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "parameter-counter")} timeZone="UTC">
        <ParameterCounterLab preset="free" locale="en" standalone={standalone} onMission={onMission} />
      </NextIntlClientProvider>,
    ),
  );
  return onMission;
}

const nameOf = (button: HTMLElement) => button.getAttribute("aria-label") ?? button.textContent?.trim();
const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => nameOf(candidate) === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.focus();
    expect(document.activeElement).toBe(found);
    found.click();
  });
const type = (symbol: string, value: string) =>
  act(async () => {
    const label = [...page.querySelectorAll("label")].find((each) => each.querySelector("b")?.textContent === symbol);
    const input = document.getElementById(label?.htmlFor ?? "") as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const total = () => page.querySelector(".counter-total")?.textContent;

describe("ParameterCounterLab", () => {
  it("lets its three missions be done by keyboard", async () => {
    const onMission = await show();
    expect(done()).toEqual(["open", "open", "open"]);
    await press("2 is a parameter");
    await press("5 is a parameter");
    expect(done()).toEqual(["done", "open", "open"]);
    await press("A GPT");
    for (const [symbol, value] of Object.entries({ V: "50257", T: "1024", L: "12", d: "768" }))
      await type(symbol, value);
    expect(total()).toBe("124,439,808 parameters");
    await press("13B");
    expect(page.querySelector(".paper-check")?.textContent).toContain("more than rounding explains");
    await type("d", "5120");
    expect(done()).toEqual(["done", "done", "done"]);
    expect(onMission.mock.calls.flat()).toEqual(["a-line", "gpt-2-small", "the-misprint"]);
  });

  it("strikes out what is no parameter, and does not count it", async () => {
    await show();
    await press("x is a parameter");
    expect(page.querySelector(".line-formula .cut")?.textContent).toBe("x");
    expect(total()).toBe("0 parameters");
  });

  it("answers the bet only to those who have bet", async () => {
    await show();
    await press("A GPT");
    expect(page.querySelector(".seen")?.textContent).not.toContain("bet");
    await press("Twice the width");
    expect(page.querySelector(".seen")?.textContent).toContain("You bet “Twice the width”");
  });

  it("doubles a dial, never beyond what it can hold", async () => {
    location.hash = "#machine=gpt&L=600";
    await show(true);
    await press("twice the layers");
    expect(page.querySelectorAll<HTMLInputElement>(".dial input")[2]?.value).toBe("1000");
  });
});
