// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { NudgeWLab } from "./nudge-w-lab.tsx";

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

async function show(onMission?: (id: string) => void, standalone = false) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "nudge-w")} timeZone="UTC">
        <NudgeWLab preset="free" locale="en" standalone={standalone} {...(onMission ? { onMission } : {})} />
      </NextIntlClientProvider>,
    ),
  );
}

/** A button by its name: focused, then pressed, as Enter does on it. */
const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.focus();
    expect(document.activeElement).toBe(found);
    found.click();
  });
const slide = (index: number, value: string) =>
  act(async () => {
    const input = page.querySelectorAll<HTMLInputElement>("input[type=range]")[index];
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const seen = () => page.querySelector(".seen")?.textContent ?? "";

describe("NudgeWLab", () => {
  it("has its three missions done by keyboard, each reported once", async () => {
    const onMission = vi.fn();
    await show(onMission);
    await press("0.001");
    await press("Nudge w");
    expect(onMission.mock.calls).toEqual([["thousandth"]]);
    await slide(0, "2.06");
    for (let taps = 0; taps < 4; taps += 1) await press("w + 0.001");
    expect(onMission.mock.calls.slice(1)).toEqual([["turning-point"]]);
    await press("Back to w = 0, b = 0");
    await press("Nudge b");
    await press("Nudge both");
    expect(onMission.mock.calls.slice(2)).toEqual([["both-at-once"]]);
    expect([...page.querySelectorAll(".missions li")].every((line) => line.getAttribute("data-s") === "done")).toBe(
      true,
    );
  });

  it("reads the lesson's numbers", async () => {
    await show();
    await press("0.001");
    expect(page.textContent).not.toContain("−0.045406");
    await press("Nudge w");
    const numbers = [...page.querySelectorAll(".readout dd")].map((number) => number.textContent);
    expect(numbers.slice(0, 6)).toEqual([
      "46.986831",
      "46.941425",
      "−0.045406",
      "−45.405921",
      "−45.416921",
      "−45.416921",
    ]);
    expect(seen()).toContain("Nudging w by 0.001 changed the loss by −0.045406.");
  });

  it("adds up the two nudges only when all three were made", async () => {
    await show();
    await press("0.001");
    await press("Nudge w");
    await press("Nudge b");
    const sum = () => [...page.querySelectorAll(".readout dd")].at(-1)?.textContent;
    expect(sum()).toBe("–");
    await press("Nudge both");
    expect(sum()).toBe("−0.057864");
  });

  it("answers the bet where the slope has turned", async () => {
    await show();
    await press("It stays negative");
    expect(seen()).not.toContain("You bet");
    await slide(0, "3");
    expect(seen()).toContain("You bet “It stays negative”. Here the slope is above 0.");
  });

  it("opens where its link points, and goes back to the start", async () => {
    location.hash = "#w=2.064&h=0.01&nudge=b";
    await show(undefined, true);
    expect(page.querySelector("output")?.textContent).toBe("2.064");
    expect(seen()).toContain("Nudging b by 0.01");
    await press("Reset");
    expect(page.querySelector("output")?.textContent).toBe("0.000");
  });
});
