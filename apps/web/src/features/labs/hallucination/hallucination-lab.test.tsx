// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { HallucinationLab } from "./hallucination-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });

/** Says "hay." of a cow and "fish." of everything else, and is surer of the fish. */
function eating(ids: readonly number[]): number[] {
  const text = tokenizer.decode(ids.slice(1));
  const said = text.slice(text.lastIndexOf("eats") + "eats".length);
  const next = tokenizer.encode(" fish.")[said.length];
  const hay = tokenizer.encode(" hay.")[said.length];
  const isCow = text.includes("cow");
  return Array.from({ length: tokenizer.vocabSize }, (_, id) => (id === (isCow ? hay : next) ? (isCow ? 7 : 9) : 0));
}

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  localStorage.clear();
  const model = createFakeModel({ vocabSize: tokenizer.vocabSize, contextLength: 200, logitsOf: eating });
  loading.load.mockResolvedValue(Object.assign(model, { tokenizer }));
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "hallucination")} timeZone="UTC">
        <HallucinationLab preset="" locale="en" standalone={false} />
      </NextIntlClientProvider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const press = (name: string, nth = 0) =>
  act(async () => {
    const found = [...page.querySelectorAll("button")].filter((candidate) => candidate.textContent?.startsWith(name))[
      nth
    ];
    if (found === undefined || found.disabled) throw new Error(`no button "${name}" to press`);
    found.click();
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const answers = (count: number) =>
  act(() => vi.waitFor(() => expect(page.querySelectorAll(".ask-answers > li")).toHaveLength(count)));

it("leads through the three missions by buttons alone", async () => {
  expect(done()).toEqual(["open", "open", "open"]);
  await press("wombat");
  await press("Ask");
  await answers(1);
  expect(page.querySelector(".ask-answers b")?.textContent).toBe(" fish.");
  expect(done()).toEqual(["done", "open", "open"]);

  await press("cow");
  await press("Ask");
  await answers(2);
  expect(done()).toEqual(["done", "done", "open"]);

  // The cow's answer stands first, in the order of the names.
  await press("right", 0);
  await press("wrong", 1);
  await press("entropy");
  expect(done()).toEqual(["done", "done", "open"]);
  await press("top probability");
  expect(done()).toEqual(["done", "done", "done"]);
  expect(page.querySelector(".seen")?.textContent).toContain("A wrong answer had a top probability of");
});

it("shows what settles it once the reader has said something, and not before", async () => {
  await press("cow");
  await press("Ask");
  await answers(1);
  expect(page.textContent).not.toContain("It eats: grass");
  await press("wrong");
  expect(page.textContent).toContain("Look again. It eats: grass, hay.");
});
