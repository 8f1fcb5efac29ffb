import * as cases from '#cases/contract.ts';
import { openMail, storeRaw } from '#channels/email/index.ts';
import * as surveys from '#surveys/contract.ts';
import { rawMail, serviceAddress, type World } from '#test/world.ts';

const both = (it: string, en: string) => ({ it, en });

/** What Casa Lumina asks after a case: how it went, and to those who are not content why. */
export const afterTheCase: surveys.Content = {
  title: both('Com’è andata con noi?', 'How did we do?'),
  intro: both('Bastano due domande, per capire che cosa fare meglio.', 'Two questions, to know what to do better.'),
  questions: [
    { key: 'how', kind: 'csat', words: both('Quanto è soddisfatta o soddisfatto di come abbiamo seguito il caso?', 'How satisfied are you with how we handled your case?'), choices: [], isNeeded: true, onlyIf: null },
    { key: 'why', kind: 'text', words: both('Che cosa non ha funzionato?', 'What went wrong?'), choices: [], isNeeded: false, onlyIf: { question: 'how', is: 'at_most', value: 3 } },
    { key: 'wish', kind: 'text', words: both('Che cosa vorrebbe trovare da noi?', 'What would you like to find with us?'), choices: [], isNeeded: false, onlyIf: { question: 'how', is: 'at_least', value: 4 } },
  ],
  thanks: both('Le Sue parole arrivano a chi ha seguito il caso.', 'Your words reach whoever looked after your case.'),
};

export const byMail = { ways: { mail: true, page: false, link: false, widget: false } };

/** Written and started by the lead. */
export const startedSurvey = async (world: World, rule: object = {}, content = afterTheCase): Promise<string> => {
  const marta = await world.as('marta');
  const { id } = await marta.call(surveys.writeSurvey, { body: { name: 'Dopo il caso', content, rule: { ...byMail, ...rule } } });
  await marta.call(surveys.startSurvey, { params: { id } });
  return id;
};

/** A case of each of these customers that Giulia has taken, answered and resolved; their ids in that order. */
export const resolvedCases = async (world: World, from: readonly string[], text = 'Buongiorno, manca un collo.'): Promise<string[]> => {
  for (const one of from) {
    await storeRaw(world.app.services, { raw: rawMail({ from: one, subject: 'Un collo manca', text }), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  }
  await world.app.sweep();
  const rows = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(from.length).execute();
  const giulia = await world.as('giulia');
  for (const { id } of rows) {
    await giulia.call(cases.takeCharge, { params: { id } });
    await giulia.call(cases.sendReply, { params: { id }, body: { act: 'resolves', text: 'Gentile cliente, il collo arriva domani. Cordiali saluti, Giulia Serra', seenEventId: 1_000_000, undoSeconds: 0 } });
  }
  await world.app.sweep();
  return rows.map(({ id }) => id).toReversed();
};

export const resolvedCase = async (world: World, from: string, text?: string): Promise<string> => (await resolvedCases(world, [from], text))[0] ?? '';

/** The addresses that the mails of a survey carry, by who got them: one for each answer of the first question. */
export const askedByMail = async (world: World): Promise<Map<string, string[]>> => {
  const rows = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('purpose', '=', 'survey').orderBy('outbox.id').select(['mail', 'address']).execute();
  return new Map(rows.map(({ mail, address }) => [address, (openMail(world.app.services.secrets, mail).choices?.list ?? []).map(({ url }) => url)]));
};

export interface PageSeen {
  readonly status: number;
  readonly html: string;
  /** Where it led. */
  readonly at: string;
}

/** Opens an address as a browser without script does, and follows where it is sent on. */
export const open = async (world: World, address: string): Promise<PageSeen> => {
  const { pathname, search } = new URL(address, 'https://presa.example');
  const answer = await world.app.http.inject({ method: 'GET', url: pathname + search });
  const { location } = answer.headers;
  return typeof location === 'string' ? open(world, location) : { status: answer.statusCode, html: answer.body, at: pathname + search };
};

/** Sends the form of a page that was opened. */
export const fill = async (world: World, page: Pick<PageSeen, 'html'>, fields: Readonly<Record<string, string | readonly string[]>>): Promise<PageSeen> => {
  const action = /<form method="post" action="([^"]+)"/u.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
  const question = /name="q" value="([^"]+)"/u.exec(page.html)?.[1];
  if (action === undefined) throw new Error(`There is no form on the page: ${page.html.replaceAll(/<[^>]+>/gu, ' ').slice(-400)}`);
  const body = new URLSearchParams(question === undefined ? {} : { q: question });
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const answer = await world.app.http.inject({ method: 'POST', url: action, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: body.toString() });
  const { location } = answer.headers;
  return typeof location === 'string' ? open(world, location) : { status: answer.statusCode, html: answer.body, at: action };
};

/** Answers a survey to its end: the score, and words where they are asked for. */
export const answers = async (world: World, address: string, score: number, words = ''): Promise<PageSeen> => {
  const first = await open(world, address);
  const second = await fill(world, first, { act: 'next', a: String(score) });
  const review = await fill(world, second, { act: 'next', a: words });
  return fill(world, review, { act: 'finish' });
};
