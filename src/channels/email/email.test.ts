import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { elena, luca, serviceAddress, startWorld, type World } from '#test/world.ts';
import { rawMailRoutes, readMessageSource, sendAgain } from './contract.ts';
import { instanceOf } from './mailboxes.ts';

interface Sunk {
  readonly to: string;
  readonly raw: string;
}

let world: World;
let sink: SMTPServer;
const sunk: Sunk[] = [];
let refuses: string | null = null;

beforeAll(async () => {
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => done(refuses === null ? null : Object.assign(new Error(refuses), { responseCode: Number(refuses.slice(0, 3)) })),
    onData: (stream, session, done) =>
      void readText(stream).then((raw) => {
        sunk.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw });
        done();
      }),
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const { port } = sink.server.address() as AddressInfo;
  world = await startWorld({ servers: { imap: null, smtp: { host: '127.0.0.1', port, security: 'none', user: '' } } });
});
beforeEach(() => {
  sunk.length = 0;
  refuses = null;
});
afterAll(async () => {
  await world.stop();
  await new Promise<void>((resolve) => sink.close(() => resolve()));
});

const all = () => world.app.db.selectFrom('cases').selectAll().orderBy('number').execute();
const newest = async () => (await all()).at(-1)!;
const outcomes = async () => (await world.app.db.selectFrom('raw_mails').select(['outcome', 'state', 'reason']).orderBy('received_at').orderBy('id').execute()).at(-1);
const headerOf = (raw: string, name: string): string => new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'imu').exec(raw)?.[1]?.replaceAll(/\s+/gu, ' ') ?? '';
const messagesOf = (id: string) => world.app.db.selectFrom('messages').where('case_id', '=', id).selectAll().orderBy('at').orderBy('id').execute();

const answered = async (from: string, subject: string): Promise<{ id: string; mail: Sunk }> => {
  await world.receives({ from, subject, text: 'Buongiorno, quando arriva il mio ordine?', messageId: `${subject.replaceAll(' ', '-')}@customer.example` });
  const { id } = await newest();
  const giulia = await world.as('giulia');
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.sendReply, { params: { id }, body: { act: 'updates', text: 'Me ne occupo io.', nextUpdateAt: '2026-11-25T12:00:00+01:00', seenEventId: 1_000_000 } });
  await world.app.advance(11 * second);
  return { id, mail: sunk.at(-1)! };
};

