import { describe, expect, it } from "vitest";
import { packModel } from "./export/pack-model.ts";
import type { Manifest } from "./manifest.ts";
import { parseManifest } from "./manifest.ts";
import { sha256Hex, tiny } from "./testing/fixtures.ts";

const card = { tokenizer: { kind: "fewshot" } };
const good = packModel(
  { name: "tiny", safetensors: tiny.safetensors, config: tiny.config, card, merges: new Uint8Array(5) },
  sha256Hex,
).manifest;

/** A deep copy with one change. */
function changed(change: (manifest: Manifest) => void): unknown {
  const copy = structuredClone(good);
  change(copy);
  return copy;
}

describe("parseManifest", () => {
  it("accepts what the build writes, after a trip through JSON", () => {
    expect(parseManifest(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a web page", "<!doctype html>"],
    ["a later format", { ...good, format: 2 }],
    ["an unknown key", { ...good, extra: 1 }],
    ["a chunk on another site", changed((m) => (m.files.decode.chunks[0]!.url = "https://elsewhere/x.bin"))],
    ["a chunk outside the folder", changed((m) => (m.files.decode.chunks[0]!.url = "a/../../x.bin"))],
    ["a chunk at an absolute path", changed((m) => (m.files.decode.chunks[0]!.url = "/x.bin"))],
    ["a hash that is none", changed((m) => (m.files.decode.chunks[0]!.sha256 = "abc"))],
    ["no chunks", changed((m) => (m.files.decode.chunks = []))],
    ["chunks that do not add up", changed((m) => (m.files.decode.bytes += 1))],
    ["a chunk over the chunk size", changed((m) => (m.files.decode.chunkBytes = 100))],
    ["a configuration it cannot run", changed((m) => (m.config.n_head = 3))],
  ])("refuses %s as corrupt", (_, raw) => {
    expect(() => parseManifest(raw)).toThrow(expect.objectContaining({ name: "LmError", code: "corrupt" }));
  });

  it("names the part that is wrong", () => {
    const raw = changed((m) => (m.tokenizer.merges.sha256 = "x"));
    expect(() => parseManifest(raw)).toThrow(/tokenizer\.merges\.sha256/);
  });
});
