import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compile, type CompileResult } from "../compile.ts";

const DATA = path.join(import.meta.dirname, "..", "..", "data");

/** Compiles the course as it lies in `data/`, without writing anything. */
export function compileAuthored(): CompileResult {
  const names = readdirSync(DATA, { recursive: true, encoding: "utf8" }).filter((name) => path.extname(name) !== "");
  const files = new Map(
    names.map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(DATA, name), "utf8")]),
  );
  return compile({ files, hash: (text) => createHash("sha256").update(text).digest("hex") });
}
