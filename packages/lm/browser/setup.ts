import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type {} from "./page.ts";
import type { Site } from "./site.ts";
import { openSite } from "./site.ts";

const golden = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "training", "golden", "greedy.json"), "utf8"),
) as { model: string; cases: { prompt_ids: number[]; greedy_ids: number[] }[] };

/** Where the model of the golden files lies. */
export const MODEL_FOLDER = `/models/${golden.model}/`;

/** PyTorch's greedy continuations of the model that ships. */
export const prompts = golden.cases.map(({ prompt_ids }) => prompt_ids);
export const answers = golden.cases.map(({ greedy_ids }) => greedy_ids);
export const tokens = answers[0]?.length ?? 0;

/** A site for all tests of a file. */
export function openTestSite(): () => Site {
  let site: Site | undefined;
  const theSite = (): Site => {
    if (!site) throw new Error("The site is not open yet");
    return site;
  };
  test.beforeAll(async () => {
    site = await openSite();
  });
  test.afterAll(() => site?.close());
  test.beforeEach(() => {
    theSite().faults.clear();
    theSite().isolates = true;
    theSite().asked.length = 0;
  });
  return theSite;
}

/** A page of a browser that was never here. */
export async function freshPage(browser: Browser, { origin }: Site): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/#${golden.model}`);
  await expect(page).toHaveTitle("ready");
  return page;
}

export function closePage(page: Page): Promise<void> {
  return page.context().close();
}
