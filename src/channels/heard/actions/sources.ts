import { randomBytes } from 'node:crypto';
import { day, plus } from '#base/clock.ts';
import type { HandledOf } from '#base/contract.ts';
import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { heardEvents, type makeSource as makeSourceRoute, type SourceView } from '../contract.ts';
import * as queries from '../queries/sources.ts';

/** So long the secret before the last one is believed as well: whoever runs the other side needs an hour, and some need a night. */
const oldSecretHolds = day;

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sourceViewOf = (row: queries.SourceRow, publicUrl: string, now: Date): SourceView => ({
  id: row.id,
  name: row.name,
  site: row.site,
  channel: row.channel as SourceView['channel'],
  address: `${publicUrl}/api/heard/sources/${row.id}`,
  madeAt: row.made_at.toISOString(),
  offAt: row.off_at?.toISOString() ?? null,
  lastHeardAt: row.last_heard_at?.toISOString() ?? null,
  oldSecretUntil: row.old_secret_until !== null && row.old_secret_until > now ? row.old_secret_until.toISOString() : null,
  refused: refusedOf(row),
  quarantined: row.quarantined,
});

/** What was believed since shows that it was put right. */
const refusedOf = ({ refused_at: at, refused_because: because, last_heard_at: heard }: queries.SourceRow): SourceView['refused'] =>
  at === null || because === null || (heard !== null && heard >= at) ? null : { at: at.toISOString(), because: because as 'signature' };

/** The one gate to a source for those who look after the channels. */
const accessSource = async (work: Work, id: string): Promise<queries.SourceRow> => {
  const found = await queries.sourceById(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

const view = async (work: Work, id: string): Promise<SourceView> => {
  work.tell('heard', id);
  return sourceViewOf(await accessSource(work, id), work.services.config.publicUrl, work.now);
};

export const allSources = async (reader: Reader, publicUrl: string, now: Date): Promise<SourceView[]> =>
  (await queries.allSources(reader)).map((row) => sourceViewOf(row, publicUrl, now));

export const makeSource = async (work: Work, input: HandledOf<typeof makeSourceRoute>['body']): Promise<{ source: SourceView; secret: string }> => {
  const id = newId(work.now);
  const secret = newSecret();
  await queries.insertSource(work.tx, { id, ...input, secret: work.services.secrets.seal(secret), by: memberOf(work), now: work.now });
  work.emit(heardEvents['heard.source_made'](null, { sourceId: id, name: input.name }));
  return { source: await view(work, id), secret };
};

const memberOf = ({ actor }: Work): string | null => (actor.kind === 'member' ? actor.id : null);

export const rotateSecret = async (work: Work, id: string): Promise<{ source: SourceView; secret: string } | Refusal> => {
  const found = await accessSource(work, id);
  if (found.off_at !== null) return refuse('heard.source_is_off', { name: found.name });
  const secret = newSecret();
  await queries.changeSource(work.tx, id, { secret: work.services.secrets.seal(secret), old_secret: found.secret, old_secret_until: plus(work.now, oldSecretHolds) });
  work.emit(heardEvents['heard.source_secret_changed'](null, { sourceId: id, name: found.name }));
  return { source: await view(work, id), secret };
};

/** Off and on again keep the secret: it is the place that is silent, not the lock that is changed. */
export const switchSource = async (work: Work, id: string, on: boolean): Promise<SourceView> => {
  const found = await accessSource(work, id);
  if ((found.off_at === null) !== on) {
    await queries.changeSource(work.tx, id, on ? { off_at: null, off_by: null } : { off_at: work.now, off_by: memberOf(work) });
    work.emit(heardEvents[on ? 'heard.source_switched_on' : 'heard.source_switched_off'](null, { sourceId: id, name: found.name }));
  }
  return view(work, id);
};
