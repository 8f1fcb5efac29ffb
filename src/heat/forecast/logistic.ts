export interface Examples {
  readonly rows: readonly Float64Array[];
  /** 1 where it happened. */
  readonly labels: readonly number[];
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** A plain logistic regression on standardised columns: the yardstick, and the step that calibrates. */
export interface Logistic {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  /** The weight of each column; the last is the constant. */
  readonly weights: readonly number[];
}

const solve = (matrix: number[][], right: number[]): number[] => {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = matrix.slice(pivot).reduce((found, row, place) => (Math.abs(row[pivot]!) > Math.abs(matrix[found]![pivot]!) ? pivot + place : found), pivot);
    [matrix[pivot], matrix[best]] = [matrix[best]!, matrix[pivot]!];
    [right[pivot], right[best]] = [right[best]!, right[pivot]!];
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column < size; column += 1) matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      right[row]! -= factor * right[pivot]!;
    }
  }
  const found = right.map(() => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row]!;
    for (let column = row + 1; column < size; column += 1) sum -= matrix[row]![column]! * found[column]!;
    found[row] = sum / matrix[row]![row]!;
  }
  return found;
};

const standardised = ({ means, spreads }: Pick<Logistic, 'means' | 'spreads'>, row: ArrayLike<number>): number[] => [...means.map((mean, column) => (row[column]! - mean) / spreads[column]!), 1];

interface Slopes {
  readonly gradient: number[];
  /** The lower half. */
  readonly curvature: readonly Float64Array[];
  readonly weights: readonly number[];
}

/** One example's part in the slope and the curvature of the log-likelihood. */
const addTo = ({ gradient, curvature, weights }: Slopes, input: Float64Array, label: number): void => {
  let logOdds = 0;
  for (let column = 0; column < input.length; column += 1) logOdds += input[column]! * weights[column]!;
  const p = sigmoid(logOdds);
  const [error, curve] = [label - p, p * (1 - p)];
  for (let row = 0; row < input.length; row += 1) {
    gradient[row]! += error * input[row]!;
    const [scaled, line] = [curve * input[row]!, curvature[row]!];
    for (let column = 0; column <= row; column += 1) line[column]! += scaled * input[column]!;
  }
};

/** Fits by Newton's method with a ridge on all weights but the constant; seven steps are more than it needs. */
export const fitLogistic = ({ rows, labels }: Examples, ridge: number): Logistic => {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column]!));
  const means = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const spreads = columns.map((values, column) => Math.sqrt(values.reduce((sum, value) => sum + (value - means[column]!) ** 2, 0) / values.length) || 1);
  const inputs = rows.map((row) => Float64Array.from(standardised({ means, spreads }, row)));
  let weights = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < 7; step += 1) {
    const gradient = weights.map((weight, column) => (column === width ? 0 : -ridge * weight));
    const curvature = weights.map((_, row) => Float64Array.from(weights, (__, column) => (row === column && row < width ? ridge : 0)));
    for (let place = 0; place < inputs.length; place += 1) addTo({ gradient, curvature, weights }, inputs[place]!, labels[place]!);
    const full = curvature.map((line, row) => Array.from(line, (value, column) => (column <= row ? value : curvature[column]![row]!)));
    const move = solve(full, gradient);
    weights = weights.map((weight, column) => weight + move[column]!);
  }
  return { means, spreads, weights };
};

/** The log-odds that it happens. */
export const logisticScore = (model: Logistic, row: ArrayLike<number>): number => standardised(model, row).reduce((sum, value, column) => sum + value * model.weights[column]!, 0);
