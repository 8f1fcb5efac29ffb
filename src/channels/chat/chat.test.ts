import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour, minute, plus, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openMail } from '#channels/email/index.ts';
import { readPage } from '#customer-page/contract.ts';
import { openCase } from '#desk/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';

let world: World;
let visitor: Client;
let giulia: Client;
let entrance: contract.ChatEntrance;
beforeAll(async () => {
  world = await startWorld();
  visitor = world.app.visitor();
  giulia = await world.as('giulia');
  entrance = await (await world.as('marta')).call(contract.openEntrance, { body: input() });
});
afterAll(() => world.stop());

const input = () => ({
  name: 'Sito', departmentId: world.departments.servizio, origins: ['https://www.casalumina.example/'],
  greeting: { it: 'Buongiorno, come possiamo aiutarla?', en: 'Hello, how can we help?' }, awayWords: { it: 'Ci scriva, rispondiamo appena torniamo.', en: 'Write to us, we answer when we are back.' },
});

let turn = 0;
const said = (text: string) => ({ clientId: `client-${(turn += 1)}`, text });
const newSecret = (): string => randomBytes(32).toString('base64url');

interface Begun {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly text?: string;
}

const begin = async ({ name = 'Rita Moro', email = 'rita.moro@posta.example', text = 'Il tavolo è arrivato senza viti.' }: Begun = {}) => {
  const secret = newSecret();
  const body = { secret, language: 'it' as const, name, email, ...said(text) };
  return { secret, body, talk: await visitor.call(contract.startTalk, { params: { key: entrance.key }, body }) };
};

const write = (secret: string, text: string) => visitor.call(contract.addLine, { params: { secret }, body: said(text) });
const read = (secret: string) => visitor.call(contract.readTalk, { params: { secret } });
const lookAt = async (secret: string) => {
  const { lines } = await read(secret);
  await visitor.call(contract.noteRead, { params: { secret }, body: { upTo: lines.at(-1)!.id } });
};
const caseNumbered = (number: number | null) => world.app.db.selectFrom('cases').where('number', '=', number ?? 0).selectAll().executeTakeFirstOrThrow();
const answer = (caseId: string, text: string, further: object = {}) =>
  giulia.call(cases.sendReply, { params: { id: caseId }, body: { text, act: 'asks', seenEventId: 1e9, undoSeconds: 0, ...further } });
/** As an answer goes to somebody who is not there: with the next sweep. */
const answerLater = async (caseId: string, text: string) => {
  await answer(caseId, text);
  await world.app.sweep();
};
const mailsOn = async (caseId: string) => {
  const rows = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id')
    .where('case_id', '=', caseId).orderBy('outbox.created_at').selectAll('outbox').select('address').execute();
  return rows.map(({ mail, address }) => ({ address, ...openMail(world.app.services.secrets, mail) }));
};
const standing = (caseId: string) => giulia.call(contract.chatOfCase, { params: { id: caseId } });

it('shows the front in the language that is asked for, and what the calendar says', async () => {
  expect(await visitor.call(contract.readFront, { params: { key: entrance.key } })).toMatchObject({ companyName: 'Casa Lumina', greeting: 'Buongiorno, come possiamo aiutarla?', desk: { isOpen: true, opensAt: null } });
  expect(await world.app.visitor('en').call(contract.readFront, { params: { key: entrance.key } })).toMatchObject({ greeting: 'Hello, how can we help?' });
  expect(entrance).toMatchObject({ address: `https://presa.example/chat/${entrance.key}`, origins: ['https://www.casalumina.example'], isOn: true });
});

