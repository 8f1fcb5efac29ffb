import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#base/config.ts';
import type { SocketConnection } from '#base/postgres/joining.ts';
import { isRefusal } from '#base/refusal.ts';
import * as customers from '#customers/contract.ts';
import { setWorth } from '#customers/index.ts';
import { inWork, system } from '#base/work.ts';
import * as desk from '#desk/contract.ts';
import { whoBoilsNext } from '#heat/contract.ts';
import { sayReasons } from '#heat/words.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { sayNotice } from '#notices/texts.ts';
import { createSetupLink, findCompany } from '#people/index.ts';
import { sessionRoutes } from '#people/contract.ts';
import { listPromises } from '#promises/contract.ts';
import { findVague } from '#promises/rules.ts';
import { listRequests } from '#requests/contract.ts';
import { commands } from '../src/app/cli/commands.ts';
import { runCommandLine } from '../src/app/cli/run.ts';
import { loadCasaLumina } from '../src/app/load-demo.ts';
import { startPresa, type RunningPresa } from '../src/app/start.ts';
import { clientOf, type Client } from './client.ts';
import { freshDatabase, type FreshDatabase } from './postgres.ts';
import { startApp } from './server.ts';
import { signInForTests } from './sign-in.ts';

/**
 * The demo as a visitor meets it: loaded by its command into an empty installation, at whatever hour this test runs, and started. Every
 * test below looks at that one company.
 */
let database: FreshDatabase;
let folder: string;
let env: Record<string, string>;
let presa: RunningPresa;
let http: FastifyInstance;
let giulia: Client;
let loaded: { code: number; out: string; error: string };
/** Of this process alone, in seconds: how busy the machine is with other things says nothing about the demo. */
let loadedWithin: number;

const type = async (...args: string[]) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, args, { env, out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
};

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'presa-demo-'));
  const { host, user, database: name } = database.connection as SocketConnection;
  env = { DATABASE_URL: `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`, PRESA_DATA: folder, PRESA_PORT: '0', PRESA_LOG: 'silent', PRESA_SMTP_PORT: '0', LANG: 'it_IT.UTF-8' };
  const before = process.cpuUsage();
  loaded = await type('demo', '--json');
  const spent = process.cpuUsage(before);
  loadedWithin = (spent.user + spent.system) / 1e6;
  presa = await startPresa(readConfig(env), env, { extend: (opened) => void (http = opened) });
  const { id } = await presa.services.db.selectFrom('members').where('name', '=', 'Giulia Serra').select('id').executeTakeFirstOrThrow();
  giulia = clientOf(http, await signInForTests(presa.services, id), 'it');
}, 240_000);

