import { answerAll, drawQuestions, type Answering } from "@fewshot/ml-core";
import type { LoadedModel } from "@fewshot/lm";
import { LanguageModelStore, type ModelState } from "../language-model/model-store.ts";
import type { ModelId } from "../score-plot/measured.ts";
import { examOf, type Measurement, type Settings } from "./state.ts";

/** Questions between two reports of progress: few enough that a slow phone reports every second or so. */
const batchSize = 10;

/**
 * Asks a model the questions of some settings.
 *
 * @param onProgress - Called after each batch with what was asked and answered rightly so far.
 * @throws The signal's reason if cancelled; what the model throws.
 */
export async function measure(
  model: Answering,
  settings: Settings,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (asked: number, right: number) => void },
): Promise<Measurement> {
  const questions = drawQuestions(examOf(settings), settings.n);
  let right = 0;
  for (let asked = 0; asked < questions.length; asked += batchSize) {
    signal.throwIfAborted();
    const batch = questions.slice(asked, asked + batchSize);
    const answers = await answerAll(model, batch, signal);
    right += batch.filter(({ wanted }, i) => answers[i] === wanted).length;
    onProgress(asked + batch.length, right);
  }
  return { settings, right };
}

/** What the runner is at. */
export interface RunnerState {
  model: ModelState;
  /** The weights that computed last, by name; null before the first. */
  fingerprint: string | null;
  /** The measurement under way. */
  running: { settings: Settings; asked: number; right: number } | null;
}

const atRest: RunnerState = { model: { status: "idle", keptBytes: 0 }, fingerprint: null, running: null };

/** One model of the family at a time, loaded when it is first asked, and one measurement at a time. A store for React. */
export class Runner {
  readonly #openStore: (id: ModelId) => LanguageModelStore;
  readonly #listeners = new Set<() => void>();
  #state = atRest;
  #store: { id: ModelId; store: LanguageModelStore; leave: () => void } | null = null;
  #cancel: AbortController | null = null;

  constructor(openStore = (id: ModelId) => new LanguageModelStore(`/models/${id}/manifest.json`)) {
    this.#openStore = openStore;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): RunnerState => this.#state;

  /** @returns The measurement; null if it was stopped, or the model could not be had, which the state then tells. */
  async run(settings: Settings): Promise<Measurement | null> {
    if (this.#cancel !== null) return null;
    const cancel = new AbortController();
    this.#cancel = cancel;
    const store = this.#storeOf(settings.model);
    let model: LoadedModel | null = null;
    try {
      model = await store.open();
      if (model === null || cancel.signal.aborted) return null;
      const report = (asked: number, right: number) => this.#set({ running: { settings, asked, right } });
      report(0, 0);
      this.#set({ fingerprint: model.fingerprint });
      return await measure(model, settings, { signal: cancel.signal, onProgress: report });
    } catch (error) {
      if (cancel.signal.aborted || (model !== null && store.fail(error, model))) return null;
      throw error;
    } finally {
      this.#cancel = null;
      this.#set({ running: null });
    }
  }

  /** Stops loading or measuring; what was measured before is kept. */
  readonly stop = (): void => {
    this.#store?.store.stop();
    this.#cancel?.abort();
  };

  /** Gives the model back. */
  close(): void {
    this.stop();
    this.#letGo();
  }

  #storeOf(id: ModelId): LanguageModelStore {
    if (this.#store?.id === id) return this.#store.store;
    this.#letGo();
    const store = this.#openStore(id);
    const leave = store.subscribe(() => this.#set({ model: store.getSnapshot() }));
    this.#store = { id, store, leave };
    return store;
  }

  #letGo(): void {
    const state = this.#store?.store.getSnapshot();
    this.#store?.leave();
    this.#store = null;
    if (state?.status === "ready") void state.model.dispose();
  }

  #set(patch: Partial<RunnerState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
