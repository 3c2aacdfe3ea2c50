import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeRuntime } from "../testing/node-runtime.ts";
import { sha256Hex, writeSafetensors } from "../testing/fixtures.ts";
import type { AddRequest } from "./add-model.ts";
import { addModel } from "./add-model.ts";
import { ModelRefusedError } from "./hugging-face.ts";
import { readSafetensors } from "./safetensors.ts";
import { writeCheckpoint } from "./testing/checkpoint.ts";

const config = { n_layer: 2, n_head: 2, n_embd: 16, n_positions: 40, vocab_size: 300 };

let folder: string;
let registry: string;

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), "fewshot-add-"));
  folder = join(home, "My GPT-2");
  registry = join(home, "registry");
});
afterEach(() => rmSync(join(registry, ".."), { recursive: true }));

const request = (change: Partial<AddRequest> = {}): AddRequest => ({
  ...{ folder, registry, storage: "fp16", takenNames: ["story-v3"], startRuntime: nodeRuntime },
  ...change,
});
const read = (file: string) => readFileSync(join(folder, file));
const write = (file: string, content: string | Uint8Array) => writeFileSync(join(folder, file), content);
const editJson = (file: string, change: Record<string, unknown>) =>
  write(file, JSON.stringify({ ...(JSON.parse(read(file).toString()) as object), ...change }));
const registered = (): string[] => {
  try {
    return readdirSync(registry);
  } catch {
    return [];
  }
};

/** Registers nothing, and says why in one sentence. */
async function expectRefusal(reason: RegExp, change: Partial<AddRequest> = {}): Promise<void> {
  const before = registered();
  const error = await addModel(request(change)).then(
    () => expect.unreachable("it was registered"),
    (caught: unknown) => caught as Error,
  );
  expect(error).toBeInstanceOf(ModelRefusedError);
  expect(error.message).toMatch(reason);
  expect(error.message).toMatch(/^[^\n]+[^.]\.$/);
  expect(registered()).toEqual(before);
}

