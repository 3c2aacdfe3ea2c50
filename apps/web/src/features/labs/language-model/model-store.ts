import {
  loadModel,
  measureModel,
  LmError,
  type LmErrorCode,
  type LoadedModel,
  type LoadOptions,
  type LoadProgress,
  type ModelSize,
} from "@fewshot/lm";

/** The page's one model, as far as it is. */
export type ModelState =
  /** Not asked for, or stopped; then `keptBytes` of it are already on this device. */
  | { status: "idle"; keptBytes: number }
  /** The browser saves data, so loading waits for a yes; `bytes` are at most what it would fetch. */
  | { status: "asking"; bytes: number; confirm: () => void }
  | { status: "loading"; progress: LoadProgress | null }
  | { status: "ready"; model: LoadedModel }
  | { status: "failed"; code: LmErrorCode };

/** What the store needs of its surroundings; a test gives its own. */
export interface StoreOptions {
  load?: (options: LoadOptions) => Promise<LoadedModel>;
  measure?: (options: { manifestUrl: string }) => Promise<ModelSize>;
  /** Whether this browser was told to save data. */
  savesData?: () => boolean;
}

/**
 * One language model for all labs of a page: loaded at most once, never before somebody asks for it, kept until the
 * page goes. An external store for React.
 */
export class LanguageModelStore {
  readonly #manifestUrl: string;
  readonly #options: Required<StoreOptions>;
  readonly #listeners = new Set<() => void>();
  #state: ModelState = { status: "idle", keptBytes: 0 };
  #loading: Promise<LoadedModel | null> | null = null;
  #cancel: AbortController | null = null;
  #isConfirmed = false;

  constructor(manifestUrl: string, options: StoreOptions = {}) {
    this.#manifestUrl = manifestUrl;
    this.#options = { load: loadModel, measure: measureModel, savesData: browserSavesData, ...options };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): ModelState => this.#state;

  /**
   * @returns The model; null if it was stopped or failed or waits for a yes, which the state then tells. Joins a loading
   *   under way.
   */
  open(): Promise<LoadedModel | null> {
    if (this.#state.status === "ready") return Promise.resolve(this.#state.model);
    this.#loading ??= this.#start().finally(() => (this.#loading = null));
    return this.#loading;
  }

  /** Stops loading. What has arrived is kept on the device. */
  readonly stop = (): void => this.#cancel?.abort();

  /**
   * Reports what went wrong in a computation.
   *
   * @param model - The one that was computing. If the page has another by now, that one is left alone.
   * @returns True if it was the model's fault. It is then given up, and the next `open` loads it anew.
   */
  fail(error: unknown, model: LoadedModel): boolean {
    if (!(error instanceof LmError) || error.code === "aborted") return false;
    if (this.#state.status !== "ready" || this.#state.model !== model) return true;
    void model.dispose();
    this.#set({ status: "failed", code: error.code });
    return true;
  }

  async #start(): Promise<LoadedModel | null> {
    const cancel = new AbortController();
    this.#cancel = cancel;
    const isToAsk = !this.#isConfirmed && this.#options.savesData();
    if (isToAsk && (await this.#ask())) return null;
    this.#set({ status: "loading", progress: null });
    const onProgress = (progress: LoadProgress) => this.#set({ status: "loading", progress });
    try {
      const model = await this.#options.load({ manifestUrl: this.#manifestUrl, onProgress, signal: cancel.signal });
      this.#set({ status: "ready", model });
      return model;
    } catch (error) {
      const keptBytes = this.#state.status === "loading" ? keptBytesOf(this.#state.progress) : 0;
      const code = error instanceof LmError ? error.code : "worker";
      this.#set(cancel.signal.aborted ? { status: "idle", keptBytes } : { status: "failed", code });
      return null;
    } finally {
      this.#cancel = null;
    }
  }

  /** Asks before a download that the browser's setting speaks against. @returns False when all is here already. */
  async #ask(): Promise<boolean> {
    // Without a size there is nothing to ask; loading itself will tell what is wrong.
    const size = await this.#options.measure({ manifestUrl: this.#manifestUrl }).catch(() => null);
    if (size === null || size.missingBytes === 0) return false;
    this.#set({ status: "asking", bytes: size.missingBytes, confirm: () => (this.#isConfirmed = true) });
    return true;
  }

  #set(state: ModelState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Bytes of the chunks that are complete: only those are kept. */
function keptBytesOf(progress: LoadProgress | null): number {
  const whole = progress?.chunks.filter(({ state }) => state === "cache" || state === "done") ?? [];
  return whole.reduce((sum, chunk) => sum + chunk.bytes, 0);
}

/** The setting of a browser or a device; not every browser tells. */
function browserSavesData(): boolean {
  return (globalThis.navigator as { connection?: { saveData?: boolean } } | undefined)?.connection?.saveData === true;
}
