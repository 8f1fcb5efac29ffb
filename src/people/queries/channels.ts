import { newId } from '#base/ids.ts';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { PublicChannel, TrainingView } from '../contract.ts';

const running = (reader: Reader) =>
  reader.selectFrom('member_channels').innerJoin('members', 'members.id', 'member_channels.member_id').where('ended_at', 'is', null).where('members.left_at', 'is', null);

/** Everybody who is here and may answer in public. */
export const trainings = async (reader: Reader): Promise<TrainingView[]> => {
  const rows = await running(reader)
    .leftJoin('members as trainer', 'trainer.id', 'member_channels.trained_by')
    .orderBy('members.name')
    .orderBy('channel')
    .select(['members.id as memberId', 'members.name', 'channel', 'trained_at', 'trainer.name as by'])
    .execute();
  return rows.map(({ trained_at: since, channel, ...row }) => ({ ...row, channel: channel as PublicChannel, since: since.toISOString() }));
};

/** Names of those who may answer on that channel. */
export const trainedFor = (reader: Reader, channel: PublicChannel): Promise<{ id: string; name: string }[]> =>
  running(reader).where('channel', '=', channel).orderBy('members.name').select(['members.id', 'members.name']).execute();

export const channelsOf = async (reader: Reader, memberId: string): Promise<PublicChannel[]> =>
  (await reader.selectFrom('member_channels').where('member_id', '=', memberId).where('ended_at', 'is', null).select('channel').execute()).map(({ channel }) => channel as PublicChannel);

interface Training {
  readonly memberId: string;
  readonly channel: PublicChannel;
  readonly by: string | null;
  readonly now: Instant;
}

export const insertTraining = async (tx: Tx, { memberId, channel, by, now }: Training): Promise<void> => {
  await tx.insertInto('member_channels').values({ id: newId(now), member_id: memberId, channel, trained_at: now, trained_by: by }).execute();
};

export const endTraining = async (tx: Tx, { memberId, channel, by, now }: Training): Promise<void> => {
  await tx.updateTable('member_channels').set({ ended_at: now, ended_by: by }).where('member_id', '=', memberId).where('channel', '=', channel).where('ended_at', 'is', null).execute();
};
