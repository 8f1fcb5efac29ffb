import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '#base/clock.ts';
import { logCall } from '#channels/phone/contract.ts';
import { openMail } from '#channels/email/index.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { addRecipient, casesBehind, readDigest, removeRecipient } from '#reports/contract.ts';
import { addTopic, captureOnCase, leaveTheme, readTheme } from '#voices/contract.ts';
import { elena, luca, startWorld, type World } from '#test/world.ts';

/**
 * Customers say that nobody explains why a delivery comes in two parcels. Ilaria has two days to take it or leave it, and does
 * neither. Two of the customers lose their patience. On Monday the management reads it, with the reason and with who was to decide.
 */
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const rita = 'Rita Moro <rita.moro@barcentrale.example>';
const words = 'Ho aperto la scatola e mancavano i ripiani. Nessuno mi aveva detto dei due colli.';
const until = async (at: string) => {
  world.app.clock.advance(new Date(at).getTime() - world.app.clock.now().getTime());
  await world.app.sweep();
};
const digestMails = async () => (await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('purpose', '=', 'digest').orderBy('address').select(['address', 'mail']).execute())
  .map(({ address, mail }) => ({ address, mail: openMail(world.app.services.secrets, mail) }));
const linkIn = (text: string): string => /\/api\/digests\/([\w-]+)/u.exec(text)?.[0] ?? '';
const get = async (url: string) => world.app.http.inject({ method: 'GET', url });

