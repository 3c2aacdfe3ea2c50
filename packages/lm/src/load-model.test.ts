import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { WorkerLike } from "./exchange.ts";
import { createFakeModel } from "./fake-model.ts";
import type { EngineEnvironment } from "./load-engine.ts";
import { LmError } from "./lm-error.ts";
import type { LoadOptions } from "./load-model.ts";
import { loadModel } from "./load-model.ts";
import type { LoadProgress } from "./load-progress.ts";
import type { WorkerRequest } from "./protocol.ts";
import { createChannelWorker } from "./testing/channel-worker.ts";
import { largestGap } from "./testing/fixtures.ts";
import { nodeRuntime } from "./testing/node-runtime.ts";
import type { FakeAnswer } from "./testing/fake-network.ts";
import { createFakeCaches } from "./testing/fake-network.ts";
import { MICRO_URL, createMicroEnvironment, createMicroNetwork, microManifest } from "./testing/micro-model.ts";

/** Loads the micro model through a message channel, with anything around it changed. */
async function load(options: Partial<LoadOptions> = {}, environment: Partial<EngineEnvironment> = {}) {
  const spawnWorker = () => createChannelWorker({ ...createMicroEnvironment(), ...environment });
  const model = await loadModel({ manifestUrl: MICRO_URL, spawnWorker, ...options });
  onTestFinished(() => model.dispose());
  return model;
}

const withFiles = (changes: Record<string, FakeAnswer>) => createMicroEnvironment(createMicroNetwork(changes));
const manifestBytes = (manifest: unknown) => new TextEncoder().encode(JSON.stringify(manifest));

