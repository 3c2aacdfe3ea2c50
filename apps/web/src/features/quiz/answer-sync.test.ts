import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  AnswerSync,
  type AnswerSyncOptions,
  type SaveRequest,
  type SaveResult,
  type SyncState,
} from "./answer-sync.ts";
import { memoryOutbox, type Outbox } from "./outbox.ts";

/** The server's rule for one attempt: what `quiz.save` promises. */
class FakeServer {
  readonly drafts = new Map<number, { response: unknown; rev: number; clientId: string; clientSeq: number }>();
  writes = 0;

  save(request: SaveRequest): SaveResult {
    const { position, response, clientId, clientSeq } = request;
    const savedAt = new Date(0);
    const stored = this.drafts.get(position) ?? { response: undefined, rev: 0, clientId: "", clientSeq: 0 };
    const isOwn = stored.clientId === clientId;
    if (isOwn && stored.clientSeq === clientSeq) return { status: "saved", rev: stored.rev, savedAt };
    const isNewerOwn = isOwn && stored.clientSeq < clientSeq;
    if (!isNewerOwn && stored.rev !== request.baseRev) {
      return { status: "stale", response: stored.response, rev: stored.rev, savedAt };
    }
    const rev = stored.rev + 1;
    this.drafts.set(position, { response, rev, clientId, clientSeq });
    this.writes += 1;
    return { status: "saved", rev, savedAt };
  }
}

const page = (
  server: FakeServer,
  outbox: Outbox,
  overrides: Partial<AnswerSyncOptions> & { clientId: string },
): Promise<AnswerSync> =>
  AnswerSync.start({
    attemptId: "attempt",
    drafts: [null, null],
    outbox,
    save: async (request) => server.save(request),
    isSignedOut: (failure) => failure instanceof Error && failure.message === "signed out",
    now: () => new Date(0),
    schedule: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    onChange: () => {},
    ...overrides,
  });