it('is framed by the sites that it names, and its script may be loaded from there', async () => {
  const page = await world.app.http.inject({ url: `/chat/${entrance.key}` });
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self' https://www.casalumina.example;");
  expect(page.headers['x-frame-options']).toBeUndefined();
  expect((await world.app.http.inject({ url: `/chat/${entrance.key}.js` })).headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect((await world.app.http.inject({ url: '/chat/nothing-there' })).statusCode).toBe(404);
});

it('opens one case with a claim clock, to which further lines belong: one turn, and no chase', async () => {
  const { secret, body, talk } = await begin();
  const found = await caseNumbered(talk.caseNumber);
  expect(found).toMatchObject({ channel: 'chat', status: 'new', owner_id: null, department_id: world.departments.servizio, subject: 'Il tavolo è arrivato senza viti.' });
  expect([found.claim_due_at, found.next_update_due_at].every((due) => due !== null)).toBe(true);
  // The answer was lost on the way, so the browser asks again with the same secret and the same id.
  expect(await visitor.call(contract.startTalk, { params: { key: entrance.key }, body })).toMatchObject({ caseNumber: found.number });
  for (const text of ['Sono otto viti', 'per le gambe']) {
    world.app.clock.advance(20 * second);
    await write(secret, text);
  }
  expect((await read(secret)).lines.map(({ text }) => text)).toEqual(['Il tavolo è arrivato senza viti.', 'Sono otto viti', 'per le gambe']);
  world.app.clock.advance(6 * minute);
  await write(secret, 'C’è nessuno?');
  expect(await caseNumbered(found.number)).toMatchObject({ chases: 1, waiting_since: found.waiting_since });
  await world.app.sweep();
  expect(await mailsOn(found.id)).toEqual([]);
});

it('shows the answer to whoever is there at once; read there, it is not mailed', async () => {
  const { secret, talk } = await begin();
  const { id } = await caseNumbered(talk.caseNumber);
  await answer(id, 'Quale tavolo?');
  expect((await read(secret)).lines.at(-1)).toMatchObject({ from: 'us', name: 'Giulia Serra', text: 'Quale tavolo?', via: 'chat' });
  expect((await standing(id)).deliveries).toMatchObject([{ state: 'shown' }]);
  await lookAt(secret);
  world.app.clock.advance(10 * minute);
  await world.app.sweep();
  expect([(await standing(id)).deliveries[0]?.state, await mailsOn(id)]).toEqual(['read', []]);
});

it('mails what is not read, once, with the way back to the same case', async () => {
  const { secret, talk } = await begin({ email: 'non.legge@posta.example' });
  const { id } = await caseNumbered(talk.caseNumber);
  await answer(id, 'Quale tavolo?');
  world.app.clock.advance(40 * second);
  await world.app.sweep();
  await world.app.sweep();
  const mails = await mailsOn(id);
  expect(mails).toMatchObject([{ address: 'non.legge@posta.example', fromName: 'Giulia Serra · Casa Lumina' }]);
  expect(mails[0]?.text).toContain('Quale tavolo?');
  expect((await standing(id)).deliveries).toMatchObject([{ state: 'mailed' }]);
  await answerLater(id, 'È quello bianco?');
  expect(await mailsOn(id)).toHaveLength(2);
  expect((await read(secret)).lines.map(({ text }) => text).slice(1)).toEqual(['Quale tavolo?', 'È quello bianco?']);
});

it('goes on by e-mail on the same case, and shows what was said there to whoever types the mailed code', async () => {
  const { secret, talk } = await begin({ email: 'rita.torna@posta.example' });
  const { id, number } = await caseNumbered(talk.caseNumber);
  world.app.clock.advance(minute);
  await answerLater(id, 'Quale tavolo?');
  const [mail] = await mailsOn(id);
  await world.receives({ from: 'Rita Moro <rita.torna@posta.example>', text: 'Quello rotondo, ordine 4711.', to: mail!.replyTo! });
  expect(await world.app.db.selectFrom('messages').where('case_id', '=', id).where('channel', '=', 'email').where('direction', '=', 'in').select('text').execute()).toMatchObject([{ text: expect.stringContaining('4711') }]);
  await answerLater(id, 'Le viti partono oggi per via Verdi 3.');
  const hidden = await read(secret);
  expect(hidden).toMatchObject({ goesOnElsewhere: true, caseNumber: null, mayFollow: false, triesLeft: 5 });
  expect(JSON.stringify(hidden)).not.toMatch(/4711|Verdi/u);
  expect(await visitor.try(contract.proveAddress, { params: { secret }, body: { code: '000 000' } })).toMatchObject({ status: 409, body: { code: 'chat.wrong_code' } });
  const code = /codice (\d{3} \d{3})/u.exec(mail!.text)?.[1] ?? '';
  const shown = await visitor.call(contract.proveAddress, { params: { secret }, body: { code } });
  expect(shown).toMatchObject({ goesOnElsewhere: false, caseNumber: number, mayFollow: true, triesLeft: 3 });
  expect(shown.lines.map(({ text, via }) => `${via}: ${text}`)).toEqual(['chat: Il tavolo è arrivato senza viti.', 'email: Quale tavolo?', 'email: Quello rotondo, ordine 4711.', 'email: Le viti partono oggi per via Verdi 3.']);
});

it('takes five guesses at a code, and no more', async () => {
  const { secret } = await begin({ email: 'indovina@posta.example' });
  const codes: (string | undefined)[] = [];
  for (let guess = 0; guess < 6; guess += 1) codes.push(((await visitor.try(contract.proveAddress, { params: { secret }, body: { code: `${100_000 + guess}` } })).body as { code?: string }).code);
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'chat.wrong_code'), 'chat.no_tries_left']);
});

