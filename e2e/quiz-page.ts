import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { type Locale, words } from "./words.ts";

/** The map of questions in the margin: a cell per question, with where its answer is kept. */
export function questionMap(page: Page) {
  return page.locator(".side .qnav");
}

/** Answers one question, whatever its kind: the first option, the number 5, or the order as it stands. */
async function answer(item: Locator): Promise<void> {
  const choice = item.locator("input[type=radio], input[type=checkbox]").first();
  const list = item.locator("select").first();
  const order = item.locator("ol.order + button");
  if (await choice.count()) await choice.check();
  else if (await list.count()) await list.selectOption({ index: 1 });
  else if (await order.count()) await order.click();
  else await item.locator("input").first().fill("5");
}

/** Waits for an open attempt, then answers each question. Returns how many. */
export async function answerAll(page: Page): Promise<number> {
  const items = page.locator("section.item");
  await expect(items.first().locator("input, select, button").first()).toBeEnabled();
  const count = await items.count();
  for (let index = 0; index < count; index += 1) await answer(items.nth(index));
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
