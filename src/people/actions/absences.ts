import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberEvents, type NewAbsence } from '../contract.ts';
import { absencesOf, absenceViews, insertAbsence, withdrawAbsenceRow } from '../queries/absences.ts';
import { lockMembers, type MemberRow } from '../queries/members.ts';
import { mayPlanForOthers, whyNotAway, type AbsenceRefusal } from '../rules.ts';

interface Planning {
  readonly memberId: string;
  readonly roles: readonly string[];
}

export type PlanRefusal = AbsenceRefusal | Refusal<'absence.not_yours' | 'absence.deputy_unknown'>;

const whose = async (work: Work, by: Planning, { memberId = by.memberId, deputyId }: NewAbsence): Promise<{ member: MemberRow; deputy: MemberRow } | PlanRefusal> => {
  if (memberId !== by.memberId && !mayPlanForOthers(by.roles)) return refuse('absence.not_yours');
  const both = await lockMembers(work.tx, [memberId, deputyId]);
  const [member, deputy] = [both.get(memberId), both.get(deputyId)];
  if (member === undefined || member.leftAt !== null) throw new NotFound();
  return deputy === undefined ? refuse('absence.deputy_unknown') : { member, deputy };
};

/** Returns the absence's id. Both people are locked, so that two who name each other at once cannot both be away. */
export const planAbsence = async (work: Work, by: Planning, wanted: NewAbsence): Promise<string | PlanRefusal> => {
  const people = await whose(work, by, wanted);
  if (isRefusal(people)) return people;
  const { member, deputy } = people;
  const absences = await absencesOf(work.tx, [member.id, deputy.id], work.now);
  const period = { from: new Date(wanted.from), until: new Date(wanted.until) };
  const refusal = whyNotAway({
    period, memberId: member.id, deputy,
    memberAbsences: absences.filter(({ memberId }) => memberId === member.id),
    deputyAbsences: absences.filter(({ memberId }) => memberId === deputy.id),
  }, work.now);
  if (refusal !== null) return refusal;
  const id = newId(work.now);
  await insertAbsence(work.tx, { id, memberId: member.id, deputyId: deputy.id, ...period }, work.now);
  work.emit(memberEvents['member.away'](null, {
    memberId: member.id, absenceId: id, deputyId: deputy.id, from: period.from.toISOString(), until: period.until.toISOString(),
  }));
  return id;
};

export const withdrawAbsence = async (work: Work, by: Planning, id: string): Promise<void> => {
  const [absence] = await absenceViews(work.tx, work.now, id);
  if (absence === undefined || (absence.memberId !== by.memberId && !mayPlanForOthers(by.roles))) throw new NotFound();
  if ((await withdrawAbsenceRow(work.tx, id, work.now)) === null) throw new NotFound();
  work.emit(memberEvents['member.absence_withdrawn'](null, { memberId: absence.memberId, absenceId: id }));
};
