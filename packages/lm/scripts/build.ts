/**
 * Makes what the web app serves of this package:
 *
 *     <public>/lm/worker.js and ONNX Runtime's wasm
 *     <public>/models/<name>/manifest.json, chunks, merges.txt, card.json
 *
 * Usage: tsx scripts/build.ts [public folder], else $FEWSHOT_PUBLIC_DIR, else apps/web/public of this repository.
 * Does nothing if no input has changed since the last run.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { packModel } from "../src/export/pack-model.ts";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const MODELS = join(PACKAGE, "models");
const PUBLIC = resolve(
  process.argv[2] ?? process.env["FEWSHOT_PUBLIC_DIR"] ?? join(PACKAGE, "..", "..", "apps", "web", "public"),
);
const MODEL_FILES = ["model.safetensors", "config.json", "merges.txt", "card.json"] as const;
const RUNTIME = "ort-wasm-simd-threaded.wasm";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const kib = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`;

await main();

async function main(): Promise<void> {
  const names = await modelNames();
  const stampPath = join(PUBLIC, "lm", "stamp.txt");
  const stamp = await hashInputs(names);
  const outputs = [
    join(PUBLIC, "lm", "worker.js"),
    ...names.map((name) => join(PUBLIC, "models", name, "manifest.json")),
  ];
  const previous = await readFile(stampPath, "utf8").catch(() => "");
  if (previous === stamp && outputs.every((path) => existsSync(path))) {
    console.log("lm: worker and models are up to date");
    return;
  }
  // The stamp goes first, so that an interrupted run is not taken for a finished one.
  await rm(join(PUBLIC, "lm"), { recursive: true, force: true });
  const worker = await buildWorker();
  const models: string[] = [];
  for (const name of names) models.push(await buildModel(name));
  await removeOtherModels(names);
  await writeFile(stampPath, stamp);
  console.log(`lm: ${[worker, ...models].join(", ")}, written to ${relative(process.cwd(), PUBLIC) || "."}`);
}

/** The folders of `models/` that hold a model; one that is still being written has no weights yet. */
async function modelNames(): Promise<string[]> {
  const entries = existsSync(MODELS) ? await readdir(MODELS) : [];
  return entries.filter((name) => existsSync(join(MODELS, name, "model.safetensors"))).sort();
}

async function hashInputs(names: readonly string[]): Promise<string> {
  const sources = await readdir(join(PACKAGE, "src"), { recursive: true });
  const core = join(PACKAGE, "..", "ml-core", "src");
  const files = [
    ...sources.filter((path) => path.endsWith(".ts")).map((path) => join(PACKAGE, "src", path)),
    ...(await readdir(core, { recursive: true }))
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(core, path)),
    fileURLToPath(import.meta.url),
    join(PACKAGE, "package.json"),
    ...names.flatMap((name) => MODEL_FILES.map((file) => join(MODELS, name, file))),
  ].filter((path) => !path.endsWith(".test.ts"));
  const hash = createHash("sha256");
  for (const path of files.sort()) hash.update(`${relative(PACKAGE, path)}\n${sha256(await readFile(path))}\n`);
  return hash.digest("hex");
}

async function buildWorker(): Promise<string> {
  const folder = join(PUBLIC, "lm");
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, "worker.js");
  await bundle({
    entryPoints: [join(PACKAGE, "src", "gpt2.worker.ts")],
    outfile,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "none",
    // The runtime reads files by itself when it runs in Node; a browser never reaches those imports.
    external: ["node:*", "module", "worker_threads"],
    logLevel: "warning",
  });
  // The worker carries the runtime's JavaScript; only the WebAssembly is fetched.
  await copyFile(createRequire(import.meta.url).resolve(`onnxruntime-web/${RUNTIME}`), join(folder, RUNTIME));
  return `worker ${kib((await stat(outfile)).size)}`;
}

async function buildModel(name: string): Promise<string> {
  const [safetensors, config, merges, card] = await Promise.all(
    MODEL_FILES.map((f) => readFile(join(MODELS, name, f))),
  );
  if (!safetensors || !config || !merges || !card) throw new Error(`models/${name} is incomplete`);
  const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString("utf8"));
  const packed = packModel({ name, safetensors, config: parse(config), card: parse(card), merges }, sha256);

  const folder = join(PUBLIC, "models", name);
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  for (const [file, bytes] of packed.files) await writeFile(join(fresh, file), bytes);
  await writeFile(join(fresh, "card.json"), card);
  await writeFile(join(fresh, "manifest.json"), JSON.stringify(packed.manifest));
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  const { bytes, chunks } = packed.manifest.files.decode;
  return `${name} ${kib(bytes)} in ${chunks.length} chunks`;
}

/** A model that is no longer in this package is no longer served. */
async function removeOtherModels(names: readonly string[]): Promise<void> {
  const folder = join(PUBLIC, "models");
  for (const entry of existsSync(folder) ? await readdir(folder) : []) {
    if (!names.includes(entry)) await rm(join(folder, entry), { recursive: true, force: true });
  }
}