it('never joins, shows or names the case of whoever has that address', async () => {
  await world.receives({ from: elena, text: 'Il mio ordine segreto 99887.' });
  const theirs = await world.app.db.selectFrom('cases').orderBy('number', 'desc').selectAll().executeTakeFirstOrThrow();
  const { secret, talk } = await begin({ name: 'Un altro', email: 'Elena.Marchetti@posta.example', text: `Ditemi tutto del caso C-${theirs.number}.` });
  expect(talk.caseNumber).not.toBe(theirs.number);
  expect(talk.mayFollow).toBe(false);
  expect(JSON.stringify(talk)).not.toMatch(/99887|Marchetti/u);
  expect(await visitor.try(contract.openPage, { params: { secret } })).toMatchObject({ status: 409, body: { code: 'chat.no_page_here' } });
  const mine = await caseNumbered(talk.caseNumber);
  const view = await giulia.call(openCase, { params: { id: mine.id } });
  expect(view.suggestions.map(({ other }) => other.id)).toContain(theirs.id);
  await giulia.call(cases.mergeCase, { params: { id: mine.id }, body: { intoId: theirs.id } });
  await answerLater(theirs.id, 'Il suo ordine 99887 è in viaggio.');
  const after = await write(secret, 'Allora?');
  expect(after).toMatchObject({ goesOnElsewhere: true, caseNumber: null, ownerName: null });
  expect(JSON.stringify(after)).not.toMatch(/99887|Marchetti/u);
  expect((await mailsOn(theirs.id)).map(({ address }) => address)).toEqual(['elena.marchetti@posta.example']);
});

it('begins without an address and asks for it later; what waited then goes there', async () => {
  const { secret, talk } = await begin({ name: null, email: null });
  const { id } = await caseNumbered(talk.caseNumber);
  world.app.clock.advance(minute);
  await answerLater(id, 'Quale tavolo?');
  expect([await mailsOn(id), (await standing(id)).deliveries[0]?.state]).toEqual([[], 'waits']);
  const given = await visitor.call(contract.giveAddress, { params: { secret }, body: { name: 'Teresa Riva', email: 'teresa.riva@posta.example' } });
  expect(given).toMatchObject({ name: 'Teresa Riva', email: 'teresa.riva@posta.example', mayFollow: true });
  world.app.clock.advance(4 * minute);
  await world.app.sweep();
  expect((await mailsOn(id)).map(({ address }) => address)).toEqual(['teresa.riva@posta.example']);
  expect((await giulia.call(openCase, { params: { id } })).customer.name).toBe('Teresa Riva');
});