afterAll(async () => {
  await presa.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the demo', () => {
  it('is loaded by one command, in seconds, and says how to sign in', async () => {
    expect([loaded.code, JSON.parse(loaded.out)]).toEqual([0, { loaded: true, email: 'giulia.serra@casalumina.example', password: 'casa lumina in brianza', address: null }]);
    // Some eight on a quiet machine of two processors; a busy one may need four times as long, and a mistake takes minutes.
    expect(loadedWithin).toBeLessThan(60);
    const visitor = clientOf(http, {}, 'it');
    const me = await visitor.call(sessionRoutes.signIn, { body: { email: 'giulia.serra@casalumina.example', password: 'casa lumina in brianza' } });
    expect(me).toMatchObject({ name: 'Giulia Serra', company: { name: 'Casa Lumina', isDemo: true }, may: { serve: true, lead: true, administer: true } });
  });

  it('is refused where a company is', async () => {
    const again = await type('demo');
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('Qui c’è già un’azienda: Casa Lumina.')]);
    await expect(loadCasaLumina(presa.services, 'it')).rejects.toThrow('has a company already');
  });

  it('has Elena on top of Giulia’s list, with her heat and its reasons in words', async () => {
    const { items } = await giulia.call(desk.listCases, { query: { list: 'mine' } });
    expect(items[0]).toMatchObject({ customer: { name: 'Elena Marchetti' }, subject: 'Ordine 88213: manca il secondo collo', status: 'waiting_department', heat: { band: 'boil' } });
    const opened = await giulia.call(desk.openCase, { params: { id: items[0]!.id } });
    expect(opened.heat!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['chased', 'promise_moved', 'request_late', 'tone']));
    expect(sayReasons(opened.heat!.reasons, 'it', { now: presa.services.clock.now(), timeZone: 'Europe/Rome' }).join('; ')).toMatch(/ha sollecitato due volte in .*, ora anche al telefono/u);
    expect(opened).toMatchObject({
      customer: { customerSince: '2019-03-14', yearlyValueCents: 231_000, cases: { open: 1, resolved: 3 }, lastScore: 4 },
      requests: [{ department: { name: 'Magazzino' }, state: 'late', climbs: expect.arrayContaining([expect.objectContaining({ step: 'reminder' })]), seenAt: expect.any(String) }],
      promises: [{ moves: [{ reason: 'Il magazzino non ha ancora risposto' }] }],
      page: { openings: 2 },
    });
    expect(opened.messages.map(({ channel, isChase }) => `${channel} ${isChase}`)).toEqual(['email false', 'email false', 'email true', 'phone true', 'email false']);
    expect(new Date(opened.promises[0]!.dueAt).getTime()).toBeGreaterThan(presa.services.clock.now().getTime());
  });

  it('has Luca boiled over, @marta.v in the queue, and those who leave in silence', async () => {
    const { items, leavingInSilence } = await giulia.call(whoBoilsNext);
    const luca = items.find(({ customer }) => customer.name === 'Luca Ferri');
    expect(luca).toMatchObject({ owner: { name: 'Marco Neri' }, heat: { boiled: true, band: 'boil' } });
    expect(luca!.heat.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['promise_broken', 'in_public']));
    expect(leavingInSilence.map(({ customer }) => customer.name)).toEqual(expect.arrayContaining(['Rita Moro', 'Sergio Lanza', 'Nadia Ferraro']));
    const queue = await giulia.call(desk.listCases, { query: { list: 'queue' } });
    expect(queue.items[0]).toMatchObject({ customer: { name: '@marta.v' }, channel: 'social', owner: null });
  });

  it('has something on every screen', async () => {
    const counts = await giulia.call(desk.countDesk);
    for (const which of ['mine', 'queue', 'queueLate', 'boiling', 'requestsOpen', 'requestsLate', 'notices', 'handovers'] as const) expect([which, counts[which].count > 0]).toEqual([which, true]);
    const promises = await giulia.call(listPromises, { query: { whose: 'all' } });
    expect(promises.broken).toHaveLength(1);
    expect(promises.inDanger.length + promises.today.length + promises.later.length).toBeGreaterThan(4);
    const settled = await giulia.call(listRequests, { query: { which: 'settled' } });
    expect(settled.items.length).toBeGreaterThan(20);
    expect(new Set(settled.items.map(({ isLate }) => isLate)).size).toBe(2);
    const { db } = presa.services;
    const statuses = await db.selectFrom('cases').select('status').distinct().orderBy('status').execute();
    expect(statuses.map(({ status }) => status)).toEqual(['closed', 'new', 'open', 'resolved', 'waiting_customer', 'waiting_department']);
    for (const table of ['notes', 'attachments', 'merges', 'join_suggestions', 'handovers', 'ratings', 'prepared_replies'] as const) {
      const { rows } = await db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('rows')).executeTakeFirstOrThrow();
      expect([table, rows > 0]).toEqual([table, true]);
    }
  });

  it('calls with words, never with a bare code', async () => {
    const said = { now: presa.services.clock.now(), timeZone: 'Europe/Rome' };
    const notices = await giulia.call(noticeRoutes.list);
    expect(notices.length).toBeGreaterThan(8);
    for (const language of ['it', 'en'] as const) {
      for (const { what, next } of notices.map((notice) => sayNotice(notice, { ...said, language }))) expect(`${what} ${next}`).toMatch(/^(?!.*(?:undefined|null|\{))[@\p{Lu}].+[.!?»] \p{Lu}.+\.$/u);
    }
  });

  it('keeps the laws: every answer gives a date, every promise but one was kept or still may be', async () => {
    const { db } = presa.services;
    const written = await db.selectFrom('messages').where('direction', '=', 'out').select('text').execute();
    expect(written.length).toBeGreaterThan(80);
    expect(written.flatMap(({ text }) => findVague(text).map(({ start, end }) => text.slice(start, end)))).toEqual([]);
    const missed = await db.selectFrom('cases').innerJoin('customers', 'customers.id', 'customer_id').where('next_update_missed_at', 'is not', null).where('status', 'not in', ['resolved', 'closed']).select('name').execute();
    expect(missed.map(({ name }) => name).sort()).toEqual(['@marta.v', 'Luca Ferri']);
  });

  it('sends nothing, and shows the one mail that did not arrive and the one that nobody could file', async () => {
    const { db } = presa.services;
    const failing = await db.selectFrom('outbox_recipients').where('state', 'not in', ['sent', 'cancelled']).select(['address', 'state']).execute();
    expect(failing).toEqual([{ address: 'teresa.galbiatti@posta.example', state: 'bounced' }]);
    expect(await db.selectFrom('raw_mails').where('state', '!=', 'done').select(['state', 'reason']).execute()).toEqual([{ state: 'quarantined', reason: 'no_sender' }]);
    const keys = await db.selectFrom('access_tokens').where('name', '!=', 'test').select('id').execute();
    expect(keys).toEqual([]);
  });
});

