import type { Page } from "@playwright/test";
import { expect, LESSON, signIn, test } from "./fixtures.ts";
import { seriousFindings } from "./lab-page.ts";
import { LOCALES } from "./words.ts";

const VISITOR_PAGES = [
  "",
  "/course",
  LESSON,
  "/labs",
  "/glossary",
  "/sources",
  "/search?q=token",
  "/search?q=qqqqzzzz",
  "/labs/next-token",
  "/labs/next-token#preset=eight-candidates",
  "/labs/gradient-descent",
  "/sign-in",
  "/sign-up",
  "/classes",
  "/quiz/predict-next-token",
  "/progress",
];
const LEARNER_PAGES = ["/account", "/classes", "/quiz/predict-next-token", "/progress"];

async function expectSound(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await seriousFindings(page), path).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const locale of LOCALES) {
  for (const [scheme, width] of [["light", 1280] as const, ["dark", 375] as const]) {
    test(`axe finds nothing serious for a visitor (${locale}, ${scheme}, ${width} px)`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of VISITOR_PAGES) await expectSound(page, `/${locale}${path}`);
    });
  }

  test(`axe finds nothing serious for a learner and an instructor (${locale})`, async ({ page }) => {
    await signIn(page, locale, "sam@example.test");
    for (const path of LEARNER_PAGES) await expectSound(page, `/${locale}${path}`);
    await page.context().clearCookies();
    await signIn(page, locale, "teacher@example.test");
    await page.goto(`/${locale}/classes`);
    await page.locator('main a[href*="/classes/"]').first().click();
    await page.waitForURL(/\/classes\/[0-9a-f-]{36}/);
    await expectSound(page, new URL(page.url()).pathname);
  });
}
