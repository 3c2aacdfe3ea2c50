import type { LoadOptions, LoadProgress, LoadedModel, ModelSize } from "../src/index.ts";
import { LmError, loadModel, measureModel } from "../src/index.ts";

/** What the specs do in the page; results are plain data. */
export interface Bench {
  load(
    options?: Partial<LoadOptions>,
  ): Promise<{ backend: string; threads: number; notes: readonly string[]; ms: number }>;
  engine(): { backend: string; threads: number };
  /** The error of a load that must fail. */
  loadError(options?: Partial<LoadOptions>): Promise<{ code: string; message: string }>;
  greedy(prompt: readonly number[], count: number): Promise<number[]>;
  complete(prompts: number[][], maxTokens: number): Promise<number[][]>;
  /** Largest difference between token by token and at once, after every length. */
  cachedAgainstWhole(ids: number[]): Promise<number>;
  branches(prompt: number[], left: number, right: number): Promise<{ between: number; again: number; fresh: number }>;
  /** Times of single steps behind so many tokens, in ms. */
  stepTimes(tokens: number, count: number): Promise<number[]>;
  /** Longest task of the main thread while it generates, and the one noticed of a task of 80 ms made on purpose. */
  longTasks(prompt: number[], count: number): Promise<{ longest: number; control: number; tokens: number }>;
  kill(when: "while loading" | "while reading", prompt: number[]): Promise<string>;
  measure(): Promise<ModelSize>;
  states(): string[];
  dispose(): Promise<void>;
}

declare global {
  var bench: Bench;
}

/** The address says which model the golden files are of. */
const MANIFEST = `/models/${location.hash.slice(1)}/manifest.json`;

let model: LoadedModel | undefined;
let worker: Worker | undefined;
const seenStates = new Set<string>();

function spawnWorker(url: string): Worker {
  worker = new Worker(url, { type: "module" });
  return worker;
}

function theModel(): LoadedModel {
  if (!model) throw new Error("No model is loaded");
  return model;
}

async function load(options: Partial<LoadOptions> = {}): Promise<LoadedModel> {
  seenStates.clear();
  return loadModel({
    manifestUrl: MANIFEST,
    spawnWorker,
    onProgress: ({ chunks }) => chunks.forEach(({ state }) => seenStates.add(state)),
    ...options,
  });
}

const argmax = (values: Float32Array): number =>
  values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);

const gap = (a: Float32Array, b: Float32Array): number =>
  a.reduce((worst, value, index) => Math.max(worst, Math.abs(value - (b[index] ?? Number.NaN))), 0);

async function greedy(prompt: readonly number[], count: number): Promise<number[]> {
  const ids: number[] = [];
  let sequence = await theModel().prefill(prompt);
  while (ids.length < count) {
    const id = argmax(sequence.logits);
    ids.push(id);
    if (ids.length === count) break;
    const longer = await sequence.append(id);
    sequence.dispose();
    sequence = longer;
  }
  sequence.dispose();
  return ids;
}

globalThis.bench = {
  load: async (options) => {
    await model?.dispose();
    const start = performance.now();
    model = await load(options);
    return { ...model.engine, ms: performance.now() - start };
  },
  engine: () => theModel().engine,
  loadError: async (options) => {
    try {
      await (await load(options)).dispose();
    } catch (error) {
      if (error instanceof LmError) return { code: error.code, message: error.message };
      throw error;
    }
    throw new Error("It loaded");
  },
  greedy,
  complete: (prompts, maxTokens) => theModel().complete(prompts, { maxTokens }),
  cachedAgainstWhole: async (ids) => {
    let worst = 0;
    let stepped = await theModel().prefill(ids.slice(0, 1));
    for (const id of ids.slice(1)) {
      const longer = await stepped.append(id);
      stepped.dispose();
      stepped = longer;
    }
    // A text of its own, so that nothing of the first is used: another first token.
    await (await theModel().prefill([ids[1] ?? 0])).append(0);
    const other = await loadModel({ manifestUrl: MANIFEST, without: withoutOf(theModel()) });
    worst = Math.max(worst, gap(stepped.logits, (await other.prefill(ids)).logits));
    await other.dispose();
    return worst;
  },
  branches: async (prompt, left, right) => {
    const root = await theModel().prefill(prompt);
    const fork = root.fork();
    const [a, b] = await Promise.all([root.append(left), fork.append(right)]);
    root.dispose();
    const again = await fork.append(left);
    const deeper = await a.append(right);
    const fresh = await theModel().prefill([...prompt, left, right]);
    return {
      between: gap(a.logits, b.logits),
      again: gap(a.logits, again.logits),
      fresh: gap(deeper.logits, fresh.logits),
    };
  },
  stepTimes: async (tokens, count) => {
    let sequence = await theModel().prefill(Array.from({ length: tokens }, (_, index) => (index * 37) % 6000));
    const times: number[] = [];
    for (let step = 0; step < count; step++) {
      const start = performance.now();
      const longer = await sequence.append(step);
      times.push(performance.now() - start);
      sequence.dispose();
      sequence = longer;
    }
    sequence.dispose();
    return times;
  },
  longTasks: async (prompt, count) => {
    let tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ entryTypes: ["longtask"] });
    // The observer reports at the next idle moment.
    const longest = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const found = Math.max(0, ...tasks);
      tasks = [];
      return found;
    };
    await longest();
    const { length } = await greedy(prompt, count);
    const whileGenerating = await longest();
    const start = performance.now();
    while (performance.now() - start < 80);
    const control = await longest();
    observer.disconnect();
    return { longest: whileGenerating, control, tokens: length };
  },
  kill: async (when, prompt) => {
    if (when === "while reading") {
      const reading = theModel().prefill(prompt);
      worker?.terminate();
      return [...(await reading).ids].join();
    }
    const onProgress = ({ phase }: LoadProgress): void => {
      if (phase === "weights") worker?.terminate();
    };
    return load({ onProgress }).then(
      () => "loaded",
      (error: unknown) => (error instanceof LmError ? error.code : String(error)),
    );
  },
  measure: () => measureModel({ manifestUrl: MANIFEST }),
  states: () => [...seenStates],
  dispose: async () => {
    await model?.dispose();
    model = undefined;
  },
};

/** The same backend once more. */
function withoutOf({ engine }: LoadedModel): ("ort-handles" | "webgpu")[] {
  return engine.backend === "ort-public" ? ["ort-handles"] : [];
}

document.title = "ready";
