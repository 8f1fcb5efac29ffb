import type { Reader } from '#base/db/db.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import type { Instant } from '#base/clock.ts';
import { sayInstant } from '#calendar/words.ts';
import { companyOf } from '#people/index.ts';
import { standingKinds, standingOf } from '../rules.ts';

const texts = defineTexts({
  it: {
    opened: (who: string, subject: string) => `${who} ci ha scritto: «${subject}».`,
    counts: (came: number, went: number) => `Finora ${came === 1 ? 'un messaggio' : `${came} messaggi`} dal cliente e ${went === 1 ? 'una risposta nostra' : `${went} risposte nostre`}.`,
    chases: (count: number) => (count === 1 ? 'Ha già sollecitato una volta.' : `Ha già sollecitato ${count} volte.`),
    last: (who: string, words: string) => `L’ultima parola è di ${who}: «${words}».`,
    promised: (what: string, when: string) => `Abbiamo promesso: «${what}» entro ${when}.`,
    broken: (what: string, when: string) => `Non abbiamo mantenuto: «${what}», era per ${when}.`,
    asked: (department: string, when: string) => `Aspettiamo ${department}, che deve rispondere entro ${when}.`,
    next: (when: string) => `Il cliente risente qualcosa entro ${when}.`,
  },
  en: {
    opened: (who: string, subject: string) => `${who} wrote to us: “${subject}”.`,
    counts: (came: number, went: number) => `So far ${came === 1 ? 'one message' : `${came} messages`} from the customer and ${went === 1 ? 'one reply' : `${went} replies`} of ours.`,
    chases: (count: number) => (count === 1 ? 'They have chased us once.' : `They have chased us ${count} times.`),
    last: (who: string, words: string) => `The last word is ${who}’s: “${words}”.`,
    promised: (what: string, when: string) => `We promised “${what}” by ${when}.`,
    broken: (what: string, when: string) => `We broke “${what}”, due ${when}.`,
    asked: (department: string, when: string) => `We wait for ${department}, who owe an answer by ${when}.`,
    next: (when: string) => `The customer hears next by ${when}.`,
  },
});

const excerpt = 160;

/** What a colleague must know to take over: who, what about, how often; what we owe and are owed, from the events; the last word. */
export const summaryOf = async (reader: Reader, caseId: string, language: Language, now: Instant): Promise<string> => {
  const found = await reader
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .where('cases.id', '=', caseId)
    .select(['cases.subject', 'cases.chases', 'cases.next_update_due_at as nextUpdateDueAt', 'customers.name'])
    .executeTakeFirstOrThrow();
  const messages = await reader.selectFrom('messages').where('case_id', '=', caseId).orderBy('at').orderBy('id').select(['direction', 'text', 'author_name']).execute();
  const say = texts[language];
  const last = messages.at(-1);
  const came = messages.filter((message) => message.direction === 'in').length;
  const { timeZone } = await companyOf(reader);
  const when = (at: Date): string => sayInstant(at, { now, timeZone, language, style: 'label' });
  const { promises, asked } = standingOf(await reader.selectFrom('events').where('case_id', '=', caseId).where('kind', 'in', [...standingKinds]).orderBy('id').select(['kind', 'data']).execute());
  return [
    say.opened(found.name, found.subject),
    say.counts(came, messages.length - came),
    ...(found.chases > 0 ? [say.chases(found.chases)] : []),
    ...promises.map(({ text, dueAt, isBroken }) => (isBroken ? say.broken : say.promised)(text, when(dueAt))),
    ...asked.map(({ department, dueAt }) => say.asked(department, when(dueAt))),
    ...(found.nextUpdateDueAt === null ? [] : [say.next(when(found.nextUpdateDueAt))]),
    ...(last === undefined ? [] : [say.last(last.author_name, last.text.replaceAll(/\s+/gu, ' ').slice(0, excerpt))]),
  ].join(' ');
};
