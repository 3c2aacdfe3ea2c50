import { expect, signIn, test } from "./fixtures.ts";
import { LOCALES, words } from "./words.ts";

// The browser logs the refusal itself.
test.use({ expectedErrors: /409 \(Conflict\)/ });

for (const locale of LOCALES) {
  test(`practice stays closed while the same questions are assigned, and says where to go (${locale})`, async ({
    page,
  }) => {
    await signIn(page, locale, "lin@example.test");
    await page.goto(`/${locale}/quiz/predict-next-token`);
    await page.getByRole("button", { name: words[locale].begin, exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: words[locale].assigned })).toBeVisible();
    await page.getByRole("link", { name: words[locale].toClasses }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/classes$`));
  });
}
