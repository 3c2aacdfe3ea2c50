// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { AutoregressiveLab } from "./autoregressive-lab.tsx";

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

async function show(locale: "zh" | "en" = "en", onMission?: (id: string) => void) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider
        locale={locale}
        messages={labMessages(messages[locale], "autoregressive-or-not")}
        timeZone="UTC"
      >
        <AutoregressiveLab
          preset="free"
          locale={locale}
          standalone={false}
          {...(onMission === undefined ? {} : { onMission })}
        />
      </NextIntlClientProvider>,
    ),
  );
}

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
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const seen = () => page.querySelector(".seen")?.textContent;

describe("AutoregressiveLab", () => {
  it("lets all three missions be done from the keyboard", async () => {
    const onMission = vi.fn();
    await show("en", onMission);
    expect(done()).toEqual(["open", "open", "open"]);
    await press("Draw 500");
    await slide(0, "7");
    expect(seen()).toContain("1/2 ≈ 50.0%");
    await press("Draw 100");
    await press("Greedy");
    await press("Write once");
    await press("One at a time");
    await press("Write once");
    expect(onMission.mock.calls.flat()).toEqual(["five-hundred", "worst-share", "greedy-both"]);
    expect([...page.querySelectorAll(".pair-greedy dd")].map((word) => word.textContent)).toEqual([
      "Sri Lanka",
      "Sri Lanka",
    ]);
  });

  it("counts what it drew, and says so in the last row", async () => {
    await show("zh");
    await press("抽 100 次");
    const counts = [...page.querySelectorAll(".prow .pc")].map((cell) => Number(cell.textContent));
    expect(counts.reduce((sum, count) => sum + count)).toBe(100);
    expect(seen()).toContain(`拼错 ${(counts[2] ?? 0) + (counts[3] ?? 0)} 次`);
    expect(seen()).toContain("12/49 ≈ 24.5%");
  });

  it("never mixes one at a time", async () => {
    await show();
    await press("One at a time");
    await press("Draw 500");
    expect([...page.querySelectorAll(".prow .pc")].slice(2).map((cell) => cell.textContent)).toEqual(["0", "0"]);
  });
});
