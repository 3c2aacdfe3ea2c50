import type { Outbox, PendingAnswer } from "./outbox.ts";

/** What the server has of one slot. */
export interface ServerDraft {
  response: unknown;
  /** Revision, from 1, growing with each accepted save. */
  rev: number;
  savedAt: Date;
}

/** What `quiz.save` answers. */
export type SaveResult =
  { status: "saved"; rev: number; savedAt: Date } | ({ status: "stale" } & ServerDraft) | { status: "closed" };

export type SaveRequest = Omit<PendingAnswer, "changedAt">;

/** One slot as the learner should see it. */
export interface SlotState {
  response: unknown;
  /** Server revision that `response` is built on; 0 where the server has none. */
  rev: number;
  /**
   * `page`: held by this page alone, so far. `device`: kept on this device, not yet acknowledged. `rival`: another tab or
   * device saved something newer. `closed`: it came after the end.
   */
  status: "empty" | "page" | "device" | "saved" | "rival" | "closed";
  /** When it was changed here (`page`, `device`) or saved by the server (`saved`). */
  at: Date | null;
  rival: ServerDraft | null;
}

/** The newest answers, and why saving does not get through right now (null while it does). */
export interface SyncState {
  slots: readonly SlotState[];
  trouble: "offline" | "signed-out" | null;
}

export interface AnswerSyncOptions {
  attemptId: string;
  /** Names this page, unique. */
  clientId: string;
  /** Server drafts by position; null where there is none. */
  drafts: readonly (ServerDraft | null)[];
  outbox: Outbox;
  save: (request: SaveRequest) => Promise<SaveResult>;
  /** True if the failure means that the session ended. */
  isSignedOut: (failure: unknown) => boolean;
  now: () => Date;
  /** Calls back after the delay, in milliseconds; returns a function that cancels it. */
  schedule: (callback: () => void, delayMs: number) => () => void;
  onChange: (state: SyncState) => void;
}

const SEND_AFTER_MS = 500;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

function slotOf(draft: ServerDraft | null): SlotState {
  if (!draft) return { response: null, rev: 0, status: "empty", at: null, rival: null };
  return { response: draft.response, rev: draft.rev, status: "saved", at: draft.savedAt, rival: null };
}

function slotOfPending(answer: PendingAnswer): SlotState {
  const { response, baseRev, changedAt } = answer;
  return { response, rev: baseRev, status: "device", at: new Date(changedAt), rival: null };
}

/**
 * Keeps a learner's answers safe: on the device first, then on the server, in order, until acknowledged.
 *
 * One save is on its way at a time. A failed one is repeated with
 * the same client id and sequence number, which the server recognises, so a lost reply does no harm. A newer answer of
 * another tab or device is never overwritten: the slot turns to `rival` until the learner decides.
 */
export class AnswerSync {
  readonly #options: AnswerSyncOptions;
  readonly #slots: SlotState[];
  /** Who wrote the newest local answer of a slot, and its sequence number. */
  readonly #authors: { clientId: string; clientSeq: number }[];
  #trouble: SyncState["trouble"] = null;
  #failures = 0;
  #sending: Promise<void> | null = null;
  #cancelTimer = () => {};
  #disposed = false;

