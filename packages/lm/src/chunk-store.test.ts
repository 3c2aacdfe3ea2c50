import { describe, expect, it } from "vitest";
import { createChunkStore } from "./chunk-store.ts";
import { createFakeCaches } from "./testing/fake-network.ts";

describe("createChunkStore", () => {
  it("removes earlier versions of a model and leaves other models alone", async () => {
    const { storage, entries } = createFakeCaches();
    const store = createChunkStore(storage);
    for (const name of ["a/old", "a/new", "b/old"]) await store.put(`https://here/models/${name}`, new Uint8Array(1));
    await store.keepOnly("https://here/models/a/", new Set(["https://here/models/a/new"]));
    expect([...entries.keys()]).toEqual(["https://here/models/a/new", "https://here/models/b/old"]);
  });

  it("finds nothing and fails at nothing where the page has no storage", async () => {
    const store = createChunkStore(undefined);
    await store.put("https://here/x", new Uint8Array(1));
    expect(await store.get("https://here/x")).toBeUndefined();
    await store.keepOnly("https://here/", new Set());
  });
});
