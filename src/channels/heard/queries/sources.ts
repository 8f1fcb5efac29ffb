import { sql, type Updateable } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { HeardSources } from '#migrations/tables.ts';

const sources = (reader: Reader) =>
  reader
    .selectFrom('heard_sources')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('heard_deliveries')
        .whereRef('heard_deliveries.source_id', '=', 'heard_sources.id')
        .where('state', '=', 'quarantined')
        .select(sql<number>`count(*)::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('quarantined'),
    );

export const allSources = (reader: Reader) => sources(reader).orderBy('made_at').execute();
export const sourceById = (reader: Reader, id: string) => sources(reader).where('id', '=', id).executeTakeFirst();
export type SourceRow = NonNullable<Awaited<ReturnType<typeof sourceById>>>;

interface NewSource {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly channel: string;
  /** Sealed. */
  readonly secret: string;
  readonly by: string | null;
  readonly now: Date;
}

export const insertSource = async (tx: Tx, { id, name, site, channel, secret, by, now }: NewSource): Promise<void> => {
  await tx.insertInto('heard_sources').values({ id, name, site, channel, secret, made_at: now, made_by: by }).execute();
};

export const changeSource = async (tx: Tx, id: string, change: Updateable<HeardSources>): Promise<void> => {
  await tx.updateTable('heard_sources').set(change).where('id', '=', id).execute();
};

// Anybody may send something that is not believed; that must not cost a write each.
const notedEvery = 60_000;

/** Shows whoever waits in vain that something came and was turned away. */
export const markRefused = async (reader: Reader, id: string, { because, now }: { readonly because: string; readonly now: Date }): Promise<void> => {
  await sql`update heard_sources set refused_at = ${now}, refused_because = ${because}
    where id = ${id} and (refused_at is null or refused_at <= ${new Date(now.getTime() - notedEvery)})`.execute(reader);
};
