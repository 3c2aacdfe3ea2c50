// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { TrainingPairsLab } from "./training-pairs-lab.tsx";

const loading = vi.hoisted(() => ({ loadModel: vi.fn(), loadTokenizer: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), ...loading }));

/** Every byte is a token, so that "abcde" is five, and a letter's id is the one before it plus one. */
const tokenizer = createTokenizer({ merges: "" });
const [endId, c, x] = [256, tokenizer.encode("c")[0]!, tokenizer.encode("x")[0]!];
/** Goes on with the next letter of the alphabet, but writes x after c. */
const model = createFakeModel({
  vocabSize: 257,
  endOfTextId: endId,
  logitsOf: (ids) => {
    const last = ids.at(-1)!;
    return Array.from({ length: 257 }, (_, id) => (id === (last === c ? x : last + 1) ? 1 : 0));
  },
});
let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  loading.loadTokenizer.mockResolvedValue(tokenizer);
  loading.loadModel.mockResolvedValue(Object.assign(model, { tokenizer }));
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

async function show(onMission?: (id: string) => void) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "training-pairs")} timeZone="UTC">
        <TrainingPairsLab
          preset="free"
          locale="en"
          standalone={false}
          {...(onMission === undefined ? {} : { onMission })}
        />
      </NextIntlClientProvider>,
    ),
  );
}

const type = (text: string) =>
  act(async () => {
    const input = page.querySelector<HTMLInputElement>("input.field[type=text]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((button) => button.textContent?.trim() === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
const column = (at: number) =>
  [...page.querySelectorAll(".pair-table tbody tr")].map((row) => row.querySelectorAll("td")[at]?.textContent);
const pressInput = (position: number) =>
  act(async () => page.querySelectorAll<HTMLButtonElement>(".pair-input")[position - 1]?.click());
const key = (name: string) =>
  act(
    async () => void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true })),
  );
const focused = () => document.activeElement?.getAttribute("data-cell");

describe("TrainingPairsLab", () => {
  it("lets all three missions be done", async () => {
    const onMission = vi.fn();
    await show(onMission);
    await type("abcdefgh");
    const hidden = page.querySelector<HTMLButtonElement>('[data-cell="3-4"]');
    await act(async () => hidden?.click());
    await press("off");
    await press("Let the model fill in");
    await pressInput(3);
    expect(onMission.mock.calls.flat()).toEqual(["eight-pairs", "cheating-cell"]);
    await pressInput(4);
    expect(onMission.mock.calls.flat()).toEqual(["eight-pairs", "cheating-cell", "own-words"]);
    expect(page.querySelector(".seen")?.textContent).toContain("strayed at position 3");
    // The whole lab at once, on a machine that may be busy.
  }, 20_000);

  it("sets answers beside inputs, one step apart, the end token last", async () => {
    await show();
    await type("abc");
    expect([column(0), column(1)]).toEqual([
      ["a", "b", "c"],
      ["b", "c", "end token"],
    ]);
  });

  it("marks what the model fills in, and forgets it with the text", async () => {
    await show();
    await type("abcde");
    await press("Let the model fill in");
    expect(column(2).map((cell) => cell?.[0])).toEqual(["b", "c", "x", "e", "f"]);
    const marks = [...page.querySelectorAll(".pair-filled [role=img]")].map((mark) => mark.getAttribute("aria-label"));
    expect(marks.map((mark) => mark === "same as the answer")).toEqual([true, true, false, true, false]);
    await type("abcdef");
    expect(column(2)).toEqual(Array(6).fill("?"));
  });

  it("walks the mask by arrow keys with one tab stop, and says what a cell is", async () => {
    await show();
    await type("abcde");
    expect(page.querySelectorAll('.mask-grid button[tabindex="0"]')).toHaveLength(1);
    await act(async () => page.querySelector<HTMLButtonElement>('.mask-grid button[tabindex="0"]')?.focus());
    for (const name of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight"]) await key(name);
    expect(focused()).toBe("3-4");
    for (const name of ["ArrowRight", "ArrowRight"]) await key(name);
    expect(focused()).toBe("3-5");
    await key("ArrowLeft");
    await act(async () => (document.activeElement as HTMLElement).click());
    expect(page.querySelector(".mask-grid + .cap")?.textContent).toContain("“d” is what position 3 has to fill in");
  });

  it("needs no model for the exercises, and none for an empty text", async () => {
    loading.loadModel.mockClear();
    await show();
    await type("");
    expect(page.querySelectorAll(".pair-table tbody tr")).toHaveLength(0);
    expect([...page.querySelectorAll("button")].find((b) => b.textContent === "Let the model fill in")?.disabled).toBe(
      true,
    );
    expect(loading.loadModel).not.toHaveBeenCalled();
  });
});