describe('a reply of ours', () => {
  it('reaches the customer with the thread, a signed address to answer to, and their page', async () => {
    const { mail } = await answered(elena, 'Primo ordine');
    expect(mail.to).toBe('elena.marchetti@posta.example');
    expect(headerOf(mail.raw, 'In-Reply-To')).toBe('<Primo-ordine@customer.example>');
    expect(headerOf(mail.raw, 'References')).toBe('<Primo-ordine@customer.example>');
    expect(headerOf(mail.raw, 'Subject')).toBe('Re: Primo ordine');
    expect(headerOf(mail.raw, 'Reply-To')).toMatch(/assistenza\+c\d+\.[a-z2-7]{26}@casalumina\.example/u);
    expect(headerOf(mail.raw, 'From')).toContain('assistenza@casalumina.example');
    expect(mail.raw.replaceAll(/=\r?\n/gu, '')).toContain('https://presa.example/c/');
  });

  it('is answered by its signed address, whoever writes; a stranger is shown as one and moves no clock', async () => {
    const { id, mail } = await answered(elena, 'Secondo ordine');
    const signed = /assistenza\+[^@]+@casalumina\.example/u.exec(headerOf(mail.raw, 'Reply-To'))![0];
    await world.app.advance(hour);
    await world.receives({ from: elena, subject: 'Re: Secondo ordine', text: 'Allora?', to: signed });
    await world.receives({ from: 'Vicina <vicina@altra.example>', subject: 'Re: Secondo ordine', text: 'Scrivo io per Elena.', to: signed });
    const messages = await messagesOf(id);
    expect(messages.map(({ direction, is_third_party: third, is_chase: chase }) => ({ direction, third, chase }))).toEqual([
      { direction: 'in', third: false, chase: false },
      { direction: 'out', third: false, chase: false },
      { direction: 'in', third: false, chase: true },
      { direction: 'in', third: true, chase: false },
    ]);
    expect((await all()).find((found) => found.id === id)).toMatchObject({ chases: 1 });
  });

  it('is answered by its Message-ID only by somebody who takes part; a stranger opens a case of their own', async () => {
    const { id, mail } = await answered(elena, 'Terzo ordine');
    const ours = headerOf(mail.raw, 'Message-ID').replaceAll(/[<>]/gu, '');
    const before = (await all()).length;
    await world.receives({ from: elena, subject: 'Re: Terzo ordine', text: 'Grazie, attendo notizie domani.', inReplyTo: ours });
    expect(await messagesOf(id)).toHaveLength(3);
    await world.receives({ from: 'Estraneo <estraneo@altra.example>', subject: 'Re: Terzo ordine', text: 'Mi mandi lo storico del caso.', inReplyTo: ours });
    expect(await messagesOf(id)).toHaveLength(3);
    expect((await all()).length).toBe(before + 1);
    const suggestion = await world.app.db.selectFrom('join_suggestions').where('other_id', '=', id).selectAll().executeTakeFirst();
    expect(suggestion).toMatchObject({ reasons: ['quotes_our_message'] });
  });

  it('with a forged signed address proves nothing', async () => {
    const { id, mail } = await answered(luca, 'Quarto ordine');
    const signed = /assistenza\+[^@]+@casalumina\.example/u.exec(headerOf(mail.raw, 'Reply-To'))![0];
    const forged = signed.replace(/\.([a-z2-7])/u, (_, letter: string) => `.${letter === 'a' ? 'b' : 'a'}`);
    await world.receives({ from: 'Estraneo <estraneo@altra.example>', subject: 'Re: Quarto ordine', text: 'Ciao', to: forged });
    expect(await messagesOf(id)).toHaveLength(2);
  });

  it('that a server refuses for good becomes a fact on the case and in the owner’s list, and can be sent again', async () => {
    refuses = '550 no such mailbox';
    await world.receives({ from: 'Rita Moro <rita@barcentrale.example>', subject: 'Tavolini', text: 'Ne vorrei altri due.' });
    const { id } = await newest();
    const giulia = await world.as('giulia');
    await giulia.call(cases.sendReply, { params: { id }, body: { act: 'asks', text: 'Di che colore?', seenEventId: 1_000_000 } });
    await world.app.advance(11 * second);
    const state = async () => (await world.app.db.selectFrom('outbox_recipients').innerJoin('outbox', 'outbox.id', 'outbox_id').where('case_id', '=', id).select(['state', 'last_response', 'message_id']).executeTakeFirstOrThrow());
    expect(await state()).toMatchObject({ state: 'failed', last_response: expect.stringContaining('no such mailbox') });
    expect(await giulia.call(noticeRoutes.list)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'delivery_failed', caseId: id })]));
    refuses = null;
    const { message_id: messageId } = await state();
    expect(await giulia.call(sendAgain, { params: { id: messageId! } })).toEqual({ again: 1 });
    await world.app.sweep();
    expect(await state()).toMatchObject({ state: 'sent' });
  });

  it('waits and tries again while a server is busy', async () => {
    refuses = '451 busy';
    const { id } = await answeredWhile('Quinto ordine');
    const state = async () => (await world.app.db.selectFrom('outbox_recipients').innerJoin('outbox', 'outbox.id', 'outbox_id').where('case_id', '=', id).select(['state', 'attempts']).executeTakeFirstOrThrow());
    expect(await state()).toMatchObject({ state: 'waiting', attempts: 1 });
    refuses = null;
    await world.app.advance(2 * minute, { step: minute });
    expect(await state()).toMatchObject({ state: 'sent' });
  });
});

const answeredWhile = async (subject: string): Promise<{ id: string }> => {
  await world.receives({ from: luca, subject, text: 'Buongiorno, a che punto siamo?' });
  const { id } = await newest();
  await (await world.as('giulia')).call(cases.sendReply, { params: { id }, body: { act: 'asks', text: 'Mi dice il numero?', seenEventId: 1_000_000 } });
  await world.app.advance(11 * second);
  return { id };
};

describe('what machines write', () => {
  it('never opens a case', async () => {
    const before = (await all()).length;
    const machines = [
      { headers: ['Auto-Submitted: auto-replied'], text: 'Sono fuori ufficio.' },
      { headers: ['Precedence: bulk', 'List-Unsubscribe: <mailto:via@negozio.example>'], text: 'Le nostre offerte!' },
      { headers: [`X-Presa-Instance: ${instanceOf(world.app.services.secrets)}`], text: 'Siamo noi.' },
    ];
    const found: unknown[] = [];
    for (const machine of machines) {
      await world.receives({ from: 'Robot <robot@negozio.example>', ...machine });
      found.push((await outcomes())?.outcome);
    }
    expect(found).toEqual(['auto_reply', 'set_aside', 'loop']);
    expect((await all()).length).toBe(before);
  });

  it('stands in the case it answers when it is an absence, and moves no clock', async () => {
    const { id, mail } = await answered(elena, 'Sesto ordine');
    const signed = /assistenza\+[^@]+@casalumina\.example/u.exec(headerOf(mail.raw, 'Reply-To'))![0];
    const before = (await all()).find((found) => found.id === id)!;
    await world.receives({ from: elena, subject: 'Risposta automatica: Re: Sesto ordine', text: 'Sono in ferie.', to: signed, headers: ['Auto-Submitted: auto-replied'] });
    expect((await messagesOf(id)).at(-1)).toMatchObject({ is_automatic: true, is_chase: false });
    expect((await all()).find((found) => found.id === id)).toMatchObject({ waiting_since: before.waiting_since, chases: before.chases, status: before.status });
  });

  it('is a bounce that lands on the mail it kills, and calls the owner', async () => {
    const { id, mail } = await answered(luca, 'Settimo ordine');
    const ours = headerOf(mail.raw, 'Message-ID').replaceAll(/[<>]/gu, '');
    await world.receives({ ...bounceOf(ours, 'luca.ferri@posta.example'), from: 'Mail Delivery System <mailer-daemon@posta.example>' });
    const state = await world.app.db.selectFrom('outbox_recipients').innerJoin('outbox', 'outbox.id', 'outbox_id').where('case_id', '=', id).select('state').executeTakeFirst();
    expect(state).toEqual({ state: 'bounced' });
    expect(await (await world.as('giulia')).call(noticeRoutes.list)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'delivery_failed', caseId: id, facts: expect.objectContaining({ why: 'address_wrong' }) as object })]));
  });

  it('is no bounce of ours when we never wrote to that address', async () => {
    const { mail } = await answered(luca, 'Ottavo ordine');
    const ours = headerOf(mail.raw, 'Message-ID').replaceAll(/[<>]/gu, '');
    await world.receives({ ...bounceOf(ours, 'altro@posta.example'), from: 'Mail Delivery System <mailer-daemon@posta.example>' });
    const bounced = await world.app.db.selectFrom('outbox_recipients').innerJoin('outbox', 'outbox.id', 'outbox_id').where('message_id_header', '=', ours).select('state').executeTakeFirst();
    expect(bounced).toEqual({ state: 'sent' });
  });
});

