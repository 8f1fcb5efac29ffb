import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import { acceptanceRoutes, invitationRoutes, recoveryRoutes, sessionRoutes } from '#people/contract.ts';
import { addMember } from '#people/index.ts';
import { openMailSink, type MailSink, type SunkMail } from '#test/mail-sink.ts';
import { cookieOf } from '#test/people-app.ts';
import { clientOf, type Answer, type Client } from '#test/client.ts';
import { startWorld, type World } from '#test/world.ts';

let world: World;
let sink: MailSink;

beforeAll(async () => {
  sink = await openMailSink();
  world = await startWorld({ servers: { imap: null, smtp: { host: '127.0.0.1', port: sink.port, security: 'none', user: '' } } });
}, 60_000);
afterAll(async () => {
  await world.stop();
  await sink.close();
});

const codeOf = ({ status, body }: { status: number; body: unknown }) => `${status} ${(body as { code?: string }).code ?? ''}`.trim();
const linkIn = (mail: SunkMail): string => /https:\/\/presa\.example\/\S+#\S+/u.exec(mail.mail.text)?.[0] ?? '';
const tokenIn = (mail: SunkMail): string => linkIn(mail).split('#')[1] ?? '';
/** Everything that is written anywhere in the database where a token could have been left. */
const everythingStored = async (): Promise<string> => {
  const { db } = world.app;
  const rows = await Promise.all([
    db.selectFrom('events').selectAll().execute(), db.selectFrom('outbox').selectAll().execute(), db.selectFrom('invitations').selectAll().execute(),
    db.selectFrom('invitation_links').selectAll().execute(), db.selectFrom('password_recoveries').selectAll().execute(),
  ]);
  return JSON.stringify(rows);
};

