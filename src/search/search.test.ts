import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, minute, plus } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { mergeCase, openCaseByHand } from '#cases/contract.ts';
import { addCustomer } from '#customers/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, luca, startWorld, type World } from '#test/world.ts';
import { casesOfCustomer, searchEverything } from './contract.ts';
import { excerptOf, hitBegins, hitEnds } from './excerpt.ts';
import { catchUp } from './index.ts';
import { namesQuery, readQuestion } from './rules.ts';

describe('what somebody types', () => {
  it('may be a number, a name, an address or words', () => {
    expect(readQuestion(' C-10482 ')).toMatchObject({ caseNumber: 10482, words: 'C-10482' });
    expect(readQuestion('88213')).toMatchObject({ caseNumber: 88213, names: [], identity: null });
    expect(readQuestion('Elena March')).toMatchObject({ caseNumber: null, names: ['Elena', 'March'], identity: null });
    expect(readQuestion('elena@po')).toMatchObject({ names: [], identity: 'elena@po' });
    expect(readQuestion('347/123 45')).toMatchObject({ identity: '+3934712345' });
    expect(readQuestion('0044 20 79')).toMatchObject({ identity: '+442079' });
    expect(namesQuery(readQuestion("D’Angelo an'").names)).toBe('D:* & Angelo:* & an:*');
  });

  it('shows hits as they were written', () => {
    expect(excerptOf(`non so ${hitBegins}perche${hitEnds} manca`, 'non so perché manca')).toEqual([
      { text: 'non so ', isHit: false },
      { text: 'perché', isHit: true },
      { text: ' manca', isHit: false },
    ]);
  });
});

let world: World;
let giulia: Client;
beforeAll(async () => {
  world = await startWorld();
  giulia = await world.as('giulia');
  await world.receives({ from: elena, subject: 'Ordine 88213', text: 'Buongiorno, ho ricevuto solo uno dei due colli. Non capisco perché le spedizioni arrivino separate.' });
  await world.receives({ from: luca, subject: 'Rimborso', text: 'Il rimborso promesso martedì non è mai arrivato. The refund never came.' });
});
afterAll(() => world.stop());

const find = (q: string, cursor?: string) => giulia.call(searchEverything, { query: { q, ...(cursor === undefined ? {} : { cursor }) } });
const subjects = async (q: string) => (await find(q)).items.map((found) => found.subject);

it('finds words by their stem in both languages, without accents, as a phrase, and without what is left out', async () => {
  expect(await subjects('spedizione')).toEqual(['Ordine 88213']);
  expect(await subjects('perche separati')).toEqual(['Ordine 88213']);
  expect(await subjects('refunds')).toEqual(['Rimborso']);
  expect(await subjects('"due colli"')).toEqual(['Ordine 88213']);
  expect(await subjects('arrivato -rimborso')).not.toContain('Rimborso');
  expect(await subjects('zaffiro')).toEqual([]);
});

it('shows the place, as it was written', async () => {
  const [found] = (await find('perche')).items;
  expect(found).toMatchObject({ by: 'words', customer: { name: 'Elena Marchetti' }, message: { direction: 'in', channel: 'email' } });
  expect(found?.message?.excerpt.filter((piece) => piece.isHit)).toEqual([{ text: 'perché', isHit: true }]);
});

it('finds orders, cases by number, and people by name or address', async () => {
  expect(await subjects('88213')).toEqual(['Ordine 88213']);
  const number = (await find('88213')).items[0]!.number;
  expect((await find(`C-${number}`)).items[0]).toMatchObject({ by: 'number', number });
  expect((await find('elena mar')).customers).toMatchObject([{ name: 'Elena Marchetti', openCases: 1 }]);
  expect((await find('luca.fer@')).customers).toEqual([]);
  expect((await find('luca.ferri@po')).customers).toMatchObject([{ name: 'Luca Ferri', identity: 'luca.ferri@posta.example' }]);
});

