import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, untilListening } from "./fixtures.ts";
import { seriousFindings } from "./lab-page.ts";

/** Another site, on another port and so of another origin, that frames one of our addresses. */
async function frameElsewhere(address: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((_request, reply) => {
    reply.setHeader("content-type", "text/html");
    reply.end(`<!doctype html><html lang="en"><title>A course elsewhere</title><iframe title="Lab" src="${address}">`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test.describe("a page of another site", () => {
  // The other site is a foreign request of its own, and a refused frame is logged by the browser.
  test.use({ isForeign: true, expectedErrors: /frame-ancestors|Refused to frame|Framing/ });

  test("frames a lab, which can be used there", async ({ page, baseURL }) => {
    const site = await frameElsewhere(`${baseURL}/en/embed/labs/energy`);
    await page.goto(site.origin);
    const lab = page.frameLocator("iframe").locator("section.lab");
    await expect(lab).toBeVisible();
    const slider = lab.getByRole("slider").first();
    await untilListening(slider);
    const before = await slider.inputValue();
    await slider.press("ArrowRight");
    await expect(slider).not.toHaveValue(before);
    site.close();
  });

  test("cannot frame any other page", async ({ page, baseURL }) => {
    for (const path of ["/en/labs/energy", "/en/sign-in", "/zh/course"]) {
      const site = await frameElsewhere(`${baseURL}${path}`);
      await page.goto(site.origin);
      await expect(page.frameLocator("iframe").locator("main")).toHaveCount(0);
      site.close();
    }
  });
});

test("an embedded lab has no site bar, a way to the whole, and nothing serious for axe", async ({ page }) => {
  for (const locale of ["zh", "en"]) {
    await page.goto(`/${locale}/embed/labs/next-token`);
    await expect(page.locator("section.lab")).toBeVisible();
    await expect(page.getByRole("banner")).toHaveCount(0);
    await expect(page.locator(`a[href="/${locale}/labs/next-token"]`)).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  }
});
