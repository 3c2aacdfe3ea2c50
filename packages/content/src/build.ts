import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compile } from "./compile.ts";

const DATA = path.join(import.meta.dirname, "..", "data");
const GENERATED = path.join(import.meta.dirname, "generated");

/** Every file below a folder: its path with forward slashes, and its text. */
function readFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file, "utf8")];
    }),
  );
}

/** Write beside, then rename: whoever reads at this moment gets the old file or the new one, never half of one. */
function writeJson(name: string, value: unknown): void {
  mkdirSync(GENERATED, { recursive: true });
  const target = path.join(GENERATED, name);
  const draft = `${target}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(value)}\n`);
  renameSync(draft, target);
}

const result = compile({
  files: readFiles(DATA),
  hash: (text) => createHash("sha256").update(text).digest("hex"),
});

if (result.ok) {
  const { lessons, asks, keys } = result.course;
  writeJson("lessons.json", lessons);
  writeJson("asks.json", asks);
  writeJson("keys.json", keys);
  const waiting = asks.unplayable.map(({ id, kind }) => `\n  not playable yet: ${id} (${kind})`).join("");
  process.stdout.write(`content: ${lessons.lessons.length} lessons, ${asks.asks.length} items${waiting}\n`);
} else {
  for (const { file, line, what } of result.problems) process.stderr.write(`data/${file}:${line}  ${what}\n`);
  process.stderr.write(`content: ${result.problems.length} problems, nothing was written\n`);
  process.exitCode = 1;
}
