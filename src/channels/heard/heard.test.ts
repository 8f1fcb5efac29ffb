import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hour, minute } from '#base/clock.ts';
import { acceptSuggestion, sendReply, splitCase, takeCharge, undoSplit } from '#cases/contract.ts';
import { openCase, readHistory } from '#desk/contract.ts';
import { channelRoutes } from '#people/contract.ts';
import { clientOf, type Client } from '#test/client.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { logHeard, logPublicAnswer } from './contract.ts';
import { heardFigures } from './index.ts';
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
  const heard = { url: review('1'), handle: 'ele_m', text: 'Una stella. Nessuno risponde.', stars: 1, caseId };
  const first = await chiara.call(logHeard, { body: heard });
  expect(first).toMatchObject({ caseId, became: 'joined', isChase: true, chases: 1, wasKnown: false });
  expect(await caseOf(caseId)).toMatchObject({ waiting_since: before.waiting_since, chases: 1 });
  expect(await chiara.call(logHeard, { body: heard })).toMatchObject({ messageId: first.messageId, wasKnown: true, chases: 1 });
  const opened = await giulia.call(openCase, { params: { id: caseId } });
  expect(opened.messages.at(-1)).toMatchObject({ channel: 'review', loggedBy: 'Chiara Poli', author: { name: '@ele_m', kind: 'customer' }, foundAt: { site: 'Trustpilot', url: review('1'), stars: 1 }, isChase: true });
  await world.app.sweep();
  const { heat } = await giulia.call(openCase, { params: { id: caseId } });
  expect(heat?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['chased', 'in_public']));
  expect(heat?.reasons.find(({ code }) => code === 'in_public')?.facts).toEqual({ channel: 'review', count: 1, stars: 1 });

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

describe('who answers in public', () => {
  it('was trained for it, and everybody else is told whom to ask', async () => {
    const caseId = await opensWith('Pia Neri <pia.neri@posta.example>', 'Mensola');
    const [giulia, marta] = [await world.as('giulia'), await world.as('marta')];
    const answer = { params: { id: caseId }, body: { url: 'https://x.com/casalumina/2', text: 'Ciao Pia.' } };
    const refused = { status: 409, body: { code: 'channel.not_trained', words: 'Sui social risponde chi ha fatto la formazione: chiedi a Chiara Poli.' } };
    expect([await giulia.try(logPublicAnswer, answer), await marta.try(logPublicAnswer, answer)]).toMatchObject([refused, refused]);
    expect((await caseOf(caseId)).owner_id).toBeNull();

    const train = (id: string, channels: ('review' | 'social')[]) => marta.try(channelRoutes.train, { params: { id }, body: { channels } });
    expect(await train(world.people.dario.id, ['social'])).toMatchObject({ status: 409, body: { code: 'channel.not_in_service' } });
    expect(await train(world.people.giulia.id, ['social'])).toMatchObject({ status: 200 });
    expect((await giulia.call(channelRoutes.list)).items).toMatchObject([
      { name: 'Chiara Poli', channel: 'review', by: null }, { name: 'Chiara Poli', channel: 'social' }, { name: 'Giulia Serra', channel: 'social', by: 'Marta Riva' },
    ]);
    await giulia.call(logPublicAnswer, answer);
    expect(await giulia.try(logPublicAnswer, { ...answer, body: { ...answer.body, url: review('9') } })).toMatchObject({ status: 409, body: { code: 'channel.not_trained' } });
    await train(world.people.giulia.id, []);
    expect(await giulia.try(logPublicAnswer, answer)).toMatchObject(refused);
  });
});

