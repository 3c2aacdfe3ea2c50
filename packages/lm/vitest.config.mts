import { vitestPreset } from "@fewshot/config/vitest";

// Sessions of the real runtime start in a second or two on a busy machine; the default of 5 s is for pure code.
export default vitestPreset({
  test: { include: ["src/**/*.test.ts", "bench/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
