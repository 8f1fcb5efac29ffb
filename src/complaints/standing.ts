import type { ComplaintView } from './contract.ts';
import type { Entry } from './queries/entries.ts';

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

export interface Standing {
  readonly payments: ComplaintView['payments'];
  readonly paidCents: number;
  readonly actions: ComplaintView['actions'];
  readonly escalations: ComplaintView['escalations'];
  /** What was said to be a mistake, by the id of the entry. */
  readonly withdrawn: ReadonlyMap<string, Of<'withdrawn'>>;
}

/** What of money, actions and escalations stands, read from everything that was said: what was withdrawn no longer counts. */
export const standingOf = (entries: readonly Entry[]): Standing => {
  const of = <Kind extends Entry['kind']>(kind: Kind): Of<Kind>[] => entries.filter((entry): entry is Of<Kind> => entry.kind === kind);
  const withdrawn = new Map(of('withdrawn').map((entry) => [entry.data.entryId, entry]));
  const stands = ({ id }: { readonly id: string }): boolean => !withdrawn.has(id);
  const done = new Map(of('action_done').map((entry) => [entry.data.entryId, entry]));
  const ended = new Map(of('escalation_ended').map((entry) => [entry.data.entryId, entry]));
  const payments = of('paid').filter(stands).map(({ id, by, data }) => ({ id, ...data, by: by.name }));
  return {
    payments,
    paidCents: payments.reduce((sum, { cents }) => sum + cents, 0),
    actions: of('action_planned').filter(stands).map(({ id, data }) => ({ id, ...data, doneAt: done.get(id)?.at.toISOString() ?? null, how: done.get(id)?.data.how ?? null })),
    escalations: of('escalated').filter(stands).map(({ id, data }) => ({ id, ...data, result: ended.get(id)?.data.result ?? null, words: ended.get(id)?.data.words ?? null })),
    withdrawn,
  };
};
