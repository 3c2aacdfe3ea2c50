export { eslintPreset as default } from "./packages/config/eslint.mjs";
