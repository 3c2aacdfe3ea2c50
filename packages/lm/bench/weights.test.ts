import { expect, it } from "vitest";
import { readSafetensors } from "../src/export/safetensors.ts";
import { parseGpt2Config } from "../src/gpt2-config.ts";
import { randomGpt2, widen } from "./weights.ts";

const config = parseGpt2Config({ n_layer: 1, n_head: 2, n_embd: 64, n_positions: 16, vocab_size: 300 });

function floatsOf(file: Uint8Array, name: string): Float32Array {
  const tensor = readSafetensors(file).get(name);
  expect(tensor?.dtype).toBe("F32");
  return new Float32Array(new Uint8Array(tensor?.bytes ?? []).buffer);
}

it("makes the same weights from the same seed, of the spread that GPT-2 starts with", () => {
  const file = randomGpt2(config, 7);
  expect(randomGpt2(config, 7)).toEqual(file);
  expect(randomGpt2(config, 8)).not.toEqual(file);
  const weights = floatsOf(widen(file), "wte.weight");
  const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length;
  const variance = weights.reduce((sum, value) => sum + (value - mean) ** 2, 0) / weights.length;
  expect(Math.abs(mean)).toBeLessThan(1e-3);
  expect(Math.sqrt(variance)).toBeCloseTo(0.02, 3);
});

it("starts layer norms at one and biases at nothing", () => {
  const wide = widen(randomGpt2(config, 7));
  expect(new Set(floatsOf(wide, "ln_f.weight"))).toEqual(new Set([1]));
  expect(new Set(floatsOf(wide, "h.0.mlp.c_fc.bias"))).toEqual(new Set([0]));
});

it("widens half precision exactly", () => {
  const halves = Uint16Array.of(0x3c00, 0xc000, 0x3555, 0x0001, 0x7bff, 0x8000);
  const header = JSON.stringify({ x: { dtype: "F16", shape: [6], data_offsets: [0, 12] } }).padEnd(64);
  const file = new Uint8Array(8 + 64 + 12);
  new DataView(file.buffer).setBigUint64(0, 64n, true);
  file.set(new TextEncoder().encode(header), 8);
  file.set(new Uint8Array(halves.buffer), 72);
  expect([...floatsOf(widen(file), "x")]).toEqual([1, -2, 0.333251953125, 2 ** -24, 65504, -0]);
});
