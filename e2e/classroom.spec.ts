import { expect, signUp, test, watchFaults } from "./fixtures.ts";
import { answerAll, questionMap, scoreOf, submitAttempt } from "./quiz-page.ts";
import { LOCALES, words } from "./words.ts";

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

for (const locale of LOCALES) {
  const w = words[locale];

  test(`an instructor assigns, a learner hands in, the instructor sees it (${locale})`, async ({
    page,
    browser,
    baseURL,
  }) => {
    await signUp(page, locale);
    await page.goto(`/${locale}/classes`);
    await page.getByLabel(w.className).fill("E2E 7B");
    await page.getByRole("button", { name: w.createClass, exact: true }).click();
    await page.waitForURL(/\/classes\/[0-9a-f-]{36}/);
    const code = (await page.locator(".join-code").first().innerText()).trim();
    expect(code.replace(/\W/g, "")).toMatch(/^[A-Z2-9]{8}$/);

    await page.getByRole("button", { name: w.assign, exact: true }).click();
    await page.getByLabel(w.module, { exact: true }).selectOption("predict-next-token");
    await page.getByLabel(w.dueDate).fill(inTwoWeeks());
    await page.getByLabel(w.dueTime).fill("20:00");
    await page.locator("form.assign").getByRole("button", { name: w.assign, exact: true }).click();
    await expect(page.getByText(words[locale].lessonModule).first()).toBeVisible();

    const learnerContext = await browser.newContext({ baseURL });
    const faults = watchFaults(learnerContext, baseURL ?? "");
    const learner = await learnerContext.newPage();
    const { name } = await signUp(learner, locale);
    await learner.goto(`/${locale}/classes`);
    await learner.getByLabel(w.joinCode).fill(code.toLowerCase());
    await learner.getByRole("button", { name: w.join, exact: true }).click();
    await learner.waitForURL(/\/classes\/[0-9a-f-]{36}/);
    await learner.locator('a.btn[href*="/quiz/"]').click();
    await learner.getByRole("button", { name: w.begin, exact: true }).click();
    const count = await answerAll(learner);
    await expect(questionMap(learner).locator('[data-s="done"]')).toHaveCount(count);
    await submitAttempt(learner, locale);
    const score = (await scoreOf(learner).innerText()).replace(/\s/g, "").split("/")[0];

    await page.reload();
    const row = page.getByRole("row").filter({ hasText: name }).first();
    await expect(row).toContainText(w.handedIn);
    await expect(row).toContainText(String(score));
    expect(faults).toEqual({ consoleErrors: [], foreignRequests: [] });
    await learnerContext.close();
  });
}
