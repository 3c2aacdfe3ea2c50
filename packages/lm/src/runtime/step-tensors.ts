import { allocate, createTensor, heapOf } from "./heap.ts";
import type { OrtModule } from "./ort-module.ts";
import { ELEMENT } from "./ort-module.ts";

/** One forward pass over new tokens: B rows of T each, and which logits are wanted. */
export interface Step {
  /** Row by row, shape [B,T]. */
  ids: readonly number[];
  positions: readonly number[];
  /** R of the B·T tokens. */
  rows: readonly number[];
  /** Position of each row's last new token, shape [B]. */
  lastPositions: readonly number[];
}

interface Shape {
  rows: number;
  tokens: number;
  wanted: number;
}

/** The inputs and the output of a step that are not keys and values, in memory that is used again and again. */
export class StepTensors {
  readonly #module: OrtModule;
  readonly #vocabSize: number;
  readonly #at: Record<"ids" | "positions" | "rows" | "last" | "total" | "logits", number>;
  #shape: Shape = { rows: 0, tokens: 0, wanted: 0 };
  #tensors: number[] = [];

  /** @param limits - The most new tokens of a step, B·T, and the most rows of logits, R. */
  constructor(module: OrtModule, vocabSize: number, limits: { tokens: number; wanted: number }) {
    this.#module = module;
    this.#vocabSize = vocabSize;
    this.#at = {
      ids: allocate(module, 8 * limits.tokens),
      positions: allocate(module, 8 * limits.tokens),
      rows: allocate(module, 8 * limits.wanted),
      last: allocate(module, 4 * limits.tokens),
      total: allocate(module, 4),
      logits: allocate(module, 4 * limits.wanted * vocabSize),
    };
  }

  /** Writes a step and gives the tensors for it: the inputs in the graph's order, and the one for the logits. */
  write({ ids, positions, rows, lastPositions }: Step): { inputs: number[]; logits: number } {
    const at = this.#at;
    const batch = lastPositions.length;
    this.#shapeAs({ rows: batch, tokens: ids.length / batch, wanted: rows.length });
    this.#writeInt64(at.ids, ids);
    this.#writeInt64(at.positions, positions);
    this.#writeInt64(at.rows, rows);
    new Int32Array(heapOf(this.#module).buffer, at.last, batch).set(lastPositions);
    this.#module.setValue(at.total, Math.max(...lastPositions) + 1, "i32");
    return { inputs: this.#tensors.slice(0, -1), logits: this.#tensors.at(-1) ?? 0 };
  }

  /** The last step's logits, shape [R,V]: a view, valid until the next step. */
  logits(rows: number): Float32Array {
    return new Float32Array(heapOf(this.#module).buffer, this.#at.logits, rows * this.#vocabSize);
  }

  free(): void {
    this.#release();
    for (const address of Object.values(this.#at)) this.#module._free(address);
  }

  /** Tensors carry a shape, and generation repeats one shape. */
  #shapeAs(shape: Shape): void {
    const { rows, tokens, wanted } = shape;
    const known = this.#shape;
    if (rows === known.rows && tokens === known.tokens && wanted === known.wanted) return;
    this.#release();
    this.#tensors = [
      this.#tensor("int64", this.#at.ids, [rows, tokens]),
      this.#tensor("int64", this.#at.positions, [rows, tokens]),
      this.#tensor("int64", this.#at.rows, [wanted]),
      this.#tensor("int32", this.#at.last, [rows]),
      this.#tensor("int32", this.#at.total, []),
      this.#tensor("float", this.#at.logits, [wanted, this.#vocabSize]),
    ];
    this.#shape = shape;
  }

  #tensor(element: keyof typeof ELEMENT, address: number, dims: readonly number[]): number {
    const bytes = dims.reduce((product, dim) => product * dim, element === "int64" ? 8 : 4);
    return createTensor(this.#module, { element: ELEMENT[element], address, bytes, dims });
  }

  #release(): void {
    for (const tensor of this.#tensors) this.#module._OrtReleaseTensor(tensor);
    this.#tensors = [];
  }

  #writeInt64(address: number, values: readonly number[]): void {
    new BigInt64Array(heapOf(this.#module).buffer, address, values.length).set(values.map(BigInt));
  }
}
