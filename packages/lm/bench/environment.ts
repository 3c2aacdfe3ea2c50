import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { release, totalmem, type } from "node:os";
import { join } from "node:path";
import { processorName } from "./load-watch.ts";
import { PACKAGE } from "./paths.ts";
import type { Environment } from "./results.ts";

/** What the numbers depend on, besides the neighbours. */
export function describeEnvironment(
  chromium: string,
  peer: { transformers: string; onnxruntime: string },
): Environment {
  return {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    processor: processorName(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    chromium,
    node: process.versions.node,
    ours: ourRuntime(),
    transformers: peer.transformers,
    theirRuntime: peer.onnxruntime,
  };
}

function ourRuntime(): string {
  const require = createRequire(join(PACKAGE, "package.json"));
  const entry = require.resolve("onnxruntime-web");
  const { version } = JSON.parse(readFileSync(join(entry, "..", "..", "package.json"), "utf8")) as { version: string };
  return version;
}
