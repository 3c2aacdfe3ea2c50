import type { Browser } from "./browser.ts";
import { openPage } from "./browser.ts";
import type { Mounts } from "./contestants.ts";
import type { ProbeTask, Rates } from "./pages/probe.ts";
import type { Roofline } from "./results.ts";
import { openOrigin } from "./server.ts";

const PROBE_MS = 600;

/** How fast this browser reads as many bytes as the model has, and multiplies, with one thread and with two. */
export async function probeRoofline(browser: Browser, mounts: Mounts, bufferBytes: number): Promise<Roofline> {
  const origin = await openOrigin(mounts);
  const page = await openPage(browser.context, `${origin.url}/probe.html`);
  await page.waitForFunction(() => "probe" in globalThis);
  const measure = (threads: number): Promise<Rates> =>
    page.evaluate(
      ({ count, task }) => {
        const { probe } = globalThis as unknown as { probe(threads: number, task: ProbeTask): Promise<Rates> };
        return probe(count, task);
      },
      { count: threads, task: { bytes: bufferBytes, forMs: PROBE_MS } },
    );
  const rates = { 1: await measure(1), 2: await measure(2) };
  await page.close();
  origin.close();
  return { rates, bufferBytes };
}
