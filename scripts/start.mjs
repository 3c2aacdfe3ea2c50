// `npm start`: from a fresh clone to a running site. Plain Node, so that it works before anything is installed.
import { runWithSupportedNode } from "./lib/node-version.mjs";

runWithSupportedNode(() =>
  import("./lib/serve.mjs").then(({ serve }) => serve({ isDev: process.argv.includes("--dev") })),
);
