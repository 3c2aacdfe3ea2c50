import { vitestPreset } from "@fewshot/config/vitest";

/** Tests that need Postgres. The global setup starts a throw-away server, or uses TEST_DATABASE_URL. */
export default vitestPreset({
  test: {
    include: ["src/**/*.int.test.ts", "scripts/**/*.int.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: ["@fewshot/db/testing/global-setup"],
    // Generous: servers are started, killed and recovered here, on machines that may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
