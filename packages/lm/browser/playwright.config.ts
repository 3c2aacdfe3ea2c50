import { defineConfig } from "@playwright/test";

/** The conformance suite in a real browser; `npm run test:browser`. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../../test-results/lm",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  reporter: process.env["E2E_JSON"] ? [["line"], ["json", { outputFile: process.env["E2E_JSON"] }]] : [["list"]],
  use: {
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    },
  },
});
