import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import * as cases from '#cases/contract.ts';
import { sendMail, storeRaw } from '#channels/email/index.ts';
import * as heard from '#channels/heard/contract.ts';
import { authenticate } from '#people/index.ts';
import * as surveys from '#surveys/contract.ts';
import * as voices from '#voices/contract.ts';
import { openHttpApp } from '../src/app/http.ts';
import { sweepAll } from '../src/app/sweep-all.ts';
import { clientOf, type Client } from './client.ts';
import { killAlong } from './kill/along.ts';
import { openGrounds, seedOfRun, until, type Installation } from './kill/grounds.ts';
import { recipients, since, totals } from './kill/looked-at.ts';
import { startSink, type Sink } from './kill/mail-server.ts';
import { scripts } from './kill/program.ts';
import { seeded, type Seeded } from './kill/seeded.ts';
import { freshDatabase } from './postgres.ts';
import { signInForTests } from './sign-in.ts';
import { afterTheCase, byMail } from './survey-tale.ts';
import { rawMail, serviceAddress } from './world.ts';

/**
 * What leaves or comes in by itself, many at a time, while the program is killed with -9 again and again: letters that tell customers what
 * was decided, the questions of a survey, a file of reviews. One company for all three; in between nothing runs but the test.
 */
const grounds = openGrounds();
const seed = seedOfRun();
const random: Seeded = seeded(seed);
const customers = Array.from({ length: 40 }, (_, place) => ({ name: `Cliente ${place}`, address: `cliente-${place}@posta.example` }));
const everybody = new Map(customers.map(({ address }) => [address, 1]));

let presa: Installation;
let sink: Sink;
let people: Record<'giulia' | 'marta' | 'anna', Client>;
let caseIds: string[];

const signedIn = async (): Promise<typeof people> => {
  const { http, close } = await openHttpApp(presa.services, authenticate(presa.services));
  grounds.afterwards(close);
  const as = async (person: keyof typeof people): Promise<Client> => clientOf(http, await signInForTests(presa.services, presa.people[person].id), 'it');
  return { giulia: await as('giulia'), marta: await as('marta'), anna: await as('anna') };
};

/** Every hour of every day is an opening hour: nobody is asked at night otherwise, and the clock of a program that is killed is the real one. */
const neverClose = async (): Promise<void> => {
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [{ from: '00:00', to: '24:00' }]]));
  await presa.services.db.updateTable('calendars').set({ week: JSON.stringify(week) }).execute();
};

