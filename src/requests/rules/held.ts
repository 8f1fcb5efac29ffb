import type { Instant } from '#base/clock.ts';

// Every minute of a case belongs to somebody. Nobody has taken it: the queue holds it. The customer was asked something: they do. A
// department was asked and has not answered: it does, and where several were asked at once they share the minute, because the case
// would not move before each of them has answered. A department that asked us something back waits for us: that is our minute, and is
// named apart, because the department's clock stands still in it. Everything else is its owner's. What is resolved is nobody's, until
// it is opened again. Closed hours count for whoever holds it, as for the customer who waits, and are shown beside the working ones.

export type Holder =
  | { readonly kind: 'queue' | 'customer' | 'outside' }
  | { readonly kind: 'owner' | 'department' | 'paused'; readonly id: string };

/** What happened, as far as it says who has the case. In the order in which it happened. */
export type HeldFact = { readonly at: Instant } & (
  | { readonly kind: 'opened'; readonly ownerId: string | null }
  | { readonly kind: 'owner'; readonly ownerId: string | null }
  | { readonly kind: 'status'; readonly status: 'new' | 'open' | 'waiting_customer' | 'waiting_department' | 'waiting_third_party' | 'resolved' | 'closed' }
  | { readonly kind: 'asked' | 'answered' | 'questioned' | 'replied'; readonly requestId: string; readonly departmentId: string }
);

interface Asked {
  readonly departmentId: string;
  readonly waitsForUs: boolean;
}

interface Standing {
  readonly isOpen: boolean;
  readonly ownerId: string | null;
  readonly status: string;
  readonly asked: ReadonlyMap<string, Asked>;
}

const done = new Set(['resolved', 'closed']);

const after = (before: Standing, fact: HeldFact): Standing => {
  switch (fact.kind) {
    case 'opened': return { ...before, isOpen: true, ownerId: fact.ownerId };
    case 'owner': return { ...before, ownerId: fact.ownerId };
    case 'status': return { ...before, isOpen: !done.has(fact.status), status: fact.status };
    case 'answered': return { ...before, asked: new Map([...before.asked].filter(([id]) => id !== fact.requestId)) };
    case 'asked': return { ...before, asked: new Map(before.asked).set(fact.requestId, { departmentId: fact.departmentId, waitsForUs: false }) };
    case 'questioned':
    case 'replied': {
      // A question after the answer stops no clock: there is none any more.
      if (!before.asked.has(fact.requestId)) return before;
      return { ...before, asked: new Map(before.asked).set(fact.requestId, { departmentId: fact.departmentId, waitsForUs: fact.kind === 'questioned' }) };
    }
  }
};

/** Who holds it, each once. Never empty while it is open. */
const holdersOf = ({ isOpen, ownerId, status, asked }: Standing): Holder[] => {
  if (!isOpen) return [];
  if (ownerId === null) return [{ kind: 'queue' }];
  if (status === 'waiting_customer') return [{ kind: 'customer' }];
  const departments = (waitsForUs: boolean): string[] => [...new Set([...asked.values()].filter((one) => one.waitsForUs === waitsForUs).map(({ departmentId }) => departmentId))];
  const owing = departments(false);
  if (owing.length > 0) return owing.map((id) => ({ kind: 'department', id }));
  const [asking] = departments(true);
  if (asking !== undefined) return [{ kind: 'paused', id: asking }];
  return status === 'waiting_third_party' ? [{ kind: 'outside' }] : [{ kind: 'owner', id: ownerId }];
};

export interface HeldPart {
  readonly holder: Holder;
  /** Milliseconds; `working` and `closed` add up to it. */
  readonly milliseconds: number;
  readonly working: number;
  readonly closed: number;
}

export interface Held {
  readonly parts: readonly HeldPart[];
  /** How long the case has been open: the sum of the parts, to the millisecond. */
  readonly milliseconds: number;
}

interface Attributing {
  readonly until: Instant;
  /** Working milliseconds of a holder between two instants, in their own calendar; somebody without hours works always. */
  working(holder: Holder, from: Instant, to: Instant): number;
}

const keyOf = (holder: Holder): string => ('id' in holder ? `${holder.kind} ${holder.id}` : holder.kind);

/** Attributes the open time of a case to who held it. What the facts say after `until` counts for nothing. */
export const attributeTime = (facts: readonly HeldFact[], { until, working }: Attributing): Held => {
  const parts = new Map<string, HeldPart>();
  let standing: Standing = { isOpen: false, ownerId: null, status: 'new', asked: new Map() };
  let since: Instant = facts[0]?.at ?? until;
  let total = 0;
  const pass = (to: Instant): void => {
    if (to <= since) return;
    const holders = holdersOf(standing);
    const span = to.getTime() - since.getTime();
    if (holders.length > 0) total += span;
    for (const [place, holder] of holders.entries()) {
      // Whole milliseconds for each; what does not divide goes to the first, so that the sum is the whole.
      const share = Math.floor(span / holders.length) + (place < span % holders.length ? 1 : 0);
      const worked = Math.min(share, Math.round((working(holder, since, to) * share) / span));
      const before = parts.get(keyOf(holder)) ?? { holder, milliseconds: 0, working: 0, closed: 0 };
      parts.set(keyOf(holder), { holder, milliseconds: before.milliseconds + share, working: before.working + worked, closed: before.closed + share - worked });
    }
  };
  for (const fact of facts) {
    const at: Instant = fact.at < until ? fact.at : until;
    if (fact.at > until) break;
    pass(at);
    since = at > since ? at : since;
    standing = after(standing, fact);
  }
  pass(until);
  return { parts: [...parts.values()].toSorted((one, other) => other.milliseconds - one.milliseconds), milliseconds: total };
};
