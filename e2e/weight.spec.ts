import { expect, test } from "./fixtures.ts";

/** React and Next.js alone are 131 kB of it (Next.js 16, React 19). */
const most = 245_000;

test("the first lesson fetches the code of its own lab, and of no other", async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await page.goto("/zh/course/from-gpt-1-to-gpt-3/a-few-examples", { waitUntil: "networkidle" });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(5);
  expect(bytes).toBeLessThanOrEqual(most);
});
