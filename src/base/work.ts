import { sql } from 'kysely';
import type { Instant } from './clock.ts';
import type { Tx } from './db/db.ts';
import type { DomainEvent, EventKind } from './events.ts';
import { queueing, type AskedJob, type Job } from './job-queue.ts';
import { announcing, type Change } from './live/announce.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** Who does something: a member, a customer, a colleague without an account, or the program itself. */
export interface Actor {
  readonly kind: 'member' | 'customer' | 'colleague' | 'system';
  readonly id: string | null;
  readonly name: string;
}

export const system: Actor = { kind: 'system', id: null, name: 'Presa' };

/** One transaction of one actor at one instant. Everything in it happens, or nothing. */
export interface Work {
  readonly tx: Tx;
  readonly now: Instant;
  readonly actor: Actor;
  readonly services: Services;
  /** Writes an event with the work; its handlers run in the same transaction, after the action is done. */
  emit(event: DomainEvent): void;
  /** Asks for a job once the transaction is over; if it rolls back, nothing was asked. The same `key` twice is one job, the later one. */
  enqueue<Payload>(job: Job<Payload>, payload: Payload, key?: string): void;
  /** Tells open screens that something changed that no case's event tells (a notice, a draft). Sent at commit. */
  tell(topic: string, id: string): void;
}

/** What follows from an event, in its transaction. A refusal that a handler returns undoes the whole work, event included. */
export type Handler<Data = unknown> = (
  work: Work,
  event: DomainEvent<string, Data> & { readonly id: number },
) => Promise<void | Refusal>;

/** Event kind → what follows from it. Filled by `app/wiring.ts` alone. */
export type Wiring = ReadonlyMap<string, readonly Handler[]>;

export const when = <Kind extends string, Data>(kind: EventKind<Kind, Data>, ...handlers: Handler<Data>[]): [string, Handler[]] => [
  kind.kind,
  handlers as Handler[],
];

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

// A chain of events longer than this is a circle in the wiring, not business.
const longestChain = 200;

/**
 * Runs `act` in one transaction. A refusal that it returns rolls everything back and is returned; a defect rolls back and throws.
 * Deadlocks and serialisation failures are tried again: the database asks for exactly that.
 */
export const inWork = async <Result>(
  services: Services,
  actor: Actor,
  act: (work: Work) => Promise<Result>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await services.db.transaction().execute((tx) => perform(services, actor, tx, act));
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal as Result;
      if (attempt >= 5 || !mayBeTriedAgain(error)) throw error;
    }
  }
};

const perform = async <Result>(services: Services, actor: Actor, tx: Tx, act: (work: Work) => Promise<Result>): Promise<Result> => {
  const pending: DomainEvent[] = [];
  const told: Change[] = [];
  const asked: AskedJob[] = [];
  const work: Work = {
    tx,
    now: services.clock.now(),
    actor,
    services,
    emit: (event) => void pending.push(event),
    enqueue: (job, payload, key) => void asked.push({ name: job.name, attempts: job.attempts, payload, key: key ?? null }),
    tell: (topic, id) => void told.push({ topic, id, version: 0 }),
  };
  const result = await act(work);
  if (isRefusal(result)) throw new RolledBack(result);
  let happened = 0;
  while (pending.length > 0) {
    const batch = pending.splice(0);
    happened += batch.length;
    if (happened > longestChain) throw new Error(`Events follow each other without end, last ${batch[0]?.kind}.`);
    const stored = await storeEvents(work, batch);
    for (const event of stored) {
      if (event.caseId !== null) told.push({ topic: 'case', id: event.caseId, version: event.id });
      for (const handler of services.wiring.get(event.kind) ?? []) {
        const refusal = await handler(work, event);
        if (isRefusal(refusal)) throw new RolledBack(refusal);
      }
    }
  }
  const ending = [...(asked.length > 0 ? [queueing(asked)] : []), ...announcing(told)];
  if (ending.length > 0) await sql`select ${sql.join(ending)}`.execute(tx);
  return result;
};

const storeEvents = async (work: Work, batch: DomainEvent[]): Promise<(DomainEvent & { id: number })[]> => {
  const actor = JSON.stringify(work.actor);
  const rows = await work.tx
    .insertInto('events')
    .values(batch.map((event) => ({ at: work.now, kind: event.kind, case_id: event.caseId, actor, data: JSON.stringify(event.data) })))
    .returning('id')
    .execute();
  return batch.map((event, place) => ({ ...event, id: rows[place]!.id }));
};

const mayBeTriedAgain = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01';
};

