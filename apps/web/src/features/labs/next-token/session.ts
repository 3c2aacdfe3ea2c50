import { drawToken, nextTokenDistribution, type Candidate } from "@fewshot/ml-core";
import { uAt } from "./draws.ts";
import { hasEnded } from "./published.ts";
import type { Knobs } from "./settings.ts";
import { reduce, type NextTokenAction, type NextTokenState, type WalkStep } from "./state.ts";
import type { TokenSource } from "./token-source.ts";

/** Why the lab could not do what was asked. The model's own failures are the model store's to tell. */
export type SessionProblem =
  | { kind: "prompt-too-long"; tokens: number; longest: number }
  | { kind: "context-full"; longest: number }
  | { kind: "computation-failed" };

export interface SessionSnapshot {
  readonly state: NextTokenState;
  /** What is going on: nothing, one table, or a run of draws. */
  readonly activity: "idle" | "computing" | "running";
  readonly problem: SessionProblem | null;
  /** null until the first computation has opened it. */
  readonly source: TokenSource | null;
}

export interface SessionOptions {
  start: NextTokenState;
  /** Opens the source on intent, for instance by loading the model; null if it cannot be had (its owner says why). */
  openSource: (signal: AbortSignal) => Promise<TokenSource | null>;
  /** Is told of every failed computation; true if it tells the learner itself and the source must be opened anew. */
  onFailure: (error: unknown) => boolean;
  /** Pause between two draws of a run, so that the eye can follow. */
  pause: () => Promise<void>;
}

/** Draws in one run at most: enough to see a text, short enough to wait for. */
export const longestRun = 100;

/** One lab on the page: state, source and what is going on, outside React so that runs need no component. */
export class NextTokenSession {
  readonly #options: SessionOptions;
  readonly #listeners = new Set<() => void>();
  #snapshot: SessionSnapshot;
  #cancel: AbortController | null = null;
  /** Settles with the newest request; never rejects. */
  #last: Promise<void> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#snapshot = { state: options.start, activity: "idle", problem: null, source: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot => this.#snapshot;

  /** Actions that need no table: a bet, a look back, the size of the series, another branch. */
  dispatch(action: NextTokenAction): void {
    this.#update({ state: reduce(this.#snapshot.state, action) });
  }

  /** Another prompt: the old walk and its run end. */
  write(prompt: string): void {
    this.stop();
    this.#update({ state: reduce(this.#snapshot.state, { type: "wrote", prompt }), problem: null });
  }

  /** Another seed: back to the prompt; the walk so far stays as a branch. */
  reseed(seed: number): void {
    this.stop();
    this.dispatch({ type: "seeded", seed });
  }

  /** Turns a knob. The token on show, if any, is drawn again with its u. */
  turn(patch: Partial<Knobs>): void {
    this.stop();
    const { state } = this.#snapshot;
    const knobs = { ...state.knobs, ...patch };
    const candidates = this.#candidatesAtFocus(knobs);
    const step = state.path[state.focus];
    const redrawn = candidates !== null && step !== undefined ? redraw(step, candidates) : null;
    this.dispatch({ type: "turned", knobs, kept: candidates?.length ?? null, redrawn });
  }

  /** Another branch comes on show. */
  switchTo(index: number): void {
    this.stop();
    this.dispatch({ type: "switched", index });
  }

  /** Rewinds: to the first `length` tokens of a branch, or of the path on show (null). */
  goTo(index: number | null, length: number): void {
    this.stop();
    this.dispatch({ type: "went", index, length });
  }

