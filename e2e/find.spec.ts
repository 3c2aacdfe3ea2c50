import { expect, test } from "./fixtures.ts";
import { pressKey, type } from "./lab-page.ts";

test("a lesson is found by what it says in Chinese, by keyboard, and opened at the place", async ({ page }) => {
  await page.goto("/zh/course");
  await pressKey(page.getByRole("navigation").getByRole("link", { name: "搜索" }), "Enter");
  await page.waitForURL("**/zh/search");
  await type(page.getByRole("searchbox"), "权重冻结");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\?q=/);
  const first = page.locator('.search-hits a[href*="/course/frozen-weights/"]').first();
  await expect(page.locator(".search-hits mark").first()).toHaveText(/冻结|权重/);
  const address = (await first.getAttribute("href")) ?? "";
  await pressKey(first, "Enter");
  await page.waitForURL(`**${encodeURI(decodeURI(address))}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a term is found in English, and what is nowhere is said to be nowhere", async ({ page }) => {
  await page.goto("/en/search?q=gradient");
  await expect(page.locator('.search-hits a[href$="/glossary#gradient"]')).toBeVisible();
  await page.goto("/en/search?q=%3Cqqqqzzzz%3E");
  await expect(page.locator("main").getByRole("status").last()).toContainText("<qqqqzzzz>");
  await expect(page.locator(".search-hits")).toHaveCount(0);
});

test("every source says which lessons cite it", async ({ page }) => {
  await page.goto("/en/course");
  await page.getByRole("link", { name: "Sources" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sources");
  const entries = page.locator(".glossary-entry");
  expect(await entries.count()).toBeGreaterThan(20);
  await pressKey(entries.first().locator("summary"), "Enter");
  await expect(entries.first().locator("li a").first()).toBeVisible();
});
