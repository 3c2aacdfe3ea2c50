export { openGlass, type GlassModel, type GlassReading } from "./glass-model.ts";
export { loadGlass } from "./load-glass.ts";