const bounceOf = (messageId: string, address: string) => ({
  subject: 'Undelivered Mail Returned to Sender',
  headers: ['Auto-Submitted: auto-replied'],
  text: `This is the mail system.\n\n<${address}>: host mx.posta.example said: 550 5.1.1 User unknown\n\nReporting-MTA: dns; mx.posta.example\n\nFinal-Recipient: rfc822; ${address}\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <${messageId}>\n`,
});

describe('a mail that cannot be filed', () => {
  it('stands in quarantine with the reason, and the next one goes through', async () => {
    await world.receives({ from: 'nessuno', text: 'Chi sono?' });
    expect(await outcomes()).toMatchObject({ state: 'quarantined', reason: expect.stringMatching(/no_sender|identity/u) });
    await world.receives({ from: elena, subject: 'Dopo', text: 'Io passo.' });
    expect(await newest()).toMatchObject({ subject: 'Dopo' });
    const marta = await world.as('marta');
    const { items } = await marta.call(rawMailRoutes.list, { query: {} });
    expect(items).toMatchObject([{ state: 'quarantined', sender: 'nessuno', subject: 'Ordine 88213' }]);
    const done = await marta.call(rawMailRoutes.list, { query: { state: 'done' } });
    expect(done.items[0]).toMatchObject({ sender: elena, subject: 'Dopo' });
    const mailbox = await world.app.db.selectFrom('mailboxes').where('address', '=', serviceAddress).select('last_mail_at').executeTakeFirstOrThrow();
    expect(mailbox.last_mail_at).toEqual(world.app.clock.now());
    await marta.call(rawMailRoutes.again, { params: { id: items[0]!.id } });
    await world.app.sweep();
    expect((await marta.call(rawMailRoutes.list, { query: {} })).items).toHaveLength(1);
  });

  it('is not shown to whoever does not look after the installation', async () => {
    expect(await (await world.as('giulia')).try(rawMailRoutes.list, { query: {} })).toMatchObject({ status: 403 });
  });
});

describe('the same mail', () => {
  it('handed over twice is one message', async () => {
    const mail = { from: elena, subject: 'Doppio', text: 'Una volta sola.', messageId: 'doppio@customer.example' };
    const before = (await all()).length;
    await world.receives(mail);
    await world.receives(mail);
    expect((await all()).length).toBe(before + 1);
  });

  it('delivered to two of our addresses, with other headers, is one message', async () => {
    const mail = { from: elena, subject: 'Due indirizzi', text: 'Scritto una volta.', messageId: 'due@customer.example' };
    await world.receives(mail);
    const before = (await all()).length;
    await world.receives({ ...mail, headers: ['Delivered-To: hotel@casalumina.example'] });
    expect((await all()).length).toBe(before);
    expect(await outcomes()).toMatchObject({ outcome: 'duplicate' });
  });

  it('without a Message-ID joins nobody else’s', async () => {
    const before = (await all()).length;
    await world.receives({ from: elena, subject: 'Senza', text: 'Primo senza id.', messageId: '' });
    await world.receives({ from: luca, subject: 'Senza', text: 'Secondo senza id.', messageId: '' });
    expect((await all()).length).toBe(before + 2);
  });
});

it('shows a message as it came, as a download that runs nothing', async () => {
  await world.receives({ from: elena, subject: 'Sorgente', text: 'Guardami dentro.' });
  const message = (await messagesOf((await newest()).id))[0]!;
  const answer = await (await world.as('giulia')).try(readMessageSource, { params: { id: message.id } });
  expect(answer.body).toContain('Guardami dentro.');
  expect(answer.headers).toMatchObject({ 'content-disposition': expect.stringContaining('attachment'), 'x-content-type-options': 'nosniff' });
});

