import { expect, LESSON, test } from "./fixtures.ts";

test("a printed lesson is light, and shows its text and what labs say, but nothing to press", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/zh${LESSON}`);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper"));
  const dark = await paper();
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await paper()).not.toBe(dark);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("section.lab .seen").first()).toBeVisible();
  for (const hidden of [".bar", ".rail", ".turn", ".lab .tools", ".lab input[type=range]"]) {
    await expect(page.locator(hidden).locator("visible=true"), hidden).toHaveCount(0);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("lines of code that can be pressed are printed like the others", async ({ page }) => {
  await page.goto("/en/course/what-training-does/blindfold-on-a-hill");
  const lines = page.locator(".lab button.ln");
  const onScreen = await lines.count();
  expect(onScreen).toBeGreaterThan(5);
  await page.emulateMedia({ media: "print" });
  await expect(lines.locator("visible=true")).toHaveCount(onScreen);
  await expect(page.locator(".lab .btn").locator("visible=true")).toHaveCount(0);
});
