import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Services } from './services.ts';

/** Work that happens after the transaction that asks for it, at least once; whoever writes one makes twice harmless. */
export interface Job<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** How often it is tried, with exponentially growing pauses, before an operator has to look. */
  readonly attempts: number;
  run(services: Services, payload: Payload): Promise<void>;
}

export const defineJob = <Payload>(job: Job<Payload>): Job<Payload> => job;

export interface AskedJob {
  readonly name: string;
  readonly attempts: number;
  readonly payload: unknown;
  readonly key: string | null;
}

/**
 * The expression that puts all that a transaction asked for into the queue, for the statement that ends it. The queue takes a key
 * once, so the last one asked stands.
 */
export const queueing = (asked: readonly AskedJob[]): RawBuilder<unknown> => {
  const last = new Map(asked.map((job, place) => [job.key ?? place, job]));
  const specs = [...last.values()].map(({ name, attempts, payload, key }) => ({ identifier: name, payload, max_attempts: attempts, job_key: key }));
  return sql`(select count(*) from graphile_worker.add_jobs(array(select json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json))))`;
};
