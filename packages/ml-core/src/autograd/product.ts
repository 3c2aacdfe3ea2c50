/** A matrix anywhere in memory: element (i, j) is `data[i * rowStride + j * columnStride]`. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** A row-major matrix. */
export function viewOf(data: Float64Array, rows: number, columns: number): MatrixView {
  return { data, rows, columns, rowStride: columns, columnStride: 1 };
}

/** The same memory with rows and columns swapped. */
export function transposed({ data, rows, columns, rowStride, columnStride }: MatrixView): MatrixView {
  return { data, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride };
}

/**
 * out += a · b. Nearly all the time of training is spent here.
 *
 * @param out - Row-major, shape [a.rows, b.columns].
 * @param a - Shape [m, k]. `b` - Shape [k, n]. Their shapes are the caller's promise.
 */
export function addProduct(out: Float64Array, a: MatrixView, b: MatrixView): void {
  const tiledRows = a.rows - (a.rows % 4);
  const tiledColumns = b.columns - (b.columns % 4);
  for (let column = 0; column < tiledColumns; column += 4) addColumnOfTiles(out, { a, b, column, tiledRows });
  for (let row = 0; row < a.rows; row++) {
    for (let column = row < tiledRows ? tiledColumns : 0; column < b.columns; column++) {
      out[row * b.columns + column]! += dot(a, b, { row, column });
    }
  }
}

function dot(a: MatrixView, b: MatrixView, { row, column }: { row: number; column: number }): number {
  let sum = 0;
  let ai = row * a.rowStride;
  let bi = column * b.columnStride;
  for (let k = 0; k < a.columns; k++, ai += a.columnStride, bi += b.rowStride) sum += a.data[ai]! * b.data[bi]!;
  return sum;
}

interface TileColumn {
  a: MatrixView;
  b: MatrixView;
  column: number;
  tiledRows: number;
}

/** Four columns of the product, four rows at a time. */
// eslint-disable-next-line max-lines-per-function -- sixteen named sums stay in registers; an array of them would not
function addColumnOfTiles(out: Float64Array, { a, b, column, tiledRows }: TileColumn): void {
  const { data: x, rowStride: xDown, columnStride: xAlong } = a;
  const { data: y, rowStride: yAlong, columnStride: yRight } = b;
  for (let row = 0; row < tiledRows; row += 4) {
    let [s00, s01, s02, s03] = [0, 0, 0, 0];
    let [s10, s11, s12, s13] = [0, 0, 0, 0];
    let [s20, s21, s22, s23] = [0, 0, 0, 0];
    let [s30, s31, s32, s33] = [0, 0, 0, 0];
    let xi = row * xDown;
    let yi = column * yRight;
    for (let k = 0; k < a.columns; k++, xi += xAlong, yi += yAlong) {
      const x0 = x[xi]!;
      const x1 = x[xi + xDown]!;
      const x2 = x[xi + 2 * xDown]!;
      const x3 = x[xi + 3 * xDown]!;
      const y0 = y[yi]!;
      const y1 = y[yi + yRight]!;
      const y2 = y[yi + 2 * yRight]!;
      const y3 = y[yi + 3 * yRight]!;
      s00 += x0 * y0;
      s01 += x0 * y1;
      s02 += x0 * y2;
      s03 += x0 * y3;
      s10 += x1 * y0;
      s11 += x1 * y1;
      s12 += x1 * y2;
      s13 += x1 * y3;
      s20 += x2 * y0;
      s21 += x2 * y1;
      s22 += x2 * y2;
      s23 += x2 * y3;
      s30 += x3 * y0;
      s31 += x3 * y1;
      s32 += x3 * y2;
      s33 += x3 * y3;
    }
    const n = b.columns;
    const corner = row * n + column;
    addFour(out, corner, [s00, s01, s02, s03]);
    addFour(out, corner + n, [s10, s11, s12, s13]);
    addFour(out, corner + 2 * n, [s20, s21, s22, s23]);
    addFour(out, corner + 3 * n, [s30, s31, s32, s33]);
  }
}

function addFour(out: Float64Array, at: number, sums: readonly [number, number, number, number]): void {
  out[at]! += sums[0];
  out[at + 1]! += sums[1];
  out[at + 2]! += sums[2];
  out[at + 3]! += sums[3];
}
