import type { ProbeTask } from "./probe.ts";
import { OPERATIONS_PER_TURN, instantiate } from "./probe-module.ts";

const PAGE = 65536;
const TURNS = 200_000;

/** Runs `work` again and again for some time: bytes or operations a second. */
function rate(amount: number, forMs: number, work: () => void): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < forMs) {
    work();
    done += amount;
  }
  return done / ((performance.now() - start) / 1000);
}

addEventListener("message", ({ data }: MessageEvent<ProbeTask>) => {
  const { bytes, forMs } = data;
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  // Untouched memory is one shared page of zeros, which would be read from the nearest cache.
  new Float32Array(memory.buffer).fill(1);
  const probe = instantiate(memory);
  const measure = (ms: number) => ({
    bytesPerSecond: rate(pages * PAGE, ms, () => probe.sum(0, pages * PAGE)),
    operationsPerSecond: rate(TURNS * OPERATIONS_PER_TURN, ms, () => probe.multiplyAdd(TURNS)),
  });
  // The first turns run before the engine has optimised the loops.
  measure(forMs / 2);
  postMessage(measure(forMs));
});
