import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { MODEL_FOLDER, answers, closePage, freshPage, openTestSite, prompts, tokens } from "./setup.ts";
import type { Fault } from "./site.ts";

const site = openTestSite();

for (const backend of ["ort-handles", "ort-public"] as const) {
  test.describe(backend, () => {
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      page = await freshPage(browser, site());
      const without = backend === "ort-public" ? (["ort-handles"] as const) : [];
      expect(await page.evaluate((names) => bench.load({ without: names }), without)).toMatchObject({
        backend,
        notes: [],
      });
    });
    test.afterAll(() => closePage(page));

    test("continues every golden prompt as PyTorch does", async () => {
      for (const [index, prompt] of prompts.entries()) {
        const ids = await page.evaluate(([ids, count]) => bench.greedy(ids, count), [prompt, tokens] as const);
        expect(ids).toEqual(answers[index]);
      }
    });

    test("continues all of them at once as one by one", async () => {
      expect(await page.evaluate(([all, count]) => bench.complete(all, count), [prompts, tokens] as const)).toEqual(
        answers,
      );
    });

    test("decodes with the cache as without it", async () => {
      const ids = [...(prompts[0] ?? []), ...(answers[0] ?? [])];
      expect(await page.evaluate((all) => bench.cachedAgainstWhole(all), ids)).toBeLessThan(2e-4);
    });

    test("continues one text in two ways that do not disturb each other", async () => {
      const gaps = await page.evaluate((prompt) => bench.branches(prompt, 10, 20), prompts[1] ?? []);
      expect(gaps.between).toBeGreaterThan(1e-3);
      expect(gaps.again).toBeLessThan(1e-4);
      expect(gaps.fresh).toBeLessThan(1e-4);
    });

    test("keeps the main thread free while it generates", async () => {
      // A task of ours is long every time; one that the machine held up, only now and then.
      await expect(async () => {
        const tasks = await page.evaluate((ids) => bench.longTasks(ids, 150), prompts[0] ?? []);
        expect(tasks.tokens).toBe(150);
        expect(tasks.control).toBeGreaterThan(50);
        expect(tasks.longest).toBeLessThanOrEqual(50);
      }).toPass({ timeout: 30_000 });
    });

    test("goes on after its worker was taken away", async () => {
      const prompt = prompts[2] ?? [];
      expect(await page.evaluate((ids) => bench.kill("while reading", ids), prompt)).toBe(prompt.join());
      expect(await page.evaluate(([ids, count]) => bench.greedy(ids, count), [prompt, tokens] as const)).toEqual(
        answers[2],
      );
    });
  });
}

test("a page that is not isolated computes the same on one thread", async ({ browser }) => {
  site().isolates = false;
  const page = await freshPage(browser, site());
  expect(await page.evaluate(() => bench.load())).toMatchObject({ backend: "ort-handles", threads: 1, notes: [] });
  expect(await page.evaluate(([ids, count]) => bench.greedy(ids, count), [prompts[0] ?? [], tokens] as const)).toEqual(
    answers[0],
  );
  await closePage(page);
});

test("several threads compute the same", async ({ browser }) => {
  const page = await freshPage(browser, site());
  expect(await page.evaluate(() => bench.load({ threads: 2 }))).toMatchObject({
    backend: "ort-handles",
    threads: 2,
    notes: [],
  });
  expect(await page.evaluate((ids) => bench.greedy(ids, 8), prompts[0] ?? [])).toEqual(answers[0]?.slice(0, 8));
  await closePage(page);
});

const faults: [string, Fault][] = [
  [
    "with one bit flipped",
    (body, response) => {
      const copy = Buffer.from(body);
      copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1;
      response.end(copy);
    },
  ],
  ["truncated", (body, response) => void response.end(body.subarray(0, body.length - 1000))],
  ["missing", (_, response) => void response.writeHead(404).end()],
  [
    "answered in part",
    (body, response) => {
      response.writeHead(206, { "Content-Range": `bytes 0-999/${body.length}` }).end(body.subarray(0, 1000));
    },
  ],
];
test("damaged chunks are refused and fetched once more", async ({ browser }) => {
  const page = await freshPage(browser, site());
  const chunks = await chunkPaths(page);
  faults.forEach(([, fault], index) => site().faults.set(chunks[2 * index] ?? "", { fault, times: 1 }));
  expect(await page.evaluate(() => bench.load())).toMatchObject({ backend: "ort-handles" });
  expect(await page.evaluate(() => bench.states())).toContain("refused");
  for (const [index] of faults.entries()) {
    expect(site().asked.filter((path) => path === chunks[2 * index])).toHaveLength(2);
  }
  expect(await page.evaluate((ids) => bench.greedy(ids, 8), prompts[0] ?? [])).toEqual(answers[0]?.slice(0, 8));
  await closePage(page);
});