describe("loadModel", () => {
  it("brings tokenizer, manifest and fingerprint along", async () => {
    const model = await load();
    expect(model.tokenizer.encode("我")).toHaveLength(3);
    expect(model.tokenizer.vocabSize).toBe(model.vocabSize);
    expect(model.manifest).toEqual(microManifest);
    expect(model.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(model.backend).toBe("wasm");
    expect(model.engine).toEqual({ backend: "ort-handles", threads: 1, notes: [] });
  });

  it("reports its phases in order, ending with all bytes there", async () => {
    const seen: LoadProgress[] = [];
    await load({ onProgress: (progress) => seen.push(progress) });
    const phases = seen.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(["manifest", "weights", "runtime", "warm-up"]);
    expect(phases).toEqual([...phases].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    const { bytes } = microManifest.files.decode;
    expect(seen.at(-1)).toMatchObject({ loadedBytes: bytes, networkBytes: bytes, totalBytes: bytes });
  });

  it("needs the network only for the manifest on a second visit", async () => {
    const { storage } = createFakeCaches();
    await load({}, createMicroEnvironment(createMicroNetwork(), storage));
    const network = createMicroNetwork();
    await load({}, createMicroEnvironment(network, storage));
    expect(network.asked).toEqual([`${MICRO_URL} (no-cache)`]);
  });

  it("needs no network at all on a second visit", async () => {
    const { storage } = createFakeCaches();
    await load({}, createMicroEnvironment(createMicroNetwork(), storage));
    const network = createMicroNetwork({ "manifest.json": "unreachable" });
    const model = await load({}, createMicroEnvironment(network, storage));
    expect(model.manifest).toEqual(microManifest);
    expect(network.asked).toEqual([`${MICRO_URL} (no-cache)`]);
  });

  it("warms up until its time is over", async () => {
    let time = 0;
    let steps = 0;
    const counting: Partial<EngineEnvironment> = {
      now: () => (time += 100),
      startRuntime: countingRuntime(() => steps++),
    };
    await load({}, counting);
    expect(steps).toBe(5);
  });

  it.each<[string, LmError["code"], Partial<EngineEnvironment>]>([
    ["there is no manifest", "network", withFiles({ "manifest.json": 404 })],
    ["the connection is down", "network", withFiles({ "manifest.json": "unreachable" })],
    [
      "the manifest is a web page",
      "corrupt",
      withFiles({ "manifest.json": new TextEncoder().encode("<!doctype html>") }),
    ],
    ["the manifest is malformed", "corrupt", withFiles({ "manifest.json": manifestBytes({ format: 1 }) })],
    ["the merges are damaged", "corrupt", withFiles({ "merges.txt": new TextEncoder().encode("#version: 9.9\n") })],
    [
      "the runtime cannot start",
      "unsupported",
      { startRuntime: () => Promise.reject(new LmError("unsupported", "no SIMD")) },
    ],
    [
      "the weights do not fit",
      "out-of-memory",
      { startRuntime: () => Promise.resolve({ open: () => Promise.reject(new RangeError("std::bad_alloc")) }) },
    ],
    [
      "something unforeseen breaks",
      "worker",
      { startRuntime: () => Promise.resolve({ open: () => Promise.reject(new Error("surprise")) }) },
    ],
  ])("fails with a code when %s", async (_, code, environment) => {
    await expect(load({}, environment)).rejects.toMatchObject({ name: "LmError", code });
  });

  it("refuses weights that the runtime cannot read", async () => {
    const startRuntime: EngineEnvironment["startRuntime"] = async () => {
      const runtime = await nodeRuntime();
      return { open: (request) => runtime.open({ ...request, model: request.model.map((byte) => byte ^ 0x55) }) };
    };
    await expect(load({}, { startRuntime })).rejects.toMatchObject({ code: "corrupt" });
  });

  it("refuses a tokenizer of another size than the model's", async () => {
    const spawnWorker = () => createChannelWorker(withFiles({ "manifest.json": manifestBytes(twoSpecials) }));
    const twoSpecials = structuredClone(microManifest);
    twoSpecials.tokenizer.specialTokens.push("<|other|>");
    await expect(load({ spawnWorker })).rejects.toMatchObject({
      code: "corrupt",
      message: expect.stringMatching("258"),
    });
  });

  it("does not start for a signal that is already aborted, and stops for one that is aborted later", async () => {
    const spawnWorker = () => expect.fail("a worker was made");
    await expect(load({ signal: AbortSignal.abort(), spawnWorker })).rejects.toMatchObject({ code: "aborted" });

    const controller = new AbortController();
    const { url } = microManifest.files.decode.chunks[0]!;
    const onProgress = ({ phase }: LoadProgress) => phase === "weights" && controller.abort();
    const stopped = load({ signal: controller.signal, onProgress }, withFiles({ [url]: "hangs" }));
    await expect(stopped).rejects.toMatchObject({ code: "aborted" });
  });

  it("fails with the code worker when the worker cannot be started", async () => {
    const worker = createSilentWorker();
    const loading = load({ spawnWorker: () => worker });
    await vi.waitFor(() => expect(worker.onerror).not.toBeNull());
    worker.onerror?.({ message: "", preventDefault: () => undefined } as ErrorEvent);
    await expect(loading).rejects.toMatchObject({ code: "worker" });
    expect(worker.isTerminated()).toBe(true);
  });

  it("says unsupported where there are no workers", async () => {
    vi.stubGlobal("Worker", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    await expect(loadModel({ manifestUrl: MICRO_URL })).rejects.toMatchObject({ code: "unsupported" });
  });
});

describe("a loaded model", () => {
  it("goes on in another worker when its own has crashed, with the same text", async () => {
    const { spawnWorker, crash } = crashingWorkers();
    const model = await load({ spawnWorker });
    const sequence = await model.prefill([1, 2, 3]);
    const expected = await sequence.append(4);
    crash();
    const open = sequence.append(4);
    expect(largestGap((await open).logits, expected.logits)).toBeLessThan(1e-4);
    expect((await open).ids).toEqual([1, 2, 3, 4]);
    // The inner calls are left alone after a crash.
    expect(model.engine).toMatchObject({ backend: "ort-public" });
    expect((await (await open).append(5)).ids).toEqual([1, 2, 3, 4, 5]);
  });

  it("says so when the second worker crashes in the same request, and recovers at the next one", async () => {
    const { spawnWorker, crash, crashAtNext } = crashingWorkers();
    const model = await load({ spawnWorker });
    crashAtNext("prefill", 2);
    await expect(model.prefill([1, 2, 3])).rejects.toMatchObject({
      code: "worker",
      message: expect.stringMatching("stopped again.*out of luck"),
    });
    expect((await model.prefill([1])).ids).toEqual([1]);
    crash();
    expect((await model.prefill([2])).ids).toEqual([2]);
  });

  it("starts anew with empty memory when the memory is exhausted, and keeps the quick way to compute", async () => {
    let spawned = 0;
    let isFull = false;
    const startRuntime = countingRuntime(() => {
      if (isFull && spawned === 1) throw new RangeError("out of memory: no room for 9 bytes");
    });
    const spawnWorker = () => {
      spawned++;
      return createChannelWorker({ ...createMicroEnvironment(), startRuntime });
    };
    const model = await load({ spawnWorker });
    const sequence = await model.prefill([1, 2, 3]);
    isFull = true;
    expect((await sequence.append(4)).ids).toEqual([1, 2, 3, 4]);
    expect(spawned).toBe(2);
    expect(model.engine).toMatchObject({ backend: "ort-handles" });
  });

  it("says that memory is short when a new worker has too little as well", async () => {
    let isFull = false;
    const startRuntime = countingRuntime(() => {
      if (isFull) throw new RangeError("out of memory: no room for 9 bytes");
    });
    const spawnWorker = () => createChannelWorker({ ...createMicroEnvironment(), startRuntime });
    const model = await load({ spawnWorker });
    isFull = true;
    await expect(model.prefill([1])).rejects.toMatchObject({ name: "LmError", code: "out-of-memory" });
  });

  it("does not start another worker once it is disposed", async () => {
    const { spawnWorker, spawned } = crashingWorkers();
    const model = await load({ spawnWorker });
    const open = model.prefill([1, 2, 3]);
    await model.dispose();
    await expect(open).rejects.toMatchObject({ code: "worker" });
    expect(spawned()).toBe(1);
  });

  it("gives back what was read for a request that was cancelled meanwhile", async () => {
    const sent: WorkerRequest[] = [];
    const spawnWorker = () => {
      const worker = createChannelWorker(createMicroEnvironment());
      const { postMessage } = worker;
      worker.postMessage = (message) => {
        sent.push(message);
        // The cancel message is lost on the way, so the worker finishes its work.
        if (message.type !== "cancel") postMessage(message);
      };
      return worker;
    };
    const model = await load({ spawnWorker });
    const controller = new AbortController();
    const cancelled = model.prefill([1, 2], controller.signal);
    controller.abort();
    await expect(cancelled).rejects.toThrow();
    await model.prefill([3]);
    expect(sent.map(({ type }) => type)).toEqual(["load", "prefill", "cancel", "prefill", "release"]);
  });

  it("names texts that are done with along with the next request, and without one a little later", async () => {
    const sent: WorkerRequest[] = [];
    const spawnWorker = () => {
      const worker = createChannelWorker(createMicroEnvironment());
      const { postMessage } = worker;
      worker.postMessage = (message) => {
        sent.push(message);
        postMessage(message);
      };
      return worker;
    };
    const model = await load({ spawnWorker });
    const [first, second] = [await model.prefill([1]), await model.prefill([2])];
    first.dispose();
    const third = await second.append(3);
    expect(sent.at(-1)).toMatchObject({ type: "append", released: [1] });
    second.dispose();
    third.dispose();
    expect(sent.at(-1)).toMatchObject({ type: "append" });
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ type: "release", handles: [2, 3] }));
    expect((await model.prefill([4])).ids).toEqual([4]);
    expect(sent.at(-1)).toMatchObject({ type: "prefill", released: undefined });
  });

  it("skips a request that was cancelled while it queued", async () => {
    let runs = 0;
    const model = await load({}, { startRuntime: countingRuntime(() => runs++) });
    const before = runs;
    const controller = new AbortController();
    const first = model.prefill([1]);
    const queued = [2, 3, 4].map((id) => model.prefill([id], controller.signal).catch(() => "stopped"));
    controller.abort();
    await first;
    expect(await Promise.all(queued)).toEqual(["stopped", "stopped", "stopped"]);
    await model.prefill([5]);
    expect(runs - before).toBe(2);
  });
});

