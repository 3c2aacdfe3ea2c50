/**
 * Makes what the web app serves of this package:
 *
 *     <public>/lm/worker.js, ONNX Runtime's code and wasm, and runtime.json, which says where each lies
 *     <public>/models/<name>/manifest.json, chunks, merges.txt, card.json, and models/index.json, which lists them
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
import { ADDED_MODELS, SHIPPED_MODELS, addedNames, layOutAdded, shippedNames, writeIndex } from "./registry.ts";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const PUBLIC = resolve(
  process.argv[2] ?? process.env["FEWSHOT_PUBLIC_DIR"] ?? join(PACKAGE, "..", "..", "apps", "web", "public"),
);
const MODEL_FILES = ["model.safetensors", "config.json", "merges.txt", "card.json"] as const;

/** A worker with the runtime that it starts. The one for graphics cards is asked for only where there is a card. */
const RUNTIMES = {
  wasm: {
    worker: ["gpt2.worker.ts", "worker.js"],
    entry: ["runtime/ort-entry.mjs", "ort-entry.mjs"],
    wasm: "ort-wasm-simd-threaded.wasm",
  },
  webgpu: {
    worker: ["gpt2-webgpu.worker.ts", "webgpu-worker.js"],
    // As the package has it: nothing of it is shared.
    entry: [null, "ort-wasm-simd-threaded.asyncify.mjs"],
    wasm: "ort-wasm-simd-threaded.asyncify.wasm",
  },
} as const;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const kib = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`;

await main();

async function main(): Promise<void> {
  const shipped = await shippedNames();
  const added = (await addedNames()).filter((name) => !shipped.includes(name));
  const names = [...shipped, ...added];
  const served = join(PUBLIC, "models");
  const stampPath = join(PUBLIC, "lm", "stamp.txt");
  const stamp = await hashInputs(shipped, added);
  const outputs = [
    join(PUBLIC, "lm", "runtime.json"),
    join(served, "index.json"),
    ...names.map((name) => join(served, name, "manifest.json")),
  ];
  const previous = await readFile(stampPath, "utf8").catch(() => "");
  if (previous === stamp && outputs.every((path) => existsSync(path))) {
    console.log("lm: worker and models are up to date");
    return;
  }
  // The stamp goes first, so that an interrupted run is not taken for a finished one.
  await rm(join(PUBLIC, "lm"), { recursive: true, force: true });
  const runtimes = await buildRuntimes();
  const models: string[] = [];
  for (const name of shipped) models.push(await buildModel(name));
  for (const name of added) models.push(await layOutAdded(name, served));
  await removeOtherModels(names);
  await writeIndex(served, names, added);
  await writeFile(stampPath, stamp);
  console.log(`lm: ${[runtimes, ...models].join(", ")}, written to ${relative(process.cwd(), PUBLIC) || "."}`);
}

async function hashInputs(shipped: readonly string[], added: readonly string[]): Promise<string> {
  const sources = await readdir(join(PACKAGE, "src"), { recursive: true });
  const core = join(PACKAGE, "..", "ml-core", "src");
  const files = [
    ...sources.filter((path) => /\.m?ts$|\.mjs$/.test(path)).map((path) => join(PACKAGE, "src", path)),
    ...(await readdir(core, { recursive: true }))
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(core, path)),
    fileURLToPath(import.meta.url),
    join(PACKAGE, "scripts", "registry.ts"),
    join(PACKAGE, "package.json"),
    ...shipped.flatMap((name) => MODEL_FILES.map((file) => join(SHIPPED_MODELS, name, file))),
    // An added model's manifest has the hashes of all its files.
    ...added.map((name) => join(ADDED_MODELS, name, "manifest.json")),
  ].filter((path) => !path.endsWith(".test.ts"));
  const hash = createHash("sha256");
  for (const path of files.sort()) hash.update(`${relative(PACKAGE, path)}\n${sha256(await readFile(path))}\n`);
  return hash.digest("hex");
}

async function buildRuntimes(): Promise<string> {
  const folder = join(PUBLIC, "lm");
  await mkdir(folder, { recursive: true });
  const listed: Record<string, Record<string, { url: string; bytes: number }>> = {};
  for (const [name, { worker, entry, wasm }] of Object.entries(RUNTIMES)) {
    await bundleFor(folder, worker);
    if (entry[0] === null) await copyFromPackage(folder, entry[1]);
    else await bundleFor(folder, entry);
    await copyFromPackage(folder, wasm);
    const files = { worker: worker[1], entry: entry[1], wasm };
    const described = await Promise.all(
      Object.entries(files).map(async ([part, file]) => [part, await describe(folder, file)] as const),
    );
    listed[name] = Object.fromEntries(described);
  }
  await writeFile(join(folder, "runtime.json"), JSON.stringify(listed));
  return `worker ${kib((await stat(join(folder, "worker.js"))).size)}`;
}

async function bundleFor(folder: string, [source, output]: readonly [source: string, output: string]): Promise<void> {
  await bundle({
    entryPoints: [join(PACKAGE, "src", source)],
    outfile: join(folder, output),
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "none",
    // The worker starts ONNX Runtime's module itself, so the package's own copy of it is left out.
    conditions: ["onnxruntime-web-use-extern-wasm"],
    // The runtime reads files by itself when it runs in Node; a browser never reaches those imports.
    external: ["node:*", "module", "worker_threads"],
    logLevel: "warning",
  });
}

async function copyFromPackage(folder: string, file: string): Promise<void> {
  await copyFile(createRequire(import.meta.url).resolve(`onnxruntime-web/${file}`), join(folder, file));
}

/** An address that changes with the content, so that a browser may keep what it got there for good. */
async function describe(folder: string, file: string): Promise<{ url: string; bytes: number }> {
  const bytes = await readFile(join(folder, file));
  return { url: `${file}?v=${sha256(bytes).slice(0, 16)}`, bytes: bytes.length };
}

async function buildModel(name: string): Promise<string> {
  const [safetensors, config, merges, card] = await Promise.all(
    MODEL_FILES.map((f) => readFile(join(SHIPPED_MODELS, name, f))),
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
