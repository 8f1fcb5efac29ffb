import type { HandledOf, OutputOf } from '#base/contract.ts';
import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { ContactReceived, Intake } from '#channels/intake.ts';
import { filedMessage } from '../filed-message.ts';
import { openCasesOf } from '../open-cases.ts';
import { customerById, customerByIdentity } from '#customers/index.ts';
import { normaliseIdentity } from '#customers/rules.ts';
import type { logCall, whoCalls } from './contract.ts';
import * as queries from './queries.ts';
import { caseOfCall } from './rules.ts';

type Call = HandledOf<typeof logCall>['body'];
type From = ContactReceived['from'];

/** Who has this number, and what they wait for. Half a number is nobody yet, and no error: it is asked while somebody types. */
export const whoHasNumber = async (reader: Reader, typed: string): Promise<OutputOf<typeof whoCalls>> => {
  const number = normaliseIdentity('phone', typed);
  if (isRefusal(number)) return { number: null, customer: null, openCases: [] };
  const customer = await customerByIdentity(reader, 'phone', number);
  if (customer === undefined) return { number, customer: null, openCases: [] };
  const [company, openCases] = await Promise.all([queries.companyNameOf(reader, customer.id), openCasesOf(reader, customer.id)]);
  return { number, customer: { id: customer.id, name: customer.name, company }, openCases };
};

/** Notes a call on the case that it is about, or refuses with the cases to choose from. */
export const noteCall = async (work: Work, intake: Intake, call: Call): Promise<OutputOf<typeof logCall> | Refusal> => {
  const caller = await callerOf(work, call);
  if (isRefusal(caller)) return caller;
  const open = caller.customerId === null ? [] : await openCasesOf(work.tx, caller.customerId);
  const caseId = caseOfCall(call.caseId, open);
  if (isRefusal(caseId)) return caseId;
  if (caseId !== null) await refuseUnknownCase(work, caseId);
  const filed = await intake.contact(work, {
    channel: 'phone',
    at: call.at === undefined ? work.now : new Date(call.at),
    from: caller.from,
    subject: null,
    text: call.text,
    folded: '',
    html: null,
    files: [],
    language: null,
    departmentId: null,
    answers: caseId === null ? null : { caseId, proof: 'chosen' },
    rawMailId: null,
    isAutomatic: false,
    loggedBy: work.actor.id,
  });
  const { number, isChase, chases } = await filedMessage(work.tx, filed.messageId);
  return { caseId: filed.caseId, caseNumber: number, messageId: filed.messageId, became: filed.became, isChase, chases };
};

/** Whoever called: the customer that was chosen, else whoever has the number, else somebody new with that number. */
const callerOf = async (work: Work, call: Call): Promise<{ customerId: string | null; from: From } | Refusal> => {
  const number = call.number === undefined ? null : normaliseIdentity('phone', call.number);
  if (call.customerId !== undefined) {
    const customer = await customerById(work.tx, call.customerId);
    const known = await queries.numberOf(work.tx, call.customerId);
    if (customer === undefined || known === undefined) throw new NotFound();
    return { customerId: customer.id, from: { kind: known.kind as From['kind'], value: known.value, name: call.name ?? customer.name } };
  }
  if (number === null || isRefusal(number)) return number ?? refuse('identity.not_a_number', { value: '' });
  const customer = await customerByIdentity(work.tx, 'phone', number);
  return { customerId: customer?.id ?? null, from: { kind: 'phone', value: number, name: call.name ?? customer?.name ?? '' } };
};

const refuseUnknownCase = async (work: Work, caseId: string): Promise<void> => {
  const found = await work.tx.selectFrom('cases').where('id', '=', caseId).select('id').executeTakeFirst();
  if (found === undefined) throw new NotFound();
};