describe("createFakeModel", () => {
  it("says what a test tells it to", async () => {
    const model = createFakeModel({ vocabSize: 3, logitsOf: (ids) => [ids.length, 0, -1] });
    const sequence = await model.prefill([1, 1]);
    expect([...sequence.logits]).toEqual([2, 0, -1]);
    expect([...(await sequence.append(0)).logits]).toEqual([3, 0, -1]);
    expect(model.endOfTextId).toBe(2);
  });
});

const order: LoadProgress["phase"][] = ["manifest", "weights", "runtime", "warm-up"];

function createSilentWorker(): WorkerLike & { isTerminated(): boolean } {
  let isTerminated = false;
  return {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: () => undefined,
    terminate: () => {
      isTerminated = true;
    },
    isTerminated: () => isTerminated,
  };
}

/** Tells of every token read in a cache. */
function countingRuntime(onRead: () => void): EngineEnvironment["startRuntime"] {
  return async () => {
    const runtime = await nodeRuntime();
    return {
      open: async (request) => {
        const opened = await runtime.open(request);
        const createCache = () => {
          const cache = opened.backend.createCache();
          const read: typeof cache.read = (ids, at) => {
            onRead();
            return cache.read(ids, at);
          };
          return { read, copy: (length: number) => cache.copy(length), release: () => cache.release() };
        };
        return { ...opened, backend: { id: opened.backend.id, createCache, dispose: () => opened.backend.dispose() } };
      },
    };
  };
}

/** Workers that can be made to crash, now or when they are next asked for something. */
function crashingWorkers() {
  const workers: WorkerLike[] = [];
  let crashes: { type: WorkerRequest["type"]; left: number } | undefined;
  const crash = (worker = workers.at(-1)!) =>
    worker.onerror?.({ message: "out of luck", preventDefault: () => undefined } as ErrorEvent);
  const spawnWorker = () => {
    const worker = createChannelWorker(createMicroEnvironment());
    workers.push(worker);
    const { postMessage } = worker;
    worker.postMessage = (message) => {
      postMessage(message);
      if (crashes?.type !== message.type || crashes.left-- <= 0) return;
      setImmediate(() => crash(worker));
    };
    return worker;
  };
  return {
    spawnWorker,
    crash: () => crash(),
    crashAtNext: (type: WorkerRequest["type"], times: number) => {
      crashes = { type, left: times };
    },
    spawned: () => workers.length,
  };
}
