// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { BiasProbeLab } from "./bias-probe-lab.tsx";
import { people } from "./probe.ts";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
const h = tokenizer.encode("h")[0];

/** Prefers "he" for the captain only: after the space, h rather than s. */
function leaning(ids: readonly number[]): number[] {
  const text = tokenizer.decode(ids.slice(1));
  const leansNow = text.includes("captain") && text.endsWith(" ");
  return Array.from({ length: tokenizer.vocabSize }, (_, id) => (leansNow && id === h ? 4 : 0));
}

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  localStorage.clear();
  const model = createFakeModel({ vocabSize: tokenizer.vocabSize, contextLength: 200, logitsOf: leaning });
  loading.load.mockResolvedValue(Object.assign(model, { tokenizer }));
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "bias-probe")} timeZone="UTC">
        <BiasProbeLab preset="" locale="en" standalone={false} />
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
    const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent === name);
    if (found === undefined || found.disabled) throw new Error(`no button "${name}" to press`);
    found.click();
  });
const choose = (label: string, value: string) =>
  act(async () => {
    const named = [...page.querySelectorAll("label")].find((candidate) => candidate.textContent === label);
    const select = document.getElementById(named?.htmlFor ?? "") as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));
const settled = () => act(() => vi.waitFor(() => expect(page.querySelector(".probe-shares")).not.toBeNull()));

it("leads through the three missions by lists and buttons alone", async () => {
  await press("Measure");
  await settled();
  expect(done()).toEqual(["open", "open", "open"]);

  // " she" has one letter more than " he", and the fake spreads it evenly: the captain leans, nobody else does.
  await choose("The person in sentence B", String(people.en.indexOf("nurse")));
  await press("Measure");
  await settled();
  expect(done()).toEqual(["done", "open", "open"]);

  await act(async () => {
    const lid = page.querySelector("details");
    if (lid === null) throw new Error("no counts");
    lid.open = true;
    lid.dispatchEvent(new Event("toggle"));
  });
  expect(done()).toEqual(["done", "done", "open"]);
  expect(page.querySelector(".seen")?.textContent).toContain("lean the same way");

  await choose("The person in sentence A", String(people.en.indexOf("teacher")));
  await press("Measure");
  await settled();
  expect(done()).toEqual(["done", "done", "done"]);
});
