// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "#messages/index";
import { labMessages } from "../lab-messages.ts";
import { MicroGptLab } from "./micro-gpt-lab.tsx";
import type { TrainerAnswer } from "./serve-trainer.ts";
import type { TrainerWorker } from "./trainer-client.ts";

const spawned = vi.hoisted(() => ({ make: undefined as unknown as () => TrainerWorker }));
vi.mock("./trainer-client.ts", async (original) => ({
  ...(await original<object>()),
  spawnTrainer: () => spawned.make(),
}));

/** A worker that answers at once as one that learns would: each step is another fingerprint. The real one has its own tests. */
function quickWorker(): TrainerWorker {
  let trained = 0;
  const answer = (patch: Partial<TrainerAnswer>) => {
    const hash = trained.toString(16).padStart(64, "0");
    const data = { type: "done", hash, parameters: 5000, steps: 0, firstLoss: null, loss: null, text: "", ...patch };
    setTimeout(() => worker.onmessage?.({ data } as MessageEvent), 0);
  };
  const train = (steps: number) => {
    trained += steps;
    const data = { type: "progress", steps, loss: steps > 1 ? 2 : 3, firstLoss: 3, sample: "so it goes" };
    setTimeout(() => worker.onmessage?.({ data } as MessageEvent), 0);
  };
  const worker: TrainerWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => void (worker.onmessage = null),
    postMessage: (request) => {
      if (request.type === "stop") return answer({ steps: 120, firstLoss: 3 });
      if (request.type === "train") train(Math.min(request.steps, 120));
      if (request.type === "train" && request.steps > 1000) return;
      if (request.type === "train") return answer({ steps: request.steps, firstLoss: 3 });
      if (request.type === "write") return answer({ text: "x".repeat(request.count) });
      // What is measured gets easier in the dialogues and harder in the story.
      if (request.type === "measure") return answer({ loss: request.text.includes("A: ") ? 1000 / trained : trained });
      answer({});
    },
  };
  return worker;
}

vi.setConfig({ testTimeout: 60_000 });

let [root, page] = [undefined as unknown as Root, undefined as unknown as HTMLElement];

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  localStorage.clear();
  location.hash = "";
  spawned.make = quickWorker;
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

async function show(preset: string, standalone = false) {
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="en" messages={labMessages(messages.en, "micro-gpt")} timeZone="UTC">
        <MicroGptLab preset={preset} locale="en" standalone={standalone} />
      </NextIntlClientProvider>,
    ),
  );
}

const button = (name: string) =>
  [...page.querySelectorAll("button")].find((candidate) => candidate.textContent?.trim() === name);
/** Presses a button once it can be pressed. */
async function press(name: string) {
  await until(() => button(name)?.disabled === false);
  await act(async () => {
    button(name)?.focus();
    button(name)?.click();
  });
}
async function until(isSo: () => boolean) {
  for (let turn = 0; turn < 200 && !isSo(); turn++) {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  expect(isSo()).toBe(true);
}
const done = () => [...page.querySelectorAll(".missions li")].map((line) => line.getAttribute("data-s"));

describe("MicroGptLab", () => {
  it("trains until the loss has fallen, freezes, writes, and resumes one step", async () => {
    await show("from-scratch");
    expect(done()).toEqual(["open", "open", "open"]);
    await press("Train");
    await until(() => done()[0] === "done");
    await press("Stop");
    await press("Freeze");
    await press("Write 100 characters");
    await until(() => done()[1] === "done");
    expect(page.querySelector(".seen")?.textContent).toContain("not one digit");
    await press("Resume one step");
    await until(() => done()[2] === "done");
    expect(page.querySelector(".fingerprint .tag")?.textContent).toMatch(/of 64 digits differ/);
  });

  it("trains an old model on with dialogues, and measures what it cost", async () => {
    await show("fine-tune");
    await press("First make the old model");
    await press("Measure the loss on the old text");
    await press("Train 50 steps on the dialogues");
    await until(() => done()[0] === "done" && done()[2] === "done");
    await press("Measure the loss on the old text");
    await press("rose");
    await until(() => done()[1] === "done");
    expect(page.querySelectorAll(".micro-samples li")).toHaveLength(2);
  });

  it("will not learn from a text that is too short, and makes another model of another text", async () => {
    await show("from-scratch");
    const write = (value: string) =>
      act(async () => {
        const field = page.querySelector("textarea");
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, value);
        field?.dispatchEvent(new Event("input", { bubbles: true }));
      });
    await write("too short");
    expect(button("Train")?.disabled).toBe(true);
    expect(page.querySelector(".tray")?.textContent).toContain("at least 64 characters");
    await write("the moon and the pond ".repeat(4));
    expect(button("Train")?.disabled).toBe(false);
  });

  it("says so when the worker cannot be started", async () => {
    spawned.make = () => {
      throw new Error("refused");
    };
    await show("from-scratch");
    await press("Train");
    expect(page.querySelector("[role=alert]")?.textContent).toContain("Training has stopped");
  });

  it("opens where its link points, and from scratch for a broken one", async () => {
    location.hash = "#preset=fine-tune";
    await show("from-scratch", true);
    expect(button("First make the old model")).toBeDefined();
    act(() => root.unmount());
    root = createRoot(page);
    location.hash = "#preset=evil";
    await show("from-scratch", true);
    expect(button("Train")).toBeDefined();
  });
});
