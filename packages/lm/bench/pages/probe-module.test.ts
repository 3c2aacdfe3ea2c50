import { expect, it } from "vitest";
import { instantiate } from "./probe-module.ts";

const PAGE = 65536;

it("adds up every fourth float of the part that it is given: one lane of all", () => {
  const memory = new WebAssembly.Memory({ initial: 2 });
  const floats = new Float32Array(memory.buffer);
  floats.fill(1);
  const probe = instantiate(memory);
  expect(probe.sum(0, PAGE)).toBe(PAGE / 16);
  expect(probe.sum(0, 2 * PAGE)).toBe(PAGE / 8);
  floats[PAGE / 4] = 3;
  expect(probe.sum(0, PAGE)).toBe(PAGE / 16);
  expect(probe.sum(PAGE, 2 * PAGE)).toBe(PAGE / 16 + 2);
});

it("multiplies and adds in every chain: a = a / 2 + 1 comes to 2", () => {
  const probe = instantiate(new WebAssembly.Memory({ initial: 1 }));
  expect(probe.multiplyAdd(1)).toBe(12);
  expect(probe.multiplyAdd(2)).toBe(12 * 1.5);
  expect(probe.multiplyAdd(100)).toBe(24);
});