describe('mail deliver', () => {
  const mail = (id: string, text: string, head = 'From: Anna Prova <anna.prova@posta.example>'): string =>
    `${head}\r\nTo: assistenza@casalumina.example\r\nSubject: Prova di consegna\r\nMessage-ID: <${id}@posta.example>\r\n\r\n${text}\r\n`;
  const file = async (name: string, content: string): Promise<string> => {
    await writeFile(path.join(folder, name), content);
    return path.join(folder, name);
  };

  it('hands mail to a running Presa, waits until it is filed and says what became of it', async () => {
    const [good, bad] = [await file('buona.eml', mail('buona', 'Dov’è il mio ordine?')), await file('senza-mittente.eml', mail('senza', 'Chi sono?', 'X-Nobody: yes'))];
    const { code, out } = await type('mail', 'deliver', '--json', '--to', 'assistenza@casalumina.example', good, good, bad);
    const became = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(became).toMatchObject([
      { file: good, isNew: true, state: 'done', outcome: 'message', caseNumber: expect.any(Number) },
      { file: good, isNew: false, state: 'done', caseNumber: became[0]!['caseNumber'] },
      { file: bad, state: 'quarantined', reason: 'no_sender', caseNumber: null },
    ]);
    expect(code).toBe(1);
    const queue = await giulia.call(desk.listCases, { query: { list: 'queue', order: 'activity' } });
    expect(queue.items.map(({ number, customer }) => [number, customer.name])).toContainEqual([became[0]!['caseNumber'], 'Anna Prova']);
  });

  it('says it in words, and refuses folders, missing files and addresses that are none', async () => {
    const told = await type('mail', 'deliver', await file('altra.eml', mail('altra', 'E la fattura?')), folder, path.join(folder, 'manca.eml'));
    expect(told.code).toBe(65);
    expect(told.out).toMatch(/altra\.eml: messaggio, caso \d+$/u);
    expect(told.error).toBe(`${folder}: è una cartella: indichi i file, per esempio con *.eml\n${path.join(folder, 'manca.eml')}: non c’è`);
    expect(await type('mail', 'deliver')).toMatchObject({ code: 2, error: 'Indichi almeno un file. Vedi --help.' });
    expect(await type('mail', 'deliver', '--to', 'nessuno', folder)).toMatchObject({ code: 2 });
  });
});

describe('an empty installation', () => {
  it('stays empty when loading the demo fails half-way: the set-up link still works', { timeout: 120_000 }, async () => {
    const app = await startApp();
    let stored = 0;
    const files = { ...app.services.files, put: (bytes: Uint8Array) => ((stored += 1) > 12 ? Promise.reject(new Error('the disk is full')) : app.services.files.put(bytes)) };
    await expect(loadCasaLumina({ ...app.services, files }, 'it')).rejects.toThrow('the disk is full');
    expect(await findCompany(app.db)).toBeNull();
    for (const table of ['members', 'cases', 'events', 'raw_mails', 'customers'] as const) expect(await app.db.selectFrom(table).select('id').execute()).toEqual([]);
    expect(isRefusal(await createSetupLink(app.services))).toBe(false);
    await app.stop();
  });

  it('has nobody to deliver mail to', async () => {
    const empty = await freshDatabase();
    const { host, user, database: name } = empty.connection as SocketConnection;
    const before = env;
    env = { ...env, DATABASE_URL: `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}` };
    const refused = await type('mail', 'deliver', path.join(folder, 'buona.eml'));
    env = before;
    await empty.drop();
    expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('L’azienda non c’è ancora')]);
  });
});

describe('what a customer is worth', () => {
  it('is set with their company, which is the same one for everybody who works there', async () => {
    const { services } = presa;
    const [one, other] = await Promise.all(['Primo Prova', 'Seconda Prova'].map((name) => giulia.call(customers.addCustomer, { body: { name } })));
    const company = (yearlyValueCents: number) => ({ name: 'Prova Srl', yearlyValueCents });
    await inWork(services, system, (work) => setWorth(work, one!.id, { customerSince: '2024-02-29', yearlyValueCents: 12_300, company: company(50_000) }));
    await inWork(services, system, (work) => setWorth(work, other!.id, { customerSince: null, yearlyValueCents: null, company: company(60_000) }));
    const [first, second] = await Promise.all([one, other].map((it) => giulia.call(customers.readCustomer, { params: { id: it!.id } })));
    expect(first).toMatchObject({ customerSince: '2024-02-29', yearlyValueCents: 12_300, company: { name: 'Prova Srl' } });
    expect(second!.company).toEqual(first!.company);
    expect(await services.db.selectFrom('companies').where('name', '=', 'Prova Srl').select('yearly_value_cents').execute()).toEqual([{ yearly_value_cents: 60_000 }]);
    await expect(inWork(services, system, (work) => setWorth(work, '01900000-0000-7000-8000-000000000000', { customerSince: null, yearlyValueCents: null, company: null }))).rejects.toThrow();
  });
});
