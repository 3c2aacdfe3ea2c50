import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { findChromium, findInstalled } from "./chromium.mjs";

it("takes the first browser on the path", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "fewshot-chromium-"));
  fs.writeFileSync(path.join(folder, "google-chrome"), "");
  expect(findInstalled(`/nowhere${path.delimiter}${folder}`)).toBe(path.join(folder, "google-chrome"));
  fs.rmSync(folder, { recursive: true });
});

it("says that CHROMIUM_PATH leads nowhere", async () => {
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  await expect(findChromium()).rejects.toThrow("CHROMIUM_PATH is /nowhere/chromium, and there is no such file.");
  vi.unstubAllEnvs();
});
