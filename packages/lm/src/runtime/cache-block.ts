import { allocate, createTensor, heapOf } from "./heap.ts";
import type { KvCache } from "../kv-cache.ts";
import type { OrtModule } from "./ort-module.ts";
import { ELEMENT } from "./ort-module.ts";

/** Sizes of the keys or the values of one layer. */
export interface BlockShape {
  rows: number;
  heads: number;
  /** Room for so many tokens. */
  room: number;
  headWidth: number;
}

/** Keys and values of all layers for some rows: one piece of the heap, one tensor [rows, heads, room, headWidth] each. */
export interface CacheBlock {
  readonly shape: BlockShape;
  readonly tensors: readonly number[];
  /** Address of the first number of one row's head in one tensor. */
  addressOf(part: number, row: number, head: number): number;
  free(): void;
}

const FLOAT_BYTES = 4;

/** @param parts - Twice the number of layers. */
export function createBlock(module: OrtModule, parts: number, shape: BlockShape): CacheBlock {
  const { rows, heads, room, headWidth } = shape;
  const headBytes = room * headWidth * FLOAT_BYTES;
  const partBytes = rows * heads * headBytes;
  const start = allocate(module, parts * partBytes);
  // The operator multiplies what lies beyond a text by 0, which a NaN left in the memory would survive.
  heapOf(module).fill(0, start, start + parts * partBytes);
  const tensors = Array.from({ length: parts }, (_, part) =>
    createTensor(module, {
      element: ELEMENT.float,
      address: start + part * partBytes,
      bytes: partBytes,
      dims: [rows, heads, room, headWidth],
    }),
  );
  return {
    shape,
    tensors,
    addressOf: (part, row, head) => start + part * partBytes + (row * heads + head) * headBytes,
    free: () => {
      for (const tensor of tensors) module._OrtReleaseTensor(tensor);
      module._free(start);
    },
  };
}

/** The first `length` tokens of the first row as arrays of their own, in the order and shape of a `KvCache`. */
export function exportTokens(module: OrtModule, block: CacheBlock, length: number): KvCache {
  const { heads, headWidth } = block.shape;
  const parts = block.tensors.map((_, part) => {
    const copy = new Float32Array(heads * length * headWidth);
    for (let head = 0; head < heads; head++) {
      copy.set(floatsAt(module, block.addressOf(part, 0, head), length * headWidth), head * length * headWidth);
    }
    return copy;
  });
  return { length, parts };
}

/** Takes the tokens from `start` on of a cache that was made elsewhere into the first row. */
export function importTokens(
  module: OrtModule,
  block: CacheBlock,
  { cache, start }: { cache: KvCache; start: number },
): void {
  const { heads, headWidth } = block.shape;
  for (const [part, values] of cache.parts.entries()) {
    for (let head = 0; head < heads; head++) {
      const end = (head + 1) * cache.length * headWidth;
      const fresh = values.subarray(end - (cache.length - start) * headWidth, end);
      const address = block.addressOf(part, 0, head) + start * headWidth * FLOAT_BYTES;
      floatsAt(module, address, fresh.length).set(fresh);
    }
  }
}

function floatsAt(module: OrtModule, address: number, count: number): Float32Array {
  return new Float32Array(heapOf(module).buffer, address, count);
}

/** Copies the first `length` tokens of the first row of `from` into a row of `to`. */
export function copyTokens(
  module: OrtModule,
  { from, to }: { from: CacheBlock; to: CacheBlock },
  { length, row = 0 }: { length: number; row?: number },
): void {
  const heap = heapOf(module);
  const bytes = length * from.shape.headWidth * FLOAT_BYTES;
  for (let part = 0; part < from.tensors.length; part++) {
    for (let head = 0; head < from.shape.heads; head++) {
      const source = from.addressOf(part, 0, head);
      heap.copyWithin(to.addressOf(part, row, head), source, source + bytes);
    }
  }
}
