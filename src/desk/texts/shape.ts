import type { HistoryData, HistoryKind } from '../contract.ts';

export interface HistorySay {
  /** Whoever did it. */
  readonly who: string;
  /** An instant in words. */
  when(instant: string): string;
}

/** One sentence for each kind: a new kind without one does not compile. */
export type HistoryTexts = { readonly [Kind in HistoryKind]: (data: HistoryData<Kind>, say: HistorySay) => string };
