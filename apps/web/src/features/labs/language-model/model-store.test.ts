import { describe, expect, it, vi } from "vitest";
import { LmError, type LoadedModel, type LoadOptions, type LoadProgress } from "@fewshot/lm";
import { LanguageModelStore } from "./model-store.ts";

const model = { dispose: () => Promise.resolve() } as LoadedModel;
const progress = (states: ("done" | "network" | "waiting")[]): LoadProgress => ({
  phase: "weights",
  chunks: states.map((state) => ({ bytes: 100, loadedBytes: 50, state })),
  loadedBytes: 0,
  cacheBytes: 0,
  networkBytes: 0,
  totalBytes: 0,
});

/** A loader that goes on when told to. */
function manualLoader() {
  const calls: { options: LoadOptions; resolve: (model: LoadedModel) => void; reject: (error: unknown) => void }[] = [];
  const load = (options: LoadOptions) =>
    new Promise<LoadedModel>((resolve, reject) => {
      options.signal?.addEventListener("abort", () => reject(new LmError("aborted", "stopped")));
      calls.push({ options, resolve, reject });
    });
  return { calls, load };
}

describe("LanguageModelStore", () => {
  it("loads nothing until somebody asks, and then once for all who ask", async () => {
    const { calls, load } = manualLoader();
    const store = new LanguageModelStore("/m.json", { load, savesData: () => false });
    store.subscribe(() => undefined);
    expect(calls).toHaveLength(0);
    const both = Promise.all([store.open(), store.open()]);
    calls[0]?.resolve(model);
    expect(await both).toEqual([model, model]);
    expect(await store.open()).toBe(model);
    expect(calls).toHaveLength(1);
  });

  it("tells its listeners how far loading is", () => {
    const { calls, load } = manualLoader();
    const store = new LanguageModelStore("/m.json", { load, savesData: () => false });
    const heard = vi.fn();
    store.subscribe(heard);
    void store.open();
    calls[0]?.options.onProgress?.(progress(["network"]));
    expect(store.getSnapshot()).toEqual({ status: "loading", progress: progress(["network"]) });
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it("knows after a stop which bytes are kept, and resumes when asked again", async () => {
    const { calls, load } = manualLoader();
    const store = new LanguageModelStore("/m.json", { load, savesData: () => false });
    const opening = store.open();
    calls[0]?.options.onProgress?.(progress(["done", "network", "waiting"]));
    store.stop();
    expect(await opening).toBeNull();
    expect(store.getSnapshot()).toEqual({ status: "idle", keptBytes: 100 });
    void store.open();
    expect(calls).toHaveLength(2);
  });

  it("keeps the code of a failure, and tries again when asked", async () => {
    const { calls, load } = manualLoader();
    const store = new LanguageModelStore("/m.json", { load, savesData: () => false });
    const opening = store.open();
    calls[0]?.reject(new LmError("corrupt", "bad hash"));
    expect(await opening).toBeNull();
    expect(store.getSnapshot()).toEqual({ status: "failed", code: "corrupt" });
    void store.open();
    expect(store.getSnapshot().status).toBe("loading");
  });

  it("gives a broken model up, but not for a caller's own cancelling", async () => {
    const { calls, load } = manualLoader();
    const store = new LanguageModelStore("/m.json", { load, savesData: () => false });
    const opening = store.open();
    calls[0]?.resolve(model);
    await opening;
    expect(store.fail(new DOMException("stopped", "AbortError"), model)).toBe(false);
    expect(store.fail(new LmError("aborted", "stopped"), model)).toBe(false);
    expect(store.fail(new LmError("worker", "an older one"), { ...model })).toBe(true);
    expect(store.getSnapshot().status).toBe("ready");
    expect(store.fail(new LmError("worker", "gone"), model)).toBe(true);
    expect(store.getSnapshot()).toEqual({ status: "failed", code: "worker" });
  });

  it("asks where the browser saves data, says how much is missing, and loads after a yes", async () => {
    const { calls, load } = manualLoader();
    const measure = () => Promise.resolve({ totalBytes: 300, missingBytes: 200 });
    const store = new LanguageModelStore("/m.json", { load, measure, savesData: () => true });
    expect(await store.open()).toBeNull();
    expect(store.getSnapshot()).toMatchObject({ status: "asking", bytes: 200 });
    expect(await store.open()).toBeNull();
    expect(calls).toHaveLength(0);
    const asking = store.getSnapshot();
    if (asking.status === "asking") asking.confirm();
    const opening = store.open();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    calls[0]?.resolve(model);
    expect(await opening).toBe(model);
  });

  it("does not ask for what is already on the device, nor where the size cannot be found out", async () => {
    for (const measure of [
      () => Promise.resolve({ totalBytes: 300, missingBytes: 0 }),
      () => Promise.reject(new LmError("network", "gone")),
    ]) {
      const { calls, load } = manualLoader();
      const store = new LanguageModelStore("/m.json", { load, measure, savesData: () => true });
      void store.open();
      await vi.waitFor(() => expect(calls).toHaveLength(1));
    }
  });
});