it('gives each case once, page after page, and ranks a match in the subject and of today first', async () => {
  for (let place = 0; place < 45; place += 1) await world.receives({ from: `Cliente <cliente${place}@posta.example>`, subject: `Lampada ${place}`, text: `Ventilatore da soffitto numero ${place}.` });
  await world.app.advance(90 * day, { step: 90 * day });
  await world.receives({ from: elena, subject: 'Ventilatore', text: 'Buongiorno.' });
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await find('ventilatori', cursor);
    if (cursor === undefined) expect(page.items[0]?.subject).toBe('Ventilatore');
    seen.push(...page.items.map((found) => found.number));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(46);
  expect(new Set(seen).size).toBe(46);
  expect(await giulia.try(searchEverything, { query: { q: 'x', cursor: 'nonsense' } })).toMatchObject({ status: 400, body: { fields: [{ field: 'cursor' }] } });
}, 90_000);

it('catches up with messages that were missed, the old ones too', async () => {
  await world.app.db.deleteFrom('message_words').execute();
  expect(await subjects('spedizione')).toEqual([]);
  await catchUp(world.app.services);
  expect(await subjects('spedizione')).toEqual(['Ordine 88213']);
  const missing = await world.app.db.selectFrom('messages').leftJoin('message_words', 'message_words.message_id', 'messages.id').where('message_words.message_id', 'is', null).select('messages.id').execute();
  expect(missing).toEqual([]);
});

it('ranks the latest where too many said the words, and says so', async () => {
  const { db, clock } = world.app;
  const model = await db.selectFrom('messages').orderBy('at').limit(1).selectAll().executeTakeFirstOrThrow();
  const many = Array.from({ length: 2_600 }, (_, place) => ({ ...model, id: newId(clock.now()), raw_mail_id: null, subject: null, text: 'Mensola Brera', at: plus(clock.now(), place - day) }));
  for (let from = 0; from < many.length; from += 1_300) await db.insertInto('messages').values(many.slice(from, from + 1_300)).execute();
  await catchUp(world.app.services);
  const page = await find('mensole');
  expect(page.isPartial).toBe(true);
  expect(page.items).toMatchObject([{ message: { id: many.at(-1)?.id } }]);
  expect((await find('mensole zaffiro')).isPartial).toBe(false);
});

it('survives whatever is typed', async () => {
  for (const q of ["'", '"', '-', '((', '%', '\\', 'a & | !', '@', '🙂', "d'", 'il']) expect((await find(q)).items.length).toBeLessThanOrEqual(20);
});

describe('the cases of a customer', () => {
  it('are listed page by page, the one opened last first, each once, and none that was merged away', async () => {
    const { id } = await giulia.call(addCustomer, { body: { name: 'Rita Moro', identities: [{ kind: 'email', value: 'rita.moro@posta.example' }] } });
    const opened: string[] = [];
    for (let number = 1; number <= 23; number += 1) {
      // Three at the same instant: the place in the list must not lose one of them.
      if (number % 3 === 0) world.app.clock.advance(minute);
      opened.push((await giulia.call(openCaseByHand, { body: { customerId: id, subject: `Ordine ${number}`, note: 'Ha chiamato.', language: 'it' } })).id);
    }
    const [merged, into] = [opened[0]!, opened[1]!];
    await giulia.call(mergeCase, { params: { id: merged }, body: { intoId: into, evenThoughCustomersDiffer: false } });
    const first = await giulia.call(casesOfCustomer, { params: { id }, query: {} });
    expect([first.items.length, first.next === null]).toEqual([20, false]);
    const second = await giulia.call(casesOfCustomer, { params: { id }, query: { cursor: first.next! } });
    expect([second.items.length, second.next]).toEqual([2, null]);
    const all = [...first.items, ...second.items];
    expect(new Set(all.map(({ caseId }) => caseId))).toEqual(new Set(opened.filter((one) => one !== merged)));
    const times = all.map(({ openedAt }) => openedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(await giulia.try(casesOfCustomer, { params: { id }, query: { cursor: 'nonsense' } })).toMatchObject({ status: 400, body: { fields: [{ field: 'cursor' }] } });
  });
});
