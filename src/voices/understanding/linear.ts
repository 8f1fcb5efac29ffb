/** Numbers in rows, all of one width, in one piece of memory: row i begins at i × width. */
export interface Rows {
  readonly count: number;
  readonly width: number;
  readonly data: Float64Array;
}

/** Rows that are nearly all zero: of row i, the places `columns[begins[i]…begins[i + 1] - 1]` hold the values at the same places. */
export interface SparseRows {
  readonly count: number;
  readonly width: number;
  readonly begins: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Numbers between 0 and 1 that look drawn, the same for the same seed on every machine (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const emptyRows = (count: number, width: number): Rows => ({ count, width, data: new Float64Array(count * width) });

/** One row, as a view: writing to it writes to the rows. */
export const rowAt = ({ width, data }: Rows, row: number): Float64Array => data.subarray(row * width, (row + 1) * width);

export const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1) sum += one[place]! * other[place]!;
  return sum;
};

/** Brings every row to length 1, in place; a row of zeros stays one. */
export const normalise = (rows: Rows): Rows => {
  for (let row = 0; row < rows.count; row += 1) {
    const own = rowAt(rows, row);
    const length = Math.sqrt(dot(own, own));
    if (length > 1e-12) for (let place = 0; place < own.length; place += 1) own[place]! /= length;
  }
  return rows;
};

/** Turns one plane of a symmetric matrix and of its axes so that the entry at (p, q) becomes zero. */
const turn = ({ matrix, axes }: { readonly matrix: Float64Array[]; readonly axes: Float64Array[] }, p: number, q: number): void => {
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * matrix[p]![q]!);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of matrix) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  for (const [up, uq] of [[matrix[p]!, matrix[q]!], [axes[p]!, axes[q]!]] as const) {
    for (let place = 0; place < up.length; place += 1) [up[place], uq[place]] = [c * up[place]! - s * uq[place]!, s * up[place]! + c * uq[place]!];
  }
};

/** Axes and strengths of a symmetric matrix, the strongest first, by Jacobi's method; the matrix is used up. */
export const eigenOf = (matrix: Float64Array[]): { axis: Float64Array; strength: number }[] => {
  const size = matrix.length;
  const axes = matrix.map((_, row) => Float64Array.from({ length: size }, (__, place) => (place === row ? 1 : 0)));
  const scale = matrix.reduce((most, row, place) => Math.max(most, Math.abs(row[place]!)), 1e-300);
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let turned = false;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(matrix[p]![q]!) < 1e-11 * scale) continue;
        turn({ matrix, axes }, p, q);
        turned = true;
      }
    }
    if (!turned) break;
  }
  return axes.map((axis, place) => ({ axis, strength: matrix[place]![place]! })).sort((one, other) => other.strength - one.strength);
};

/** The first axes along which the points spread; they must be centred where the mean is not to count. */
export const principalAxes = (points: readonly Float64Array[], wanted: number): Float64Array[] => {
  const width = points[0]?.length ?? 0;
  const spread = Array.from({ length: width }, () => new Float64Array(width));
  for (const point of points) {
    for (let p = 0; p < width; p += 1) for (let q = p; q < width; q += 1) spread[p]![q]! += point[p]! * point[q]!;
  }
  for (let p = 0; p < width; p += 1) for (let q = 0; q < p; q += 1) spread[p]![q] = spread[q]![p]!;
  return eigenOf(spread)
    .slice(0, wanted)
    .map(({ axis }) => axis);
};

/** Makes the columns stand square on each other, in place (Gram and Schmidt, twice for the sake of rounding). */
const square = (columns: readonly Float64Array[]): void => {
  columns.forEach((column, at) => {
    for (let round = 0; round < 2; round += 1) {
      for (const before of columns.slice(0, at)) {
        const shared = dot(column, before);
        for (let place = 0; place < column.length; place += 1) column[place]! -= shared * before[place]!;
      }
    }
    const length = Math.sqrt(dot(column, column));
    for (let place = 0; place < column.length; place += 1) column[place] = length > 1e-10 ? column[place]! / length : 0;
  });
};

/** The sparse rows times one column. */
export const times = ({ count, begins, columns, values }: SparseRows, column: Float64Array): Float64Array => {
  const product = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    for (let at = begins[row]!; at < begins[row + 1]!; at += 1) sum += values[at]! * column[columns[at]!]!;
    product[row] = sum;
  }
  return product;
};

/** The sparse rows, turned on their side, times one column. */
const acrossTimes = ({ count, width, begins, columns, values }: SparseRows, column: Float64Array): Float64Array => {
  const product = new Float64Array(width);
  for (let row = 0; row < count; row += 1) {
    const factor = column[row]!;
    if (factor !== 0) for (let at = begins[row]!; at < begins[row + 1]!; at += 1) product[columns[at]!]! += values[at]! * factor;
  }
  return product;
};

/**
 * The strongest directions of sparse rows (latent semantic analysis): the left singular vectors and their strengths, by subspace
 * iteration from a seeded start (Halko, Martinsson and Tropp 2011, algorithm 4.4). Column d of the answer is direction d.
 */
export const strongestDirections = (rows: SparseRows, wanted: number): { columns: Float64Array[]; strengths: number[] } => {
  const size = Math.min(wanted + 8, rows.count, rows.width);
  const random = seeded(7);
  let basis = Array.from({ length: size }, () => times(rows, Float64Array.from({ length: rows.width }, () => random() - 0.5)));
  for (let round = 0; round < 4; round += 1) {
    square(basis);
    const across = basis.map((column) => acrossTimes(rows, column));
    square(across);
    basis = across.map((column) => times(rows, column));
  }
  square(basis);
  const small = basis.map((column) => acrossTimes(rows, column));
  const eigen = eigenOf(small.map((one) => Float64Array.from(small, (other) => dot(one, other))));
  const chosen = eigen.slice(0, Math.min(wanted, size));
  const columns = chosen.map(({ axis }) => {
    const column = new Float64Array(rows.count);
    basis.forEach((own, place) => own.forEach((value, row) => (column[row]! += axis[place]! * value)));
    return column;
  });
  return { columns, strengths: chosen.map(({ strength }) => Math.sqrt(Math.max(0, strength))) };
};
