import { configDefaults, defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";

/**
 * The one vitest preset. `server-only` throws outside a React server build, so in tests it is an empty module.
 *
 * @param {import("vitest/config").ViteUserConfig} [overrides] - Merged over the preset, key by key under `test`.
 */
export function vitestPreset(overrides = {}) {
  return defineConfig({
    ...overrides,
    resolve: {
      ...overrides.resolve,
      alias: { "server-only": fileURLToPath(new URL("./empty.mjs", import.meta.url)), ...overrides.resolve?.alias },
    },
    test: {
      include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
      // These need Postgres and run under vitest.int.config.mts.
      exclude: [...configDefaults.exclude, "**/*.int.test.ts"],
      passWithNoTests: false,
      ...overrides.test,
    },
  });
}
