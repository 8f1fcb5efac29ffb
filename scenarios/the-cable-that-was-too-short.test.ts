import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';

import { openMail, storeRaw } from '#channels/email/index.ts';
import { logCall } from '#channels/phone/contract.ts';
import { readHistory } from '#desk/contract.ts';
import { rawMail, serviceAddress, startWorld, type World } from '#test/world.ts';
import * as voices from '#voices/contract.ts';
import { loopFigures, tellLoop } from '#voices/index.ts';

/**
 * Thirty-two customers say that the cable is too short: most in passing, in a mail about something else. Two said it under another
 * theme that was merged into this one, one writes English, one called and left no address, one said it twice. Anna Fabbri takes it, by
 * a day; everybody who can be written to is told in words that a person has read, once, also where the program was killed in the
 * middle of it; and again when it is out. What they answer comes back to the theme.
 */
let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world?.stop());

const wish = 'Peccato che il cavo sia così corto';
const addressOf = (place: number): string => `cliente.${place}@posta.example`;

interface OnCase {
  readonly caseId: string;
  readonly messageId: string;
}

interface Said {
  readonly place: number;
  readonly text: string;
  readonly subject?: string;
}

const from = (place: number): string => `Cliente Numero${place} <${addressOf(place)}>`;

/** What each wrote, all of it filed in one go, in the order given. */
const write = async (...said: readonly Said[]): Promise<OnCase[]> => {
  for (const { place, text, subject = `Ordine ${place}` } of said) await storeRaw(world.app.services, { raw: rawMail({ from: from(place), subject, text }), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  await world.app.sweep();
  const found: OnCase[] = [];
  for (const { place, text } of said) found.push(await world.app.db.selectFrom('messages').where('author_address', '=', addressOf(place)).where('text', '=', text).select(['case_id as caseId', 'id as messageId']).executeTakeFirstOrThrow());
  return found;
};

/** Captures the words where they stand, into a theme. */
const captures = async ({ caseId, messageId }: OnCase, words: string, into: { themeId: string } | { newTheme: { title: string; product: string } }) => {
  const { text } = await world.app.db.selectFrom('messages').where('id', '=', messageId).select('text').executeTakeFirstOrThrow();
  const begins = text.indexOf(words);
  return (await world.as('giulia')).call(voices.captureOnCase, { params: { id: caseId }, body: { messageId, from: begins, to: begins + words.length, kind: 'suggestion', ...into } });
};

/** The mails to each address that hold some words. */
const mailed = async (needle: string): Promise<Map<string, string[]>> => {
  const rows = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_id', 'outbox.id').where('purpose', '=', 'reply').orderBy('created_at').select(['mail', 'address']).execute();
  const found = new Map<string, string[]>();
  for (const { mail, address } of rows) {
    const { text } = openMail(world.app.services.secrets, mail);
    if (text.includes(needle)) found.set(address, [...(found.get(address) ?? []), text]);
  }
  return found;
};

/** No server stands behind this world: what has left so far has arrived, so that no mail is given up for being old. */
const delivered = async (): Promise<void> => {
  await world.app.db.updateTable('outbox_recipients').set({ state: 'sent', next_attempt_at: null, sent_at: world.app.clock.now() }).where('state', '=', 'waiting').execute();
};
const figures = async () => loopFigures(world.app.db, new Date('2026-01-01'), new Date('2028-01-01'));
const loop = async (themeId: string) => (await world.as('anna')).call(voices.readLoop, { params: { id: themeId } });
const closed = async (): Promise<unknown[]> => world.app.db.selectFrom('cases').where('status', '=', 'resolved').orderBy('number').select(['number', 'status', 'owner_id', 'resolved_at', 'next_update_due_at', 'waiting_since', 'last_outbound_at']).execute();

it('the cable that was too short: thirty-two asked, each is told once what was decided and once that it is out', async () => {
  const [giulia, marco, anna] = [await world.as('giulia'), await world.as('marco'), await world.as('anna')];

  // Said.
  const many = Array.from({ length: 27 }, (_, at): Said => ({ place: at + 2, text: `Buongiorno, manca una vite. ${wish}.` }));
  const [first, twice, hotel, tied, wanting, ...rest] = await write(
    { place: 1, text: `Buongiorno, l’ordine è arrivato, grazie. ${wish}: non arriva alla presa.` },
    { place: 28, text: 'E poi, a dirla tutta, la lampada andrebbe lontana dalla presa: ci vuole una prolunga.', subject: 'Ancora il cavo' },
    { place: 29, text: 'Good morning, a good lamp. But the cable is much too short for our rooms.', subject: 'Our order' },
    { place: 30, text: `${wish}, serve una prolunga.` },
    { place: 31, text: 'Ci vorrebbe una prolunga nella scatola.' },
    ...many,
  );
  const newTheme = { title: 'Cavo di alimentazione più lungo', product: 'Lumina 3' };
  const themeId = (await captures(first!, wish, { newTheme })).theme!.id;
  for (const one of rest) await captures(one, wish, { themeId });
  const over = rest.slice(0, 14);
  for (const { caseId } of over) {
    await giulia.call(cases.takeCharge, { params: { id: caseId } });
    await giulia.call(cases.resolveCase, { params: { id: caseId }, body: { reason: 'Vite spedita' } });
  }
  await captures(twice!, 'ci vuole una prolunga', { themeId });
  await captures(hotel!, 'the cable is much too short for our rooms', { themeId });
  const other = await captures(tied!, 'serve una prolunga', { newTheme: { title: 'Serve una prolunga', product: 'Lumina 3' } });
  await captures(wanting!, 'Ci vorrebbe una prolunga', { themeId: other.theme!.id });
  const { caseId: called } = await marco.call(logCall, { body: { number: '+39 347 5550132', name: 'Olga Trentadue', text: 'Il cavo è troppo corto.' } });
  const call = await world.app.db.selectFrom('messages').where('case_id', '=', called).select('id').executeTakeFirstOrThrow();
  await captures({ caseId: called, messageId: call.id }, 'Il cavo è troppo corto', { themeId });
  await giulia.call(voices.mergeTheme, { params: { id: other.theme!.id }, body: { intoId: themeId } });
  expect(await anna.call(voices.readTheme, { params: { id: themeId } })).toMatchObject({ customers: 32, voices: 33, decider: expect.anything() });

  // Decided.
  await (await world.as('marta')).call(voices.handTheme, { params: { id: themeId }, body: { memberId: world.people.anna.id, why: 'È il tuo prodotto.' } });
  const taken = await anna.call(voices.takeTheme, { params: { id: themeId }, body: { doerDepartmentId: world.departments.prodotto, shipsBy: '2027-03-08', words: 'La Lumina 3 avrà un cavo di tre metri.' } });
  expect(taken).toMatchObject({ customers: 32, voices: 33 });
  expect(await loop(themeId)).toMatchObject({
    now: { occasion: 'decided', kind: 'take', words: { it: 'La Lumina 3 avrà un cavo di tre metri.', en: null }, toRead: { it: 31, en: 1 }, cannot: { it: 1, en: 0 }, leaving: 0 }, may: { tell: true },
    figures: [{ attached: 32, told: 0, notTold: 0, waiting: 32, isNow: true }],
  });
  expect(await mailed('tre metri')).toEqual(new Map());

  // Read, and let go: nobody is told half of it, and a shop assistant of another department does not write to customers.
  expect(await anna.try(voices.releaseLetters, { params: { id: themeId }, body: {} })).toMatchObject({ status: 409, body: { code: 'loop.words_missing', words: expect.stringContaining('inglese') as string } });
  expect(await (await world.as('dario')).try(voices.releaseLetters, { params: { id: themeId }, body: {} })).toMatchObject({ status: 409, body: { code: 'loop.not_yours' } });
  await giulia.call(voices.writeLoopWords, { params: { id: themeId }, body: { en: 'The Lumina 3 will have a cable of three metres.' } });
  const before = await closed();
  expect(before).toHaveLength(14);
  expect(await anna.call(voices.releaseLetters, { params: { id: themeId }, body: { undoSeconds: 10 } })).toMatchObject({ letters: 32 });
  expect(await anna.call(voices.takeLettersBack, { params: { id: themeId } })).toEqual({ letters: 32 });
  await world.app.advance(15 * second, { step: 15 * second });
  expect((await mailed('tre metri')).size).toBe(0);
  await anna.call(voices.releaseLetters, { params: { id: themeId }, body: { undoSeconds: 0 } });

  // Killed after some: what was told is settled with its mail, and the next sweep goes on. Two at once tell nobody twice either.
  const { db } = world.app;
  const ids = (await db.selectFrom('loop_letters').orderBy('id').select('id').execute()).map(({ id }) => id);
  const later = new Date(world.app.clock.now().getTime() + 60 * second);
  await db.updateTable('loop_letters').set({ send_at: later }).where('id', 'in', ids.slice(12)).execute();
  await tellLoop(world.app.services);
  expect((await figures()).decided).toMatchObject({ waiting: 20 });
  await db.updateTable('loop_letters').set({ send_at: world.app.clock.now() }).where('id', 'in', ids.slice(12)).execute();
  await Promise.all([tellLoop(world.app.services), tellLoop(world.app.services)]);
  await world.app.sweep();

  const [italian, english] = [await mailed('tre metri'), await mailed('three metres')];
  expect([italian.size, english.size]).toEqual([30, 1]);
  expect([...italian.values(), ...english.values()].map((texts) => texts.length)).toEqual(Array.from({ length: 31 }, () => 1));
  expect([...english.keys()]).toEqual([addressOf(29)]);
  expect(italian.get(addressOf(1))![0]).toMatch(/^Buongiorno Cliente Numero1,\n\nil 24 novembre 2026 ci è arrivata .*«Peccato che il cavo sia così corto».*Anna Fabbri.*entro l’8 marzo 2027\.\n\nLa Lumina 3 avrà un cavo di tre metri\..*Giulia Serra, per Casa Lumina/su);
  expect(italian.get(addressOf(28))![0]).toContain('Peccato che il cavo');
  expect([italian.has(addressOf(30)), italian.has(addressOf(31))]).toEqual([true, true]);
  expect((await figures()).decided).toEqual({ attached: 32, told: 31, byPhone: 0, notTold: 1, waiting: 0, within5WorkingDays: 31 });

  // A case that was over stays over, and one that waits goes on waiting for what was said to it.
  expect(await closed()).toEqual(before);
  expect((await giulia.call(readHistory, { params: { id: over[0]!.caseId }, query: {} })).items.slice(0, 2).map(({ kind }) => kind)).toEqual(['voice.loop_told', 'case.replied']);

  // Who was not reached is called.
  const { items: untold } = await marco.call(voices.listLetters, { params: { id: themeId }, query: { state: 'not_told' } });
  expect(untold).toMatchObject([{ customer: { name: 'Olga Trentadue' }, reason: 'no_address', phone: '+393475550132', case: { id: called } }]);
  await marco.call(voices.tellByPhone, { params: { id: untold[0]!.id }, body: { remark: 'Contenta.' } });
  expect((await figures()).decided).toMatchObject({ told: 32, byPhone: 1, notTold: 0 });
  // A mail that comes back later is no telling either.
  await db.updateTable('outbox_recipients').set({ state: 'bounced', next_attempt_at: null }).where('address', '=', addressOf(5)).execute();
  expect((await figures()).decided).toMatchObject({ told: 31, byPhone: 1, notTold: 1 });
  const { items: [cameBack] } = await marco.call(voices.listLetters, { params: { id: themeId }, query: { state: 'not_told' } });
  expect(cameBack).toMatchObject({ customer: { name: 'Cliente Numero5' }, reason: 'delivery_failed' });
  await marco.call(voices.tellByPhone, { params: { id: cameBack!.id }, body: {} });
  expect((await figures()).decided).toMatchObject({ told: 32, byPhone: 2, notTold: 0 });

  // Answered: thanks are counted and reopen nothing; what is more is proposed to the theme.
  await answers(2, 'Grazie mille!');
  await answers(3, 'Bene, ma il colore nero c’è?');
  expect(await closed()).toEqual(before.filter((_, place) => place !== 1));
  expect((await loop(themeId)).answered).toMatchObject({ thanks: 1, words: 1, items: [{ isThanks: false, isHeard: false, words: 'Bene, ma il colore nero c’è?' }, { isThanks: true }] });
  expect((await giulia.call(voices.voicesOfCase, { params: { id: over[1]!.caseId } })).suggestions).toMatchObject([{ words: 'Bene, ma il colore nero c’è?', theme: { id: themeId } }]);

  // Whoever says it afterwards is told, too.
  const [late] = await write({ place: 33, text: `${wish}.` });
  await captures(late!, wish, { themeId });
  expect((await loop(themeId)).now).toMatchObject({ toRead: { it: 1, en: 0 } });

  // Out, in time. What was not sent about the decision is not sent any more.
  await delivered();
  world.app.clock.advance(100 * day);
  await anna.call(voices.shipDecision, { params: { id: taken.id }, body: { words: 'Da oggi ogni Lumina 3 esce con il cavo lungo.' } });
  await giulia.call(voices.writeLoopWords, { params: { id: themeId }, body: { en: 'From today every Lumina 3 comes with the long cable.' } });
  expect((await loop(themeId)).now).toMatchObject({ occasion: 'shipped', toRead: { it: 32, en: 1 }, cannot: { it: 2, en: 0 } });
  expect(await giulia.call(voices.releaseLetters, { params: { id: themeId }, body: { undoSeconds: 0 } })).toMatchObject({ letters: 33 });
  await world.app.sweep();
  const out = await mailed('cavo lungo');
  expect([out.size, (await mailed('long cable')).size, [...out.values()].every((texts) => texts.length === 1)]).toEqual([30, 1, true]);
  expect((await figures()).shipped).toEqual({ attached: 33, told: 31, byPhone: 0, notTold: 2, waiting: 0, within5WorkingDays: 31 });
  expect((await figures()).decided).toMatchObject({ attached: 32, told: 32, waiting: 0 });
  // The words differ from those of the first letter, all but the greeting, what they said, and who signs.
  const [one, two] = [italian.get(addressOf(4))![0]!, out.get(addressOf(4))![0]!].map((text) => text.split('\n\n').filter((part) => !/^(?:Buongiorno|Cordiali|—|--|https?:|C-)/u.test(part)).slice(0, 4));
  expect(one!.filter((part) => two!.includes(part))).toEqual([]);
}, 120_000);

/** Answers the letter, to the address that it came from. */
const answers = async (place: number, text: string): Promise<void> => {
  const letter = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_id', 'outbox.id').where('address', '=', addressOf(place)).where('purpose', '=', 'reply').orderBy('created_at', 'desc').select(['mail', 'message_id_header']).executeTakeFirstOrThrow();
  await world.receives({ from: from(place), subject: 'Re: Ordine', text, to: openMail(world.app.services.secrets, letter.mail).replyTo!, inReplyTo: letter.message_id_header });
};
