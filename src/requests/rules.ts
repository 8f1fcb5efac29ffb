/**
 * Law 4: asked, not tossed. A department that is asked something has the working time of its agreement, in its own calendar, and
 * the case keeps its owner.
 *
 * A request that stays without an answer climbs by itself, always at an hour when the department works. First it is reminded: a
 * quarter of the agreed time before it is due, but at least one working hour before, and never in the first half of its time. Of
 * four hours that is one hour before, of sixteen hours four. At the due instant itself the head of the department hears, and the
 * owner of the case. Half of the agreed time later, at least one and at most four working hours, the directors hear. A reminder
 * that would come when the answer is late already is left out; and nobody's superior hears less than that time after the head did.
 *
 * The clock of the department stands still for one reason only: it has asked us something back. When we answer, everything that
 * lies ahead moves by exactly the working time that the question was open, so a question neither gives time nor costs any. The
 * clock of the customer does not stand still for that, nor for anything else.
 *
 * An answer that does not answer is sent back and never stopped that clock: it runs on from where it stood (rules/send-back.ts says
 * what is fair where the answer lay with us). A colleague who says "I have it" is shown to all; that stops no clock either.
 *
 * Law 5: "not ours" needs a reason and whose it is. It settles the request, and hands the choice back to the owner.
 */
export { askDepartment, isDoubleTap, plannedClimbs, type AskRefusal, type Asked, type AskedDepartment } from './rules/ask.ts';
export { directorsAfter, nextClimb, reminderAhead, whenNext, type Step } from './rules/ladder.ts';
export { mayRemind, type RemindRefusal } from './rules/remind.ts';
export { resume } from './rules/pause.ts';
export { isLate, isOpen, settledAt, stateOf, type RequestTimes } from './rules/state.ts';
export { mayAnswer, mayRefuse, maySpeak, saysTheSame, type AnswerRefusal, type Said, type SpeakRefusal } from './rules/answer.ts';
export { maySendBack, openAgain, stillMissing, type SendBackRefusal, type StillMissing } from './rules/send-back.ts';
export { agreementFor, type ArrangeRefusal } from './rules/agreement.ts';
export { fieldsToMend, fillFields, mayAskWith, tableOf, type FillRefusal, type KnownOfCase } from './rules/template.ts';
export { attributeTime, type Held, type HeldFact, type HeldPart, type Holder } from './rules/held.ts';
export { mayTake, type TakeRefusal } from './rules/take.ts';
export { mayAnswerByMail, readMail } from './rules/mail.ts';
export { closingsBetween, localDateAt } from './rules/closings.ts';
