import { plus, second, type Instant } from '#base/clock.ts';
import type { InputOf } from '#base/contract.ts';
import { newToken } from '#base/secrets.ts';
import * as chat from '#channels/chat/contract.ts';
import type { Days } from '../days.ts';
import { at, does, replies, takes, thread, type Scene, type Stage, type Thread } from '../play.ts';
import { customerOfCase } from '../queries.ts';

/** A visitor of the site, and what opens their conversation. */
interface Visitor {
  readonly thread: Thread;
  readonly secret: string;
  readonly name: string;
  readonly email: string;
  lines: number;
}

const visitor = (name: string, email: string): Visitor => ({ thread: thread(`${name} <${email}>`), secret: newToken(), name, email, lines: 0 });

let key = '';

const opensChat = (body: InputOf<typeof chat.openEntrance>['body']) => does('marta', async (ask) => {
  key = (await ask(chat.openEntrance, { body })).key;
});

const begins = (who: Visitor, text: string) => async (stage: Stage): Promise<void> => {
  const { name, email, secret } = who;
  await stage.visitor(chat.startTalk, { params: { key }, body: { secret, language: 'it', clientId: 'demo-line-0', text, name, email } });
  const opened = await stage.services.db.selectFrom('chat_conversations').orderBy('started_at', 'desc').select('case_id').executeTakeFirstOrThrow();
  who.thread.id = opened.case_id ?? '';
  who.thread.customerId = await customerOfCase(stage.services.db, who.thread.id);
};

const goesOn = (who: Visitor, text: string) => async (stage: Stage): Promise<void> => {
  who.lines += 1;
  await stage.visitor(chat.addLine, { params: { secret: who.secret }, body: { clientId: `demo-line-${who.lines}`, text } });
};

const reads = (who: Visitor) => async (stage: Stage): Promise<void> => {
  const { lines } = await stage.visitor(chat.readTalk, { params: { secret: who.secret } });
  await stage.visitor(chat.noteRead, { params: { secret: who.secret }, body: { upTo: lines.at(-1)?.id ?? '' } });
};

/** The chat on Casa Lumina's site: a question that was settled in two minutes, and one that waits since a moment ago. */
export const onTheSite = (days: Days): Scene[] => {
  const fabio = visitor('Fabio Brivio', 'fabio.brivio@posta.example');
  const laura = visitor('Laura Pirola', 'laura.pirola@posta.example');
  const began = days.day(1, '11:18');
  const after = (seconds: number): Instant => plus(began, seconds * second);
  const greeting = { it: 'Buongiorno, qui c’è una persona. Come possiamo aiutarla?', en: 'Hello, there is a person here. How can we help?' };
  const awayWords = { it: 'Adesso non c’è nessuno, ma ci scriva pure: le rispondiamo qui e per e-mail.', en: 'Nobody is here right now, but do write: we answer here and by e-mail.' };
  return [
    at(days.day(6, '09:10'), async (stage) => opensChat({ name: 'Negozio online', departmentId: stage.company.departments.servizio, origins: ['https://www.casalumina.example'], greeting, awayWords })(stage)),
    at(began, begins(fabio, 'Buongiorno, la Navigli si può accorciare? Ho il soffitto a 2,40')),
    at(after(9), goesOn(fabio, 'il cavo intendo')),
    at(after(21), takes(fabio.thread, 'chiara')),
    at(after(34), replies(fabio.thread, 'chiara', { act: 'asks', text: 'Buongiorno Fabio, sì: il cavo si accorcia senza tagliarlo. Che altezza le serve dal tavolo?' })),
    at(after(40), reads(fabio)),
    at(after(58), goesOn(fabio, 'Una settantina di centimetri')),
    at(after(80), replies(fabio.thread, 'chiara', { act: 'resolves', text: 'Perfetto: il morsetto sotto il rosone blocca il cavo a qualsiasi misura, per 70 cm dal tavolo lo fissi a 95 cm dal soffitto. È alla pagina 4 del libretto.' })),
    at(after(88), reads(fabio)),
    at(after(97), goesOn(fabio, 'Grazie mille!')),
    at(days.ago(4), begins(laura, 'Ciao! Se ordino oggi la Brera in noce, arriva per sabato? È un regalo')),
  ];
};
