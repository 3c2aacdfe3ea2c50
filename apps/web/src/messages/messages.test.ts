import { describe, expect, it } from "vitest";
import { messages } from "./index.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Every message by its path, such as "common.nav.home". */
function flatten(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[[...path, key].join("."), value] as [string, string]]
      : flatten(value, [...path, key]),
  );
}

const zh = new Map(flatten(messages.zh as Tree));
const en = new Map(flatten(messages.en as Tree));

/** Names of arguments and tags: what the code has to pass. `#` and the words of plurals are the translator's. */
function namesIn(message: string): string[] {
  const args = [...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*(?=[},])/g)].map(([, name = ""]) => name);
  const tags = [...message.matchAll(/<([a-zA-Z]\w*)>/g)].map(([, name = ""]) => `<${name}>`);
  return [...new Set([...args, ...tags])].sort();
}

function keysOf(tree: Tree): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [key] : [key, ...keysOf(value)]));
}

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it("are never empty", () => {
    const empty = [...zh, ...en].filter(([, message]) => message.trim() === "").map(([path]) => path);
    expect(empty).toEqual([]);
  });

  it("have no dot in a key, which would be read as nesting", () => {
    expect(keysOf(messages.zh as Tree).filter((key) => key.includes("."))).toEqual([]);
  });

  it("ask the code for nothing in one language that the other would not get", () => {
    const differing = [...zh]
      .filter(([path, message]) => {
        const [ours, theirs] = [namesIn(message), namesIn(en.get(path) ?? "")];
        // A plural may be needed in one language only; then the other still takes the same number.
        return ours.some((name) => !theirs.includes(name)) && theirs.some((name) => !ours.includes(name));
      })
      .map(([path]) => path);
    expect(differing).toEqual([]);
  });

  it("write Chinese with full-width commas and full stops after Han characters", () => {
    const careless = [...zh].filter(([, message]) => /\p{Script=Han}[,;:?!.](?![\d\w/])/u.test(message));
    expect(careless.map(([path]) => path)).toEqual([]);
  });

  it("write English with curly quotes", () => {
    const straight = [...en].filter(([, message]) => /["]|\w'\w/.test(message));
    expect(straight.map(([path]) => path)).toEqual([]);
  });
});
