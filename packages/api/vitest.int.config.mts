import { vitestPreset } from "@fewshot/config/vitest";

/** Tests that need Postgres. The global setup starts a throw-away server, or uses TEST_DATABASE_URL. */
export default vitestPreset({
  test: {
    include: ["src/**/*.int.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: ["@fewshot/db/testing/global-setup"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
