import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../golden/tokenizer.json" with { type: "json" };
import { byteOfId } from "./byte-alphabet.ts";
import type { TokenizerKind } from "./pre-tokens.ts";
import { createTokenizer } from "./tokenizer.ts";
import { encodeUtf8 } from "./utf8.ts";

const END = "<|endoftext|>";
const made = golden.tokenizers.map(({ kind, merges, vectors }) => ({
  kind: kind as TokenizerKind,
  merges,
  vectors,
  tokenizer: createTokenizer({ merges, kind: kind as TokenizerKind }),
}));
const { tokenizer, merges } = made[0]!;
const mergeLines = merges.trim().split("\n").slice(1);
const FIRST_MERGE = 256;

describe.each(made)("a tokenizer of kind $kind", ({ tokenizer, vectors }) => {
  it.each(vectors)("gives Hugging Face's ids for $text", ({ text, ids }) => {
    expect(tokenizer.encode(text)).toEqual(ids);
  });

  it("gives back every well-formed text, with ids in range whose bytes are the text's", () => {
    const alphabet = fc.constantFrom(..."ab the'sll \t\n\u0085\u00a0\ufeff我来自地球。１２½é👋🌍<|>", END);
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(alphabet).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const ids = tokenizer.encode(text);
        expect(tokenizer.decode(ids)).toBe(text);
        expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < tokenizer.vocabSize)).toBe(true);
        expect(ids.flatMap((id) => [...tokenizer.tokenBytes(id)])).toEqual([...encodeUtf8(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it("streams the same text that it decodes at once, for any ids", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: tokenizer.vocabSize - 1 })), (ids) => {
        const stream = tokenizer.decodeStream();
        expect(ids.map((id) => stream.push(id)).join("") + stream.end()).toBe(tokenizer.decode(ids));
      }),
    );
  });
});

describe("the ids of createTokenizer", () => {
  it("are the bytes in GPT-2's order, then the merges, then the special tokens", () => {
    expect(tokenizer.decode([0, 32, 187])).toBe("!A\ufffd");
    expect([0, 32, 187, 188, 220, 221, 255].map((id) => byteOfId[id])).toEqual([33, 65, 255, 0, 32, 127, 173]);
    expect(tokenizer.decode([FIRST_MERGE])).toBe(mergeLines[0]!.replace(" ", "").replace("Ġ", " "));
    expect(tokenizer.vocabSize).toBe(256 + mergeLines.length + 1);
    expect(tokenizer.specialIds.get(END)).toBe(tokenizer.vocabSize - 1);
  });

  it("count a token once that two merges make", () => {
    const twice = createTokenizer({ merges: "a b\nb c\nab c\na bc\nabc d\n", specialTokens: [] });
    expect(twice.vocabSize).toBe(256 + 4);
    expect(twice.encode("abcd")).toEqual([259]);
  });

  it("number special tokens in the given order", () => {
    const two = createTokenizer({ merges: "", specialTokens: ["<a>", "<b>"] });
    expect([...two.specialIds]).toEqual([
      ["<a>", 256],
      ["<b>", 257],
    ]);
  });

  it.each([
    ["an unknown token", "a b\nab xyz", "line 2"],
    ["three tokens", "a b c", "line 1"],
    ["one token", "#version: 0.2\nab", "line 2"],
    ["a pair that came before", "a b\na b", "line 2"],
  ])("refuse a line with %s and name it", (_, wrong, line) => {
    expect(() => createTokenizer({ merges: wrong })).toThrow(SyntaxError);
    expect(() => createTokenizer({ merges: wrong })).toThrow(line);
  });

  it("survive Windows line ends, and a merge of # that is not the version line", () => {
    const windows = createTokenizer({ merges: "#version: 0.2\r\n# #\r\na b\r\n" });
    expect(windows.encode("##ab")).toEqual([256, 257]);
  });

  it.each([[["<a>", "<a>"]], [[""]]])("refuse the special tokens %o", (specialTokens) => {
    expect(() => createTokenizer({ merges: "", specialTokens })).toThrow(RangeError);
  });
});

