import { describe, expect, it } from "vitest";
import { sha256Hex, story, tiny } from "../testing/fixtures.ts";
import { exportOnnx } from "./export-onnx.ts";
import { packModel } from "./pack-model.ts";

const merges = new TextEncoder().encode("#version: 0.2\n");
const folder = {
  name: "tiny",
  safetensors: tiny.safetensors,
  config: tiny.config,
  card: { tokenizer: { kind: "gpt2" }, licence: "MIT" },
  merges,
};

describe("packModel", () => {
  it("cuts the shipped model in chunks of 1 MiB that make up its decode graph", () => {
    const { manifest, files } = packModel({ name: "story-v3", ...story }, sha256Hex);
    const { chunks, bytes, chunkBytes } = manifest.files.decode;
    expect(chunkBytes).toBe(2 ** 20);
    expect(chunks.length).toBe(Math.ceil(bytes / 2 ** 20));
    const joined = Buffer.concat(chunks.map(({ url }) => files.get(url)!));
    expect(sha256Hex(joined)).toBe(sha256Hex(exportOnnx(story.safetensors, story.config, "decode")));
    expect(chunks.every(({ url, sha256 }) => sha256Hex(files.get(url)!) === sha256)).toBe(true);
    expect(manifest.tokenizer.kind).toBe("fewshot");
  });

  it("names chunks by their content and the model by its fingerprint", () => {
    const once = packModel(folder, sha256Hex);
    expect(packModel(folder, sha256Hex).manifest).toEqual(once.manifest);
    const other = packModel({ ...folder, merges: new TextEncoder().encode("#version: 0.2\na b\n") }, sha256Hex);
    expect(other.manifest.files).toEqual(once.manifest.files);
    expect(other.manifest.fingerprint).not.toBe(once.manifest.fingerprint);
    const [chunk] = once.manifest.files.decode.chunks;
    expect(chunk!.url).toBe(`decode-${chunk!.sha256.slice(0, 16)}.bin`);
  });

  it("takes the card along as it is", () => {
    expect(packModel(folder, sha256Hex).manifest.card).toEqual(folder.card);
  });

  it("refuses a card that does not say which tokenizer the model has", () => {
    expect(() => packModel({ ...folder, card: {} }, sha256Hex)).toThrow(/tokenizer/);
  });
});
