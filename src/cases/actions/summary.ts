import type { Reader } from '#base/db/db.ts';
import { defineTexts, type Language } from '#base/texts.ts';

const texts = defineTexts({
  it: {
    opened: (who: string, subject: string) => `${who} ci ha scritto: «${subject}».`,
    counts: (came: number, went: number) => `Finora ${came === 1 ? 'un messaggio' : `${came} messaggi`} dal cliente e ${went === 1 ? 'una risposta nostra' : `${went} risposte nostre`}.`,
    chases: (count: number) => (count === 1 ? 'Ha già sollecitato una volta.' : `Ha già sollecitato ${count} volte.`),
    last: (who: string, words: string) => `L’ultima parola è di ${who}: «${words}».`,
  },
  en: {
    opened: (who: string, subject: string) => `${who} wrote to us: “${subject}”.`,
    counts: (came: number, went: number) => `So far ${came === 1 ? 'one message' : `${came} messages`} from the customer and ${went === 1 ? 'one reply' : `${went} replies`} of ours.`,
    chases: (count: number) => (count === 1 ? 'They have chased us once.' : `They have chased us ${count} times.`),
    last: (who: string, words: string) => `The last word is ${who}’s: “${words}”.`,
  },
});

const excerpt = 160;

/** What a colleague must know to take over, from the facts of the case: who, what about, how often, and the last word. */
export const summaryOf = async (reader: Reader, caseId: string, language: Language): Promise<string> => {
  const found = await reader
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .where('cases.id', '=', caseId)
    .select(['cases.subject', 'cases.chases', 'customers.name'])
    .executeTakeFirstOrThrow();
  const messages = await reader.selectFrom('messages').where('case_id', '=', caseId).orderBy('at').orderBy('id').select(['direction', 'text', 'author_name']).execute();
  const say = texts[language];
  const last = messages.at(-1);
  const came = messages.filter((message) => message.direction === 'in').length;
  return [
    say.opened(found.name, found.subject),
    say.counts(came, messages.length - came),
    ...(found.chases > 0 ? [say.chases(found.chases)] : []),
    ...(last === undefined ? [] : [say.last(last.author_name, last.text.replaceAll(/\s+/gu, ' ').slice(0, excerpt))]),
  ].join(' ');
};
