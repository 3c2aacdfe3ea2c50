// `npm test`: everything CI checks, cheapest first. `npm test -- --only unit,lint` runs some stages of it.
import { runWithSupportedNode } from "./lib/node-version.mjs";

runWithSupportedNode(() => import("./lib/check.mjs").then(({ check }) => check(process.argv.slice(2))));
