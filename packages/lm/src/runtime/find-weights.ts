import { floatsOfHalves } from "../export/half.ts";
import type { Field } from "./protobuf-reader.ts";
import { fieldsOf, textOf } from "./protobuf-reader.ts";

/** A piece of the runtime's heap. */
export interface Place {
  address: number;
  bytes: number;
}

/** Numbers of ONNX's element types, as stored files use them. */
const [FLOAT, INT64, FLOAT16] = [1, 7, 10];

/** The runtime aligns what it allocates to this at least. */
const ALIGNMENT = 16;

/**
 * Where in the heap the weights lie that a session computes with: as float32, however the file stores them, and the
 * output layer's copy of the embedding turned. They are found by their content, all or none, so what is found is what
 * was loaded. A weight of nothing but zeros could be taken for empty memory; a trained model has none.
 *
 * @param heap - Memory of the runtime after the session was made.
 * @param served - The file it was made from.
 * @param width - Columns of the embedding.
 * @returns One place for each weight, in the file's order; null if one is stored in a way that is not known here or does
 *   not lie in the heap.
 */
export function findWeights(heap: Uint8Array, served: Uint8Array, width: number): Place[] | null {
  const weights = weightsOf(served, width);
  if (weights === null) return null;
  const words = new Uint32Array(heap.buffer, heap.byteOffset, heap.length >> 2);
  const missing = byFirstWord(weights);
  const places = new Map<Uint32Array, Place>();
  for (let at = 0; at < words.length; at += ALIGNMENT / 4) {
    const group = missing.get(words[at] ?? 0);
    const weight = group?.find((candidate) => candidate.every((word, i) => words[at + i] === word));
    if (!weight) continue;
    places.set(weight, { address: 4 * at, bytes: weight.byteLength });
    group?.splice(group.indexOf(weight), 1);
  }
  const found = weights.flatMap((weight) => places.get(weight) ?? []);
  return found.length === weights.length ? found : null;
}

function byFirstWord(weights: readonly Uint32Array[]): Map<number, Uint32Array[]> {
  const groups = new Map<number, Uint32Array[]>();
  for (const weight of weights) {
    const [first = 0] = weight;
    groups.set(first, [...(groups.get(first) ?? []), weight]);
  }
  return groups;
}

/** The bits of all weights as float32; null if one is of another kind. Single numbers are settings, not weights. */
function weightsOf(served: Uint8Array, width: number): Uint32Array[] | null {
  const weights: Uint32Array[] = [];
  const graph = [...fieldsOf(served)].find(({ number }) => number === 7);
  for (const field of graph ? fieldsOf(served, graph.start, graph.end) : []) {
    if (field.number !== 5) continue;
    const { name, type, raw } = readConstant(served, field);
    if (type === INT64 || raw.byteLength <= 4) continue;
    if (type !== FLOAT && type !== FLOAT16) return null;
    const floats = type === FLOAT ? new Float32Array(raw) : floatsOfHalves(new Uint16Array(raw));
    weights.push(new Uint32Array(floats.buffer));
    if (name.startsWith("wte.weight")) weights.push(new Uint32Array(turned(floats, width).buffer));
  }
  return weights;
}

function readConstant(served: Uint8Array, { start, end }: Field): { name: string; type: number; raw: ArrayBuffer } {
  const fields = [...fieldsOf(served, start, end)];
  const [type, name, raw] = [2, 8, 9].map((wanted) => fields.find(({ number }) => number === wanted));
  return {
    name: name ? textOf(served, name) : "",
    type: type?.value ?? 0,
    raw: Uint8Array.from(raw ? served.subarray(raw.start, raw.end) : []).buffer,
  };
}

/** [rows, columns] to [columns, rows]. */
function turned(floats: Float32Array, columns: number): Float32Array {
  const rows = floats.length / columns;
  return floats.map((_, i) => floats[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
}
