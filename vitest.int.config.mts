import { defineConfig } from "vitest/config";

/** All tests that need Postgres in one run; TEST_DATABASE_URL makes them share one server. */
export default defineConfig({ test: { projects: ["packages/*/vitest.int.config.mts"] } });
