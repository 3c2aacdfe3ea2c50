// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LmError } from "@fewshot/lm";
import { createFakeModel } from "@fewshot/lm/testing";
import { createTokenizer } from "@fewshot/ml-core";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import type { LabProps } from "../lab-props.ts";
import { languageModel } from "../language-model/use-language-model.ts";
import { NextTokenLab } from "./next-token-lab.tsx";

const loading = vi.hoisted(() => ({ load: vi.fn() }));
vi.mock("@fewshot/lm", async (original) => ({ ...(await original()), loadModel: loading.load }));

const tokenizer = createTokenizer({ merges: "#version: 0.2\n" });
let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  localStorage.clear();
  location.hash = "";
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  loading.load.mockReset();
});

async function show(props: Partial<LabProps> & { preset: string }) {
  const locale = props.locale ?? "en";
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale={locale} messages={labMessages(messages[locale], "next-token")} timeZone="UTC">
        <NextTokenLab locale={locale} standalone={false} {...props} />
      </NextIntlClientProvider>,
    ),
  );
}

const button = (name: string) => {
  const found = [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
  if (found === undefined) throw new Error(`no button "${name}"`);
  return found;
};
const press = (name: string) => act(async () => button(name).click());
const slide = (label: string, value: string) =>
  act(async () => {
    const slider = [...page.querySelectorAll("label")].find((candidate) => candidate.textContent === label);
    const input = document.getElementById(slider?.htmlFor ?? "") as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
/** Types into the field of that label, then leaves it. */
const fill = (label: string, value: string) =>
  act(async () => {
    const found = [...page.querySelectorAll("label")].find((candidate) => candidate.textContent?.startsWith(label));
    const input = document.getElementById(found?.htmlFor ?? "") as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  });
const percents = () => [...page.querySelectorAll(".prow .pc")].map((cell) => cell.textContent);

describe("NextTokenLab with the stated candidates", () => {
  it("shows the stated shares without a model, and says that they are stated", async () => {
    await show({ preset: "eight-candidates" });
    expect(percents()).toEqual(["60.0%", "10.0%", "8.0%", "7.0%", "5.0%", "4.0%", "3.0%", "3.0%"]);
    expect(page.querySelector(".badge")?.textContent).toBe("shares stated in the lesson, not a model");
    expect(loading.load).not.toHaveBeenCalled();
  });

  it("draws the cut between the last kept and the first cut, and names its rule", async () => {
    await show({ preset: "eight-candidates" });
    await slide("top_p", "0.65");
    const rows = [...page.querySelectorAll(".plist > *")].map((row) => row.textContent);
    expect(rows.findIndex((row) => row === "cut: top_p 0.65, 2 kept")).toBe(2);
    expect(percents().slice(0, 2)).toEqual(["85.7%", "14.3%"]);
  });

  it("reports each mission of the lesson once, when its state is first reached", async () => {
    const onMission = vi.fn();
    const missions = [{ id: "sharpen", text: "Sharpen it", end: "topP >= 1 && topK == 0 && probability(top) >= 0.90" }];
    await show({ preset: "eight-candidates", missions, onMission });
    await slide("Temperature T", "0.6");
    expect(onMission).not.toHaveBeenCalled();
    for (const temperature of ["0.55", "1", "0.5"]) await slide("Temperature T", temperature);
    expect(onMission.mock.calls).toEqual([["sharpen"]]);
    expect(page.querySelector(".missions li")?.getAttribute("data-s")).toBe("done");
  });

  it("says the lesson's words where the lesson gives them", async () => {
    await show({ preset: "eight-candidates", bet: "How many?", seenText: "So it goes.", missions: [], locale: "zh" });
    expect(page.querySelector(".ask")?.textContent).toBe("How many?");
    expect(page.querySelector(".seen")?.textContent).toMatch(/So it goes\.$/);
  });

  it("leaves the fragment alone inside a lesson, and follows it on its own page", async () => {
    location.hash = "#preset=eight-candidates&top_p=0.65";
    await show({ preset: "eight-candidates" });
    expect(percents()[0]).toBe("60.0%");
    act(() => root.unmount());
    root = createRoot(page);
    await show({ preset: "free", standalone: true });
    expect(percents().slice(0, 2)).toEqual(["85.7%", "14.3%"]);
  });

  it("opens as usual on a fragment of garbage", async () => {
    location.hash = "#preset=<svg onload=alert(1)>&T=x&p=%00";
    await show({ preset: "eight-candidates", standalone: true });
    expect(percents()[0]).toBe("60.0%");
    expect(page.innerHTML).not.toContain("onload");
  });

  it("keeps a bet on the device", async () => {
    await show({ preset: "eight-candidates" });
    await press("5");
    act(() => root.unmount());
    root = createRoot(page);
    await show({ preset: "eight-candidates" });
    expect(button("5").getAttribute("aria-pressed")).toBe("true");
  });
});

describe("the sentence of what was seen", () => {
  it("is read out once it has been still for half a second, and not when the page opens", async () => {
    vi.useFakeTimers();
    await show({ preset: "eight-candidates" });
    const said = () => page.querySelector(".seen + .sr")?.textContent;
    await act(async () => vi.advanceTimersByTime(1000));
    const first = said();
    await slide("Temperature T", "2");
    await act(async () => vi.advanceTimersByTime(400));
    await slide("Temperature T", "0.5");
    await act(async () => vi.advanceTimersByTime(400));
    expect(said()).toBe(first);
    await act(async () => vi.advanceTimersByTime(200));
    expect(said()).toContain("93.0%");
    vi.useRealTimers();
  });
});

describe("NextTokenLab with a model", () => {
  it("loads only when asked to compute, tells how a failure can be mended, and then shows the model's own table", async () => {
    loading.load.mockRejectedValueOnce(new LmError("network", "gone"));
    const shares = (sure: boolean) =>
      Float64Array.from({ length: tokenizer.vocabSize }, (_, id) => (id === 97 ? (sure ? 20 : 3) : 0));
    const fake = createFakeModel({
      vocabSize: tokenizer.vocabSize,
      endOfTextId: 256,
      // Sure after "z", undecided after anything else.
      logitsOf: (ids) => shares(ids.at(-1) === tokenizer.encode("z")[0]),
    });
    loading.load.mockResolvedValueOnce(Object.assign(fake, { tokenizer }));
    await show({ preset: "wo-lai-zi" });
    expect(loading.load).not.toHaveBeenCalled();
    await press("Compute");
    expect(page.querySelector("[role=alert]")?.textContent).toContain("What arrived stays on this device");
    await press("Try again");
    expect(languageModel.getSnapshot().status).toBe("ready");
    expect(percents()[0]).toBe(`${((100 * Math.exp(3)) / (Math.exp(3) + 256)).toFixed(1)}%`);
    expect(page.querySelector(".prow.rest")?.textContent).toContain("249");
    expect(page.textContent).not.toContain("\ufffd");
  });

  it("draws, forks at a row, and multiplies along each branch", async () => {
    await show({ preset: "wo-lai-zi" });
    await press("Compute");
    await press("Step");
    await press("Step");
    expect(page.querySelectorAll(".walk-token")).toHaveLength(2);
    await act(async () => page.querySelectorAll<HTMLButtonElement>("button.prow")[3]?.click());
    expect(page.querySelectorAll(".walk-token")).toHaveLength(2);
    expect(page.querySelectorAll(".stretch:not([data-on])")).toHaveLength(1);
    expect(page.querySelector(".path b")?.textContent).toMatch(/^(0\.\d{3}|\d\.\d × 10⁻[⁰-⁹]+)$/);
  });
  it("goes back along the tree, and puts a second prompt beside the first", async () => {
    await show({ preset: "real-vocabulary" });
    await press("Compute");
    for (let step = 0; step < 3; step += 1) await press("Step");
    await press("Back to the prompt");
    expect(page.querySelectorAll(".walk-token")).toHaveLength(0);
    await act(async () => page.querySelector<HTMLButtonElement>(".stretch")?.click());
    expect(page.querySelectorAll(".walk-token")).toHaveLength(3);
    await fill("Another prompt, under the same knobs", "He said");
    await press("Compare");
    expect(page.querySelectorAll(".pairs tbody tr").length).toBeGreaterThanOrEqual(6);
  });

  it("completes the three missions of the real vocabulary by pressing and writing", { timeout: 30_000 }, async () => {
    const onMission = vi.fn();
    await show({ preset: "real-vocabulary", onMission });
    await press("Compute");
    await slide("top_p", "0.9");
    await fill("Prompt", "z");
    await press("Compute");
    expect(onMission.mock.calls).toEqual([["narrow-and-wide"]]);
    await slide("top_p", "1");
    await slide("Temperature T", "0.1");
    expect(onMission).toHaveBeenLastCalledWith("under-one-bit");
    for (let step = 0; step < 20; step += 1) await press("Step");
    await press("Back to the prompt");
    for (let step = 0; step < 20; step += 1) await press("Step");
    expect(onMission).toHaveBeenLastCalledWith("same-twenty");
  });
});
