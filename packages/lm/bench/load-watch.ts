import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import type { Browser } from "./browser.ts";

/** Linux counts processor time in ticks of this many a second, on every platform it tells programs about. */
const TICKS = 100;

/** What others did on the machine meanwhile. */
export interface Neighbours {
  /** Mean number of cores that other programs kept busy; undefined where the system does not say. */
  cores: number | undefined;
  loadBefore: number;
  loadAfter: number;
}

/** Does something and says how busy the machine was with anything else. */
export async function watched<T>(browser: Browser, work: () => Promise<T>): Promise<{ result: T; others: Neighbours }> {
  const loadBefore = loadavg()[0] ?? 0;
  const before = await sample(browser);
  const result = await work();
  const after = await sample(browser);
  const seconds = (after.ms - before.ms) / 1000;
  const busy = after.busy === undefined || before.busy === undefined ? undefined : after.busy - before.busy;
  const own = after.own - before.own;
  const cores = busy === undefined ? undefined : Math.max(0, (busy - own) / seconds);
  return { result, others: { cores, loadBefore, loadAfter: loadavg()[0] ?? 0 } };
}

async function sample(browser: Browser): Promise<{ ms: number; busy: number | undefined; own: number }> {
  const { user, system } = process.cpuUsage();
  const own = (await browser.cpuSeconds()) + (user + system) / 1e6;
  return { ms: performance.now(), busy: busySeconds(), own };
}

/** Seconds that all cores together were not idle, time taken by other machines on the same host included. */
function busySeconds(): number | undefined {
  try {
    const [, ...ticks] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").trim().split(/\s+/);
    const [user = 0, nice = 0, system = 0, _idle, _wait, irq = 0, softIrq = 0, steal = 0] = ticks.map(Number);
    return (user + nice + system + irq + softIrq + steal) / TICKS;
  } catch {
    return undefined;
  }
}

export function processorName(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
}
