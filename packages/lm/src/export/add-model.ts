import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { EngineEnvironment } from "../load-engine.ts";
import type { Manifest } from "../manifest.ts";
import { parseManifest } from "../manifest.ts";
import { ONNXRUNTIME_VERSION } from "../runtime/ort-module.ts";
import type { HuggingFaceConfig } from "./hugging-face.ts";
import { checkWeights, readConfig, readTokenizer, refuse } from "./hugging-face.ts";
import { OPSET } from "./onnx-graph.ts";
import type { PackedModel } from "./pack-model.ts";
import { packModel } from "./pack-model.ts";
import type { Storage } from "./storage.ts";
import type { Trial } from "./try-model.ts";
import { tryModel } from "./try-model.ts";

export interface AddRequest {
  /** A Hugging Face folder: config.json, model.safetensors, merges.txt, and vocab.json if there is one. */
  folder: string;
  /** Where registered models lie, a folder each. */
  registry: string;
  /** By default the folder's name, in small letters with hyphens. */
  name?: string | undefined;
  storage: Storage;
  /** Names of the models that ship. */
  takenNames: readonly string[];
  startRuntime: EngineEnvironment["startRuntime"];
}

export interface AddedModel {
  name: string;
  /** False if it was registered before, from the same files. */
  isNew: boolean;
  manifest: Manifest;
  /** What it said when it was tried; missing if it is not new. */
  trial?: Trial;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Makes a registered model of a Hugging Face GPT-2 folder: checked, converted, packed in chunks, tried with the real
 * runtime, and only then renamed to its place, so that whatever happens before leaves the registry as it was.
 *
 * @throws ModelRefusedError with the reason in one sentence; LmError if the runtime cannot run it.
 */
export async function addModel(request: AddRequest): Promise<AddedModel> {
  const name = nameOf(request);
  const source = await readSource(request.folder);
  const fingerprint = fingerprintOf(source, request.storage);
  const target = join(request.registry, name);
  const present = await readRegistered(target);
  if (present?.fingerprint === fingerprint) return { name, isNew: false, manifest: present.manifest };
  if (present)
    refuse(`A model ${name} made of other files is registered; choose another --name, or delete ${target} first`);

  const specialTokens = readTokenizer(source, source.config);
  checkWeights(source.safetensors, source.config);
  const card = cardOf(request, { name, source, fingerprint });
  const merges = new TextEncoder().encode(source.merges);
  const packed = pack({ ...source, name, card, merges, specialTokens, storage: request.storage });
  return { name, isNew: true, ...(await register(packed, target, request)) };
}

function nameOf({ name, folder, takenNames }: AddRequest): string {
  const wanted =
    name ??
    basename(resolve(folder))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(wanted)) {
    refuse(
      `${JSON.stringify(wanted)} cannot be a model's name; give one of small letters, digits and hyphens with --name`,
    );
  }
  if (takenNames.includes(wanted)) refuse(`${wanted} is the name of a model that ships; give another with --name`);
  return wanted;
}

interface Source extends HuggingFaceConfig {
  safetensors: Uint8Array;
  merges: string;
  vocab: string | undefined;
}

async function readSource(folder: string): Promise<Source> {
  const files = await readdir(folder).catch(() => refuse(`${folder} is not a folder that can be read`));
  const missing = ["config.json", "model.safetensors", "merges.txt"].find((file) => !files.includes(file));
  if (missing) refuse(`${folder} has no ${missing}${hintFor(missing, files)}`);
  const text = async (file: string): Promise<string> => new TextDecoder().decode(await readFile(join(folder, file)));
  const described = readConfig(await text("config.json"));
  const { size } = await stat(join(folder, "model.safetensors"));
  // Four bytes a weight, the head a second time, and old files' masks: what is larger is not this model.
  if (size > 16 * described.parameters + 2 ** 26) refuse("model.safetensors is much larger than config.json says");
  const safetensors = new Uint8Array(await readFile(join(folder, "model.safetensors")));
  const vocab = files.includes("vocab.json") ? await text("vocab.json") : undefined;
  return { ...described, safetensors, merges: await text("merges.txt"), vocab };
}

function hintFor(missing: string, files: readonly string[]): string {
  if (missing !== "model.safetensors") return "";
  if (files.includes("model.safetensors.index.json")) return " in one piece; weights in several files cannot be read";
  return files.includes("pytorch_model.bin") ? "; pytorch_model.bin cannot be read, save the model as safetensors" : "";
}

/** Names the input and everything that decides what becomes of it. */
function fingerprintOf({ config, safetensors, merges, vocab }: Source, storage: Storage): string {
  const parts = [config, sha256(safetensors), merges, vocab ?? null, storage, OPSET, ONNXRUNTIME_VERSION];
  return sha256(new TextEncoder().encode(JSON.stringify(parts)));
}

/** A registered model whose files are all as its manifest says; one that is not whole counts as none. */
async function readRegistered(folder: string): Promise<{ fingerprint: unknown; manifest: Manifest } | undefined> {
  try {
    const manifest = parseManifest(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
    for (const piece of [...manifest.files.decode.chunks, manifest.tokenizer.merges]) {
      if (sha256(await readFile(join(folder, piece.url))) !== piece.sha256) throw new Error(`${piece.url} has changed`);
    }
    const source = manifest.card["source"] as { fingerprint?: unknown } | undefined;
    return { manifest, fingerprint: source?.fingerprint };
  } catch {
    return undefined;
  }
}

function cardOf(
  { folder, storage }: AddRequest,
  { name, source, fingerprint }: { name: string; source: Source; fingerprint: string },
): Record<string, unknown> {
  return {
    name,
    status: "added by the operator of this site",
    architecture: "GPT-2, from a Hugging Face folder",
    parameters: source.parameters,
    license: "unknown to this site: it is that of whoever made the weights",
    tokenizer: { kind: "gpt2", vocab_size: source.config.vocab_size },
    source: { folder: basename(resolve(folder)), weights_sha256: sha256(source.safetensors), fingerprint },
    export: { storage, opset: OPSET, onnxruntime: ONNXRUNTIME_VERSION },
  };
}

function pack(folder: Parameters<typeof packModel>[0]): PackedModel {
  try {
    return packModel(folder, sha256);
  } catch (error) {
    if (error instanceof TypeError)
      refuse(`model.safetensors cannot be stored as ${folder.storage ?? "it is"}: ${error.message}`);
    throw error;
  }
}

/** Written and tried beside its place; the last step is one rename. */
async function register(
  { manifest, files }: PackedModel,
  target: string,
  { registry, startRuntime }: AddRequest,
): Promise<{ manifest: Manifest; trial: Trial }> {
  const draft = join(registry, `.adding-${process.pid}`);
  const describe = async (described: Manifest): Promise<void> => {
    await writeFile(join(draft, "card.json"), `${JSON.stringify(described.card, null, 2)}\n`);
    await writeFile(join(draft, "manifest.json"), JSON.stringify(described));
  };
  try {
    await removeDrafts(registry);
    await mkdir(draft, { recursive: true });
    for (const [file, bytes] of files) await writeFile(join(draft, file), bytes);
    await describe(manifest);
    const trial = await tryModel(draft, startRuntime);
    const tried = parseManifest({ ...manifest, card: { ...manifest.card, self_test: trial } });
    await describe(tried);
    // A damaged model may still lie there.
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
    return { manifest: tried, trial };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** What a run left behind that was killed. */
async function removeDrafts(registry: string): Promise<void> {
  for (const entry of await readdir(registry).catch(() => [])) {
    const pid = /^\.adding-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(registry, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
