import { expect, LESSON, test } from "./fixtures.ts";
import { LOCALES, words } from "./words.ts";

for (const locale of LOCALES) {
  const w = words[locale];

  test(`a visitor reads the lesson and samples from the real model (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}${LESSON}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w.lesson);
    await expect(page.locator("html")).toHaveAttribute("lang", locale === "zh" ? "zh-Hans" : "en");

    const lab = page.locator("section.lab").first();
    await lab.getByRole("button", { name: w.compute, exact: true }).click();
    await expect(lab.locator(".plist")).toBeVisible({ timeout: 60_000 });
    const top = lab.locator(".plist .prow").first();
    await expect(top).toContainText(locale === "zh" ? "中" : "China");

    const step = lab.getByRole("button", { name: w.step, exact: true });
    await step.click();
    await expect(lab.locator(".walk-token")).toHaveCount(1);
  });
}

test("the next-token lab generates a hundred tokens with the shipped model", async ({ page }) => {
  await page.goto("/en/labs/next-token#p=Once%20upon%20a%20time&T=0.8");
  await page.getByRole("button", { name: words.en.compute, exact: true }).click();
  await expect(page.locator(".plist")).toBeVisible({ timeout: 60_000 });
  let generated = 0;
  // A text may end early by itself; then the next seed goes on counting.
  for (let seed = 0; seed < 20 && generated < 100; seed += 1) {
    if (seed > 0) await page.getByRole("button", { name: words.en.newSeed }).click();
    await page.getByRole("button", { name: words.en.run, exact: true }).click();
    await expect(page.getByRole("button", { name: words.en.run, exact: true })).toBeVisible({ timeout: 60_000 });
    generated += await page.locator(".walk-token").count();
  }
  expect(generated).toBeGreaterThanOrEqual(100);
});

test("switching the language keeps the place", async ({ page }) => {
  await page.goto(`/zh${LESSON}`);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(new RegExp(`/en${LESSON}`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.en.lesson);
});

test.describe("an unknown address", () => {
  // The browser itself logs the 404 of the page we asked for.
  test.use({ expectedErrors: /no-such-page: Failed to load resource.*404/ });

  test("says so, in the language of the address, with a way on", async ({ page }) => {
    const reply = await page.goto("/zh/no-such-page");
    expect(reply?.status()).toBe(404);
    await expect(page.getByRole("link", { name: "去课程目录" })).toBeVisible();
  });
});
