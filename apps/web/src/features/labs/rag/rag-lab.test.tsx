// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { RagLab } from "./rag-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
const bytes = (text: string) => tokenizer.encode(text);

/** Says "2048" where it reads how its passage goes on, and a full stop otherwise. */
function copying(ids: readonly number[]): number[] {
  const text = tokenizer.decode(ids.slice(1));
  const found = /For GPT-3 that is( 2048) \(Table/.exec(text)?.[1];
  const said = text.slice(text.lastIndexOf("For GPT-3 that is") + "For GPT-3 that is".length);
  const isCopying = found !== undefined && found.startsWith(said);
  const next = isCopying ? bytes(found)[bytes(said).length] : bytes(".")[0];
  return Array.from({ length: tokenizer.vocabSize }, (_, id) => (id === next ? 2 : 0));
}

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  localStorage.clear();
  const model = createFakeModel({ vocabSize: tokenizer.vocabSize, contextLength: 2000, logitsOf: copying });
  loading.load.mockResolvedValue(Object.assign(model, { tokenizer, fingerprint: "f" }));
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "rag")} timeZone="UTC">
        <RagLab preset="" locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const press = (name: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.startsWith(name));
    if (found === undefined || found.disabled) throw new Error(`no button "${name}" to press`);
    found.click();
  });
const choose = (position: number) =>
  act(async () => {
    const select = page.querySelector("select");
    if (select === null) throw new Error("no list of questions");
    select.value = String(position);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const settled = () => act(() => vi.waitFor(() => expect(page.querySelector(".rag-texts")).not.toBeNull()));

it("leads through the three missions by buttons, fields and lists alone", async () => {
  expect(done()).toEqual(["open", "open", "open"]);
  await press("Search");
  expect(page.querySelector(".rag-prompt")?.textContent).toContain("For GPT-3 that is 2048 (Table 2.1)");
  await press("Measure");
  await settled();
  expect(done()).toEqual(["done", "open", "open"]);

  await press("in other words");
  await press("Search");
  expect(page.querySelector(".seen")?.textContent).toContain("is not among them");
  await press("The size of the board is the context window");
  expect(done()).toEqual(["done", "done", "open"]);

  await choose(6);
  await press("Search");
  await press("Measure");
  await settled();
  await press("none");
  expect(done()).toEqual(["done", "done", "done"]);
  expect(page.querySelector(".seen")?.textContent).toContain("No passage supports what it wrote");
});

it("ranks by the model's vectors when asked, and needs no model for words", async () => {
  loading.load.mockClear();
  await press("Search");
  expect(loading.load).not.toHaveBeenCalled();
  await press("the model’s vectors");
  expect(page.querySelector(".rag-hits")).toBeNull();
  await press("Search");
  await act(() => vi.waitFor(() => expect(page.querySelectorAll(".rag-hits li")).toHaveLength(2)));
});
