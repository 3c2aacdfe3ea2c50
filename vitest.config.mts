import { defineConfig } from "vitest/config";

/** All unit tests in one run; each package keeps its own configuration. */
export default defineConfig({
  test: { projects: ["packages/*/vitest.config.mts", "apps/*/vitest.config.mts", "scripts/vitest.config.mts"] },
});
