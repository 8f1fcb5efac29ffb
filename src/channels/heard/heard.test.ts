import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour, minute } from '#base/clock.ts';
import { acceptSuggestion, sendReply, splitCase, takeCharge, undoSplit } from '#cases/contract.ts';
import { openCase } from '#desk/contract.ts';
import { clientOf } from '#test/client.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import { logHeard, logPublicAnswer } from './contract.ts';
import { caseOfPost, handleOf, identityAt, postAddress, siteKey, siteOf } from './rules.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const review = (last: string) => `https://it.trustpilot.com/reviews/${last}`;
const caseOf = (id: string) =>
  world.app.db.selectFrom('cases').where('id', '=', id).select(['number', 'customer_id', 'owner_id', 'waiting_since', 'chases', 'last_inbound_at', 'status']).executeTakeFirstOrThrow();
const opensWith = async (from: string, subject: string): Promise<string> => {
  await world.receives({ from, subject, text: 'Buongiorno, aspetto notizie.' });
  return (await world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).select('id').executeTakeFirstOrThrow()).id;
};

it('reads the place from the address, and takes a name for somebody only together with it', () => {
  expect(siteOf('https://it.trustpilot.com/reviews/1')).toEqual({ site: 'Trustpilot', channel: 'review' });
  expect(siteOf('https://www.instagram.com/p/abc')).toEqual({ site: 'Instagram', channel: 'social' });
  expect(siteOf('https://opinioni.example/7')).toEqual({ site: 'opinioni.example', channel: 'review' });
  expect(postAddress(' https://x.com/a/1#top ')).toBe('https://x.com/a/1');
  for (const bad of ['http://x.com/a', 'javascript:alert(1)', 'https://user:pass@x.com/', 'x.com/a']) expect(postAddress(bad)).toBeNull();
  expect([handleOf('@Marta.V'), handleOf('Luca F.'), siteKey('Recensioni Verificate'), identityAt('marta.v', 'instagram')]).toEqual(['marta.v', null, 'recensioni-verificate', '@marta.v@instagram']);
  expect([caseOfPost(undefined, [{ id: 'one' }]), caseOfPost(undefined, [{ id: 'one' }, { id: 'two' }]), caseOfPost(null, [{ id: 'one' }]), caseOfPost('two', [])]).toEqual(['one', null, null, 'two']);
});

it('joins the case that a colleague chose as a chase, knows the handle from then on, and gives back exactly what was', async () => {
  const caseId = await opensWith(elena, 'Ordine 88213');
  const before = await caseOf(caseId);
  const [giulia, chiara] = [await world.as('giulia'), await world.as('chiara')];
  world.app.clock.advance(2 * hour);
  const heard = { url: review('1'), handle: 'ele_m', text: 'Una stella. Nessuno risponde.', caseId };
  const first = await chiara.call(logHeard, { body: heard });
  expect(first).toMatchObject({ caseId, became: 'joined', isChase: true, chases: 1, wasKnown: false });
  expect(await caseOf(caseId)).toMatchObject({ waiting_since: before.waiting_since, chases: 1 });
  expect(await chiara.call(logHeard, { body: heard })).toMatchObject({ messageId: first.messageId, wasKnown: true, chases: 1 });
  const opened = await giulia.call(openCase, { params: { id: caseId } });
  expect(opened.messages.at(-1)).toMatchObject({ channel: 'review', loggedBy: 'Chiara Poli', author: { name: '@ele_m', kind: 'customer' }, foundAt: { site: 'Trustpilot', url: review('1') }, isChase: true });
  await world.app.sweep();
  expect((await giulia.call(openCase, { params: { id: caseId } })).heat?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['chased', 'in_public']));

  world.app.clock.advance(hour);
  const second = await chiara.call(logHeard, { body: { url: review('2'), handle: '@Ele_M', text: 'Ancora niente.' } });
  expect(second).toMatchObject({ caseId, became: 'joined', isChase: true, chases: 2 });

  const split = await giulia.call(splitCase, { params: { id: caseId }, body: { messageIds: [first.messageId, second.messageId], subject: 'Recensioni di un’altra', ofAnother: 'Ele M.' } });
  const { number: _, ...was } = before;
  expect(await caseOf(caseId)).toMatchObject(was);
  const moved = await caseOf(split.newId);
  expect(moved).toMatchObject({ chases: 1, status: 'new' });
  expect(moved.customer_id).not.toBe(before.customer_id);
  const reply = { act: 'asks' as const, text: 'Buongiorno, di quale ordine si tratta?', seenEventId: 1_000_000 };
  expect(await giulia.try(sendReply, { params: { id: split.newId }, body: reply })).toMatchObject({ status: 409, body: { code: 'reply.no_address' } });
  world.app.clock.advance(hour);
  // What was corrected holds: the next word of that handle goes to the other person.
  expect(await chiara.call(logHeard, { body: { url: review('3'), handle: 'ele_m', text: 'Allora?' } })).toMatchObject({ caseId: split.newId, became: 'joined' });

  await giulia.call(undoSplit, { params: { id: split.splitId } });
  expect(await caseOf(caseId)).toMatchObject({ chases: 3, waiting_since: before.waiting_since });
});

