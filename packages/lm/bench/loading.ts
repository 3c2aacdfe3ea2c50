import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "./browser.ts";
import { openPage } from "./browser.ts";
import type { Entry, Mounts } from "./contestants.ts";
import { engineOf } from "./contestants.ts";
import type { BenchGlobal, Visit, VisitRequest } from "./contract.ts";
import type { Neighbours } from "./load-watch.ts";
import { watched } from "./load-watch.ts";
import type { Loading } from "./results.ts";
import type { Origin } from "./server.ts";
import { openOrigin } from "./server.ts";
import { sum } from "./statistics.ts";

const PROMPT_TOKENS = 16;
const USED_TOKENS = 32;

/** First and second visits on fresh addresses, in turn there and back again. No other page is open meanwhile. */
export async function visitAll(
  browser: Browser,
  mounts: Mounts,
  { visits, entries }: { visits: number; entries: readonly Entry[] },
): Promise<{ rows: Loading[]; others: Neighbours }> {
  const { result, others } = await watched(browser, async () => {
    const rows = new Map<string, Loading>();
    const once = [...entries.keys()];
    const order = Array.from({ length: visits }, (_, i) => (i % 2 ? once.toReversed() : once)).flat();
    for (const index of order) {
      const entry = entries[index];
      if (entry) await visitTwice(browser, mounts, { entry, rows });
    }
    return [...rows.values()];
  });
  return { rows: result, others };
}

async function visitTwice(
  browser: Browser,
  mounts: Mounts,
  { entry, rows }: { entry: Entry; rows: Map<string, Loading> },
): Promise<void> {
  const origin = await openOrigin(mounts);
  const first = await visit(browser, origin, entry);
  const row = rows.get(entry.name) ?? newRow(entry, first.visit.engine, { origin, mounts });
  rows.set(entry.name, row);
  row.firstVisitMs.push(first.visit.firstTokenMs);
  row.peakBytes = Math.max(row.peakBytes ?? 0, first.peakBytes ?? 0);
  if (first.pageBytes !== undefined) row.pageBytes = Math.max(row.pageBytes ?? 0, first.pageBytes);
  const second = await visit(browser, origin, entry);
  row.secondVisitMs.push(second.visit.firstTokenMs);
  origin.close();
}

async function visit(
  browser: Browser,
  origin: Origin,
  entry: Entry,
): Promise<{ visit: Visit; peakBytes: number | undefined; pageBytes: number | undefined }> {
  const ids = Array.from({ length: PROMPT_TOKENS }, (_, i) => i + 1);
  const fragment = encodeURIComponent(JSON.stringify({ load: entry.load, ids } satisfies VisitRequest));
  const page = await openPage(browser.context, `${origin.url}/${entry.page}.html#${fragment}`);
  const made = await page.evaluate(() => (globalThis as unknown as BenchGlobal).visit);
  if (!made) throw new Error("The page made no visit");
  await engineOf(page).decode(ids, USED_TOKENS);
  const peakBytes = await browser.peakPageBytes();
  const pageBytes = await page.evaluate(measureMemory);
  await browser.cpuSeconds();
  await page.close();
  return { visit: made, peakBytes, pageBytes };
}

/** Runs in the page. Chromium answers in isolated pages only, and in its own time. */
async function measureMemory(): Promise<number | undefined> {
  const measurable = performance as unknown as { measureUserAgentSpecificMemory?(): Promise<{ bytes: number }> };
  const measured = measurable.measureUserAgentSpecificMemory?.().then(({ bytes }) => bytes);
  const tooLate = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 20_000));
  return Promise.race([measured?.catch(() => undefined), tooLate]);
}

/** What was fetched that is not the model is the runtime, this bench's few lines in each page included. */
function newRow(entry: Entry, engine: string, { origin, mounts }: { origin: Origin; mounts: Mounts }): Loading {
  const isModel = (path: string): boolean => path.startsWith("/ours/") || path.startsWith("/theirs/");
  const files = [...origin.fetched.keys()].filter((path) => !isModel(path) && path !== "/favicon.ico");
  const contents = files.map((path) => readFileSync(fileOf(path, mounts)));
  const modelBytes = sum([...origin.fetched].filter(([path]) => isModel(path)).map(([, bytes]) => bytes));
  return {
    contestant: entry.name,
    engine,
    firstVisitMs: [],
    secondVisitMs: [],
    modelBytes,
    runtime: {
      files,
      raw: sum(contents.map(({ length }) => length)),
      gzip: sum(contents.map((bytes) => gzipSync(bytes, { level: 9 }).length)),
    },
  };
}

function fileOf(path: string, mounts: Mounts): string {
  const prefix =
    Object.keys(mounts)
      .sort((a, b) => b.length - a.length)
      .find((start) => path.startsWith(start)) ?? "/";
  return join(mounts[prefix] ?? "", path.slice(prefix.length));
}
