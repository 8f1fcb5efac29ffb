/** F1 of one class: the harmonic mean of how much of what was said was right, and how much of what there was has been said. */
const f1Of = (true_: readonly number[], said: readonly number[], one: number): number => {
  let [both, either] = [0, 0];
  true_.forEach((label, place) => {
    if (label === one && said[place] === one) both += 1;
    if (label === one) either += 1;
    if (said[place] === one) either += 1;
  });
  return either === 0 ? 0 : (2 * both) / either;
};

export interface Figure {
  readonly texts: number;
  readonly macroF1: number;
  /** By class. */
  readonly f1: Readonly<Record<string, number>>;
}

/** Macro-F1: the plain mean of the F1 of every class, however rare it is. */
export const figureOf = (true_: readonly number[], said: readonly number[], classes: Readonly<Record<string, number>>): Figure => {
  const each = Object.entries(classes).map(([name, one]): [string, number] => [name, f1Of(true_, said, one)]);
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    texts: true_.length,
    macroF1: rounded(each.reduce((sum, [, f1]) => sum + f1, 0) / each.length),
    f1: Object.fromEntries(each.map(([name, f1]) => [name, rounded(f1)])),
  };
};