  /** Computes the table of another prompt, to stand beside this one's. */
  compare(prompt: string): Promise<void> {
    return this.#busy("computing", async (signal) => {
      const source = await this.#open(signal);
      const ids = source.promptIds(prompt);
      const { longest } = source;
      if (ids.length > longest) throw new Problem({ kind: "prompt-too-long", tokens: ids.length, longest });
      await source.logitsAt(ids, signal);
      signal.throwIfAborted();
      this.dispatch({ type: "compared", prompt });
    });
  }

  /** Takes a candidate of the table on show by hand: a fork. */
  choose(id: number): void {
    this.stop();
    const prob = this.#candidatesAtFocus(this.#snapshot.state.knobs)?.find((candidate) => candidate.id === id)?.prob;
    if (prob !== undefined) this.dispatch({ type: "chose", step: { id, prob, how: "chosen", u: null } });
  }

  /** Computes the table on show: after the prompt, and after the tokens up to the focus if some were drawn before. */
  compute(): Promise<void> {
    return this.#busy("computing", async (signal) => {
      const source = await this.#open(signal);
      const { state } = this.#snapshot;
      const ids = idsAtFocus(state, source);
      const { longest } = source;
      if (ids.length > longest) throw new Problem({ kind: "prompt-too-long", tokens: ids.length, longest });
      const candidates = await tableAt(source, { ids, knobs: state.knobs, signal });
      this.dispatch({ type: "computed", kept: candidates.length });
    });
  }

  /** Draws one token; nothing after the end of the text. */
  step(): Promise<void> {
    return this.hasEnded() ? Promise.resolve() : this.#busy("computing", (signal) => this.#drawNext(signal));
  }

  /** Draws until the text ends, `stop` is called, or `longestRun` tokens are drawn. */
  run(): Promise<void> {
    return this.#busy("running", async (signal) => {
      for (let drawn = 0; drawn < longestRun && !this.hasEnded(); drawn += 1) {
        if (drawn > 0) await this.#options.pause();
        signal.throwIfAborted();
        await this.#drawNext(signal);
      }
    });
  }

  /** Stops what is going on; what was drawn stays. */
  stop(): void {
    this.#cancel?.abort();
  }

  /** Back to a starting state. The source stays open: the model need not be loaded again. */
  restart(start: NextTokenState): void {
    this.stop();
    this.#update({ state: start, problem: null });
  }

  /** True if the text has come to its end token. */
  hasEnded(): boolean {
    return hasEnded(this.#snapshot.state, this.#snapshot.source?.endOfTextId ?? null);
  }

  /** The component is gone: stops, and gives the source back. A later computation opens it again. */
  close(): void {
    this.stop();
    this.#snapshot.source?.dispose();
    this.#update({ source: null });
  }

  async #drawNext(signal: AbortSignal): Promise<void> {
    const source = await this.#open(signal);
    const { state } = this.#snapshot;
    const again = source.longest === 1;
    const ids = [...source.promptIds(state.prompt), ...(again ? [] : state.path.map((step) => step.id))];
    if (ids.length > source.longest) throw new Problem({ kind: "context-full", longest: source.longest });
    const candidates = await tableAt(source, { ids, knobs: state.knobs, signal });
    const position = again ? (state.path.length === 0 ? 0 : state.repeats + 1) : state.path.length;
    const u = uAt(state.seed, position);
    if (!state.computed) this.dispatch({ type: "computed", kept: candidates.length });
    this.dispatch({ type: "drew", step: drawWith(candidates, u), again });
  }

  async #open(signal: AbortSignal): Promise<TokenSource> {
    if (this.#snapshot.source !== null) return this.#snapshot.source;
    const source = await untilAborted(this.#options.openSource(signal), signal);
    if (source === null) throw new Problem(null);
    this.#update({ source });
    return source;
  }

  #candidatesAtFocus(knobs: Knobs): Candidate[] | null {
    const { state, source } = this.#snapshot;
    const logits = state.computed ? source?.peek(idsAtFocus(state, source)) : undefined;
    if (logits === undefined || source === null) return null;
    return nextTokenDistribution(logits, knobs, textIds(source, idsAtFocus(state, source)));
  }

  /** One thing at a time: a second request while one is going on is ignored; after a stop, the next waits its turn. */
  #busy(activity: "computing" | "running", work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#cancel !== null && !this.#cancel.signal.aborted) return Promise.resolve();
    const cancel = new AbortController();
    this.#cancel = cancel;
    this.#update({ activity, problem: null });
    this.#last = this.#last.then(() => this.#perform(work, cancel));
    return this.#last;
  }

  async #perform(work: (signal: AbortSignal) => Promise<void>, cancel: AbortController): Promise<void> {
    try {
      cancel.signal.throwIfAborted();
      await work(cancel.signal);
    } catch (error) {
      if (!cancel.signal.aborted) this.#fail(error);
    } finally {
      if (this.#cancel === cancel) {
        this.#cancel = null;
        this.#update({ activity: "idle" });
      }
    }
  }

  #fail(error: unknown): void {
    if (error instanceof Problem) return this.#update({ problem: error.problem });
    if (!this.#options.onFailure(error)) return this.#update({ problem: { kind: "computation-failed" } });
    this.#snapshot.source?.dispose();
    this.#update({ source: null });
  }

  #update(patch: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** The ids before the table on show. */
export function idsAtFocus(state: NextTokenState, source: TokenSource): number[] {
  if (source.longest === 1) return [];
  return [...source.promptIds(state.prompt), ...state.path.slice(0, state.focus).map((step) => step.id)];
}

/** What the repetition penalty counts: the text, without the end token that every prompt is read after. */
export function textIds(source: TokenSource, ids: readonly number[]): readonly number[] {
  return ids.filter((id) => id !== source.endOfTextId);
}

class Problem extends Error {
  /** @param problem - null if somebody else tells the learner. */
  constructor(readonly problem: SessionProblem | null) {
    super(problem?.kind ?? "source unavailable");
  }
}

/** Opening may be slow and shared with other labs: a cancelled session no longer waits for it. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}

/** The candidates after `ids`. What was cancelled meanwhile ends here, so that a late table changes nothing. */
async function tableAt(
  source: TokenSource,
  { ids, knobs, signal }: { ids: readonly number[]; knobs: Knobs; signal: AbortSignal },
): Promise<Candidate[]> {
  const logits = await source.logitsAt(ids, signal);
  signal.throwIfAborted();
  return nextTokenDistribution(logits, knobs, textIds(source, ids));
}

function drawWith(candidates: Candidate[], u: number): WalkStep {
  const id = drawToken(candidates, u);
  return { id, prob: probabilityOf(candidates, id), how: "drawn", u };
}

function redraw(step: WalkStep, candidates: Candidate[]): WalkStep {
  if (step.u !== null) return drawWith(candidates, step.u);
  return { ...step, prob: probabilityOf(candidates, step.id) };
}

function probabilityOf(candidates: readonly Candidate[], id: number): number {
  return candidates.find((candidate) => candidate.id === id)?.prob ?? 0;
}
