import { vitestPreset } from "./vitest.mjs";

export default vitestPreset({ test: { include: ["boundaries/*.test.mjs"], testTimeout: 30_000 } });
