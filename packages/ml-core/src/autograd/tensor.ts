/** Numbers of a shape, row-major, with room for the slope of the loss by each of them. */
export interface Tensor {
  readonly shape: readonly number[];
  /** As many values as the product of `shape`. */
  readonly data: Float64Array;
  /** dLoss/dData, as long as `data`. Backward passes add to it. */
  readonly grad: Float64Array;
}

/** A tensor of zeros with gradient zero. */
export function createTensor(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, data: new Float64Array(size), grad: new Float64Array(size) };
}

/**
 * The first `count` rows of a matrix, in the same memory: writing to one writes to the other, gradients too.
 *
 * @param matrix - Shape [n, d] with n >= `count`.
 * @returns Shape [`count`, d].
 */
export function firstRows(matrix: Tensor, count: number): Tensor {
  const [, columns] = matrixShape(matrix);
  const size = count * columns;
  return { shape: [count, columns], data: matrix.data.subarray(0, size), grad: matrix.grad.subarray(0, size) };
}

/** @throws RangeError if the tensor is not a matrix. */
export function matrixShape({ shape }: Tensor): [rows: number, columns: number] {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined) {
    throw new RangeError(`a matrix has two dimensions, this tensor has shape [${shape.join(", ")}]`);
  }
  return [rows, columns];
}

/** @throws RangeError with this message about the two shapes if `fits` is false. */
export function checkShapes(fits: boolean, operation: string, tensors: readonly Tensor[]): void {
  if (fits) return;
  const shapes = tensors.map(({ shape }) => `[${shape.join(", ")}]`);
  throw new RangeError(`${operation} cannot take the shapes ${shapes.join(" and ")}`);
}
