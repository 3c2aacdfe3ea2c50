import { vitestPreset } from "@fewshot/config/vitest";

export default vitestPreset();
