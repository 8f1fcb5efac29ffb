import { newId } from '#base/ids.ts';
import type { Work } from '#base/work.ts';
import type { Channel } from '#channels/contract.ts';
import type { ContactReceived } from '#channels/intake.ts';
import { caseEvents } from '../contract.ts';
import { caseById, lockCase, survivorOf, type LoadedCase } from '../queries/case.ts';
import { openCasesOf, takesPart } from '../queries/messages.ts';
import { casesByNumber, openCasesAboutOrders } from '../queries/named.ts';
import { insertSuggestions } from '../queries/suggestions.ts';
import { casesNamedIn, isOpen, ordersNamedIn } from '../rules.ts';

export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
}

export interface Proven {
  readonly found: LoadedCase;
  readonly isThirdParty: boolean;
}

/** Where whoever writes also reads the answers. Who they say they are proves nothing there: joined to that person's case, they would read on. */
const readsAnswersThere: ReadonlySet<Channel> = new Set(['chat']);

/** The case that a contact belongs to for certain, or null: the one it answers, else the writer's own that its words name. */
export const provenCase = async (work: Work, contact: ContactReceived, writer: Writer): Promise<Proven | null> => {
  if (contact.answers === null) return contact.isAutomatic || writer.isNew || readsAnswersThere.has(contact.channel) ? null : ownCaseNamed(work, contact, writer);
  const found = await lockCase(work.tx, await survivorOf(work.tx, contact.answers.caseId));
  if (found === undefined) return null;
  const takesPartInIt = await takesPart(work.tx, found.id, writer.id, contact.from.value);
  // Somebody who quotes one of our Message-IDs has seen a message; that is no invitation to write into the case.
  if (contact.answers.proof === 'message_id' && !takesPartInIt) return null;
  return { found, isThirdParty: !takesPartInIt };
};

const wordsOf = ({ subject, text }: ContactReceived): string => `${subject ?? ''}\n${text}`;

/** "C-10012" from its own customer: who they are and what they name agree. From anybody else it is only a number. */
const ownCaseNamed = async (work: Work, contact: ContactReceived, writer: Writer): Promise<Proven | null> => {
  for (const id of await casesByNumber(work.tx, casesNamedIn(wordsOf(contact)))) {
    const found = await lockCase(work.tx, await survivorOf(work.tx, id));
    if (found !== undefined && isOpen(found.status) && found.customerId === writer.id) return { found, isThirdParty: false };
  }
  return null;
};

/** The case that a stranger's message claims to answer: proposed to a person, never joined. */
export const doubted = async (work: Work, contact: ContactReceived): Promise<LoadedCase | null> =>
  contact.answers === null ? null : ((await lockCase(work.tx, await survivorOf(work.tx, contact.answers.caseId))) ?? null);

type Reason = 'same_customer' | 'quotes_our_message' | 'answers_an_old_case' | 'names_case' | 'names_order' | 'same_name_waits' | 'answers_post';
/** More than these is a list that nobody reads. */
const mostSuggestions = 3;

/** Proposes what a new case may belong to, each with its reasons in the order in which they weigh. True where there is any. */
export const suggest = async (work: Work, caseId: string, { contact, writer, doubt }: { contact: ContactReceived; writer: Writer; doubt: LoadedCase | null }): Promise<boolean> => {
  const reasons = new Map<string, Reason[]>();
  const add = (otherId: string, reason: Reason) => reasons.set(otherId, [...new Set([...(reasons.get(otherId) ?? []), reason])]);
  if (doubt !== null) add(doubt.id, isOpen(doubt.status) ? 'quotes_our_message' : 'answers_an_old_case');
  else await addLikely(work, caseId, { contact, writer, add });
  reasons.delete(caseId);
  const likely = [...reasons].slice(0, mostSuggestions);
  const written = await insertSuggestions(work.tx, likely.map(([otherId, why]) => ({ id: newId(work.now), caseId, otherId, reasons: why, at: work.now })));
  for (const [otherId, why] of likely) {
    if (!written.has(otherId)) continue;
    const other = await caseById(work.tx, otherId);
    if (other !== undefined) work.emit(caseEvents['case.join_suggested'](caseId, { otherId, otherNumber: other.number, reasons: why }));
  }
  return likely.length > 0;
};

interface Adding {
  readonly contact: ContactReceived;
  readonly writer: Writer;
  add(otherId: string, reason: Reason): void;
}

const addLikely = async (work: Work, caseId: string, { contact, writer, add }: Adding): Promise<void> => {
  const words = wordsOf(contact);
  for (const id of await casesByNumber(work.tx, casesNamedIn(words))) {
    const otherId = await survivorOf(work.tx, id);
    const other = await caseById(work.tx, otherId);
    if (other !== undefined && isOpen(other.status)) add(otherId, 'names_case');
  }
  const own = writer.isNew ? [] : await openCasesOf(work.tx, writer.id, caseId);
  for (const { id } of own) add(id, 'same_customer');
  // Whoever we know has their own cases; looking through everybody's subjects for each of their mails would be for nothing.
  if (own.length === 0) for (const id of await openCasesAboutOrders(work.tx, ordersNamedIn(words), caseId)) add(id, 'names_order');
  for (const { caseId: otherId, because } of contact.mayBelongTo ?? []) add(otherId, because);
};
