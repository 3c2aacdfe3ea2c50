import { mulberry32 } from "@fewshot/ml-core";
import { gpt2Shapes } from "../src/export/gpt2-weights.ts";
import type { SafeTensor } from "../src/export/safetensors.ts";
import { readSafetensors } from "../src/export/safetensors.ts";
import type { CompleteGpt2Config } from "../src/gpt2-config.ts";

/** The float32 of every half, by its bits: conversion is exact, so both engines get the same numbers. */
const FLOAT_OF_HALF = Float32Array.from({ length: 2 ** 16 }, (_, bits) => floatOfHalf(bits));

function floatOfHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The same weights in float32. Tensors of other types than F16 stay as they are. */
export function widen(safetensors: Uint8Array): Uint8Array {
  const tensors = [...readSafetensors(safetensors).values()].map((tensor) => {
    if (tensor.dtype !== "F16") return tensor;
    const halves = new Uint16Array(new Uint8Array(tensor.bytes).buffer);
    const floats = Float32Array.from(halves, (bits) => FLOAT_OF_HALF[bits] ?? 0);
    return { ...tensor, dtype: "F32", bytes: new Uint8Array(floats.buffer) };
  });
  return writeSafetensors(tensors);
}

/** GPT-2's own initialisation (normal, 0.02) in half precision, the same every time. */
export function randomGpt2(config: CompleteGpt2Config, seed: number): Uint8Array {
  const random = mulberry32(seed);
  const quantiles = normalQuantiles(4096, 0.02);
  const ONE = 0x3c00;
  const tensors = [...gpt2Shapes(config)].map(([name, shape]) => {
    const halves = new Uint16Array(shape.reduce((product, length) => product * length, 1));
    if (shape.length > 1) {
      for (let i = 0; i < halves.length; i++) halves[i] = quantiles[Math.floor(random() * 4096)] ?? 0;
    } else if (name.includes("ln_") && name.endsWith(".weight")) {
      halves.fill(ONE);
    }
    return { name, dtype: "F16", shape, bytes: new Uint8Array(halves.buffer) };
  });
  return writeSafetensors(tensors);
}

/** The halves nearest to the middles of `count` equally likely slices of a normal distribution. */
function normalQuantiles(count: number, sd: number): Uint16Array {
  const positive = [...FLOAT_OF_HALF.slice(0, 0x7c00)];
  return Uint16Array.from({ length: count }, (_, i) => {
    const value = sd * inverseNormal((i + 0.5) / count);
    const nearest = positive.findLastIndex((half) => half <= Math.abs(value));
    return nearest | (value < 0 ? 0x8000 : 0);
  });
}

/** Bisection over an integral: slow, plain and precise enough for a table. */
function inverseNormal(probability: number): number {
  if (probability < 0.5) return -inverseNormal(1 - probability);
  const width = 1e-3;
  let value = 0;
  for (let sum = 0.5; sum < probability; value += width) {
    sum += (width * Math.exp(-((value + width / 2) ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  }
  return value;
}

function writeSafetensors(tensors: readonly SafeTensor[]): Uint8Array {
  let end = 0;
  const entries = tensors.map(({ name, dtype, shape, bytes }) => {
    const begin = end;
    end += bytes.length;
    return [name, { dtype, shape, data_offsets: [begin, end] }] as const;
  });
  const text = JSON.stringify(Object.fromEntries(entries));
  const header = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const file = new Uint8Array(8 + header.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const { bytes } of tensors) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}