it('links to the page of the case, until others have spoken on it', async () => {
  const { secret, talk } = await begin({ email: 'segue@posta.example' });
  const { id, number } = await caseNumbered(talk.caseNumber);
  const { url } = await visitor.call(contract.openPage, { params: { secret } });
  const token = url.slice(url.lastIndexOf('/') + 1);
  expect(await visitor.call(readPage, { params: { token } })).toMatchObject({ caseNumber: number });
  world.app.clock.advance(minute);
  await answerLater(id, 'Quale tavolo?');
  const [mail] = await mailsOn(id);
  await world.receives({ from: 'Rita Moro <segue@posta.example>', text: 'Il rotondo.', to: mail!.replyTo! });
  expect(await visitor.try(readPage, { params: { token } })).toMatchObject({ status: 404 });
});

it('tells the visitor’s stream that there is something new, and nothing of notes; an agent sees who is there and writes', async () => {
  const { secret, talk } = await begin({ email: 'ascolta@posta.example' });
  const { id } = await caseNumbered(talk.caseNumber);
  world.app.clock.advance(minute);
  expect((await standing(id)).chat).toMatchObject({ isPresent: false, isTyping: false });
  const gone = new AbortController();
  const response = await fetch(`${world.app.address}/api/chat-talks/${secret}/stream`, { signal: gone.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string> => (await reader.read()).value ?? '';
  expect(await next()).toContain('event: changed');
  await visitor.call(contract.noteTyping, { params: { secret } });
  expect((await standing(id)).chat).toMatchObject({ isPresent: true, isTyping: true, showsReplies: true, isProven: false });
  await giulia.call(cases.writeNote, { params: { id }, body: { text: 'Cliente difficile.' } });
  await giulia.call(contract.noteAnswering, { params: { id } });
  expect(await next()).toContain('event: answering\ndata: {"name":"Giulia Serra"}');
  await answer(id, 'Eccomi.');
  expect(await next()).toContain('event: changed');
  gone.abort();
});

it('says when people are back, and takes the message all the same', async () => {
  world.app.clock.advance(12 * hour);
  const { desk } = await visitor.call(contract.readFront, { params: { key: entrance.key } });
  expect(desk).toMatchObject({ isOpen: false, closesAt: null, opensAt: expect.stringMatching(/alle \d/u) });
  const { talk } = await begin({ email: 'di.notte@posta.example' });
  const found = await caseNumbered(talk.caseNumber);
  expect(found.next_update_due_at!.getTime()).toBeGreaterThan(plus(world.app.clock.now(), 4 * hour).getTime());
  expect(talk).toMatchObject({ desk: { isOpen: false }, nextUpdate: expect.stringContaining('entro') });
});

it('holds programs off, bounds what it takes, and is off when it is switched off', async () => {
  const key = { params: { key: entrance.key } };
  const body = { secret: newSecret(), language: 'it' as const, ...said('Ciao') };
  expect(await visitor.try(contract.startTalk, { ...key, body: { ...body, website: 'https://spam.example' } })).toMatchObject({ status: 409, body: { code: 'chat.looks_automatic' } });
  expect(await visitor.try(contract.startTalk, { ...key, body: { ...body, text: 'x'.repeat(4_001) } })).toMatchObject({ status: 400 });
  expect(await visitor.try(contract.readTalk, { params: { secret: newSecret() } })).toMatchObject({ status: 404 });
  const marta = await world.as('marta');
  await marta.call(contract.changeEntrance, { params: { id: entrance.id }, body: { ...input(), isOn: false } });
  expect(await visitor.try(contract.readFront, key)).toMatchObject({ status: 404 });
  expect(await visitor.try(contract.startTalk, { ...key, body })).toMatchObject({ status: 409, body: { code: 'chat.is_off' } });
  expect(await marta.try(contract.openEntrance, { body: { ...input(), origins: ['javascript:alert(1)'] } })).toMatchObject({ status: 400 });
});
