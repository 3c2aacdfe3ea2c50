// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { TextScalesLab } from "./text-scales-lab.tsx";

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
      <NextIntlClientProvider locale={locale} messages={labMessages(messages[locale], "text-scales")} timeZone="UTC">
        <TextScalesLab preset="free" locale={locale} standalone={standalone} onMission={onMission} />
      </NextIntlClientProvider>,
    ),
  );
  return onMission;
}

const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.focus();
    expect(document.activeElement).toBe(found);
    found.click();
  });
const field = (name: string) => {
  const label = [...page.querySelectorAll("label")].find((each) => each.textContent === name);
  return (label?.querySelector("input") ?? document.getElementById(label?.htmlFor ?? "")) as HTMLInputElement;
};
const type = (name: string, value: string) =>
  act(async () => {
    const input = field(name);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const seen = () => page.querySelector(".seen")?.textContent;

describe("TextScalesLab", () => {
  it("lets its three missions be done by keyboard", async () => {
    const onMission = await show();
    expect(done()).toEqual(["open", "open", "open"]);
    await type("Capacity (bytes)", "1000000");
    await press("Fill with Chinese");
    await press("GBK");
    expect(done()).toEqual(["done", "open", "open"]);
    await press("Fill with Chinese");
    await type("Size of the text", "570");
    await press("GB");
    await type("Tokens (billions)", "400");
    expect(done()).toEqual(["done", "done", "open"]);
    await act(async () => field("The size is a compressed one").click());
    expect(page.querySelector(".explanations .cap")?.textContent).toContain("unpack to 1.6 TB");
    expect(onMission.mock.calls.flat()).toEqual(["utf-8", "gbk", "smell"]);
  });

  it("counts tokens in 亿 where Chinese is read", async () => {
    await show("zh");
    await type("资料大小", "570");
    await press("GB");
    await type("token 个数（亿）", "4000");
    expect(seen()).toContain("570 GB 摊给 4000 亿个 token，每个 1.425 字节。");
  });

  it("writes out the bytes of any text, and says what GBK has not", async () => {
    await show();
    const rows = () => [...page.querySelectorAll(".byte-rows > div")].map((row) => row.querySelector("b")?.textContent);
    expect(rows()).toEqual(["6 bytes", "4 bytes"]);
    expect([...page.querySelectorAll(".byte")].map((byte) => byte.textContent).join(" ")).toBe(
      "E4 BD A0 E5 A5 BD C4 E3 BA C3",
    );
    await type("A few characters", "👋");
    expect(rows()).toEqual(["4 bytes", "–"]);
    expect(seen()).toContain("GBK has no code for it");
  });

  it("shows what does not fit", async () => {
    location.hash = "#cap=1000000&n=1000000";
    await show("en", true);
    expect(page.querySelector(".text-red")?.textContent).toBe("2,000,000 bytes too many");
    expect(page.querySelectorAll(".byte-box s")).toHaveLength(1);
  });
});
