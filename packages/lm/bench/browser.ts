import { readFileSync, rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { REPOSITORY } from "./paths.ts";
import { sum } from "./statistics.ts";

/** One Chromium with a profile of its own, which goes when it is closed. */
export interface Browser {
  context: BrowserContext;
  version: string;
  /**
   * Processor time of all its processes so far, in seconds. Those that have ended count with what they had when this
   * was last asked, so it is asked before a page is closed.
   */
  cpuSeconds(): Promise<number>;
  /** The largest resident size that any of its pages' processes ever had, in bytes; undefined outside Linux. */
  peakPageBytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

interface Process {
  type: string;
  id: number;
  cpuTime: number;
}

export async function openBrowser(): Promise<Browser> {
  const { findChromium } = (await import(pathToFileURL(join(REPOSITORY, "scripts", "lib", "chromium.mjs")).href)) as {
    findChromium(): Promise<string>;
  };
  const profile = mkdtempSync(join(tmpdir(), "fewshot-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  const browser = context.browser();
  const session = browser && (await browser.newBrowserCDPSession());
  if (!browser || !session) throw new Error("Chromium gave no session to control it by");
  const seen = new Map<number, number>();
  return {
    context,
    version: browser.version(),
    cpuSeconds: async () => {
      for (const { id, cpuTime } of await processes(session)) seen.set(id, cpuTime);
      return sum([...seen.values()]);
    },
    peakPageBytes: async () => {
      const pages = (await processes(session)).filter(({ type }) => type === "renderer");
      const peaks = pages.map(({ id }) => peakOf(id)).filter((bytes) => bytes !== undefined);
      return peaks.length > 0 ? Math.max(...peaks) : undefined;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function processes(session: CDPSession): Promise<Process[]> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo;
}

/** Linux keeps the high-water mark of every process. */
function peakOf(id: number): number | undefined {
  try {
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
    return kib === undefined ? undefined : Number(kib) * 1024;
  } catch {
    return undefined;
  }
}

/** Opens a page and passes its complaints on, so that a failure in it is not silence here. */
export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => process.stderr.write(`${page.url()}: ${error.message}\n`));
  await page.goto(url);
  return page;
}