it('guesses nothing from a number or a name that anybody can write: it suggests, with the reasons, and waits in the queue', async () => {
  const rosa = 'Rosa Villa <rosa@posta.example>';
  const caseId = await opensWith(rosa, 'Ordine 90417: manca un ripiano');
  const { number } = await caseOf(caseId);
  const chiara = await world.as('chiara');
  const heard = await chiara.call(logHeard, { body: { url: 'https://www.instagram.com/p/1', handle: 'rosa.v', name: 'Rosa Villa', text: `Il mio ordine 90417 è il caso C-${number}.` } });
  expect(heard).toMatchObject({ became: 'suggested', isChase: false });
  expect(await caseOf(heard.caseId)).toMatchObject({ status: 'new', owner_id: null, chases: 0 });
  const { suggestions, case: found } = await chiara.call(openCase, { params: { id: heard.caseId } });
  expect(suggestions).toMatchObject([{ other: { id: caseId }, reasons: ['names_case', 'names_order', 'same_name_waits'] }]);
  expect(found.claimDueAt).not.toBeNull();
  expect(await caseOf(caseId)).toMatchObject({ chases: 0 });
  await chiara.call(acceptSuggestion, { params: { id: suggestions[0]!.id } });
  // The same name at another place is another person.
  expect(await chiara.call(logHeard, { body: { url: 'https://www.tiktok.com/@rosa.v/1', handle: 'rosa.v', text: 'Ciao.' } })).toMatchObject({ became: 'opened' });
});

it('joins a mail that names the writer’s own case; from a stranger the number only suggests', async () => {
  const paolo = 'Paolo Gentile <paolo@posta.example>';
  const caseId = await opensWith(paolo, 'Garanzia');
  const { number } = await caseOf(caseId);
  world.app.clock.advance(hour);
  await world.receives({ from: paolo, subject: `Caso C-${number}`, text: 'Avete novità?' });
  expect(await caseOf(caseId)).toMatchObject({ chases: 1 });
  const strange = await opensWith('Ignoto <ignoto@posta.example>', `[C-${number}] la garanzia`);
  expect(strange).not.toBe(caseId);
  expect(await caseOf(caseId)).toMatchObject({ chases: 1 });
  const marco = await world.as('marco');
  expect((await marco.call(openCase, { params: { id: strange } })).suggestions).toMatchObject([{ other: { id: caseId }, reasons: ['names_case'] }]);
});

it('takes the same from a program with an access key, once, however often it is told; and no address but https', async () => {
  const program = clientOf(world.app.http, await world.app.signInHeaders(world.people.marta), 'it');
  const body = { url: 'https://recensioni.example/9', source: 'Recensioni Verificate', externalId: 'rv-9', name: 'Bruno P.', text: 'Lampada bella, consegna lenta.' };
  const [one, other] = await Promise.all([program.call(logHeard, { body }), program.call(logHeard, { body })]);
  expect([one.messageId, [one.wasKnown, other.wasKnown].toSorted()]).toEqual([other.messageId, [false, true]]);
  expect(await program.try(logHeard, { body: { ...body, url: 'http://recensioni.example/9' } })).toMatchObject({ status: 400, body: { fields: [{ field: 'url' }] } });
  expect(await program.try(logHeard, { body: { url: body.url, text: 'Chi?' } })).toMatchObject({ status: 400, body: { fields: [{ field: 'name' }] } });
  expect(await program.try(logHeard, { body: { ...body, externalId: 'x', text: 'a'.repeat(12_000) } })).toMatchObject({ status: 400 });
});

it('notes what we answered there: a word to the customer that does not end their wait', async () => {
  const caseId = await opensWith('Anna Bassi <anna.bassi@posta.example>', 'Lampada');
  const before = await caseOf(caseId);
  world.app.clock.advance(10 * minute);
  const chiara = await world.as('chiara');
  await chiara.call(takeCharge, { params: { id: caseId } });
  const { messageId } = await chiara.call(logPublicAnswer, { params: { id: caseId }, body: { url: 'https://x.com/casalumina/1', text: 'Ciao Anna, le scriviamo subito in privato.' } });
  expect(await caseOf(caseId)).toMatchObject({ waiting_since: before.waiting_since });
  const { messages } = await chiara.call(openCase, { params: { id: caseId } });
  expect(messages.find(({ id }) => id === messageId)).toMatchObject({ direction: 'out', channel: 'social', act: 'updates', foundAt: { site: 'X', url: 'https://x.com/casalumina/1' }, deliveries: [] });
});