describe('an invitation', () => {
  const invite = async (name: string, language: 'it' | 'en') => {
    const marta = await world.as('marta');
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@casalumina.example`;
    const made = await marta.call(invitationRoutes.invite, { body: { name, email, roles: ['agent'], level: 1, departmentId: world.departments.servizio, language } });
    await world.app.sweep();
    return { ...made, email, mail: sink.mailsTo(email).at(-1) };
  };

  it('leaves by mail, in the language of whoever is invited, and its link is written nowhere', async () => {
    const italian = await invite('Irene Costa', 'it');
    const english = await invite('Olivia Hart', 'en');
    expect(italian.invitation).toMatchObject({ road: 'mail', language: 'it' });
    expect(italian.mail?.mail.subject).toBe('Il tuo invito in Presa (Casa Lumina)');
    expect(italian.mail?.mail.text).toContain('Marta Riva ti aspetta in Presa');
    expect(english.mail?.mail.subject).toBe('Your invitation to Presa (Casa Lumina)');
    expect(english.mail?.mail.text).toContain('It works for 72 hours, once.');
    const stored = await everythingStored();
    for (const mail of [italian.mail!, english.mail!]) {
      expect(tokenIn(mail).length).toBeGreaterThan(40);
      expect(stored).not.toContain(tokenIn(mail));
    }
  });

  it('opens behind the mailed link or the one handed over, and once in all', async () => {
    const { link, mail } = await invite('Bruno Galli', 'it');
    const byHand = link.split('#')[1] ?? '';
    expect(byHand).not.toBe(tokenIn(mail!));
    const visitor = world.app.visitor();
    for (const token of [byHand, tokenIn(mail!)]) expect((await visitor.call(acceptanceRoutes.check, { body: { token } })).name).toBe('Bruno Galli');
    const accept = (token: string) => visitor.try(acceptanceRoutes.accept, { body: { token, name: 'Bruno Galli', password: 'legno-e-pazienza' } });
    expect([codeOf(await accept(tokenIn(mail!))), codeOf(await accept(byHand))]).toEqual(['200', '409 invitation.spent']);
  });

  it('says so where its mail came back', async () => {
    const { email, mail } = await invite('Sonia Pace', 'it');
    const messageId = mail!.mail.messageId!;
    const bounce = [
      'Reporting-MTA: dns; mx.posta.example', '', `Final-Recipient: rfc822; ${email}`, 'Action: failed', 'Status: 5.1.1', '',
      '--b', 'Content-Type: message/rfc822', '', `Message-ID: <${messageId}>`, `To: ${email}`, '', 'x', '--b--',
    ].join('\r\n');
    await world.receives({
      from: 'Mail Delivery System <mailer-daemon@posta.example>', subject: 'Undelivered Mail Returned to Sender', text: bounce,
      headers: ['Auto-Submitted: auto-replied', `In-Reply-To: <${messageId}>`],
    });
    const marta = await world.as('marta');
    const list = await marta.call(invitationRoutes.list);
    expect(list.find((one) => one.email === email)?.road).toBe('mail_failed');
  });

  it('is handed over where no mailbox sends', async () => {
    const without = await startWorld({ servers: { imap: null, smtp: null } });
    const marta = await without.as('marta');
    const { invitation } = await marta.call(invitationRoutes.invite, {
      body: { name: 'Irene Costa', email: 'irene.costa@casalumina.example', roles: ['agent'], level: 1, departmentId: without.departments.servizio, language: 'it' },
    });
    expect(invitation.road).toBe('by_hand');
    expect(await without.app.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
    await without.stop();
  });
});

describe('a forgotten password', () => {
  const email = 'teresa.longo@casalumina.example';
  const old = 'vecchia-lampada-accesa';
  const fresh = 'nuova-lampada-accesa';
  let asker: Client;

  beforeAll(async () => {
    const id = await inWork(world.app.services, system, (work) =>
      addMember(work, { name: 'Teresa Longo', email, language: 'it', roles: ['agent'], departmentId: world.departments.servizio, password: old }));
    expect(typeof id).toBe('string');
  });
  beforeEach(() => {
    asker = world.app.visitor();
    world.app.clock.advance(2 * hour);
  });

  const forget = (address: string) => asker.try(recoveryRoutes.forget, { body: { email: address } });
  const mailed = async (): Promise<SunkMail> => {
    await forget(email);
    await world.app.sweep();
    return sink.mailsTo(email).at(-1)!;
  };
  const choose = (token: string, password = fresh) => asker.try(recoveryRoutes.choose, { body: { token, password } });
  const enter = (password: string): Promise<Answer> => world.app.visitor().try(sessionRoutes.signIn, { body: { email, password } });

  it('is chosen anew behind a mailed link: once, within half an hour, and every session ends', async () => {
    const before = await enter(old);
    const mail = await mailed();
    expect(mail.mail.subject).toBe('Una nuova password per Presa');
    expect(mail.mail.text).toContain('Il collegamento vale 30 minuti');
    expect(await everythingStored()).not.toContain(tokenIn(mail));
    expect(await asker.call(recoveryRoutes.check, { body: { token: tokenIn(mail) } })).toMatchObject({ name: 'Teresa Longo', language: 'it' });
    const both = await Promise.all([choose(tokenIn(mail)), choose(tokenIn(mail))]);
    expect(both.map(codeOf).toSorted()).toEqual(['200', '409 recovery.spent']);
    const me = await clientOf(world.app.http, cookieOf(before.headers), 'it').try(sessionRoutes.me);
    expect([me.status, (await enter(old)).status, (await enter(fresh)).status]).toEqual([401, 401, 200]);
    await world.app.sweep();
    expect(sink.mailsTo(email).at(-1)!.mail.subject).toBe('La tua password di Presa è cambiata');
  });

  it('is answered alike for who works here, who left and who never did, and only the first gets mail', async () => {
    const sent = sink.all.length;
    await world.app.db.updateTable('members').set({ left_at: world.app.clock.now() }).where('id', '=', world.people.luca.id).execute();
    const left = await world.app.db.selectFrom('members').select('email').where('id', '=', world.people.luca.id).executeTakeFirstOrThrow();
    const answers = [await forget(email), await forget(left.email), await forget('nessuno@altrove.example')];
    const shape = ({ status, body }: Answer) => ({ status, body });
    expect(answers.map(shape)).toEqual(answers.map(() => ({ status: 200, body: {} })));
    await world.app.sweep();
    expect(sink.all.slice(sent).map(({ to }) => to)).toEqual([email]);
  });

  it('opens neither after half an hour nor once a newer link was asked for, and refuses a short password', async () => {
    const first = tokenIn(await mailed());
    const second = tokenIn(await mailed());
    expect(first).not.toBe(second);
    expect([codeOf(await choose(first)), codeOf(await choose(second, 'corta'))]).toEqual(['409 recovery.spent', '400 bad_input']);
    world.app.clock.advance(30 * minute);
    expect(codeOf(await choose(second))).toBe('409 recovery.spent');
    expect((await enter(fresh)).status).toBe(200);
  });

  it('is no toy: five an hour for one address, known or not, with when to come back', async () => {
    for (const address of [email, 'nessuno@altrove.example']) {
      const answers = await Promise.all(Array.from({ length: 7 }, () => forget(address)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 429, 429]);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.headers['retry-after']).toBe('3600');
      expect(refused.body).toMatchObject({ code: 'too_many', words: 'Troppe richieste di fila: riprovi tra 60 minuti.' });
    }
    world.app.clock.advance(hour + second);
    expect((await forget(email)).status).toBe(200);
    await world.app.sweep();
  });

  it('forgives the wrong guesses that came before', async () => {
    for (let guess = 0; guess < 12; guess += 1) await enter('sbagliata');
    expect((await enter(fresh)).status).toBe(429);
    const token = tokenIn(await mailed());
    expect((await choose(token, 'terza-lampada-accesa')).status).toBe(200);
    expect((await enter('terza-lampada-accesa')).status).toBe(200);
  });
});
