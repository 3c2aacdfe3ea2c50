import type { BenchGlobal, Engine, Visit, VisitRequest } from "../contract.ts";

/** Hangs an engine on the global object for the node side to call, and makes the visit that the fragment asks for. */
export function expose(engine: Engine): void {
  const target = globalThis as unknown as BenchGlobal;
  target.bench = engine;
  target.longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) target.longestTaskMs = Math.max(target.longestTaskMs, duration);
  }).observe({ type: "longtask" });
  if (location.hash.length > 1) {
    target.visit = visit(engine, JSON.parse(decodeURIComponent(location.hash.slice(1))) as VisitRequest);
  }
}

/** Time on the page's clock starts with the navigation. */
async function visit(bench: Engine, { load, ids }: VisitRequest): Promise<Visit> {
  const engine = await bench.load(load);
  const readyMs = performance.now();
  await bench.read(ids);
  return { engine, readyMs, firstTokenMs: performance.now() };
}
