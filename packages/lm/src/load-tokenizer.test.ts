import { afterEach, expect, it, vi } from "vitest";
import { loadTokenizer } from "./load-tokenizer.ts";

const manifest = JSON.stringify({
  tokenizer: { kind: "fewshot", merges: { url: "merges.txt" }, specialTokens: ["<|endoftext|>"] },
});
const serve = (files: Record<string, string>) =>
  vi.stubGlobal("fetch", (url: string) => {
    const body = files[url];
    return Promise.resolve(body === undefined ? new Response("", { status: 404 }) : new Response(body));
  });
const load = () => loadTokenizer({ manifestUrl: "https://a.test/models/m/manifest.json" });

afterEach(() => vi.unstubAllGlobals());

it("reads the merges that the manifest names, and no weights", async () => {
  serve({ "https://a.test/models/m/manifest.json": manifest, "https://a.test/models/m/merges.txt": "h e\nhe y\n" });
  const tokenizer = await load();
  expect(tokenizer.encode("hey")).toEqual([257]);
  expect(tokenizer.vocabSize).toBe(259);
});

it.each([
  ["network", {}],
  ["network", { "https://a.test/models/m/manifest.json": manifest }],
  ["corrupt", { "https://a.test/models/m/manifest.json": "{}" }],
  ["corrupt", { "https://a.test/models/m/manifest.json": manifest, "https://a.test/models/m/merges.txt": "a" }],
])("rejects with %s what is not there or not a tokenizer", async (code, files) => {
  serve(files);
  await expect(load()).rejects.toMatchObject({ code });
});
