import type { Handler, Wiring } from '#base/work.ts';

/** What follows from what: `when(caseEvents['case.opened'], acknowledge)`. Handlers of one event run in the order of this table. */
const table: readonly [string, readonly Handler[]][] = [];

const wire = (entries: typeof table): Wiring => {
  const wiring = new Map<string, Handler[]>();
  for (const [kind, handlers] of entries) wiring.set(kind, [...(wiring.get(kind) ?? []), ...handlers]);
  return wiring;
};

export const wiring: Wiring = wire(table);