test("any chunk that is damaged twice fails the load, and nothing of it is kept", async ({ browser }) => {
  const page = await freshPage(browser, site());
  const chunks = await chunkPaths(page);
  for (const [name, fault] of faults) {
    const chunk = chunks.at(-1) ?? "";
    site().faults.set(chunk, { fault, times: 2 });
    const { code } = await page.evaluate(() => bench.loadError());
    expect(code).toBe(name === "missing" ? "network" : "corrupt");
    expect(await page.evaluate((path) => caches.match(path).then(Boolean), chunk)).toBe(false);
  }
  await closePage(page);
});

function chunkPaths(page: Page): Promise<string[]> {
  return page.evaluate(async (folder) => {
    const manifest = (await (await fetch(`${folder}manifest.json`)).json()) as {
      files: { decode: { chunks: { url: string }[] } };
    };
    return manifest.files.decode.chunks.map(({ url }) => folder + url);
  }, MODEL_FOLDER);
}

test("a browser without a graphics card never downloads the runtime for one", async ({ browser }) => {
  const page = await freshPage(browser, site());
  expect(await page.evaluate(() => bench.load({ backend: "webgpu" }))).toMatchObject({ backend: "ort-handles" });
  expect(site().asked.filter((path) => /webgpu|asyncify/.test(path))).toEqual([]);
  expect(
    site()
      .asked.filter((path) => path.startsWith("/lm/"))
      .sort(),
  ).toEqual(["/lm/ort-entry.mjs", "/lm/ort-wasm-simd-threaded.wasm", "/lm/runtime.json", "/lm/worker.js"]);
  await closePage(page);
});

test("a full disk does not keep the model from running", async ({ browser }) => {
  const page = await freshPage(browser, site());
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: site().origin, quotaSize: 2 * 2 ** 20 });
  expect(await page.evaluate(() => bench.load())).toMatchObject({ backend: "ort-handles" });
  const kept = await page.evaluate(async () =>
    (await (await caches.open("fewshot-lm-1")).keys()).map(({ url }) => url),
  );
  expect(kept.filter((url) => url.endsWith(".bin")).length).toBeLessThan(3);
  expect(await page.evaluate((ids) => bench.greedy(ids, 8), prompts[0] ?? [])).toEqual(answers[0]?.slice(0, 8));
  await closePage(page);
});

test("the second visit needs no network, and a page can ask so before", async ({ browser }) => {
  const page = await freshPage(browser, site());
  const before = await page.evaluate(() => bench.measure());
  expect(before.totalBytes).toBeGreaterThan(20e6);
  expect(before.totalBytes - before.missingBytes).toBeLessThan(1e6);
  await page.evaluate(() => bench.load());
  expect(await page.evaluate(() => bench.measure())).toEqual({ totalBytes: before.totalBytes, missingBytes: 0 });
  await page.evaluate(() => bench.dispose());
  await page.context().setOffline(true);
  site().asked.length = 0;
  const { ms } = await page.evaluate(() => bench.load());
  expect(site().asked).toEqual([]);
  expect(await page.evaluate(() => bench.states())).toEqual(["waiting", "cache"]);
  expect(await page.evaluate((ids) => bench.greedy(ids, 8), prompts[0] ?? [])).toEqual(answers[0]?.slice(0, 8));
  expect(ms).toBeLessThan(15_000);
  await closePage(page);
});

test("a worker that is taken away while it loads fails the load and not the page", async ({ browser }) => {
  const page = await freshPage(browser, site());
  expect(await page.evaluate(() => bench.kill("while loading", []))).toBe("worker");
  expect(await page.evaluate(() => bench.load())).toMatchObject({ backend: "ort-handles" });
  await closePage(page);
});
