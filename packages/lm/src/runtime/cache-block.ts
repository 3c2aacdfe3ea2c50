import { allocate, createTensor, heapOf } from "./heap.ts";
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