describe("addModel", () => {
  it.each([
    ["plain names", {}],
    [
      "prefixed names, the head again, masks and a vocabulary",
      { prefix: "transformer.", withHead: true, withMasks: true, withVocab: true },
    ],
  ])("registers a folder with %s", async (_, options) => {
    writeCheckpoint(folder, { config, ...options });
    const { name, isNew, manifest, trial } = await addModel(request());
    expect({ name, isNew }).toEqual({ name: "my-gpt-2", isNew: true });
    expect(trial?.greedy_ids).toHaveLength(8);
    expect(registered()).toEqual(["my-gpt-2"]);
    const target = join(registry, "my-gpt-2");
    expect(JSON.parse(readFileSync(join(target, "manifest.json"), "utf8"))).toEqual(manifest);
    for (const { url, sha256 } of [...manifest.files.decode.chunks, manifest.tokenizer.merges]) {
      expect(sha256Hex(readFileSync(join(target, url)))).toBe(sha256);
    }
    expect(manifest.card).toMatchObject({
      parameters: 4800 + 640 + 2 * 3280 + 32,
      export: { storage: "fp16", opset: 20 },
    });
    expect(manifest.card).toMatchObject({ self_test: trial });
  });

  it("makes the same model of the same weights, whatever else the file has", async () => {
    writeCheckpoint(folder, { config });
    const plain = await addModel(request({ name: "a" }));
    writeCheckpoint(folder, { config, prefix: "transformer.", withHead: true, withMasks: true });
    const other = await addModel(request({ name: "b" }));
    expect(other.manifest.fingerprint).toBe(plain.manifest.fingerprint);
    expect(other.trial).toEqual(plain.trial);
  });

  it.each([
    ["fp32", 4],
    ["fp16", 2],
    ["int8", 1],
  ] as const)("stores as %s, about %s bytes a parameter, and still writes", async (storage, bytes) => {
    const wider = { ...config, n_embd: 64 };
    writeCheckpoint(folder, { config: wider });
    const { manifest, trial } = await addModel(request({ storage }));
    const parameters = Number(manifest.card["parameters"]);
    expect(manifest.files.decode.bytes / parameters).toBeGreaterThan(bytes);
    expect(manifest.files.decode.bytes / parameters).toBeLessThan(bytes + 0.6);
    expect(trial?.greedy_ids).toHaveLength(8);
    // The runtime that the site prefers takes every storage.
    expect(trial?.backend).toBe("ort-handles");
  });

  it("does nothing the second time, and says so", async () => {
    writeCheckpoint(folder, { config });
    const first = await addModel(request());
    const again = await addModel(request({ startRuntime: () => Promise.reject(new Error("not needed")) }));
    expect(again).toEqual({ name: "my-gpt-2", isNew: false, manifest: first.manifest });
  });

  it("makes a damaged model anew", async () => {
    writeCheckpoint(folder, { config });
    const { manifest } = await addModel(request());
    const chunk = join(registry, "my-gpt-2", manifest.files.decode.chunks[0]!.url);
    writeFileSync(chunk, readFileSync(chunk).subarray(1));
    expect((await addModel(request())).isNew).toBe(true);
    expect((await addModel(request())).isNew).toBe(false);
  });

  it("leaves a model alone whose name is asked for by another", async () => {
    writeCheckpoint(folder, { config });
    const { manifest } = await addModel(request());
    await expectRefusal(/made of other files/, { storage: "int8" });
    expect((await addModel(request())).manifest).toEqual(manifest);
    await expectRefusal(/story-v3 is the name/, { name: "story-v3" });
    await expectRefusal(/cannot be a model's name/, { name: "../x" });
  });

  it("clears away what a killed run has left, and not what a living one is writing", async () => {
    writeCheckpoint(folder, { config });
    await addModel(request({ name: "a" }));
    // No process has this number; the first one always runs.
    for (const pid of [2 ** 22 + 1, 1]) writeCheckpoint(join(registry, `.adding-${pid}`), { config });
    await addModel(request({ name: "b" }));
    expect(registered()).toEqual([".adding-1", "a", "b"]);
  });

  it("registers nothing when the runtime fails", async () => {
    writeCheckpoint(folder, { config });
    await expect(
      addModel(request({ startRuntime: () => Promise.reject(new Error("no WebAssembly")) })),
    ).rejects.toThrow();
    expect(registered()).toEqual([]);
  });
});

describe("addModel refuses", () => {
  beforeEach(() => writeCheckpoint(folder, { config, withVocab: true }));

  it.each(["config.json", "model.safetensors", "merges.txt"])("a folder without %s", async (file) => {
    rmSync(join(folder, file));
    await expectRefusal(new RegExp(`has no ${file}`));
  });

  it("a folder that is none", () => expectRefusal(/not a folder/, { folder: join(folder, "missing") }));

  it("weights in other formats, with a hint", async () => {
    rmSync(join(folder, "model.safetensors"));
    write("pytorch_model.bin", "");
    await expectRefusal(/save the model as safetensors/);
    write("model.safetensors.index.json", "");
    await expectRefusal(/several files/);
  });

  it.each([
    ["another architecture", { model_type: "llama" }, /architecture "llama"/],
    ["no architecture", { model_type: undefined }, /architecture null/],
    ["another activation", { activation_function: "relu" }, /activation_function/],
    ["cross-attention", { add_cross_attention: true }, /cross-attention/],
    ["a head of its own", { tie_word_embeddings: false }, /tie_word_embeddings/],
    ["heads that do not divide the width", { n_head: 3 }, /multiple of n_head/],
    ["an end of text beyond the vocabulary", { eos_token_id: 300 }, /token 300/],
    ["a size that is none", { n_layer: 2.5 }, /n_layer/],
    ["more layers than the weights have", { n_layer: 3 }, /h\.2\.ln_1\.weight/],
    ["another width", { n_embd: 18 }, /shape \[300,16\].*\[300,18\]/],
    ["another vocabulary", { vocab_size: 310, eos_token_id: 299 }, /310 tokens, but merges\.txt makes 299/],
    ["sizes beyond a browser", { n_embd: 8192, n_layer: 100 }, /GiB/],
    ["a billion layers", { n_layer: 1e9 }, /GiB/],
  ])("a configuration with %s", async (_, change, reason) => {
    editJson("config.json", change);
    await expectRefusal(reason);
  });

  it.each(["{", "[]", "null"])("a configuration that is %s", async (text) => {
    write("config.json", text);
    await expectRefusal(/config\.json is not/);
  });

  it.each([
    ["truncated to nothing", () => new Uint8Array(0), /0 bytes/],
    ["truncated in its header", () => read("model.safetensors").subarray(0, 100), /header claims/],
    ["truncated in its data", () => read("model.safetensors").subarray(0, -1), /there are only/],
    [
      "with a header of an absurd length",
      () => new Uint8Array(64).fill(255),
      /header claims 18446744073709552000 bytes/,
    ],
    ["that is a web page", () => new TextEncoder().encode("<!doctype html><title>Sign in</title>"), /header claims/],
    ["with bytes behind", () => Buffer.concat([read("model.safetensors"), new Uint8Array(9)]), /belong to none/],
  ])("weights %s", async (_, make, reason) => {
    write("model.safetensors", make());
    await expectRefusal(reason);
  });

  /** The good weights with one tensor changed. */
  function change(name: string, to: (tensor: { dtype: string; shape: number[]; bytes: Uint8Array }) => object): void {
    const tensors = [...readSafetensors(new Uint8Array(read("model.safetensors"))).values()];
    const changed = tensors.map((tensor) => (tensor.name === name ? { ...tensor, ...to(tensor) } : tensor));
    write("model.safetensors", writeSafetensors(changed));
  }

  it("a tensor of another shape", async () => {
    change("h.1.mlp.c_fc.weight", ({ shape }) => ({ shape: shape.toReversed() }));
    await expectRefusal(/does not fit config\.json: "h\.1\.mlp\.c_fc\.weight" has shape \[64,16\]/);
  });

  it("a tensor of whole numbers", async () => {
    change("wpe.weight", () => ({ dtype: "I32" }));
    await expectRefusal(/wpe\.weight.*I32/);
  });

  it.each(["fp16", "fp32", "int8"] as const)("a weight that is not a number, stored as %s", async (storage) => {
    change("h.0.mlp.c_fc.weight", ({ bytes }) => ({ bytes: bytes.map((byte, at) => (at < 4 ? 255 : byte)) }));
    await expectRefusal(/h\.0\.mlp\.c_fc\.weight" holds a value/, { storage });
  });

  it("a head that is not the embedding", async () => {
    writeCheckpoint(folder, { config, withHead: true });
    change("lm_head.weight", ({ bytes }) => ({ bytes: bytes.toReversed() }));
    await expectRefusal(/only tied heads/);
  });

  it.each([
    ["prose", "Once upon a time\nthere was a fox\n", /line 1/],
    ["pairs of unknown tokens", "#version: 0.2\n! !\n!! zz\n", /line 3/],
    ["cut off", "#version: 0.2\n! !\n", /has "!\\"", which merges\.txt does not make/],
  ])("merges that are %s", async (_, merges, reason) => {
    write("merges.txt", merges);
    await expectRefusal(reason);
    rmSync(join(folder, "vocab.json"));
    await expectRefusal(/merges\.txt (is not a list|makes 257)/);
  });

  it.each([
    ["gives two tokens one number", { "!!": 0 }, /does not number/],
    ["swaps two bytes", { "!": 1, '"': 0 }, /256 bytes/],
    ["swaps two merges", { "!!": 257, '!"': 256 }, /token 256, where merges\.txt makes "!!"/],
    ["has one token more", { "<pad>": 300 }, /special tokens are 2/],
    ["has a word more", { fox: 300 }, /"fox"/],
  ])("a vocabulary that %s", async (_, edit, reason) => {
    editJson("vocab.json", edit);
    await expectRefusal(reason);
  });
});
