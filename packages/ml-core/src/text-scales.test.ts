import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeGbk, gbkBytes, hanCapacity, utf8Bytes } from "./text-scales.ts";

it("gives 你好 6 bytes in UTF-8 and 4 in GBK, and hello 5 in both", () => {
  expect([utf8Bytes("你好"), gbkBytes("你好")]).toEqual([6, 4]);
  expect([utf8Bytes("hello"), gbkBytes("hello")]).toEqual([5, 5]);
  expect([utf8Bytes("👋"), gbkBytes("👋"), gbkBytes("\ufffd")]).toEqual([4, null, null]);
});

it("fits the lesson's 333,333 and 500,000 in 1 MB, 349,525 and 524,288 in 1 MiB", () => {
  expect([hanCapacity(1e6, "utf-8"), hanCapacity(1e6, "gbk")]).toEqual([333_333, 500_000]);
  expect([hanCapacity(2 ** 20, "utf-8"), hanCapacity(2 ** 20, "gbk")]).toEqual([349_525, 524_288]);
});

it("counts 3 and 2 bytes for each Han character of the basic block", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\u4e00-\u9fa5]{0,30}$/), (text) => {
      expect([utf8Bytes(text), gbkBytes(text)]).toEqual([3 * text.length, 2 * text.length]);
    }),
  );
});

it("writes 你好 as C4 E3 BA C3, and what it writes is read back by the platform's decoder", () => {
  expect([...(encodeGbk("你好") ?? [])]).toEqual([0xc4, 0xe3, 0xba, 0xc3]);
  expect([...(encodeGbk("A€") ?? [])]).toEqual([0x41, 0x80]);
  const decoder = new TextDecoder("gbk");
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~€，。\u4e00-\u9fa5]{0,30}$/), (text) => {
      expect(decoder.decode(encodeGbk(text) ?? undefined)).toBe(text);
    }),
  );
});
