import { plus } from '#base/clock.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { newToken } from '#base/secrets.ts';
import type { Work } from '#base/work.ts';
import { accessCase, accessCaseToRead, layReplyReady, memberOf, prepareReply, resolveByHand, showThirdPartyWait, carryOnOurselves } from '#cases/index.ts';
import { isOpen } from '#cases/rules.ts';
import { customerById } from '#customers/index.ts';
import { courtesyOn } from '#promises/index.ts';
import { referralEvents, type ReferralInput, type ThirdPartyInput } from './contract.ts';
import { dossierOf } from './dossier.ts';
import { dossierLine, draftCheckBack } from './letters.ts';
import * as queries from './queries.ts';
import { canBeReached, mayCheckOn, maySettle, policy } from './rules.ts';

type Done = { id: string } | Refusal;

export const addThirdParty = async (work: Work, input: ThirdPartyInput): Promise<Done> => {
  if (!canBeReached(input)) return refuse('third_party.no_way_to_reach');
  const id = newId(work.now);
  return (await queries.insertThirdParty(work.tx, input, { id, by: memberOf(work), now: work.now })) ? { id } : refuse('third_party.exists', { name: input.name });
};

const accessThirdParty = async (work: Work, id: string): Promise<queries.ThirdParty> => {
  const found = await queries.thirdPartyById(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

export const changeThirdParty = async (work: Work, id: string, input: ThirdPartyInput): Promise<Done> => {
  const found = await accessThirdParty(work, id);
  if (found.closed_at !== null) return refuse('third_party.closed', { name: found.name });
  if (!canBeReached(input)) return refuse('third_party.no_way_to_reach');
  if (await queries.nameTaken(work.tx, input.name, id)) return refuse('third_party.exists', { name: input.name });
  await queries.updateThirdParty(work.tx, id, input);
  return { id };
};

export const closeThirdParty = async (work: Work, id: string): Promise<Done> => {
  const found = await accessThirdParty(work, id);
  if (found.closed_at === null) await queries.endThirdParty(work.tx, id, work.now);
  return { id };
};

/** Whoever was taken off the list stands on it again, unless somebody of that name does meanwhile. */
export const reopenThirdParty = async (work: Work, id: string): Promise<Done> => {
  const found = await accessThirdParty(work, id);
  if (found.closed_at === null) return { id };
  if (await queries.nameTaken(work.tx, found.name, id)) return refuse('third_party.exists', { name: found.name });
  await queries.reopenThirdParty(work.tx, id);
  return { id };
};

type Referred = { id: string; pendingId: string; sendAt: string; dossierUrl: string };

/** Sends the customer to a door that is theirs: the letter on its way, the dossier frozen, the day of the check as the next update. */
export const refer = async (work: Work, caseId: string, input: ReferralInput): Promise<Referred | Refusal> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return refuse('case.is_resolved');
  if (found.owner === null) return refuse('case.nobody_owns_it');
  const checkOn = new Date(input.checkOn);
  const tooSoonOrLate = mayCheckOn(checkOn, work.now);
  if (tooSoonOrLate !== null) return tooSoonOrLate;
  const door = await accessThirdParty(work, input.thirdPartyId);
  if (door.closed_at !== null) return refuse('third_party.closed', { name: door.name });
  const open = await queries.openReferral(work.tx, caseId);
  if (open !== undefined) return refuse('referral.one_is_open', { name: open.toName });

  const token = newToken();
  const dossierUrl = `${work.services.config.publicUrl}/api/dossiers/${token}`;
  const { attachmentIds: _files, thirdPartyId: _door, reason, brings, ...letter } = input;
  const text = withDossier(letter.text, dossierLine(found.language, dossierUrl), found.owner.name);
  const onItsWay = await prepareReply(work, caseId, {
    ...letter, text, act: 'updates', nextUpdateAt: input.checkOn, to: [], cc: [], attachmentIds: [], commitments: { makes: [], keeps: [], moves: [] }, preparedId: null,
  });
  if (isRefusal(onItsWay)) return onItsWay;
  const id = newId(work.now);
  const dossier = await dossierOf(work, found, { to: door.name, reason, brings, attachmentIds: input.attachmentIds });
  await queries.insertReferral(work.tx, {
    id, caseId, thirdPartyId: door.id, reason, checkOn, by: memberOf(work), pendingId: onItsWay.pendingId, dossier, token, expiresAt: plus(work.now, policy.dossierLives), now: work.now,
  });
  work.emit(referralEvents['referral.made'](caseId, { referralId: id, to: door.name, pendingId: onItsWay.pendingId, reason, checkOn: input.checkOn }));
  return { id, ...onItsWay, dossierUrl };
};

/** Above the closing words, where the letter ends with its writer's name; else below everything. */
const withDossier = (letter: string, line: string, writer: string): string => {
  const parts = letter.trimEnd().split('\n\n');
  const closing = parts.at(-1)?.includes(writer) === true && parts.length > 1 ? parts.splice(-1) : [];
  return [...parts, line, ...closing].join('\n\n');
};

interface OnPending {
  readonly caseId: string | null;
  readonly data: { readonly pendingId: string };
}

/** The letter was taken back or stopped: nobody was sent anywhere. Hears `case.reply_taken_back` and `case.reply_stopped`. */
export const withdrawUntold = async (work: Work, { caseId, data }: OnPending): Promise<void> => {
  if (caseId === null) return;
  const open = await queries.openReferral(work.tx, caseId);
  if (open === undefined || open.pending_reply_id !== data.pendingId) return;
  await queries.withdrawReferral(work.tx, open.id, work.now);
  work.emit(referralEvents['referral.withdrawn'](caseId, { referralId: open.id, to: open.toName }));
};

/** The letter has left: from now on the case waits for the third party. Hears `case.replied`. */
export const showReferral = async (work: Work, { caseId }: { readonly caseId: string | null }): Promise<void> => {
  if (caseId === null) return;
  const open = await queries.openReferral(work.tx, caseId);
  // Told in this very transaction: later replies of ours say nothing about whom the case waits for.
  if (open?.toldAt?.getTime() === work.now.getTime()) await showThirdPartyWait(work, caseId);
};

/** The day of the check nears: a letter that asks the customer waits for the owner. Hears `case.next_update_near`. */
export const prepareCheckBack = async (work: Work, { caseId }: { readonly caseId: string | null }): Promise<void> => {
  if (caseId === null) return;
  const open = await queries.openReferral(work.tx, caseId);
  if (open === undefined || open.toldAt === null || !(await queries.claimCheckBack(work.tx, open.id, work.now))) return;
  const found = await accessCaseToRead(work.tx, caseId);
  const customer = await customerById(work.tx, found.customerId);
  const text = draftCheckBack({ customerName: customer?.name ?? '', ownerName: found.owner?.name ?? '', language: found.language, courtesy: await courtesyOn(work.tx, caseId), doorName: open.toName });
  await layReplyReady(work, { caseId, reason: 'check_back', requestId: null, text });
};

/** What came of it. Resolving the case is the good end, carrying it on ourselves the other; there is no third. */
export const settleReferral = async (work: Work, id: string, { worked, outcome }: { worked: boolean; outcome: string }): Promise<queries.NamedReferral | Refusal> => {
  const caseId = await queries.caseOfReferral(work.tx, id);
  if (caseId === undefined) throw new NotFound();
  // The case is held before its referral is read, as in everything else that happens to it: two who settle at once come one after the other.
  const found = await accessCase(work, caseId);
  const referral = await queries.referralById(work.tx, id);
  const refusal = maySettle({ toldAt: referral.toldAt, withdrawnAt: referral.withdrawn_at, settledAt: referral.settled_at, worked: referral.worked, checkOn: referral.check_on });
  if (refusal !== null) return refusal;
  await queries.settle(work.tx, id, { worked, outcome, by: JSON.stringify(work.actor), now: work.now });
  work.emit(referralEvents['referral.settled'](found.id, { referralId: id, to: referral.toName, worked, outcome }));
  if (isOpen(found.status)) {
    const done = worked ? await resolveByHand(work, found.id, outcome) : await carryOnOurselves(work, found.id, outcome);
    if (isRefusal(done)) return done;
  }
  return { ...referral, worked, outcome, settled_at: work.now };
};