  private constructor(options: AnswerSyncOptions, waiting: readonly PendingAnswer[]) {
    this.#options = options;
    const pending = new Map(waiting.map((answer) => [answer.position, answer]));
    this.#slots = options.drafts.map((draft, position) => {
      const answer = pending.get(position);
      return answer ? slotOfPending(answer) : slotOf(draft);
    });
    // A slot that still waits keeps its author: to the server, the next change is then newer, not a rival.
    this.#authors = options.drafts.map((_, position) => {
      const { clientId, clientSeq } = pending.get(position) ?? { clientId: options.clientId, clientSeq: 0 };
      return { clientId, clientSeq };
    });
  }

  /** Reads what an earlier page left in the outbox, and begins to send it. */
  static async start(options: AnswerSyncOptions): Promise<AnswerSync> {
    const waiting = await options.outbox.pending(options.attemptId);
    const sync = new AnswerSync(options, waiting);
    if (waiting.length > 0) sync.#later(0);
    return sync;
  }

  get state(): SyncState {
    return { slots: [...this.#slots], trouble: this.#trouble };
  }

  /**
   * Keeps the answer on this device and sends it soon. Settles once it is durable here.
   *
   * @throws DOMException if the device refuses to store it; it is sent all the same.
   */
  change(position: number, response: unknown): Promise<void> {
    this.#later(SEND_AFTER_MS);
    return this.#keep(position, response, this.#slots[position]?.rev ?? 0);
  }

  /** Sends everything that waits, now. Settles when nothing waits, or when sending failed. */
  flush(): Promise<void> {
    this.#cancelTimer();
    this.#sending ??= this.#sendAll()
      .catch((failure: unknown) => this.#retryLater(failure))
      .finally(() => {
        this.#sending = null;
        this.#publish();
      });
    return this.#sending;
  }

  /** Ends a conflict: keep what is here (`mine`), or take what the server has (`theirs`). */
  async resolve(position: number, side: "mine" | "theirs"): Promise<void> {
    const slot = this.#slots[position];
    const author = this.#authors[position];
    if (!slot?.rival || !author) return;
    if (side === "mine") {
      await this.#keep(position, slot.response, slot.rival.rev);
      return this.flush();
    }
    const { attemptId, outbox } = this.#options;
    await outbox.acknowledge({ attemptId, position, clientSeq: author.clientSeq });
    this.#set(position, slotOf(slot.rival));
  }

  /** Forgets the outbox of a submitted attempt. */
  finish(): Promise<void> {
    this.dispose();
    return this.#options.outbox.clear(this.#options.attemptId);
  }

  dispose(): void {
    this.#disposed = true;
    this.#cancelTimer();
  }

  async #keep(position: number, response: unknown, baseRev: number): Promise<void> {
    const author = this.#authors[position];
    if (!author) throw new RangeError(`the attempt has no slot ${position}`);
    author.clientSeq += 1;
    const { clientId, clientSeq } = author;
    const { attemptId, outbox, now } = this.#options;
    const kept: SlotState = { response, rev: baseRev, status: "page", at: now(), rival: null };
    this.#set(position, kept);
    const changedAt = now().toISOString();
    await outbox.put({ attemptId, position, response, baseRev, clientId, clientSeq, changedAt });
    if (this.#slots[position] === kept) this.#set(position, { ...kept, status: "device" });
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const position = this.#slots.findIndex((slot) => slot.status === "page" || slot.status === "device");
      const slot = this.#slots[position];
      const author = this.#authors[position];
      if (!slot || !author || this.#disposed) return;
      const { attemptId, save } = this.#options;
      const sent = { attemptId, position, response: slot.response, baseRev: slot.rev, ...author };
      await this.#accept(sent, await save(sent));
      this.#failures = 0;
      this.#trouble = null;
    }
  }

  async #accept(sent: SaveRequest, result: SaveResult): Promise<void> {
    const slot = this.#slots[sent.position];
    if (!slot) return;
    if (result.status === "stale") {
      const { response, rev, savedAt } = result;
      return this.#set(sent.position, { ...slot, status: "rival", rival: { response, rev, savedAt } });
    }
    if (result.status === "closed") return this.#set(sent.position, { ...slot, status: "closed" });
    const changedMeanwhile = this.#authors[sent.position]?.clientSeq !== sent.clientSeq;
    // The newer answer was written on top of the one just saved: rebase it, durably, before it is sent in its turn.
    if (changedMeanwhile) return this.#keep(sent.position, slot.response, result.rev);
    await this.#options.outbox.acknowledge(sent);
    this.#set(sent.position, { ...slot, rev: result.rev, status: "saved", at: result.savedAt });
  }

  #retryLater(failure: unknown): void {
    this.#trouble = this.#options.isSignedOut(failure) ? "signed-out" : "offline";
    const delayMs = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? SEND_AFTER_MS;
    this.#failures += 1;
    this.#later(delayMs);
  }

  #later(delayMs: number): void {
    this.#cancelTimer();
    if (!this.#disposed) this.#cancelTimer = this.#options.schedule(() => void this.flush(), delayMs);
  }

  #set(position: number, slot: SlotState): void {
    this.#slots[position] = slot;
    this.#publish();
  }

  #publish(): void {
    if (!this.#disposed) this.#options.onChange(this.state);
  }
}
