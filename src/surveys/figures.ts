import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import * as queries from './queries/figures.ts';
import { scoresOf } from './rules.ts';

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** What all surveys said from `from` until `to`, for scoreboards and digests. Shares and means are null below five answers. */
export const surveyFigures = async (reader: Reader, from: Instant, to: Instant) => {
  const asked = { surveyId: null, from, to };
  const [scored, reached, low] = [await queries.scoreRows(reader, asked), await queries.reachedRows(reader, asked), await queries.lowRows(reader, asked)];
  const { csat, nps, ces } = scoresOf(queries.countsOf(scored));
  return {
    sent: sum(reached, (row) => row.sent),
    delivered: sum(reached, (row) => row.delivered),
    /** Of those who were sent something in that time; whoever came by a public link is in the scores alone. */
    answered: sum(reached, (row) => row.answered),
    csat: { share: csat.share, n: csat.n },
    nps: { value: nps.value, n: nps.n },
    ces: { mean: ces.mean, n: ces.n },
    lowBecameCases: sum(low, (row) => row.count),
  };
};
