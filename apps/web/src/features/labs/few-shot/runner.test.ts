import { describe, expect, it } from "vitest";
import { drawQuestions } from "@fewshot/ml-core";
import type { LoadedModel } from "@fewshot/lm";
import { LanguageModelStore } from "../language-model/model-store.ts";
import { Runner } from "./runner.ts";
import { examOf, startState, type Settings } from "./state.ts";

const settings: Settings = { ...startState("symbol-insertion").settings, k: 2, n: 20 };

const noop = (): void => undefined;

/** Answers as a model that copies its question's letters, the first `errors` of each batch wrongly. */
function letterModel({ errors = 0, onBatch = noop } = {}) {
  const code = (text: string) => [...text].map((c) => c.charCodeAt(0));
  let isDisposed = false;
  const model = {
    endOfTextId: 256,
    fingerprint: "abc",
    tokenizer: { encode: code, decode: (ids: readonly number[]) => String.fromCharCode(...ids) },
    complete: (prompts: readonly (readonly number[])[]) => {
      onBatch();
      const asked = prompts.map(
        (ids) =>
          String.fromCharCode(...ids.slice(1))
            .split("\n")
            .at(-1) ?? "",
      );
      return Promise.resolve(asked.map((line, i) => code(i < errors ? "?" : line.replace(/[^a-z]/g, ""))));
    },
    dispose: () => {
      isDisposed = true;
      return Promise.resolve();
    },
  };
  return { model: model as unknown as LoadedModel, isDisposed: () => isDisposed };
}

const storeOf = (model: LoadedModel) => () =>
  new LanguageModelStore("/m.json", { load: () => Promise.resolve(model), savesData: () => false });

describe("Runner", () => {
  it("asks every question once, reports each batch, and counts exact answers", async () => {
    const runner = new Runner(storeOf(letterModel({ errors: 3 }).model));
    const progress: (number | null)[] = [];
    runner.subscribe(() => progress.push(runner.getSnapshot().running?.asked ?? null));
    const measurement = await runner.run(settings);
    expect(measurement).toEqual({ settings, right: 14 });
    expect(progress.filter((asked) => asked !== null && asked > 0)).toEqual([10, 20]);
    expect(runner.getSnapshot()).toMatchObject({ running: null, fingerprint: "abc" });
  });

  it("marks an answer to shuffled examples by the true rule", async () => {
    const runner = new Runner(storeOf(letterModel().model));
    expect((await runner.run({ ...settings, labels: "shuffled" }))?.right).toBe(20);
    expect(drawQuestions(examOf({ ...settings, labels: "shuffled" }), 1)[0]?.wanted).toBeTruthy();
  });

  it("stops between batches when told, and keeps nothing of it", async () => {
    const runner: Runner = new Runner(storeOf(letterModel({ onBatch: () => runner.stop() }).model));
    expect(await runner.run(settings)).toBeNull();
    expect(runner.getSnapshot().running).toBeNull();
  });

  it("holds one model at a time", async () => {
    const [small, large] = [letterModel(), letterModel()];
    const runner = new Runner((id) => storeOf(id === "icl-1" ? small.model : large.model)());
    await runner.run({ ...settings, model: "icl-1" });
    await runner.run(settings);
    expect([small.isDisposed(), large.isDisposed()]).toEqual([true, false]);
    runner.close();
    expect(large.isDisposed()).toBe(true);
  });
});
