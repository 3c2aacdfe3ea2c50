import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { type Locale, words } from "./words.ts";

/** The map of questions in the margin: a cell per question, with where its answer is kept. */
export function questionMap(page: Page) {
  return page.locator(".side .qnav");
}

/** Waits for an open attempt, then answers each question: the first option, or the number 5. Returns how many. */
export async function answerAll(page: Page): Promise<number> {
  const items = page.locator("section.item");
  await expect(items.first().locator("input").first()).toBeEnabled();
  const count = await items.count();
  for (let index = 0; index < count; index += 1) {
    const item = items.nth(index);
    const choice = item.locator("input[type=radio], input[type=checkbox]").first();
    if (await choice.count()) await choice.check();
    else await item.locator("input").first().fill("5");
  }
  return count;
}

/** The score of a submitted attempt, such as "4 / 6". */
export function scoreOf(page: Page) {
  return page.locator(".sum .big");
}

/** Hands the attempt in, and waits for the result. */
export async function submitAttempt(page: Page, locale: Locale): Promise<void> {
  const w = words[locale];
  await page.locator(".side").getByRole("button", { name: w.submit, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: w.submit, exact: true }).click();
  await expect(scoreOf(page)).toBeVisible();
}
