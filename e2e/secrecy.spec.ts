import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, LESSON, signUp, test } from "./fixtures.ts";
import { answerAll, questionMap, submitAttempt } from "./quiz-page.ts";

interface CompiledKey {
  id: string;
  canary: string;
  key: { why: { zh: string; en: string } };
}

const generated = path.resolve(import.meta.dirname, "../packages/content/src/generated");
const { keys } = JSON.parse(readFileSync(path.join(generated, "keys.json"), "utf8")) as { keys: CompiledKey[] };

/** The longest stretch of an explanation that no draw fills in. */
const fixedPart = (why: string): string =>
  why.split(/\{\{.*?\}\}/s).reduce((longest, part) => (part.length > longest.length ? part : longest));

/** What only a key holds: its canary and its explanation, as text and as JSON escapes it. */
const secrets = keys.flatMap(({ canary, key }) =>
  [canary, fixedPart(key.why.zh), fixedPart(key.why.en)].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]),
);

/** Every body that the app sends to a page, kept for a search. */
function keepBodies(page: Page): { url: string; body: Promise<string> }[] {
  const bodies: { url: string; body: Promise<string> }[] = [];
  page.on("response", (response) => {
    const isText = /html|json|javascript|text|x-component/.test(response.headers()["content-type"] ?? "");
    if (isText) bodies.push({ url: response.url(), body: response.text().catch(() => "") });
  });
  return bodies;
}

async function leaks(bodies: ReturnType<typeof keepBodies>): Promise<string[]> {
  const read = await Promise.all(bodies.map(async ({ url, body }) => ({ url, text: await body })));
  return read.filter(({ text }) => secrets.some((secret) => text.includes(secret))).map(({ url }) => url);
}

test("nothing that the app sends before submission holds an answer key; the result does", async ({ page }) => {
  const bodies = keepBodies(page);
  await page.goto(`/en${LESSON}`);
  await page.goto("/zh/course");
  await signUp(page, "en");
  for (const locale of ["zh", "en"] as const) {
    await page.goto(`/${locale}${LESSON}`);
    await page.goto(`/${locale}/quiz/predict-next-token`);
    await page.goto(`/${locale}/progress`);
    await page.goto(`/${locale}/classes`);
  }
  await page.goto("/en/quiz/predict-next-token");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  const count = await answerAll(page);
  await expect(questionMap(page).locator('[data-s="done"]')).toHaveCount(count);
  await page.reload();
  await expect(questionMap(page).locator('[data-s="done"]')).toHaveCount(count);
  const read = await Promise.all(bodies.map(({ body }) => body));
  expect(read.filter((text) => text !== "").length, "bodies that could be searched").toBeGreaterThan(20);
  expect(await leaks(bodies)).toEqual([]);

  await submitAttempt(page, "en");
  // The explanations are released now: the same search must find them, or it proves nothing.
  expect((await leaks(bodies)).length).toBeGreaterThan(0);
});