const statuses = ({ slots }: SyncState) => slots.map((slot) => slot.status);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("AnswerSync", () => {
  it("keeps an answer on the device before it reaches the server", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    const sync = await page(server, outbox, { clientId: "tab" });
    await sync.change(1, "b");
    expect(statuses(sync.state)).toEqual(["empty", "device"]);
    expect(await outbox.pending("attempt")).toMatchObject([{ position: 1, response: "b" }]);
    expect(server.writes).toBe(0);
  });

  it("sends within a second, and empties the outbox only after the acknowledgement", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    const sync = await page(server, outbox, { clientId: "tab" });
    await sync.change(0, "a");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(statuses(sync.state)).toEqual(["saved", "empty"]);
    expect(server.drafts.get(0)?.response).toBe("a");
    expect(await outbox.pending("attempt")).toEqual([]);
  });

  it("keeps answers while offline, says so, and delivers the newest when the network is back", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    let offline = true;
    const save = async (request: SaveRequest) => {
      if (offline) throw new TypeError("Failed to fetch");
      return server.save(request);
    };
    const sync = await page(server, outbox, { clientId: "tab", save });
    await sync.change(0, "first");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sync.state.trouble).toBe("offline");
    await sync.change(0, "second");
    offline = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sync.state).toMatchObject({ trouble: null, slots: [{ status: "saved", response: "second" }, {}] });
    expect(server.drafts.get(0)?.response).toBe("second");
  });

  it("delivers what a killed page left behind, and shows it meanwhile", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    const killed = await page(server, outbox, { clientId: "tab" });
    await killed.change(0, "kept");
    killed.dispose();
    const reopened = await page(server, outbox, { clientId: "next tab" });
    expect(reopened.state.slots[0]).toMatchObject({ status: "device", response: "kept" });
    await vi.advanceTimersByTimeAsync(10);
    expect(server.drafts.get(0)?.response).toBe("kept");
  });

  it("writes once when the reply was lost and the save repeated", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    let lose = true;
    const save = async (request: SaveRequest) => {
      const result = server.save(request);
      if (lose) throw new TypeError("Failed to fetch");
      return result;
    };
    const sync = await page(server, outbox, { clientId: "tab", save });
    await sync.change(0, "a");
    await sync.flush();
    lose = false;
    await sync.flush();
    expect(server.writes).toBe(1);
    expect(statuses(sync.state)).toEqual(["saved", "empty"]);
  });

  it("lets a newer answer of the same page through although the reply to the older one was lost", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    let lose = true;
    const save = async (request: SaveRequest) => {
      const result = server.save(request);
      if (lose) throw new TypeError("Failed to fetch");
      return result;
    };
    const sync = await page(server, outbox, { clientId: "tab", save });
    await sync.change(0, "older");
    await sync.flush();
    await sync.change(0, "newer");
    lose = false;
    await sync.flush();
    expect(server.drafts.get(0)?.response).toBe("newer");
    expect(statuses(sync.state)).toEqual(["saved", "empty"]);
  });

  it("never overwrites another tab's newer answer, and lets the learner choose", async () => {
    const server = new FakeServer();
    const [here, there] = [
      await page(server, memoryOutbox(), { clientId: "a" }),
      await page(server, memoryOutbox(), { clientId: "b" }),
    ];
    await there.change(0, "theirs");
    await there.flush();
    await here.change(0, "mine");
    await here.flush();
    expect(here.state.slots[0]).toMatchObject({ status: "rival", response: "mine", rival: { response: "theirs" } });
    expect(server.drafts.get(0)?.response).toBe("theirs");
    await here.resolve(0, "mine");
    expect(server.drafts.get(0)?.response).toBe("mine");
    expect(here.state.slots[0]?.status).toBe("saved");
  });

  it("takes the other tab's answer when the learner says so", async () => {
    const [server, outbox] = [new FakeServer(), memoryOutbox()];
    const [here, there] = [
      await page(server, outbox, { clientId: "a" }),
      await page(server, memoryOutbox(), { clientId: "b" }),
    ];
    await there.change(0, "theirs");
    await there.flush();
    await here.change(0, "mine");
    await here.flush();
    await here.resolve(0, "theirs");
    expect(here.state.slots[0]).toMatchObject({ status: "saved", response: "theirs" });
    expect(await outbox.pending("attempt")).toEqual([]);
  });

  it("says that the session ended, and keeps the answer", async () => {
    const outbox = memoryOutbox();
    const save = async () => {
      throw new Error("signed out");
    };
    const sync = await page(new FakeServer(), outbox, { clientId: "tab", save });
    await sync.change(0, "a");
    await sync.flush();
    expect(sync.state).toMatchObject({ trouble: "signed-out", slots: [{ status: "device" }, {}] });
    expect(await outbox.pending("attempt")).toHaveLength(1);
  });

  it("does not send an answer again that came after the end", async () => {
    const save = vi.fn(async () => ({ status: "closed" }) as const);
    const sync = await page(new FakeServer(), memoryOutbox(), { clientId: "tab", save });
    await sync.change(0, "late");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(statuses(sync.state)).toEqual(["closed", "empty"]);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("says that an answer is in this page alone while the device refuses to store it, and sends it all the same", async () => {
    const server = new FakeServer();
    const refusing: Outbox = { ...memoryOutbox(), put: () => Promise.reject(new Error("quota")) };
    const sync = await page(server, refusing, { clientId: "tab" });
    await expect(sync.change(0, "a")).rejects.toThrow("quota");
    expect(statuses(sync.state)).toEqual(["page", "empty"]);
    await sync.flush();
    expect(statuses(sync.state)).toEqual(["saved", "empty"]);
  });

  it("ends with the newest answer on the server, whatever is lost, repeated or killed on the way", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("change" as const), position: fc.integer({ min: 0, max: 1 }), value: fc.nat(99) }),
      fc.constantFrom({ kind: "flush" as const }, { kind: "kill" as const }),
      fc.constantFrom({ kind: "lose-request" as const }, { kind: "lose-reply" as const }, { kind: "heal" as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const [server, outbox] = [new FakeServer(), memoryOutbox()];
        let network: "up" | "lose-request" | "lose-reply" = "up";
        const save = async (request: SaveRequest) => {
          if (network === "lose-request") throw new TypeError("Failed to fetch");
          const result = server.save(request);
          if (network === "lose-reply") throw new TypeError("Failed to fetch");
          return result;
        };
        const drafts = () =>
          [0, 1].map((position) => {
            const stored = server.drafts.get(position);
            return stored ? { response: stored.response, rev: stored.rev, savedAt: new Date(0) } : null;
          });
        let pages = 0;
        const open = () => page(server, outbox, { clientId: `tab ${(pages += 1)}`, save, drafts: drafts() });
        let sync = await open();
        const newest = new Map<number, unknown>();
        for (const event of steps) {
          if (event.kind === "change") {
            newest.set(event.position, event.value);
            await sync.change(event.position, event.value);
          } else if (event.kind === "flush") await sync.flush();
          else if (event.kind === "kill") {
            sync.dispose();
            sync = await open();
          } else network = event.kind === "heal" ? "up" : event.kind;
        }
        network = "up";
        await sync.flush();
        for (const [position, value] of newest) expect(server.drafts.get(position)?.response).toBe(value);
        expect(await outbox.pending("attempt")).toEqual([]);
        sync.dispose();
      }),
      { numRuns: 300 },
    );
  });
});