describe('a program that tells of posts', () => {
  let source: contract.SourceView;
  let secret: string;
  let marta: Client;
  let told = 0;
  beforeAll(async () => {
    marta = await world.as('marta');
    ({ source, secret } = await marta.call(contract.makeSource, { body: { name: 'Recensioni', site: 'Recensioni Verificate', channel: 'review' } }));
  });

  interface Sending {
    readonly id?: string;
    readonly secret?: string;
    readonly sentAt?: Date;
    readonly raw?: string;
  }
  /** Sends as such a program would, over HTTP, and lets everything happen that follows. */
  const send = async (body: unknown, { id = `msg_${(told += 1)}`, secret: key = secret, sentAt = world.app.clock.now(), raw = JSON.stringify(body) }: Sending = {}) => {
    const signature = new Webhook(key).sign(id, sentAt, raw);
    const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)), 'webhook-signature': signature };
    const { statusCode, body: answer } = await world.app.http.inject({ method: 'POST', url: `/api/heard/sources/${source.id}`, headers, payload: raw });
    await world.app.sweep();
    return { statusCode, answer: JSON.parse(answer) as Record<string, unknown> };
  };
  const post = (type: string, data: object) => ({ type, timestamp: world.app.clock.now().toISOString(), data: { id: 'p-1', url: 'https://recensioni.example/p-1', author: { handle: 'rita.m', name: 'Rita Moro' }, ...data } });
  const last = async () => (await marta.call(contract.deliveryRoutes.list, { query: { state: 'done' } })).items[0]!;

  it('is believed by its signature alone, and stored before it is understood', async () => {
    const published = post('post.published', { text: 'Consegna lenta.', stars: 2, language: 'it-IT' });
    expect(await send(published, { id: 'm-1' })).toEqual({ statusCode: 200, answer: { received: true, wasKnown: false } });
    expect(await send(published, { id: 'm-1' })).toEqual({ statusCode: 200, answer: { received: true, wasKnown: true } });
    const opened = await marta.call(openCase, { params: { id: (await last()).caseId! } });
    expect(opened).toMatchObject({ case: { customer: { name: 'Rita Moro' }, status: 'new' }, messages: [{ loggedBy: null, text: 'Consegna lenta.', foundAt: { site: 'Recensioni Verificate', stars: 2 } }] });
    const stranger = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;
    world.app.clock.advance(minute);
    expect(await send(published, { secret: stranger })).toMatchObject({ statusCode: 401, answer: { code: 'heard.not_believed' } });
    expect((await marta.call(contract.listSources)).items).toMatchObject([{ refused: { because: 'signature' } }]);
    world.app.clock.advance(hour);
    expect(await send(published, { sentAt: new Date(world.app.clock.now().getTime() - 6 * minute) })).toMatchObject({ statusCode: 401 });
    expect(await world.app.db.selectFrom('heard_deliveries').select('id').execute()).toHaveLength(1);
  });

  it('adds what was changed, keeps what was said, and notes what was taken off', async () => {
    const { caseId } = await last();
    await send(post('post.changed', { text: 'Consegna lenta, e nessuno risponde!', stars: 1 }));
    expect(await last()).toMatchObject({ outcome: 'changed', caseId });
    await send(post('post.changed', { text: 'Consegna lenta,  e nessuno risponde!', stars: 1 }));
    expect(await last()).toMatchObject({ outcome: 'unchanged' });
    await send(post('post.published', { text: 'Consegna lenta.', stars: 2 }));
    expect(await last()).toMatchObject({ outcome: 'known' });
    await send({ ...post('post.deleted', {}), data: { id: 'p-1', url: 'https://recensioni.example/p-1' } });
    const { messages, heat } = await marta.call(openCase, { params: { id: caseId! } });
    expect(messages.map(({ text, foundAt }) => [text, foundAt?.isChange, foundAt?.stars, foundAt?.deletedAt !== null])).toEqual([
      ['Consegna lenta.', false, 2, true], ['Consegna lenta, e nessuno risponde!', true, 1, true],
    ]);
    expect((await marta.call(readHistory, { params: { id: caseId! }, query: {} })).items.map(({ kind }) => kind)).toContain('heard.post_deleted');
    expect(heat?.reasons.map(({ code }) => code)).not.toContain('in_public');
    await send({ ...post('post.deleted', {}), data: { id: 'p-unknown', url: 'https://recensioni.example/p-2' } });
    expect(await last()).toMatchObject({ outcome: 'unknown_post' });
  });

  it('belongs to the post that it answers where the same person wrote both; from another it only proposes', async () => {
    const { caseId } = await logged(marta, { url: 'https://recensioni.example/p-1b', handle: 'rita.m', text: 'Altra cosa.', caseId: null, source: 'Recensioni Verificate' });
    const parent = (await marta.call(contract.deliveryRoutes.list, { query: { state: 'done' } })).items.find(({ outcome }) => outcome === 'opened')!;
    expect(caseId).not.toBe(parent.caseId);
    await send(post('post.published', { id: 'p-3', url: 'https://recensioni.example/p-3', text: 'E allora?', inReplyTo: 'p-1' }));
    expect(await last()).toMatchObject({ outcome: 'joined', caseId: parent.caseId });
    await send(post('post.published', { id: 'p-4', url: 'https://recensioni.example/p-4', author: { handle: 'ugo' }, text: 'Anche a me.', inReplyTo: 'p-1' }));
    const { caseId: other, outcome } = await last();
    expect(outcome).toBe('suggested');
    expect((await marta.call(openCase, { params: { id: other! } })).suggestions).toMatchObject([{ other: { id: parent.caseId }, reasons: ['answers_post'] }]);
  });

  it('waits for somebody to look where it cannot be read, and runs again', async () => {
    await send(null, { raw: 'nessun JSON' });
    await send(post('post.published', { text: 'Senza indirizzo', url: 'http://insicuro.example' }));
    const { items } = await marta.call(contract.deliveryRoutes.list, { query: {} });
    expect(items.map(({ reason }) => reason).toSorted()).toEqual(['not_json', 'shape data.url']);
    expect(await marta.call(contract.deliveryRoutes.again, { params: { id: items[0]!.id } })).toEqual({ id: items[0]!.id });
    await world.app.sweep();
    expect((await marta.call(contract.deliveryRoutes.list, { query: {} })).items).toHaveLength(2);
    expect((await marta.call(contract.listSources)).items[0]).toMatchObject({ quarantined: 2, refused: null });
  });

  it('keeps its old secret for a day, and is silent when it is off', async () => {
    const old = secret;
    ({ secret } = await marta.call(contract.rotateSource, { params: { id: source.id } }));
    const deleted = () => ({ ...post('post.deleted', {}), data: { id: 'x', url: 'https://recensioni.example/x' } });
    expect([(await send(deleted(), { secret: old })).statusCode, (await send(deleted())).statusCode]).toEqual([200, 200]);
    world.app.clock.advance(25 * hour);
    expect([(await send(deleted(), { secret: old })).statusCode, (await send(deleted())).statusCode]).toEqual([401, 200]);
    await marta.call(contract.switchSourceOff, { params: { id: source.id } });
    expect((await send(deleted())).statusCode).toBe(404);
    await marta.call(contract.switchSourceOn, { params: { id: source.id } });
    expect((await send(deleted())).statusCode).toBe(200);
  });
});

