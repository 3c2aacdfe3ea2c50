import type { CancelSignal } from "@fewshot/ml-core";
import type { BackendId } from "./backend.ts";
import type { CompleteOptions, Driver, Reading, WeightsHash } from "./driver.ts";
import { LmError } from "./lm-error.ts";
import type { EngineInfo } from "./protocol.ts";

/** A driver that may stop for good, and what it computes with. */
export interface Running {
  driver: Driver;
  engine: EngineInfo;
}

/** A text as the page knows it: enough to read it again elsewhere. */
interface Text {
  ids: readonly number[];
  driver: Driver;
  handle: number;
}

/**
 * A driver that outlives its engine. When a request fails through the engine's fault (its worker crashed or was taken
 * away, its memory is exhausted, its device is lost), another is started and the request is made once more; texts of
 * the old one are read again when they are continued. A second failure of the same request is its caller's.
 */
export class RestartingDriver implements Driver {
  readonly #start: (without: readonly BackendId[]) => Promise<Running>;
  readonly #texts = new Map<number, Text>();
  readonly #without = new Set<BackendId>();
  #running: Running;
  #restarting: Promise<void> | undefined;
  #isDisposed = false;
  #nextHandle = 1;

  /** @param start - Makes another engine, without the backends named if it can. */
  constructor(first: Running, start: (without: readonly BackendId[]) => Promise<Running>) {
    this.#running = first;
    this.#start = start;
  }

  /** What computes now; another after a restart. */
  get engine(): EngineInfo {
    return this.#running.engine;
  }

  prefill(ids: readonly number[], signal?: CancelSignal): Promise<Reading> {
    return this.#attempt(async (driver) => this.#keep(driver, ids, await driver.prefill(ids, signal)));
  }

  append(handle: number, token: number, signal?: CancelSignal): Promise<Reading> {
    const text = this.#texts.get(handle);
    if (!text) return Promise.reject(new Error(`There is no sequence ${handle}`));
    const ids = [...text.ids, token];
    return this.#attempt(async (driver) => {
      const isHere = text.driver === driver;
      const read = isHere ? driver.append(text.handle, token, signal) : driver.prefill(ids, signal);
      return this.#keep(driver, ids, await read);
    });
  }

  complete(
    prompts: readonly (readonly number[])[],
    options: CompleteOptions,
    signal?: CancelSignal,
  ): Promise<number[][]> {
    return this.#attempt((driver) => driver.complete(prompts, options, signal));
  }

  hashWeights(): Promise<WeightsHash | null> {
    return this.#attempt((driver) => driver.hashWeights());
  }

  release(handle: number): void {
    const text = this.#texts.get(handle);
    this.#texts.delete(handle);
    if (text?.driver === this.#running.driver) text.driver.release(text.handle);
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    this.#texts.clear();
    await this.#running.driver.dispose();
  }

  async #attempt<T>(work: (driver: Driver) => Promise<T>): Promise<T> {
    if (this.#restarting) await this.#restarting;
    const used = this.#running;
    try {
      return await work(used.driver);
    } catch (error) {
      if (this.#isDisposed || !isEngineFault(error)) throw error;
      await this.#restart(used, error);
    }
    return work(this.#running.driver).catch((error: unknown) => {
      throw isEngineFault(error) ? stoppedTwice(error) : error;
    });
  }

  /** Requests that fail together restart it once. */
  #restart(failed: Running, error: LmError): Promise<void> {
    if (failed !== this.#running) return this.#restarting ?? Promise.resolve();
    this.#restarting ??= this.#replace(failed, error).finally(() => (this.#restarting = undefined));
    return this.#restarting;
  }

  async #replace({ driver, engine }: Running, error: LmError): Promise<void> {
    if (isAnotherBackendBetter(engine.backend, error)) this.#without.add(engine.backend);
    await driver.dispose();
    const next = await this.#start([...this.#without]);
    if (this.#isDisposed) await next.driver.dispose();
    this.#running = next;
  }

  #keep(driver: Driver, ids: readonly number[], { handle, logits }: Reading): Reading {
    const own = this.#nextHandle++;
    this.#texts.set(own, { ids, driver, handle });
    return { handle: own, logits };
  }
}

/** A fault that a new engine may not have. */
function isEngineFault(error: unknown): error is LmError {
  return error instanceof LmError && (error.code === "worker" || error.code === "out-of-memory");
}

/**
 * A graphics card that failed once is left alone. The inner calls are given up when they break, but not for want of
 * memory: the public interface needs more of it.
 */
function isAnotherBackendBetter(backend: BackendId, { code }: LmError): boolean {
  return backend === "webgpu" || (backend === "ort-handles" && code === "worker");
}

function stoppedTwice(error: LmError): LmError {
  return new LmError(error.code, `The model stopped, was started again and stopped again: ${error.message}`, {
    cause: error,
  });
}