it('climbs until the management reads it on Monday, once, with its cases behind every figure', async () => {
  const [giulia, marco, marta, ilaria] = [await world.as('giulia'), await world.as('marco'), await world.as('marta'), await world.as('ilaria')];
  const { id: topicId } = await marta.call(addTopic, { body: { nameIt: 'consegna', nameEn: 'delivery', departmentId: world.departments.logistica, deciderId: world.people.ilaria.id, decidesWithinDays: 2, words: ['coll', 'consegn'] } });
  let themeId: string | null = null;
  const cases: string[] = [];
  for (const from of [elena, luca, rita]) {
    await world.receives({ from, subject: 'Due colli', text: words });
    const { caseId, messageId } = await world.app.db.selectFrom('cases').innerJoin('messages', 'messages.case_id', 'cases.id').orderBy('cases.number', 'desc').limit(1).select(['cases.id as caseId', 'messages.id as messageId']).executeTakeFirstOrThrow();
    cases.push(caseId);
    const into: { themeId: string } | { newTheme: { title: string; topicId: string } } = themeId === null ? { newTheme: { title: 'La consegna in due colli non è spiegata', topicId } } : { themeId };
    const captured: { theme: { id: string } | null } = await giulia.call(captureOnCase, { params: { id: caseId }, body: { messageId, from: 0, to: words.length, kind: 'frustration', ...into } });
    themeId = captured.theme!.id;
  }
  expect(await ilaria.call(readTheme, { params: { id: themeId! } })).toMatchObject({ customers: 3, decider: { name: 'Ilaria Fontana' }, decideBy: '2026-11-26T17:00:00.000Z', may: { decide: true } });

  // Two of them call, on a second channel, while they wait.
  world.app.clock.advance(day);
  for (const caseId of cases.slice(0, 2)) {
    const { customerId } = await world.app.db.selectFrom('cases').where('id', '=', caseId).select('customer_id as customerId').executeTakeFirstOrThrow();
    await marco.call(logCall, { body: { customerId, caseId, text: 'Chiede dove sono i ripiani, e perché nessuno risponde.' } });
  }
  await world.app.sweep();
  const admin = marta;
  const { id: recipientId } = await admin.call(addRecipient, { body: { name: 'Il consiglio', email: 'consiglio@casalumina.example', language: 'en' } });
  expect(await admin.try(addRecipient, { body: { name: 'Ancora', email: 'Consiglio@casalumina.example', language: 'it' } })).toMatchObject({ status: 409, body: { code: 'recipient.exists' } });

  await until('2026-11-30T06:59:00+01:00');
  expect(await digestMails()).toEqual([]);
  await until('2026-11-30T07:00:30+01:00');
  await world.app.sweep();
  const sent = await digestMails();
  expect(sent.map(({ address }) => address)).toEqual(['consiglio@casalumina.example', 'elena.brambilla@casalumina.example']);
  const [inEnglish, inItalian] = sent.map(({ mail }) => mail);
  expect(inItalian!.subject).toBe('Settimana 48: Due clienti hanno perso la pazienza. Tutti e due per lo stesso motivo.');
  expect(inItalian!.text).toContain('«La consegna in due colli non è spiegata»: è il motivo per 2 clienti. Ilaria Fontana doveva decidere, ed è in ritardo di 3 giorni.');
  expect(inItalian!.files).toMatchObject([{ name: 'Presa-2026-W48.pdf', type: 'application/pdf' }]);
  expect(inEnglish!.subject).toBe('Week 48: Two customers lost their patience. Both for the same reason.');
  expect((await (await world.as('elena')).call(noticeRoutes.list)).map(({ kind }) => kind)).toContain('decision_late');

  // The link opens a page without an account, with the customers' words and nobody's name.
  const page = await get(linkIn(inItalian!.text));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Nessuno mi aveva detto dei due colli');
  expect(page.body).toContain('3 giorni');
  expect(page.body).not.toMatch(/Marchetti|Ferri|Moro/u);
  // Every figure of it leads to its cases, and what leads there names nobody either.
  const [, figure = ''] = /href="([^"]+figure=boiled)"/u.exec(page.body) ?? [];
  const behindIt = await get(figure);
  expect(behindIt.body.match(/C-\d+/gu)).toHaveLength(2);
  expect(behindIt.body).not.toMatch(/Marchetti|Ferri/u);
  const paper = await get(`${linkIn(inEnglish!.text)}/pdf`);
  expect([paper.statusCode, paper.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  await admin.call(removeRecipient, { params: { id: recipientId } });
  expect((await get(linkIn(inEnglish!.text))).statusCode).toBe(404);
  expect((await get(`${linkIn(inEnglish!.text)}/cases?figure=boiled`)).statusCode).toBe(404);

  // What was sent stays what it was; the live page goes on.
  const management = await world.as('elena');
  await ilaria.call(leaveTheme, { params: { id: themeId! }, body: { reason: 'costs_too_much', words: 'Un foglio in ogni scatola costa più di quanto porta.' } });
  expect((await get(linkIn(inItalian!.text))).body).toContain('Da decidere, e in ritardo');
  expect(await management.call(readDigest, { query: { week: '2026-W48' } })).toMatchObject({
    isOver: true, boiled: { customers: 2, byCause: [{ cause: 'theme', id: themeId, customers: 2 }], byWhy: [{ why: 'second_channel', customers: 2 }] }, heard: { voices: 3, customers: 3, themes: [{ id: themeId, boiled: 2, voices: 3, quote: { words } }] }, service: { opened: 3, chased: 2 },
  });
  expect(await management.call(readDigest, { query: {} })).toMatchObject({ week: '2026-W49', isOver: false, undecided: { count: 0, overdue: 0 }, decided: [{ kind: 'leave', reason: 'costs_too_much', by: 'Ilaria Fontana', customers: 3 }] });
  const behind = await management.call(casesBehind, { query: { week: '2026-W48', figure: 'boiled', of: themeId! } });
  expect(behind.items.map(({ id, customer, mayOpen }) => [id, customer, mayOpen])).toEqual(cases.slice(0, 2).map((id) => [id, null, false]));
  expect((await giulia.call(casesBehind, { query: { week: '2026-W48', figure: 'opened' } })).items.map(({ customer }) => customer)).toEqual(['Elena Marchetti', 'Luca Ferri', 'Rita Moro']);
  expect(await management.try(readDigest, { query: { week: '2027-W01' } })).toMatchObject({ status: 404 });

  // Next Monday there is another; this one does not leave again.
  await until('2026-12-07T09:00:00+01:00');
  expect((await digestMails()).filter(({ address }) => address.startsWith('elena')).length).toBe(2);
});
