import { expect, test } from "./fixtures.ts";
import { expectSoundBothWays, openLab } from "./lab-page.ts";
import { LOCALES } from "./words.ts";

for (const locale of LOCALES) {
  test(`every lab opens, and axe finds nothing serious in it (${locale})`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.goto(`/${locale}/labs`);
    const addresses = await page
      .locator('main a[href*="/labs/"]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    const labs = [...new Set(addresses.map((address) => address.split("/").at(-1) ?? ""))];
    expect(labs).toHaveLength(23);
    for (const lab of labs) {
      await openLab(page, locale, lab);
      await expectSoundBothWays(page);
    }
  });
}
