import { type BrowserContext, expect, type Locator, type Page, test as base } from "@playwright/test";
import { type Locale, words } from "./words.ts";

export const LESSON = "/course/predict-next-token/one-token-at-a-time";
export const DEMO_PASSWORD = "fewshot-demo";

/** What a page did that no page may do. */
export interface Faults {
  consoleErrors: string[];
  foreignRequests: string[];
}

/** Watches every page of a context for console errors, policy violations and requests to other hosts. */
export function watchFaults(context: BrowserContext, origin: string): Faults {
  const faults: Faults = { consoleErrors: [], foreignRequests: [] };
  context.on("console", (message) => {
    if (message.type() === "error") faults.consoleErrors.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (webError) => faults.consoleErrors.push(String(webError.error())));
  context.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin) faults.foreignRequests.push(url);
  });
  return faults;
}

/** A browser test that fails, whatever else it checks, on a console error or a request to another host. */
export const test = base.extend<{ faults: Faults; expectedErrors: RegExp | null; isForeign: boolean }>({
  expectedErrors: [null, { option: true }],
  /** True where the test itself visits another host. */
  isForeign: [false, { option: true }],
  faults: [
    async ({ context, baseURL, expectedErrors, isForeign }, use) => {
      const faults = watchFaults(context, new URL(baseURL ?? "").origin);
      await use(faults);
      const surprising = faults.consoleErrors.filter((text) => !expectedErrors?.test(text));
      expect(surprising).toEqual([]);
      if (!isForeign) expect(faults.foreignRequests).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until a part of the server's page answers to keys: React marks an element once it listens to it. */
export async function untilListening(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => Object.keys(node).join(" "))).toContain("__reactProps");
}

let people = 0;

/** Signs a new person up through the form, and waits for the page that follows. */
export async function signUp(page: Page, locale: Locale): Promise<{ name: string; email: string }> {
  const w = words[locale];
  people += 1;
  const person = { name: `Learner ${people}`, email: `e2e-${Date.now()}-${people}@example.test` };
  await page.goto(`/${locale}/sign-up`);
  await page.getByLabel(w.name).fill(person.name);
  await page.getByLabel(w.email).fill(person.email);
  await page.getByLabel(w.password).first().fill("a long enough passphrase");
  await page.getByRole("button", { name: w.create }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-up"));
  return person;
}

export async function signIn(page: Page, locale: Locale, email: string): Promise<void> {
  const w = words[locale];
  await page.goto(`/${locale}/sign-in`);
  await page.getByLabel(w.email).fill(email);
  await page.getByLabel(w.password).fill(DEMO_PASSWORD);
  await page.locator("form").getByRole("button", { name: w.signIn }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}
