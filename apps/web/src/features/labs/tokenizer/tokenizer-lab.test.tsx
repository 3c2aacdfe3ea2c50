// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { TokenizerLab } from "./tokenizer-lab.tsx";
import { loadGpt2 } from "./vocabularies.ts";

const loading = vi.hoisted(() => ({ loadTokenizer: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), ...loading }));

// Bytes E8 87 AA of 自, joined in two steps.
const ours = createTokenizer({ merges: "è ĩ\nèĩ ª\n" });
let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

// Its half a megabyte is read once, so that no test waits for it.
beforeAll(loadGpt2, 30_000);
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  loading.loadTokenizer.mockReset().mockResolvedValue(ours);
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

async function render(onMission?: (id: string) => void) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "tokenizer")} timeZone="UTC">
        <TokenizerLab
          preset="free"
          locale="en"
          standalone={false}
          {...(onMission === undefined ? {} : { onMission })}
        />
      </NextIntlClientProvider>,
    ),
  );
}

/** Lets what is under way arrive. */
const until = (check: () => void) =>
  vi.waitFor(async () => {
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    check();
  });

async function show(onMission?: (id: string) => void) {
  await render(onMission);
  await until(() => expect(page.textContent).not.toContain("Fetching"));
}

const type = (side: number, text: string) =>
  act(async () => {
    const input = page.querySelectorAll<HTMLInputElement>("input.field[type=text]")[side];
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const strip = (at: number) =>
  [...page.querySelectorAll(".token-strip")[at]!.querySelectorAll("li")].map((token) => token.textContent);
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("TokenizerLab", () => {
  it("shows the lesson's sentence in eleven tokens, bytes and ids, and never half a character", async () => {
    await show();
    expect(strip(0).slice(0, 2)).toEqual(["E68822755", "91239"]);
    expect(strip(0)).toHaveLength(11);
    expect(page.textContent).not.toContain("\ufffd");
  });

  it("lets all three missions be done by typing", async () => {
    const onMission = vi.fn();
    await show(onMission);
    expect(done()).toEqual(["open", "open", "open"]);
    await type(0, "自");
    await type(1, "Hello");
    await type(1, " Hello");
    await type(0, "自自");
    await type(1, "I come from Earth.");
    expect(onMission.mock.calls.flat()).toEqual(["three-and-one", "two-hellos", "cheap-and-dear"]);
  });

  it("takes what was written before the vocabularies came", async () => {
    let arrive: (tokenizer: typeof ours) => void = () => undefined;
    loading.loadTokenizer.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    await render();
    await type(0, "自");
    expect(page.textContent).toContain("Fetching");
    arrive(ours);
    await until(() => expect(done()).toEqual(["done", "open", "open"]));
  });

  it("says when the vocabularies do not come, and tries again", async () => {
    loading.loadTokenizer.mockRejectedValueOnce(new Error("gone"));
    await show();
    expect(page.querySelector("[role=alert]")?.textContent).toContain("did not arrive");
    await act(async () => page.querySelector<HTMLButtonElement>("[role=alert] button")?.click());
    await until(() => expect(page.querySelectorAll(".strip li").length).toBeGreaterThan(11));
    expect(page.querySelector("[role=alert]")).toBeNull();
  });

  it("answers the bet once its text was read", async () => {
    localStorage.setItem("fewshot.bet.tokenizer", "15");
    await show();
    const seen = () => page.querySelector(".seen")?.textContent;
    expect(seen()).not.toContain("bet");
    await type(1, "hello 👋 world 🌍");
    expect(seen()).toContain("you bet 15, and GPT-2 makes it 7");
  });
});
