import type { Worker } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { answers, closePage, freshPage, openTestSite, prompts, tokens } from "./setup.ts";

// SwiftShader computes what a graphics card would, on the processor: it proves the results and says nothing of speed.
test.use({
  launchOptions: {
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
  },
});

const site = openTestSite();

/** What a test adds to the worker's global scope. */
declare global {
  var devices: GPUDevice[] | undefined;
}

/** Remembers the cards that workers get, so that a test can take them away. */
async function watchDevices(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...options) {
      const device = await requestDevice.apply(this, options);
      globalThis.devices = [...(globalThis.devices ?? []), device];
      return device;
    };
  });
}

test("a card computes what PyTorch does, and when it is lost the processor goes on", async ({ browser }) => {
  // Each token takes SwiftShader the better part of a second.
  test.setTimeout(240_000);
  const few = 6;
  const page = await freshPage(browser, site());
  // A worker that is gone again already has nothing to watch.
  page.on("worker", (worker) => void watchDevices(worker).catch(() => undefined));
  expect(await page.evaluate(() => bench.load({ backend: "webgpu" }))).toMatchObject({ backend: "webgpu", notes: [] });
  for (const index of [0, prompts.length - 1]) {
    const ids = await page.evaluate(([prompt, count]) => bench.greedy(prompt, count), [
      prompts[index] ?? [],
      few,
    ] as const);
    expect(ids).toEqual(answers[index]?.slice(0, few));
  }
  const gaps = await page.evaluate((prompt) => bench.branches(prompt, 10, 20), prompts[1] ?? []);
  expect(gaps.between).toBeGreaterThan(1e-3);
  expect(gaps.again).toBeLessThan(1e-3);
  expect(gaps.fresh).toBeLessThan(1e-3);

  const worker = page.workers()[0];
  expect(await worker?.evaluate(() => globalThis.devices?.map((device) => device.destroy()).length)).toBeGreaterThan(0);
  const ids = await page.evaluate(([prompt, count]) => bench.greedy(prompt, count), [
    prompts[2] ?? [],
    tokens,
  ] as const);
  expect(ids).toEqual(answers[2]);
  expect(await page.evaluate(() => bench.engine())).toMatchObject({ backend: "ort-handles" });
  await closePage(page);
});
