import { sayCents } from '#base/cents.ts';
import type { CaseStatus } from '#cases/contract.ts';
import { complaintWords } from '#complaints/texts.ts';
import { sayDate } from '#calendar/words.ts';
import type { HistoryTexts } from './shape.ts';

const channels = { email: 'e-mail', phone: 'phone', form: 'web form', page: 'their page', chat: 'chat', review: 'review', social: 'social media' };
const statuses: Readonly<Record<CaseStatus, string>> = {
  new: 'new', open: 'open', waiting_customer: 'waiting for the customer', waiting_department: 'waiting for a department',
  waiting_third_party: 'waiting for somebody outside', resolved: 'resolved', closed: 'closed',
};
const acts = { resolves: 'answered and resolved', asks: 'asked the customer a question', updates: 'updated the customer' };
const steps = { reminder: 'the department was reminded', head: 'on to its head', director: 'on to the directors' };
const because = (words: string): string => (words === '' ? '' : `: ${words}`);
const reasons: Readonly<Record<string, string>> = { reply: 'said in the reply', customer_wrote: 'the customer wrote' };

const loopReasons: Readonly<Record<string, string>> = { no_address: 'there is no address', phone_only: 'they prefer the phone', merged: 'the case was merged', bounced: 'the last e-mail came back', no_case: 'they have no case to write on', skipped: 'a colleague chose not to write' };

const titled = ({ it, en }: { readonly it: string | null; readonly en: string | null }): string => en ?? it ?? '';
const untold = { no_address: 'there is no address', bounced: 'the last e-mail came back', merged: 'the case is merged into another', over: 'the case is resolved already', language_missing: 'the words in their language are missing', delivery_failed: 'the e-mail did not arrive', linked_afterwards: 'linked afterwards' };

const lost = { price: 'price', timing: 'timing', not_suitable: 'not what they needed', chose_another: 'they chose somebody else', postponed: 'put off', no_answer: 'the customer answered no more', not_possible: 'we cannot do it', other: 'something else' };