const logged = (client: Client, body: object) => client.call(logHeard, { body: body as { url: string; text: string } });

describe('a file of reviews', () => {
  let marta: Client;
  beforeAll(async () => {
    marta = await world.as('marta');
  });
  const heads = 'Data;Nome;Utente;Voto;Recensione;Link;Email';
  const load = (rows: readonly string[], name = 'recensioni.csv') => marta.call(contract.uploadImport, { body: { name, base64: Buffer.from([heads, ...rows].join('\r\n'), 'latin1').toString('base64') } });
  const begin = async (detail: contract.ImportDetail, more: { onlyFrom?: string } = {}) => {
    const { mapping, dateOrder, channel } = detail.reading;
    await marta.call(contract.startImport, { params: { id: detail.import.id }, body: { mapping, dateOrder, channel, site: 'Trustpilot', pageUrl: null, onlyFrom: null, ...more } });
  };
  const outcome = async (id: string) => {
    const { items } = await marta.call(contract.importRows, { params: { id }, query: {} });
    return items.map(({ line, became, reason }) => [line, became, reason]);
  };
  const link = (last: string) => `https://it.trustpilot.com/reviews/f-${last}`;

  it('is understood, brought in row by row, and says what became of each', async () => {
    const mine = await opensWith('Ugo Serra <ugo.serra@posta.example>', 'Applique');
    const detail = await load([
      `24/11/2026 09:00;Ugo S.;;1;"Perch\u00e9 nessuno risponde?";${link('1')};ugo.serra@posta.example`,
      `23/11/2026;Ines;ines.b;4;Bella.;${link('2')};`,
      `23/11/2026;Ines;ines.b;4;Bella.;${link('2')};`,
      `22/11/2025;Vecchio;;1;Due anni fa.;${link('3')};`,
      `22/11/2026;;;1;Chi sono?;${link('4')};`,
      `22/11/2026;Ada;;nove;Voto strano.;${link('5')};`,
    ]);
    expect(detail).toMatchObject({ reading: { charset: 'windows-1252', separator: ';', mapping: { at: 'Data', name: 'Nome', handle: 'Utente', stars: 'Voto', text: 'Recensione', url: 'Link', email: 'Email' } }, import: { state: 'ready', rows: 6 } });
    await begin(detail, { onlyFrom: '2026-01-01' });
    await world.app.sweep();
    expect(await outcome(detail.import.id)).toEqual([[2, 'joined', null], [3, 'opened', null], [4, 'known', null], [5, 'left_out', 'older'], [6, 'refused', 'no_writer'], [7, 'refused', 'bad_stars']]);
    const read = await marta.call(contract.readImport, { params: { id: detail.import.id } });
    expect(read.import).toMatchObject({ state: 'done', done: 6, became: { opened: 1, joined: 1, known: 1, left_out: 1, refused: 2 } });
    const { messages } = await marta.call(openCase, { params: { id: mine } });
    expect(messages.find(({ channel }) => channel === 'review')).toMatchObject({ text: 'Perché nessuno risponde?', loggedBy: 'Marta Riva', foundAt: { site: 'Trustpilot', stars: 1 } });
  });

  it('goes on where it was killed, and doubles nothing when it is loaded again', async () => {
    const rows = ['a', 'b', 'c'].map((one) => `23/11/2026;Cliente ${one};u.${one};3;Testo ${one};${link(one)};`);
    const detail = await load(rows);
    await begin(detail);
    // As after a kill: the first row is in, the place in the file stands behind it.
    await world.app.db.updateTable('heard_imports').set({ row_count: 3 }).where('id', '=', detail.import.id).execute();
    await Promise.all([world.app.sweep(), world.app.sweep()]);
    expect((await outcome(detail.import.id)).map(([, became]) => became)).toEqual(['opened', 'opened', 'opened']);
    const again = await load(rows);
    await begin(again);
    await world.app.sweep();
    expect((await outcome(again.import.id)).map(([, became]) => became)).toEqual(['known', 'known', 'known']);
    expect(await marta.try(contract.discardImport, { params: { id: again.import.id } })).toMatchObject({ status: 409, body: { code: 'heard.import_started' } });
  });

  it('is taken back where nobody has acted, and stays where somebody has', async () => {
    const waiting = await opensWith('Lia Bruni <lia.bruni@posta.example>', 'Driver');
    const before = await caseOf(waiting);
    world.app.clock.advance(hour);
    const rows = [`23/11/2026;Lia;;1;Ancora niente;${link('l1')};lia.bruni@posta.example`, `23/11/2026;Teo;teo.x;1;Rotta;${link('l2')};`, `23/11/2026;Zoe;zoe.x;2;Graffiata;${link('l3')};`, `23/11/2026;Teo;teo.x;1;E poi rigata;${link('l4')};`];
    const detail = await load(rows);
    await begin(detail);
    await world.app.sweep();
    const { items } = await marta.call(contract.importRows, { params: { id: detail.import.id }, query: {} });
    expect(items.map(({ became }) => became)).toEqual(['joined', 'opened', 'opened', 'joined']);
    const [, teo, zoe] = items.map(({ caseId }) => caseId!);
    await marta.call(takeCharge, { params: { id: zoe! } });
    await marta.call(contract.undoImport, { params: { id: detail.import.id } });
    await world.app.sweep();
    expect((await marta.call(contract.readImport, { params: { id: detail.import.id } })).import).toMatchObject({ state: 'undone', takenBack: 3, stays: 1, undoneBy: 'Marta Riva' });
    expect(await caseOf(waiting)).toMatchObject({ chases: 0, waiting_since: before.waiting_since, status: before.status });
    expect([(await caseOf(teo!)).status, (await caseOf(zoe!)).status]).toEqual(['closed', 'open']);
    const again = await load(rows);
    await begin(again);
    await world.app.sweep();
    expect((await outcome(again.import.id)).map(([, became]) => became)).toEqual(['joined', 'opened', 'known', 'joined']);
  });

  it('says what cannot be read before anything happens', async () => {
    const upload = (content: string) => marta.try(contract.uploadImport, { body: { name: 'x', base64: Buffer.from(content, 'latin1').toString('base64') } });
    expect([await upload('PK\u0003\u0004 xlsx'), await upload('solo una riga')]).toMatchObject([{ status: 400, body: { fields: [{ field: 'base64' }] } }, { status: 400 }]);
    const detail = await load(['1;2;3;4;5;6;7']);
    const start = { params: { id: detail.import.id }, body: { mapping: { text: 'Recensione', name: 'Nome' }, dateOrder: 'dmy' as const, channel: 'review' as const, site: null, pageUrl: null, onlyFrom: null } };
    expect(await marta.try(contract.startImport, start)).toMatchObject({ status: 409, body: { code: 'heard.import_lacks_address' } });
    expect(await marta.call(contract.rereadImport, { params: { id: detail.import.id }, body: { charset: 'utf-8', separator: ',' } })).toMatchObject({ columns: [heads] });
    await marta.call(contract.discardImport, { params: { id: detail.import.id } });
    expect(await marta.try(contract.readImport, { params: { id: detail.import.id } })).toMatchObject({ status: 404 });
  });
});

it('counts what was said and how soon it was answered', async () => {
  const [from, to] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-02-01T00:00:00Z')];
  expect(await heardFigures(world.app.db, from, to)).toEqual({ posts: 0, meanStars: null, n: 0, joined: 0, answeredInPublic: 0, medianHoursToAnswer: null });
  world.app.clock.set(new Date('2027-01-12T09:00:00Z'));
  const chiara = await world.as('chiara');
  const first = await logged(chiara, { url: review('figures-1'), handle: 'gea', text: 'Bene.', stars: 4 });
  await logged(chiara, { url: review('figures-2'), handle: 'gea', text: 'Male.', stars: 1 });
  await logged(chiara, { url: 'https://www.instagram.com/p/figures', handle: 'leo', text: 'Ciao.' });
  world.app.clock.advance(3 * hour);
  await chiara.call(logPublicAnswer, { params: { id: first.caseId }, body: { url: review('figures-1'), text: 'Grazie, le scriviamo.' } });
  expect(await heardFigures(world.app.db, from, to)).toEqual({ posts: 3, meanStars: 2.5, n: 2, joined: 1, answeredInPublic: 2, medianHoursToAnswer: 3 });
});
