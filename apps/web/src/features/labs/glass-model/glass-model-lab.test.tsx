// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { GlassModelLab } from "./glass-model-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn(), glass: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));
vi.mock("@fewshot/lm/glass", () => ({ loadGlass: loading.glass }));

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
  const fake = createFakeModel({ vocabSize: tokenizer.vocabSize, endOfTextId: 256 });
  loading.load.mockResolvedValue(Object.assign(fake, { tokenizer, manifest: { name: "fake" } }));
  // One layer with one head that looks one back.
  const attention = (length: number) =>
    Float32Array.from({ length: length * length }, (_, i) => {
      const [row, column] = [Math.floor(i / length), i % length];
      return column === Math.max(0, row - 1) ? 1 : 0;
    });
  loading.glass.mockResolvedValue({
    layers: 1,
    heads: 1,
    width: 1,
    read: (ids: number[]) =>
      Promise.resolve({
        attention: [attention(ids.length)],
        hidden: [new Float32Array(ids.length), new Float32Array(ids.length)],
      }),
    lens: () => new Float32Array(tokenizer.vocabSize),
  });
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const press = (name: string) =>
  act(async () => {
    const named = (button: HTMLButtonElement) => [button.textContent?.trim(), button.getAttribute("aria-label")];
    const found = [...page.querySelectorAll("button")].find((button) => named(button).includes(name));
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
  });

it("opens the model only when asked, and completes the three missions by pressing", { timeout: 30_000 }, async () => {
  const onMission = vi.fn();
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "glass-model")} timeZone="UTC">
        <GlassModelLab locale="en" preset="free" standalone={false} onMission={onMission} />
      </NextIntlClientProvider>,
    ),
  );
  expect(loading.load).not.toHaveBeenCalled();
  await press("Read it");
  await act(async () => vi.waitFor(() => expect(page.querySelector(".head-button")).not.toBeNull()));
  expect(page.textContent).toContain("Attention is not an explanation.");
  expect(onMission).not.toHaveBeenCalled();
  await press("Layer 1, head 1: 100% on the token before");
  await press("Check every cell right of the diagonal");
  await press("Whether a position takes anything from its right");
  expect(onMission.mock.calls.flat()).toEqual(["one-back", "nothing-ahead"]);
  await press("Why the model answered as it did");
  expect(onMission.mock.calls.flat()).toEqual(["one-back", "nothing-ahead", "what-it-cannot-tell"]);
  expect(page.querySelectorAll(".glass-duo tbody tr").length).toBeGreaterThan(2);
});
