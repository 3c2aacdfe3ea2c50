import { describe, expect, it } from "vitest";
import {
  floatField,
  integerField,
  message,
  messageField,
  packedIntegersField,
  stringField,
  toBytes,
} from "./protobuf.ts";

const bytes = (encoded: Parameters<typeof toBytes>[0]): number[] => [...toBytes(encoded)];

describe("protobuf", () => {
  it("writes the examples of the protocol buffers encoding guide", () => {
    expect(bytes(integerField(1, 150))).toEqual([0x08, 0x96, 0x01]);
    expect(bytes(stringField(2, "testing"))).toEqual([0x12, 0x07, ...new TextEncoder().encode("testing")]);
    expect(bytes(messageField(3, integerField(1, 150)))).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
    expect(bytes(packedIntegersField(6, [3, 270, 86942]))).toEqual([0x32, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05]);
  });

  it("writes a negative integer as ten bytes of two's complement", () => {
    expect(bytes(integerField(1, -2n))).toEqual([0x08, 0xfe, ...Array<number>(8).fill(0xff), 0x01]);
  });

  it("writes numbers past 32 bits whole", () => {
    expect(bytes(integerField(1, 2 ** 40))).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
  });

  it("writes floats in little-endian order", () => {
    expect(bytes(floatField(2, 1))).toEqual([0x15, 0, 0, 0x80, 0x3f]);
  });

  it("keeps fields in the order given", () => {
    expect(bytes(message(integerField(2, 1), integerField(1, 2)))).toEqual([0x10, 1, 0x08, 2]);
  });
});
