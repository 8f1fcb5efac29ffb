import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openMail } from '#channels/email/index.ts';
import * as opportunities from '#opportunities/contract.ts';
import { startWorld, type World } from '#test/world.ts';
import * as voices from '#voices/contract.ts';
import { loopFigures } from '#voices/index.ts';

/**
 * Four customers would like to pay by instalments. It is left, with a reason, and they are told it as such; one of them answers that she
 * will buy elsewhere. A year later it is taken: letters that nobody had sent are gone, nobody reads the same words twice, and what is
 * answered to a letter of a case that is long over opens a case of its own and comes back to the theme all the same. Ten weeks after it
 * is out we look at what it brought, and call it an association.
 */
let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world?.stop());

const wish = 'vorrei pagare a rate anche sotto i 200 euro';
const people = ['Elena Marchetti', 'Luca Ferri', 'Rita Moro', 'Paolo Gentile'] as const;
type Person = (typeof people)[number] | 'Studio Bianchi';
const addressOf = (name: Person): string => `${name.toLowerCase().replace(' ', '.')}@posta.example`;

const says = async (name: Person, text: string, kind: voices.InsightKind, into: { themeId: string } | { newTheme: { title: string; product: null } }) => {
  await world.receives({ from: `${name} <${addressOf(name)}>`, subject: 'Domanda', text });
  const { caseId, messageId } = await world.app.db.selectFrom('messages').orderBy('at', 'desc').orderBy('id', 'desc').limit(1).select(['case_id as caseId', 'id as messageId']).executeTakeFirstOrThrow();
  const { theme } = await (await world.as('giulia')).call(voices.captureOnCase, { params: { id: caseId }, body: { messageId, from: 0, to: text.length, kind, ...into } });
  return { caseId, themeId: theme!.id };
};

const letters = async (name: Person): Promise<{ text: string; replyTo: string; id: string; caseId: string }[]> => {
  const rows = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_id', 'outbox.id').where('address', '=', addressOf(name)).where('purpose', '=', 'reply').orderBy('created_at').select(['mail', 'message_id_header as id', 'case_id as caseId']).execute();
  return rows.map(({ mail, id, caseId }) => ({ ...openMail(world.app.services.secrets, mail), id, caseId: caseId!, replyTo: openMail(world.app.services.secrets, mail).replyTo! }));
};
const answers = async (name: Person, text: string): Promise<void> => {
  const letter = (await letters(name)).at(-1)!;
  await world.receives({ from: `${name} <${addressOf(name)}>`, subject: 'Re: Domanda', text, to: letter.replyTo, inReplyTo: letter.id });
};
/** No server stands behind this world: what has left so far has arrived, so that no mail is given up for being old. */
const delivered = async (): Promise<void> => {
  await world.app.db.updateTable('outbox_recipients').set({ state: 'sent', next_attempt_at: null, sent_at: world.app.clock.now() }).where('state', '=', 'waiting').execute();
};
const loop = async (id: string) => (await world.as('luca')).call(voices.readLoop, { params: { id } });

