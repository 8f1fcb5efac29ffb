import { NotFound } from '#base/http/failures.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberEvents, serviceRoles, type PublicChannel } from '../contract.ts';
import * as queries from '../queries/channels.ts';
import { lockMembers } from '../queries/members.ts';

/**
 * Says where a member may answer in public. What they may do already keeps its date and whoever said so; what is left out ends now, and
 * stays to be read.
 */
export const trainFor = async (work: Work, memberId: string, channels: readonly PublicChannel[]): Promise<Refusal | null> => {
  const member = (await lockMembers(work.tx, [memberId])).get(memberId);
  if (member === undefined) throw new NotFound();
  if (member.leftAt !== null) return refuse('member.has_left', { name: member.name });
  if (channels.length > 0 && !serviceRoles.some((role) => member.roles.includes(role))) return refuse('channel.not_in_service', { name: member.name });
  const before = await queries.channelsOf(work.tx, memberId);
  const by = work.actor.kind === 'member' ? work.actor.id : null;
  for (const channel of channels.filter((one) => !before.includes(one))) {
    await queries.insertTraining(work.tx, { memberId, channel, by, now: work.now });
    work.emit(memberEvents['member.trained'](null, { memberId, channel }));
  }
  for (const channel of before.filter((one) => !channels.includes(one))) {
    await queries.endTraining(work.tx, { memberId, channel, by, now: work.now });
    work.emit(memberEvents['member.training_ended'](null, { memberId, channel }));
  }
  return null;
};

/** Why whoever acts may not answer on that channel, and whom to ask; null where they may. */
export const whyNotInPublic = async (work: Work, channel: PublicChannel): Promise<Refusal | null> => {
  const trained = await queries.trainedFor(work.tx, channel);
  if (trained.some(({ id }) => id === work.actor.id)) return null;
  return refuse('channel.not_trained', { channel, names: trained.length === 0 ? null : trained.map(({ name }) => name).join(', ') });
};