beforeAll(async () => {
  const database = await freshDatabase();
  grounds.afterwards(() => database.drop());
  sink = await startSink();
  grounds.afterwards(() => sink.close());
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none' as const, user: '', password: '' };
  presa = await grounds.install({ script: scripts.mailParts, connection: database.connection, servers: { imap: null, smtp }, env: { KILL_SWEEPS_EVERY: '0.1' } });
  people = await signedIn();
  await neverClose();
  for (const { name, address } of customers) {
    const raw = rawMail({ from: `${name} <${address}>`, subject: 'Il cavo', text: 'Peccato che il cavo sia così corto.', messageId: `${seed}-${address}` });
    await storeRaw(presa.services, { raw, via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  }
  await sweepAll(presa.services);
  caseIds = (await presa.services.db.selectFrom('cases').orderBy('number').select('id').execute()).map(({ id }) => id);
}, 120_000);
afterAll(() => grounds.clear(), 60_000);

const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => (await query.execute(presa.services.db)).rows[0]!.n;

/** What was with a server when the program died is held for a person, a quarter of an hour later; that has passed now. */
const heldByNow = async (what: 'reply' | 'survey'): Promise<string[]> => {
  await presa.program.kill();
  await sql`update outbox_recipients set claimed_at = claimed_at - interval '16 minutes' where state = 'sending'`.execute(presa.services.db);
  await sendMail(presa.services);
  return (await recipients(presa.services.db)).filter(({ purpose, state }) => purpose === what && state === 'held').map(({ address }) => address);
};

const allHasLeft = (): Promise<void> =>
  until('all mail has left', 30_000, async () => (await totals(presa.services.db)).waiting === 0 && (await recipients(presa.services.db)).every(({ state }) => state !== 'waiting'));

/** Of the deaths, those that hit the middle; a run in which none did would show nothing. */
const expectInTheMiddle = (deaths: readonly number[], all: number): void => {
  expect(deaths.filter((at) => at > 0 && at < all).length).toBeGreaterThanOrEqual(2);
};

/** Captured from every case into one theme, taken by Anna, read, and let go. */
const letGoOfLetters = async (): Promise<string> => {
  let themeId: string | undefined;
  for (const { id, case_id: caseId } of await presa.services.db.selectFrom('messages').where('direction', '=', 'in').orderBy('at').select(['id', 'case_id']).execute()) {
    const into = themeId === undefined ? { newTheme: { title: 'Cavo più lungo', product: 'Lumina 3' } } : { themeId };
    themeId = (await people.giulia.call(voices.captureOnCase, { params: { id: caseId }, body: { messageId: id, from: 0, to: 34, kind: 'suggestion', ...into } })).theme!.id;
  }
  const params = { id: themeId! };
  await people.marta.call(voices.handTheme, { params, body: { memberId: presa.people.anna.id, why: 'È il tuo prodotto.' } });
  await people.anna.call(voices.takeTheme, { params, body: { doerDepartmentId: presa.departments.prodotto, shipsBy: '2099-03-08', words: 'La Lumina 3 avrà un cavo di tre metri.' } });
  await people.anna.call(voices.releaseLetters, { params, body: { undoSeconds: 0 } });
  return params.id;
};

test('letters of a decision: every customer is told once, as the mail server sees it, and who is in doubt stands in the list', { timeout: 120_000 }, async () => {
  const themeId = await letGoOfLetters();
  const before = new Map(sink.taken);
  const settled = () => count(sql`select count(*)::int as n from loop_letters where outcome is not null`);
  const deaths = await killAlong({ program: presa.program, random, done: settled, all: customers.length, kills: 5 });
  await until('every letter is settled', 30_000, async () => (await settled()) === customers.length);
  await allHasLeft();
  const held = await heldByNow('reply');
  expectInTheMiddle(deaths, customers.length);

  const told = since(before, sink.taken);
  expect([...told.values()].filter((times) => times !== 1)).toEqual([]);
  const missing = customers.filter(({ address }) => !told.has(address));
  expect(missing.filter(({ address }) => !held.includes(address))).toEqual([]);
  const { items } = await people.anna.call(voices.listLetters, { params: { id: themeId }, query: { state: 'not_told' } });
  expect(items.map(({ customer, reason }) => `${customer.name}: ${reason}`).toSorted()).toEqual(customers.filter(({ address }) => held.includes(address)).map(({ name }) => `${name}: delivery_failed`).toSorted());
  process.stdout.write(`letters: killed at ${deaths.join(', ')} of ${customers.length}; in doubt ${held.length}, of which not arrived ${missing.length}\n`);

  // Somebody looks which of those arrived, and lets the others go once more.
  const notArrived = items.filter(({ customer }) => missing.some(({ name }) => name === customer.name));
  for (const { id } of notArrived) await people.anna.call(voices.returnLetter, { params: { id } });
  if (notArrived.length > 0) await people.anna.call(voices.releaseLetters, { params: { id: themeId }, body: { undoSeconds: 0 } });
  await sweepAll(presa.services);
  expect(since(before, sink.taken)).toEqual(everybody);
  expect(presa.program.defects).toEqual([]);
});

/** Giulia resolves every case; whoever is asked about it is due now. */
const resolveAll = async (): Promise<void> => {
  const { id } = await people.marta.call(surveys.writeSurvey, { body: { name: 'Dopo il caso', content: afterTheCase, rule: { ...byMail, afterHours: 1 } } });
  await people.marta.call(surveys.startSurvey, { params: { id } });
  for (const caseId of caseIds) {
    await people.giulia.call(cases.takeCharge, { params: { id: caseId } });
    await people.giulia.call(cases.sendReply, { params: { id: caseId }, body: { act: 'resolves', text: 'Gentile cliente, il cavo lungo è in arrivo. Cordiali saluti, Giulia Serra', seenEventId: 1_000_000, undoSeconds: 0 } });
  }
  await sweepAll(presa.services);
  await presa.services.db.updateTable('survey_invitations').set({ due_at: presa.services.clock.now() }).execute();
};

test('a survey: every customer is asked once', { timeout: 120_000 }, async () => {
  await resolveAll();
  const before = new Map(sink.taken);
  const asked = () => count(sql`select count(*)::int as n from survey_invitations where settled_at is not null`);
  const deaths = await killAlong({ program: presa.program, random, done: asked, all: customers.length, kills: 3 });
  await until('everybody is asked', 30_000, async () => (await asked()) === customers.length);
  await allHasLeft();
  const held = await heldByNow('survey');
  expectInTheMiddle(deaths, customers.length);

  const taken = since(before, sink.taken);
  expect([...taken.values()].filter((times) => times !== 1)).toEqual([]);
  expect(customers.filter(({ address }) => !taken.has(address) && !held.includes(address))).toEqual([]);
  const { db } = presa.services;
  expect(await db.selectFrom('survey_invitations').where('not_asked_because', 'is not', null).select('not_asked_because').execute()).toEqual([]);
  expect(await db.selectFrom('outbox').where('purpose', '=', 'survey').select('id').execute()).toHaveLength(customers.length);
  process.stdout.write(`survey: killed at ${deaths.join(', ')} of ${customers.length}; in doubt ${held.length}\n`);
  expect(presa.program.defects).toEqual([]);
});

const heads = 'Data;Nome;Utente;Voto;Recensione;Link';
const [lines, knownEvery, badEvery] = [200, 20, 40];
const isBad = (place: number): boolean => place % badEvery === badEvery - 1;
const isKnown = (place: number): boolean => !isBad(place) && place % knownEvery === knownEvery - 1;

/** Some stand there twice, some cannot be read, some are by the same hand. */
const reviews = (): string =>
  [heads, ...Array.from({ length: lines }, (_, place) => {
    const said = isKnown(place) ? place - 1 : place;
    return `23/11/2026;Nome ${said % 90};utente.${said % 90};${isBad(place) ? 'nove' : (said % 5) + 1};Recensione numero ${said}.;https://it.trustpilot.com/reviews/k-${said}`;
  })].join('\r\n');

const bringIn = async (): Promise<string> => {
  const detail = await people.marta.call(heard.uploadImport, { body: { name: 'recensioni.csv', base64: Buffer.from(reviews()).toString('base64') } });
  const { mapping, dateOrder, channel } = detail.reading;
  await people.marta.call(heard.startImport, { params: { id: detail.import.id }, body: { mapping, dateOrder, channel, site: 'Trustpilot', pageUrl: null, onlyFrom: null } });
  return detail.import.id;
};

test('a file of reviews: every row is settled once, no review is lost or doubled; loaded again, all of it is known', { timeout: 120_000 }, async () => {
  const { db } = presa.services;
  const id = await bringIn();
  const rows = () => count(sql`select count(*)::int as n from heard_import_rows where import_id = ${id}`);
  const deaths = await killAlong({ program: presa.program, random, done: rows, all: lines, kills: 3 });
  const state = async (importId: string) => (await people.marta.call(heard.readImport, { params: { id: importId } })).import;
  await until('the file is read', 60_000, async () => (await state(id)).state === 'done');
  await presa.program.kill();
  expectInTheMiddle(deaths, lines);

  const places = Array.from({ length: lines }, (_, place) => place);
  const [bad, twice] = [places.filter(isBad).length, places.filter(isKnown).length];
  const { became, done } = await state(id);
  expect({ ...became, opened: became.opened + became.joined + became.suggested, done }).toMatchObject({ opened: lines - bad - twice, known: twice, refused: bad, left_out: 0, done: lines });
  expect((await db.selectFrom('heard_import_rows').where('import_id', '=', id).orderBy('row').select('row').execute()).map(({ row }) => row)).toEqual(places);
  const said = await db.selectFrom('messages').where('channel', '=', 'review').select('text').execute();
  expect(said.map(({ text }) => text).toSorted()).toEqual(places.filter((place) => !isBad(place) && !isKnown(place)).map((place) => `Recensione numero ${place}.`).toSorted());
  expect(await db.selectFrom('public_posts').select('external_id').distinct().execute()).toHaveLength(said.length);
  process.stdout.write(`reviews: killed at ${deaths.join(', ')} of ${lines}\n`);

  const again = await bringIn();
  await sweepAll(presa.services);
  expect(await state(again)).toMatchObject({ state: 'done', became: { opened: 0, joined: 0, suggested: 0, known: lines - bad, refused: bad } });
  expect(presa.program.defects).toEqual([]);
});