it('the idea left with a reason and taken a year later: told both times, in other words, and what it brought is an association', async () => {
  const [giulia, luca] = [await world.as('giulia'), await world.as('luca')];
  const { themeId, caseId } = await says('Elena Marchetti', `Buongiorno, ${wish}.`, 'feature_request', { newTheme: { title: 'Pagare a rate sotto i 200 euro', product: null } });
  for (const name of ['Luca Ferri', 'Rita Moro'] as const) await says(name, `Buongiorno, ${wish}. Altrimenti cambio negozio.`, name === 'Rita Moro' ? 'leaving_risk' : 'suggestion', { themeId });
  await says('Paolo Gentile', `Buongiorno, ${wish}, se si può.`, 'suggestion', { themeId });
  await giulia.call(cases.takeCharge, { params: { id: caseId } });
  await giulia.call(cases.resolveCase, { params: { id: caseId }, body: { reason: 'Risposto al telefono' } });
  await giulia.call(cases.takeCharge, { params: { id: (await world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).select('id').executeTakeFirstOrThrow()).id } });
  await (await world.as('marta')).call(voices.handTheme, { params: { id: themeId }, body: { memberId: world.people.luca.id, why: 'Riguarda le vendite.' } });

  // Left.
  await luca.call(voices.leaveTheme, { params: { id: themeId }, body: { reason: 'later', words: 'Quest’anno cambiamo il sistema dei pagamenti: prima deve essere pronto quello.' } });
  const { items } = await giulia.call(voices.listLetters, { params: { id: themeId }, query: {} });
  expect(items.map(({ customer, state, said }) => [customer.name, state, said])).toEqual([...people].toSorted().map((name) => [name, 'to_read', expect.stringContaining(wish)]));
  const [ofElena, ofLuca, ofPaolo] = items.map(({ id }) => id);
  await giulia.call(voices.writeLetter, { params: { id: ofLuca! }, body: { text: 'Buongiorno Luca Ferri,\n\nper ora le rate non ci saranno: ne abbiamo parlato al telefono.\n\nGiulia Serra' } });
  await giulia.call(voices.skipLetter, { params: { id: ofElena! }, body: { why: 'Le ho già spiegato tutto.' } });
  await giulia.call(voices.returnLetter, { params: { id: ofElena! } });
  await luca.call(voices.releaseLetters, { params: { id: themeId }, body: { letterIds: items.filter(({ id }) => id !== ofPaolo).map(({ id }) => id), undoSeconds: 10 } });
  expect(await giulia.try(voices.skipLetter, { params: { id: ofElena! }, body: { why: 'Troppo tardi.' } })).toMatchObject({ status: 409, body: { code: 'loop.has_left' } });
  await world.app.advance(12 * second, { step: 12 * second });
  const [left] = await letters('Elena Marchetti');
  expect(left!.text).toMatch(/Non adesso: ci interessa.*Luca Sala.*Quest’anno cambiamo il sistema dei pagamenti.*Giulia Serra, per Casa Lumina/su);
  expect((await letters('Luca Ferri'))[0]!.text).toContain('ne abbiamo parlato al telefono');
  expect(await giulia.try(voices.returnLetter, { params: { id: ofElena! } })).toMatchObject({ status: 409, body: { code: 'loop.was_told' } });

  // A no is answered within days: on her own case, which it opens again, and to the theme.
  await answers('Elena Marchetti', 'Allora la prossima lampada la compro altrove.');
  expect(await world.app.db.selectFrom('cases').where('id', '=', caseId).select('status').executeTakeFirstOrThrow()).toEqual({ status: 'open' });
  expect((await loop(themeId)).answered).toMatchObject({ thanks: 0, words: 1, items: [{ saidBy: expect.not.stringContaining('Elena') as string, words: 'Allora la prossima lampada la compro altrove.', case: null }] });
  await giulia.call(cases.resolveCase, { params: { id: caseId }, body: { reason: 'Ci siamo parlati' } });

  // A year later it is taken, and the letter that nobody had sent is gone.
  await delivered();
  world.app.clock.advance(365 * day);
  const taken = await luca.call(voices.takeTheme, { params: { id: themeId }, body: { doerDepartmentId: world.departments.amministrazione, shipsBy: '2028-01-31', words: 'Il nuovo sistema c’è, e le rate con lui.' } });
  expect(await loop(themeId)).toMatchObject({ now: { kind: 'take', toRead: { it: 4, en: 0 } }, figures: [{ attached: 4, waiting: 4, isNow: true }, { attached: 3, told: 3, waiting: 0, isNow: false }] });
  await luca.call(voices.releaseLetters, { params: { id: themeId }, body: { undoSeconds: 0 } });
  await world.app.sweep();
  expect((await Promise.all(people.map(letters))).map(({ length }) => length)).toEqual([2, 2, 2, 1]);
  const [first, second_] = (await letters('Elena Marchetti')).map(({ text }) => text.split('\n\n').slice(1, 6));
  expect(second_!.filter((part) => first!.includes(part))).toEqual([]);

  // Answered on a case that has long been over: a new one, and still to the theme. Thanks open none.
  const openBefore = (await world.app.db.selectFrom('cases').select('id').execute()).length;
  await answers('Elena Marchetti', 'Bene. Vale anche per la mensola Brera?');
  await answers('Luca Ferri', 'Grazie!');
  expect((await world.app.db.selectFrom('cases').select('id').execute()).length).toBe(openBefore + 1);
  expect((await loop(themeId)).answered).toMatchObject({ thanks: 1, words: 2 });
  const fresh = await world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).select('id').executeTakeFirstOrThrow();
  expect((await giulia.call(voices.voicesOfCase, { params: { id: fresh.id } })).suggestions).toMatchObject([{ words: 'Bene. Vale anche per la mensola Brera?', theme: { id: themeId } }]);

  // Out; two weeks are too few to say anything, ten are enough.
  await luca.call(voices.shipDecision, { params: { id: taken.id }, body: { words: 'Da oggi si paga in tre rate da 50 euro in su.' } });
  await luca.call(voices.releaseLetters, { params: { id: themeId }, body: { undoSeconds: 0 } });
  await world.app.sweep();
  expect(await loopFigures(world.app.db, new Date('2027-11-01'), new Date('2028-02-01'))).toMatchObject({ decided: { attached: 4, told: 4, within5WorkingDays: 4 }, shipped: { attached: 4, told: 4, notTold: 0, waiting: 0 } });
  await delivered();
  world.app.clock.advance(14 * day);
  expect(await luca.call(voices.readBrought, { params: { id: themeId } })).toMatchObject({ state: 'too_early', readableAt: expect.any(String) as string });
  // Elena takes the shelf after all: what she asked for and what she buys stand side by side, no more is claimed.
  const { vendite } = world.departments;
  await (await world.as('marta')).call(opportunities.setRoutes, { body: { lead: vendite, order: vendite, product_idea: vendite } });
  const { id: orderId } = await giulia.call(opportunities.handOver, { params: { id: fresh.id }, body: { kind: 'order', words: 'Vale anche per la mensola Brera?', valueCents: 17_900 } });
  await world.app.advance(minute, { step: minute });
  await (await world.as('andrea')).call(opportunities.conclude, { params: { id: orderId }, body: { outcome: 'won', wonCents: 17_900, words: 'Tre rate da 59,66.' } });
  await says('Studio Bianchi', 'Si può pagare a rate anche al telefono?', 'suggestion', { themeId });
  world.app.clock.advance(56 * day);
  expect(await luca.call(voices.readBrought, { params: { id: themeId } })).toMatchObject({
    state: 'measured', weeks: 10, voices: { before: 0, after: 1 }, everything: { before: 0, after: 1 }, ratio: { value: null, high: null },
    perWeek: { before: Array.from({ length: 10 }, () => 0), after: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
    boiled: { customers: 4 }, leaving: { all: { customers: 1, valueCents: 0 }, silentSince: { customers: 1 }, saidAgain: { customers: 0 } },
    won: { before: { count: 0, cents: 0 }, after: { count: 1, cents: 17_900 }, ratio: { value: null, high: null } },
  });
}, 120_000);
