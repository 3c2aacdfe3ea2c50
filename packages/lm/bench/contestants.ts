import type { Page } from "@playwright/test";
import type { Browser } from "./browser.ts";
import { openPage } from "./browser.ts";
import type { BenchGlobal, Engine, LoadRequest } from "./contract.ts";
import type { ContestantName, Setting } from "./results.ts";
import type { Origin } from "./server.ts";
import { openOrigin } from "./server.ts";

export type Mounts = Readonly<Record<string, string>>;

/** What a contestant is before it is loaded. */
export interface Entry {
  name: ContestantName;
  page: "ours" | "theirs";
  load: LoadRequest;
}

/** A page with an engine in it, on an address of its own. */
export interface Contestant extends Engine {
  name: ContestantName;
  /** What computes. */
  engine: string;
  page: Page;
  /** Its turns are one call each. */
  isLoop?: boolean;
  close(): Promise<void>;
}

export function entriesFor(model: string, best: Setting | undefined): Entry[] {
  const entries: Entry[] = [
    { name: "ours", page: "ours", load: { model } },
    { name: "ours by the public interface", page: "ours", load: { model, without: ["ort-handles"] } },
    { name: "transformers.js", page: "theirs", load: { model } },
  ];
  if (best) entries.push({ name: "transformers.js, best", page: "theirs", load: { model, ...best } });
  return entries;
}

/** Opens a page and loads the model; the first slow steps of WebAssembly are behind it then. */
export async function openContestant(browser: Browser, mounts: Mounts, entry: Entry): Promise<Contestant> {
  const origin = await openOrigin(mounts);
  const page = await openPage(browser.context, `${origin.url}/${entry.page}.html`);
  const engine = engineOf(page);
  try {
    const contestant = { ...engine, name: entry.name, engine: await engine.load(entry.load), page };
    await warmUp(engine);
    return { ...contestant, close: () => closeAll(browser, page, origin) };
  } catch (error) {
    await closeAll(browser, page, origin);
    throw error;
  }
}

const WARM_UP_MS = 2000;
const WARM_UP_TOKENS = 150;

/** Until the engine has optimised its code: some hundred steps of a small model, two seconds of a large one. */
async function warmUp(engine: Engine): Promise<void> {
  const start = performance.now();
  for (let done = 0; done < WARM_UP_TOKENS; done += 10) {
    await engine.decode([1, 2, 3, 4], 10);
    if (performance.now() - start > WARM_UP_MS) return;
  }
}

/** The page's engine seen from here. */
export function engineOf(page: Page): Engine {
  const call = (method: keyof Engine, ...values: unknown[]): Promise<never> =>
    page.evaluate(
      ({ name, all }) => {
        const { bench } = globalThis as unknown as BenchGlobal;
        return (bench[name] as (...given: unknown[]) => Promise<never>)(...all);
      },
      { name: method, all: values },
    );
  return {
    load: (request) => call("load", request),
    greedy: (ids, count) => call("greedy", ids, count),
    read: (ids) => call("read", ids),
    decode: (ids, count) => call("decode", ids, count),
    loop: (ids, count) => call("loop", ids, count),
    extend: (ids, id) => call("extend", ids, id),
  };
}

async function closeAll(browser: Browser, page: Page, origin: Origin): Promise<void> {
  await browser.cpuSeconds();
  await page.close();
  origin.close();
}