describe("encode", () => {
  const bytesOnly = createTokenizer({ merges: "" });
  const pieces = (text: string) => createTokenizer({ merges: "" }).encode(text).length;

  it("merges the best rank first, leftmost first", () => {
    const small = createTokenizer({ merges: "b c\na b\na a\naa a\n" });
    const spell = (text: string) => small.encode(text).map((id) => small.decode([id]));
    expect(spell("abc")).toEqual(["a", "bc"]);
    expect(spell("aaaaa")).toEqual(["aa", "aaa"]);
  });

  it("agrees with a naive merge that sweeps the best pair again and again", () => {
    const letters = "abc";
    const merges = "a b\nab c\nb b\nc a\nca ab\nbb b\nabc ab\na a\naa aa\n";
    const fast = createTokenizer({ merges });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 40 }), (chars) => {
        const spelled = fast.encode(chars.join("")).map((id) => fast.decode([id]));
        expect(spelled).toEqual(mergeNaively(chars, merges));
      }),
    );
  });

  it("reads U+FEFF as a symbol and U+0085 as white space, where JavaScript's \\s does the reverse", () => {
    const joined = createTokenizer({ merges: "Ġ ï\nÂ ħ\nÂħ b\nĠ Â\n" });
    expect(joined.encode(" \ufeff").map((id) => joined.tokenBytes(id).length)).toEqual([2, 1, 1]);
    // Of two spaces the second goes with the symbol, because U+FEFF is no white space.
    expect(joined.encode("  \ufeff").map((id) => joined.tokenBytes(id).length)).toEqual([1, 2, 1, 1]);
    // " \u0085b": the space and U+0085 are a run of white space that leaves its last character to nobody but "b".
    expect(joined.encode("a \u0085b").map((id) => joined.tokenBytes(id).length)).toEqual([1, 1, 2, 1]);
  });

  it("replaces a lone surrogate by U+FFFD", () => {
    expect(bytesOnly.decode(bytesOnly.encode("a\ud83db"))).toBe("a\ufffdb");
    expect(bytesOnly.encode("\udc00")).toEqual(bytesOnly.encode("\ufffd"));
  });

  it("reads a special token as ordinary text unless it is allowed", () => {
    const endId = tokenizer.specialIds.get(END)!;
    expect(tokenizer.encode(END)).not.toContain(endId);
    expect(tokenizer.decode(tokenizer.encode(END))).toBe(END);
    const the = tokenizer.encode("the");
    const expected = [endId, ...the, endId, endId];
    expect(tokenizer.encode(`${END}the${END}${END}`, { allowedSpecial: "all" })).toEqual(expected);
    expect(tokenizer.encode(`${END}the${END}${END}`, { allowedSpecial: [END] })).toEqual(expected);
    expect(tokenizer.decode(expected)).toBe(`${END}the${END}${END}`);
  });

  it("prefers the longer of two special tokens, and takes their characters literally", () => {
    const nested = createTokenizer({ merges: "", specialTokens: ["<|a", "<|a|>", "[x]-$"] });
    expect(nested.encode("<|a|><|a[x]-$", { allowedSpecial: "all" })).toEqual([257, 256, 258]);
  });

  it("refuses to allow a special token that it does not have", () => {
    expect(() => tokenizer.encode("x", { allowedSpecial: ["<pad>"] })).toThrow(RangeError);
  });

  it("is not confused by words that every JavaScript object knows", () => {
    const text = "constructor __proto__ hasOwnProperty toString";
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
    expect(pieces(text)).toBe(text.length);
  });

  it("takes time in proportion to a run of one letter", () => {
    const doubling = createTokenizer({ merges: "a a\naa aa\naaaa aaaa\n" });
    const elapsedMs = (length: number) => {
      const started = performance.now();
      expect(doubling.encode("a".repeat(length))).toHaveLength(length / 8);
      return performance.now() - started;
    };
    elapsedMs(8_000);
    // Quadratic work on 320,000 letters would be 10^11 steps: minutes, not seconds.
    expect(elapsedMs(320_000)).toBeLessThan(10_000);
  });
});

describe("decoding", () => {
  it("holds back the bytes of a character until the last one is in", () => {
    const bytes = createTokenizer({ merges: "" });
    const stream = bytes.decodeStream();
    const shown = bytes.encode("我a👋").map((id) => stream.push(id));
    expect(shown).toEqual(["", "", "我", "a", "", "", "", "👋"]);
    expect(stream.end()).toBe("");
  });

  it("shows an unfinished character as U+FFFD at the end, and the stream is then as new", () => {
    const bytes = createTokenizer({ merges: "" });
    const [first, second, third] = bytes.encode("我");
    const stream = bytes.decodeStream();
    stream.push(first!);
    expect(stream.end()).toBe("\ufffd");
    expect([first!, second!, third!].map((id) => stream.push(id)).join("")).toBe("我");
  });

  it("keeps a byte order mark, at the beginning too", () => {
    const ids = tokenizer.encode("\ufeffa");
    expect(tokenizer.decode(ids)).toBe("\ufeffa");
    const stream = tokenizer.decodeStream();
    expect(ids.map((id) => stream.push(id)).join("")).toBe("\ufeffa");
  });

  it("tells whole characters from parts of one", () => {
    const bytes = createTokenizer({ merges: "" });
    const [first] = bytes.encode("我");
    expect(bytes.tokenText(first!)).toBeNull();
    expect([...bytes.tokenBytes(first!)]).toEqual([0xe6]);
    expect(bytes.tokenText(bytes.encode("a")[0]!)).toBe("a");
    expect(bytes.tokenText(256)).toBe(END);
  });

  it("hands out copies of its bytes", () => {
    tokenizer.tokenBytes(0).fill(0);
    expect(tokenizer.decode([0])).toBe("!");
  });

  it.each([-1, 1.5, 100_000, Number.NaN])("rejects the id %s", (id) => {
    expect(() => tokenizer.decode([id])).toThrow(RangeError);
    expect(() => tokenizer.decodeStream().push(id)).toThrow(RangeError);
    expect(() => tokenizer.tokenBytes(id)).toThrow(RangeError);
    expect(() => tokenizer.tokenText(id)).toThrow(RangeError);
  });
});

/** The merge loop of OpenAI's encoder.py on spelled-out tokens. */
function mergeNaively(letters: readonly string[], merges: string): string[] {
  const ranks = new Map(merges.split("\n").map((line, rank) => [line, rank]));
  let tokens = [...letters];
  for (;;) {
    const pairs = tokens.slice(1).map((right, i) => `${tokens[i]} ${right}`);
    const best = pairs.filter((pair) => ranks.has(pair)).sort((a, b) => ranks.get(a)! - ranks.get(b)!)[0];
    if (best === undefined) return tokens;
    const swept: string[] = [];
    for (let i = 0; i < tokens.length; i++) {
      if (`${tokens[i]} ${tokens[i + 1]}` === best) swept.push(tokens[i]! + tokens[++i]!);
      else swept.push(tokens[i]!);
    }
    tokens = swept;
  }
}