export const deskHistoryEnglish: HistoryTexts = {
  'case.opened': ({ number, channel }) => `Case C-${number} opened (${channels[channel]})`,
  'case.taken': ({ name, instead }) => (instead === null ? `${name} took charge` : `${name} took charge in place of ${instead}`),
  'case.owner_left': ({ name }) => `${name} left the company: the case stands in the queue again`,
  'case.claim_late': ({ dueAt }, { when }) => `Nobody took charge by ${when(dueAt)}: the leads were told`,
  'case.contact_received': ({ channel, isChase, isThanks, isThirdParty, loggedBy }, { who }) =>
    loggedBy !== null ? `The customer ${isChase ? 'chased' : 'got in touch'} (${channels[channel]}): noted by ${who}`
    : isThirdParty ? `${who} wrote, and takes no part in the case (${channels[channel]})`
    : isThanks ? `${who} said thank you (${channels[channel]})`
    : isChase ? `${who} chased (${channels[channel]})`
    : `${who} wrote (${channels[channel]})`,
  'case.join_suggested': ({ otherNumber }) => `It may belong to case C-${otherNumber}`,
  'case.reply_prepared': (_, { who }) => `${who} sent a reply that can still be taken back`,
  'case.reply_taken_back': (_, { who }) => `${who} took the reply back before it left`,
  'case.reply_stopped': () => 'The reply did not leave: another had left meanwhile',
  'case.replied': ({ act, byItself, isBeside, hasSubstance }, { who }) =>
    isBeside === true ? `${who} told the customer what came of what they had said`
    : byItself ? `An update left by itself, in the name of ${who}` : `${who} ${acts[act]}${hasSubstance ? '' : ', with nothing new in it'}`,
  'case.note_written': (_, { who }) => `${who} wrote a note`,
  'case.next_update_set': ({ dueAt, because: why }, { when }) => `Next update by ${when(dueAt)}${because(reasons[why] ?? why)}`,
  'case.self_updates_set': ({ on }, { who }) =>
    on ? `${who}: if nobody writes in time, the update leaves by itself` : `${who}: updates leave by hand again`,
  'case.next_update_near': ({ dueAt }, { when }) => `The update is due ${when(dueAt)}: the owner was told`,
  'case.next_update_missed': ({ dueAt }, { when }) => `The update of ${when(dueAt)} did not leave`,
  'case.handover_offered': ({ toName, reason }, { who }) => `${who} asked ${toName} to take the case${because(reason)}`,
  'case.handover_accepted': ({ fromName, toName }) => `${toName} accepted the case from ${fromName}`,
  'case.handover_declined': ({ toName, reason }) => `${toName} did not accept the case${because(reason)}`,
  'case.handover_withdrawn': (_, { who }) => `${who} withdrew the handover`,
  'case.level_changed': ({ from, to, reason }, { who }) => `${who} moved the case from level ${from} to ${to}${because(reason)}`,
  'case.status_changed': ({ to }) => `It is now ${statuses[to]}`,
  'case.subject_changed': ({ to }, { who }) => `${who} changed the subject to “${to}”`,
  'case.resolved': ({ how, reason }, { who }) => (how === 'by_customer' ? `${who} says that it is solved` : `${who} resolved it${because(reason ?? '')}`),
  'case.reopened': ({ why }, { who }) =>
    why === 'customer_says_unsolved' ? `Opened again: ${who} says that it is not solved`
    : why === 'customer_wrote' ? 'Opened again: the customer wrote'
    : why === 'merge' ? 'Opened again by a merge'
    : `${who} opened it again`,
  'case.closed': () => 'Closed',
  'case.withdrawn': (_, { who }) => `${who} undid the import that had opened it: the case closes`,
  'case.merged': ({ otherNumber, survives }, { who }) => (survives ? `${who} merged case C-${otherNumber} into this one` : `${who} merged this case into C-${otherNumber}`),
  'case.unmerged': ({ otherNumber }, { who }) => `${who} took case C-${otherNumber} apart again`,
  'case.split': ({ otherNumber, isNew }, { who }) => (isNew ? `${who} split this case off C-${otherNumber}` : `${who} moved a part to the new case C-${otherNumber}`),
  'case.unsplit': ({ otherNumber }, { who }) => `${who} undid the split with C-${otherNumber}`,
  'referral.made': ({ to, reason, checkOn }, { who, when }) => `${who} sees the customer to ${to}${because(reason)}; to be checked ${when(checkOn)}`,
  'referral.withdrawn': ({ to }) => `The letter was taken back: the customer was not sent to ${to}`,
  'referral.settled': ({ to, worked, outcome }, { who }) => `${who}: ${to} ${worked ? 'helped the customer' : 'did not help the customer'}${because(outcome)}`,
  'complaint.registered': ({ label, dueOn }, { who }) => `${who} registered formal complaint ${label}: to be answered by ${sayDate(dueOn, 'en')}`,
  'complaint.acknowledged': ({ label }) => `The customer knows that complaint ${label} is registered`,
  'complaint.interim_sent': ({ label, finalOn }) => `Interim reply to complaint ${label}: the final one by ${sayDate(finalOn, 'en')}`,
  'complaint.answered': ({ label, outcome, withinTerm }) => `Final reply to complaint ${label}: ${complaintWords.en.outcomes[outcome]}${withinTerm ? '' : ', past its term'}`,
  'complaint.corrected': ({ label, reason }, { who }) => `${who} corrected how complaint ${label} is described${because(reason)}`,
  'complaint.responsible_set': ({ label, name, department }) => `Complaint ${label} is in the hands of ${name ?? 'whoever has the case'}, for ${department}`,
  'complaint.near': ({ label, dueOn }) => `Complaint ${label} is to be answered by ${sayDate(dueOn, 'en')}: whoever has it was reminded`,
  'complaint.late': ({ label, dueOn }) => `The term of complaint ${label} has passed (${sayDate(dueOn, 'en')}): everybody was called`,
  'complaint.paid': ({ label, cents, what }, { who }) => `${who} noted a payment for complaint ${label}: ${sayCents(cents, 'en')}, ${complaintWords.en.paidFor[what]}`,
  'complaint.action_planned': ({ label, text, owner }) => `Corrective action from complaint ${label}, with ${owner}: ${text}`,
  'complaint.action_done': ({ label, text }) => `Corrective action of complaint ${label} done: ${text}`,
  'complaint.escalated': ({ label, body }) => `With complaint ${label} the customer went to ${body}`,
  'complaint.escalation_ended': ({ label, body, result }) => `Complaint ${label}, what came of it at ${body}: ${complaintWords.en.results[result]}`,
  'complaint.entry_withdrawn': ({ label, reason }, { who }) => `${who} withdrew a line of complaint ${label} that was noted by mistake${because(reason)}`,
  'complaint.closed': ({ label }, { who }) => `${who} closed complaint ${label}`,
  'complaint.reopened': ({ label, reason }, { who }) => `${who} opened complaint ${label} again${because(reason)}`,
  'complaint.annulled': ({ label, reason }, { who }) => `${who} annulled complaint ${label}${because(reason)}`,
  'heard.post_deleted': ({ site }) => `The post can no longer be read on ${site}; what it said stays here`,
  'incident.linked': ({ number, title, words }, { who }) => `${who} linked it to incident D-${number} “${titled(title)}”${words.length === 0 ? '' : ` (it mentions ${words.join(', ')})`}`,
  'incident.unlinked': ({ number, title }, { who }) => `${who}: it is no part of incident D-${number} “${titled(title)}”`,
  'incident.told': ({ number }) => `With this update the customer knows of incident D-${number}`,
  'incident.noted': ({ number, onNumber }) => `The customer was told of incident D-${number} on case C-${onNumber}`,
  'incident.not_told': ({ number, reason }) => `The customer was not told of incident D-${number}: ${untold[reason]}`,
  'case.prepared_reply_written': ({ reason }) => ({ answer: 'A draft with the department’s answer was prepared', update: 'A draft of an update was prepared', check_back: 'The letter that asks how it went was prepared' })[reason],
  'case.page_opened': (_, { who }) => `${who} opened their page`,
  'request.sent': ({ department, dueAt }, { who, when }) => `${who} asked ${department.name}, by ${when(dueAt)}`,
  'request.seen': ({ department, by }) => `${by} (${department.name}) saw the request`,
  'request.questioned': ({ department, by }) => `${by} (${department.name}) asks for a detail: their clock stands still`,
  'request.replied': ({ department, dueAt, by }, { when }) => `${by} answered ${department.name}’s question: now due ${when(dueAt)}`,
  'request.answered': ({ department, by, inTime, isAddition }) =>
    isAddition ? `${by} (${department.name}) added something` : `${by} (${department.name}) answered${inTime ? '' : ', late'}`,
  'request.sent_back': ({ department, by, dueAt }, { when }) => `${by} sent ${department.name}’s answer back, it is not enough: needed by ${when(dueAt)}`,
  'request.sending_back_undone': ({ department, by }) => `${by} undid that: ${department.name}’s answer is enough`,
  'request.taken': ({ department, by, insteadOf }) => `${by} (${department.name}) has it${insteadOf === null ? '' : ` instead of ${insteadOf}`}`,
  'request.let_go': ({ department, by }) => `${by} (${department.name}) leaves it to colleagues`,
  'request.planned': ({ department }, { who }) => `${who} will ask ${department.name} when the other department has answered`,
  'request.plan_cancelled': ({ count, reason }) => `${count === 1 ? 'A planned question is' : `${count} planned questions are`} no longer needed${because(reason)}`,
  'request.refused': ({ department, by, whoseIsIt }) => `${by} (${department.name}): not theirs, but ${whoseIsIt}’s`,
  'request.withdrawn': ({ department, reason }, { who }) => `${who} withdrew the request to ${department.name}${because(reason)}`,
  'request.climbed': ({ department, step, toNames, byHand }, { who }) =>
    byHand ? `${who} reminded ${department.name}` : `${department.name} is silent: ${steps[step]}${toNames.length === 0 ? '' : ` (${toNames.join(', ')})`}`,
  'request.late': ({ department, dueAt }, { when }) => `${department.name} was to answer by ${when(dueAt)}: it is late`,
  'promise.made': ({ text, dueAt }, { who, when }) => `${who} promised by ${when(dueAt)}: ${text}`,
  'promise.near': ({ text, dueAt, why }, { when }) =>
    why === 'request_late' ? `A promise in danger, the department is late: ${text}` : `A promise falls due ${when(dueAt)}: ${text}`,
  'promise.moved': ({ text, from, to, reason }, { who, when }) => `${who} renegotiated from ${when(from)} to ${when(to)}${because(reason)} (${text})`,
  'promise.kept': ({ text, late, how }) => `Promise kept${late ? ', late' : ''}: ${text}${how === null ? '' : ` (${how})`}`,
  'promise.broken': ({ text, dueAt }, { when }) => `Promise broken, it was due ${when(dueAt)}: ${text}`,
  'promise.released': ({ text, why, reason }) => (why === 'resolved' ? `Promise no longer needed, the case is resolved: ${text}` : `The customer let us off the promise${because(reason)} (${text})`),
  'voice.captured': ({ words, theme }, { who }) => `${who} captured a voice: “${words}”${theme === null ? '' : `, in the theme “${theme}”`}`,
  'voice.withdrawn': ({ words }, { who }) => `${who} took a voice back: “${words}”`,
  'voice.loop_told': ({ title, occasion, byPhone }, { who }) => `${byPhone === true ? `${who} called: now the` : 'The'} customer knows ${occasion === 'decided' ? 'what was decided' : 'that it is out'}: “${title}”`,
  'voice.loop_not_told': ({ title, reason }) => `The customer was not told how “${title}” ended: ${loopReasons[reason] ?? reason}`,
  'heat.boiled': ({ why, degrees }) => {
    const causes = { second_channel: 'they chased on a second channel', angry: 'an angry message', in_public: 'they speak of it in public', threat: 'they announce further steps', low_rating: 'a low rating', formal_complaint: 'a formal complaint' };
    return `Boiled over at ${degrees}°: ${causes[why]}`;
  },
  'email.sent': ({ address }) => `E-mail handed to the server of ${address}`,
  'email.delivery_failed': ({ address, response }) => `The e-mail to ${address} did not arrive${because(response)}`,
  'email.sent_again': ({ addresses }, { who }) => `${who} sent it again to ${addresses.join(', ')}`,
  'mailbox.added': ({ address }, { who }) => `${who} added the mailbox ${address}`,
  'mailbox.changed': ({ address }, { who }) => `${who} changed the mailbox ${address}`,
  'mailbox.closed': ({ address }, { who }) => `${who} closed the mailbox ${address}`,
  'mailbox.in_trouble': ({ address, error }) => `The mailbox ${address} does not answer${because(error)}`,
  'chat.address_given': ({ email }, { who }) => `${who} gave the address ${email} in the chat; nobody has verified it yet`,
  'chat.address_proven': ({ email }, { who }) => `${who} confirmed ${email} with the code`,
  'chat.mailed_unread': () => 'The reply was not read in the chat: it went by e-mail',
  'page.rated': ({ score, words, isChange }, { who }) => `${who} ${isChange ? 'changed the rating' : 'gave a rating'}: ${score} out of 5${words === null ? '' : `, “${words}”`}`,
  'survey.asked': ({ name, way }) => (way === 'mail' ? `Asked for an opinion by e-mail: “${name}”` : `Asked for an opinion on the customer’s page: “${name}”`),
  'survey.answered': ({ name, isComplete, low }, { who }) => `${who} answered the survey “${name}”${isComplete ? '' : ', not to the end'}${low === null ? '' : ', and is not content'}`,
  'survey.low_followed': ({ name, score, outOf, became }) => `${became === 'joined' ? 'The answers came into the case' : 'A case was opened for the answers'} to the survey “${name}”${score === null || outOf === null ? '' : `: ${score} of ${outOf}`}`,
  'page.said_unsolved': (_, { who }) => `${who} says on their page that it is not solved`,
  'opportunity.prepared': ({ department }, { who }) => `${who} hands an opportunity to ${department.name}; it can still be undone`,
  'opportunity.taken_back': (_, { who }) => `${who} took the opportunity back before it left`,
  'opportunity.handed_over': ({ department, dueAt }, { when }) => `${department.name} has the opportunity; somebody takes it by ${when(dueAt)}`,
  'opportunity.read': ({ by, department }) => `${by}, ${department.name}, read the opportunity`,
  'opportunity.taken': ({ by, dueAt, insteadOf }, { when }) => `${by} has the opportunity${insteadOf === null ? '' : ` in place of ${insteadOf}`}; what came of it by ${when(dueAt)}`,
  'opportunity.let_go': ({ by, department }) => `${by} leaves the opportunity to the colleagues of ${department.name}`,
  'opportunity.won': ({ by, wonCents }) => `${by}: the opportunity was won${wonCents === null ? '' : `, ${sayCents(wonCents, 'en')}`}`,
  'opportunity.lost': ({ by, reason }) => `${by}: the opportunity was lost (${lost[reason]})`,
  'opportunity.came_to_nothing': ({ by }) => `${by}: nothing came of the opportunity`,
  'opportunity.reopened': ({ by, dueAt }, { when }) => `${by}: the opportunity is awaited again, by ${when(dueAt)}`,
  'opportunity.late': ({ department, toNames, awaited }) => `${department.name} did not say in time ${awaited === 'taking' ? 'who has the opportunity' : 'what came of the opportunity'}: told ${toNames.join(', ')}`,
};
