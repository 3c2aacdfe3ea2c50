import { expect, LESSON, signUp, test, untilListening } from "./fixtures.ts";
import { answerAll, questionMap, scoreOf, submitAttempt } from "./quiz-page.ts";
import { LOCALES, words } from "./words.ts";

for (const locale of LOCALES) {
  const w = words[locale];

  test.describe(`a learner (${locale})`, () => {
    // The browser logs each request that fails while the network is cut.
    test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ });

    test("keeps what was done before signing up, loses the network mid-quiz and loses nothing", async ({
      page,
      context,
    }) => {
      await page.goto(`/${locale}${LESSON}`);
      await page.locator("footer").last().scrollIntoViewIfNeeded();
      const kept = () => page.evaluate(() => JSON.stringify(localStorage));
      await expect.poll(kept).toContain("read");
      await signUp(page, locale);
      await page.goto(`/${locale}/progress`);
      await expect(page.getByRole("main")).toContainText(w.oneLessonRead);

      await page.goto(`/${locale}/quiz/predict-next-token`);
      await page.getByRole("button", { name: w.begin, exact: true }).click();
      await page.waitForURL(/\/quiz\/predict-next-token\/[0-9a-f-]{36}/);
      const map = questionMap(page);
      await expect(map.locator("a").first()).toBeVisible();

      await context.setOffline(true);
      const count = await answerAll(page);
      expect(count).toBeGreaterThan(3);
      await expect(page.getByText(w.offline)).toBeVisible();
      await expect(map.locator('[data-s="local"]')).toHaveCount(count);

      await context.setOffline(false);
      await expect(map.locator('[data-s="done"]')).toHaveCount(count, { timeout: 30_000 });
      await page.reload();
      await expect(questionMap(page).locator('[data-s="done"]')).toHaveCount(count);

      const second = await context.newPage();
      await second.goto(page.url());
      await second.getByRole("button", { name: w.elsewhere }).click();
      await expect(second.locator("section.item")).toHaveCount(count);
      await expect(page.getByRole("button", { name: w.elsewhere })).toBeVisible();

      await submitAttempt(second, locale);
      await expect(scoreOf(second)).toContainText(`/ ${count}`);
    });
  });
}

test("a step that is handed over while the next page is on its way is shown there", async ({ page }) => {
  await page.goto(`/en${LESSON}`);
  await page.locator("footer").last().scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("read");

  // The page is drawn before the server has the step, and arrives after the old page has let go of it.
  let hasBeenDrawn = () => {};
  const drawn = new Promise<void>((resolve) => (hasBeenDrawn = resolve));
  await page.route("**/api/trpc/progress.record*", async (route) => {
    await drawn;
    await route.continue();
  });
  await page.route("**/en/progress", async (route) => {
    const response = await route.fetch();
    const taken = page.waitForResponse("**/api/trpc/progress.record*");
    hasBeenDrawn();
    await (await taken).finished();
    // While a navigation is on its way no script can be run in the old page to see that it has forgotten the step.
    await page.waitForTimeout(500);
    await route.fulfill({ response });
  });
  await signUp(page, "en");
  await page.goto("/en/progress");
  await expect(page.getByRole("main")).toContainText(words.en.oneLessonRead);
});

test("the keyboard alone is enough to answer and to hand in", async ({ page }) => {
  await signUp(page, "en");
  await page.goto("/en/quiz/predict-next-token");
  const begin = page.getByRole("button", { name: words.en.begin, exact: true });
  await untilListening(begin);
  await begin.focus();
  await page.keyboard.press("Enter");
  const first = page.locator("section.item").first();
  await expect(first).toBeVisible();
  await untilListening(first.locator("input").first());
  await first.locator("input").first().focus();
  if (await first.locator("input[type=radio]").count()) await page.keyboard.press("Space");
  else await page.keyboard.type("5");
  await expect(questionMap(page).locator('[data-s="done"]')).toHaveCount(1);
  await page.locator(".side").getByRole("button", { name: words.en.submit, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: words.en.submit, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(scoreOf(page)).toBeVisible();
});
