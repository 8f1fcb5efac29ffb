import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, plus, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openMail, storeRaw } from '#channels/email/index.ts';
import { logCall } from '#channels/phone/contract.ts';
import { readHistory } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { rawMail, serviceAddress, startWorld, type World } from '#test/world.ts';
import { tellIncidents } from './actions/telling.ts';
import * as contract from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-26T09:00:00+01:00' });
});
afterAll(() => world.stop());

const nextUpdateAt = '2026-11-26T17:00:00.000Z';
const words = ['pagamento', 'carta', 'errore', 'payment', 'card', 'error'];

/** Hands mails in all together, and lets everything follow once; the ids of their cases in that order. */
const receive = async (...mails: readonly (readonly [from: string, text: string])[]): Promise<string[]> => {
  for (const [from, text] of mails) {
    await storeRaw(world.app.services, { raw: rawMail({ from: `${from} <${from.toLowerCase().replaceAll(' ', '.')}@posta.example>`, subject: 'Aiuto', text }), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  }
  await world.app.sweep();
  const rows = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(mails.length).execute();
  return rows.map(({ id }) => id).toReversed();
};

const opens = async (change: object = {}): Promise<string> => {
  world.app.clock.set(plus(world.app.clock.now(), minute).toISOString());
  const giulia = await world.as('giulia');
  const { id } = await giulia.call(contract.openIncident, {
    body: { title: { it: 'Pagamenti fermi', en: 'Payments down' }, departmentId: world.departments.tecnico, words, beganAt: world.app.clock.now().toISOString(), nextUpdateAt, ...change },
  });
  await world.app.sweep();
  return id;
};
const read = async (id: string) => (await world.as('giulia')).call(contract.readIncident, { params: { id } });
const standing = async (id: string, stands: contract.Standing) => (await (await world.as('giulia')).call(contract.casesOfIncident, { params: { id }, query: { stands } })).items.map(({ caseId }) => caseId);
const sorts = async (id: string, caseIds: string[], stands: contract.Standing) => (await world.as('giulia')).call(contract.sortCases, { params: { id }, body: { caseIds, stands } });
const update = { texts: { it: 'I pagamenti con carta non passano.', en: 'Card payments do not go through.' }, state: 'identified' as const, nextUpdateAt, undoSeconds: 10 };
const writes = async (id: string, change: object = {}) => (await world.as('giulia')).call(contract.writeUpdate, { params: { id }, body: { ...update, ...change } });
const mailsTo = async (address: string): Promise<string[]> => {
  const rows = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('address', '=', address).where('purpose', '=', 'reply').orderBy('created_at').select('mail').execute();
  return rows.map(({ mail }) => openMail(world.app.services.secrets, mail).text);
};
const caseOf = (id: string) => world.app.db.selectFrom('cases').where('id', '=', id).select(['status', 'owner_id', 'next_update_due_at', 'waiting_since', 'claim_due_at']).executeTakeFirstOrThrow();
const untold = async (updateId: string) => (await (await world.as('giulia')).call(contract.readUntold, { params: { id: updateId } })).items.map(({ caseId, reason }) => [caseId, reason]);
const resolves = async (id: string): Promise<void> => {
  await writes(id, { state: 'resolved', nextUpdateAt: null, undoSeconds: 0 });
  await world.app.sweep();
};

describe('cases are suggested and never linked by themselves', () => {
  it('those from before it was opened and those that come later, with the words; a dismissed one stays dismissed', async () => {
    const began = world.app.clock.now().toISOString();
    const [ada, trap] = await receive(['Ada Uno', 'Il pagamento con la carta non passa.'], ['Bea Due', 'Vorrei il pagamento a rate per la lampada.'], ['Bice Due', 'Un errore nella misura della mensola.']);
    const id = await opens({ beganAt: began });
    expect(await standing(id, 'suggested')).toEqual([ada]);
    const [carla] = await receive(['Carla Tre', 'My card: the payment fails every time.']);
    expect(await standing(id, 'suggested')).toEqual([ada, carla]);
    const { items } = await (await world.as('giulia')).call(contract.incidentsOfCase, { params: { id: carla! } });
    expect(items).toEqual([expect.objectContaining({ id, stands: 'suggested', words: ['card', 'payment'] })]);

    await sorts(id, [carla!], 'dismissed');
    await receive(['Carla Tre', 'Again: card and payment!']);
    await world.app.sweep();
    expect(await standing(id, 'dismissed')).toEqual([carla]);
    expect(await sorts(id, [ada!, trap!], 'linked')).toEqual({ sorted: 2, leftOut: 0 });
    await sorts(id, [ada!, trap!], 'suggested');
    expect(await read(id)).toMatchObject({ linked: 0, suggested: 3, dismissed: 1 });
    await resolves(id);
  });

  it('a case that is over is left out', async () => {
    const id = await opens();
    const [over] = await receive(['Dora Quattro', 'pagamento, carta']);
    await (await world.as('giulia')).call(cases.resolveCase, { params: { id: over! }, body: { reason: 'Al telefono' } });
    expect(await sorts(id, [over!], 'linked')).toEqual({ sorted: 0, leftOut: 1 });
    expect(await standing(id, 'suggested')).toEqual([]);
    await resolves(id);
  });
});

describe('one update to all', () => {
  it('reaches every customer once in their language, moves the next update and nothing else; who was not told is listed', async () => {
    const id = await opens();
    const [mine, queued, again, english] = await receive(['Elsa Cinque', 'pagamento, carta'], ['Fabio Sei', 'pagamento, carta'], ['Fabio Sei', 'carta e pagamento, secondo ordine'], ['Gwen Seven', 'The payment with my card does not go through, please help me.']);
    await (await world.as('marco')).call(cases.takeCharge, { params: { id: mine! } });
    const called = await (await world.as('marco')).call(logCall, { body: { number: '+39 347 5550101', name: 'Ivo Otto', text: 'pagamento con carta fermo' } });
    await world.app.sweep();
    await sorts(id, [mine!, queued!, again!, english!, called.caseId], 'linked');
    const before = await caseOf(queued!);
    const reach = await (await world.as('giulia')).call(contract.readReach, { params: { id } });
    expect(reach).toMatchObject({ told: { it: 2, en: 1 }, noted: 1, cannot: [{ reason: 'no_address', count: 1 }], examples: { it: { customerName: 'Elsa Cinque', ownerName: 'Marco Neri' } } });

    const { id: updateId } = await writes(id, { texts: { it: 'I pagamenti con carta non passano.', en: null } });
    expect(await mailsTo('elsa.cinque@posta.example')).toEqual([]);
    await world.app.advance(11 * second);
    expect(await mailsTo('elsa.cinque@posta.example')).toEqual([expect.stringMatching(/^Buongiorno Elsa Cinque,\n\nI pagamenti con carta non passano\..*legge Marco Neri.*Giulia Serra, per Casa Lumina/su)]);
    expect(await mailsTo('fabio.sei@posta.example')).toHaveLength(1);
    expect(await mailsTo('gwen.seven@posta.example')).toEqual([]);
    expect((await read(id)).updates[0]).toMatchObject({ stage: 'sent', told: { it: 2, en: 0, noted: 1 }, onTheirWay: 0, untold: { no_address: 1, language_missing: 1 } });
    expect(await untold(updateId)).toEqual([[english, 'language_missing'], [called.caseId, 'no_address']]);
    const due = new Date(nextUpdateAt);
    expect(await caseOf(queued!)).toEqual({ ...before, next_update_due_at: due });
    expect(await caseOf(again!)).toMatchObject({ status: 'new', owner_id: null, next_update_due_at: due });
    expect(await caseOf(mine!)).toMatchObject({ owner_id: world.people.marco.id, waiting_since: expect.any(Date) });
    const { items } = await (await world.as('marco')).call(readHistory, { params: { id: again! }, query: {} });
    expect(items.map(({ kind }) => kind)).toContain('incident.noted');

    const giulia = await world.as('giulia');
    expect(await giulia.try(contract.tellNow, { params: { id: updateId }, body: { caseIds: [english!] } })).toMatchObject({ status: 409, body: { code: 'incident.language_missing' } });
    const [later] = await receive(['Hugo Nove', 'pagamento, carta']);
    await sorts(id, [later!], 'linked');
    expect(await giulia.call(contract.tellNow, { params: { id: updateId }, body: { caseIds: [english!, later!, called.caseId], texts: { en: update.texts.en } } })).toMatchObject({ telling: 2 });
    await world.app.advance(11 * second);
    expect(await mailsTo('gwen.seven@posta.example')).toEqual([expect.stringContaining('Card payments do not go through.')]);
    expect(await mailsTo('hugo.nove@posta.example')).toHaveLength(1);
    expect(await untold(updateId)).toEqual([[called.caseId, 'no_address']]);
    await resolves(id);
  });

  it('can be taken back while it has not left, and is then told to nobody', async () => {
    const id = await opens();
    const [ida] = await receive(['Ida Dieci', 'pagamento, carta']);
    await sorts(id, [ida!], 'linked');
    const { id: updateId } = await writes(id);
    const giulia = await world.as('giulia');
    expect(await giulia.try(contract.writeUpdate, { params: { id }, body: update })).toMatchObject({ body: { code: 'incident.one_is_leaving' } });
    await giulia.call(contract.takeUpdateBack, { params: { id: updateId } });
    await world.app.advance(11 * second);
    expect(await mailsTo('ida.dieci@posta.example')).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'investigating', updates: [] });

    const { id: second_ } = await writes(id, { undoSeconds: 0 });
    // Two processes at once, and once more afterwards: each is told by one of them.
    await Promise.all([tellIncidents(world.app.services), tellIncidents(world.app.services)]);
    await tellIncidents(world.app.services);
    expect(await mailsTo('ida.dieci@posta.example')).toHaveLength(1);
    expect(await giulia.try(contract.takeUpdateBack, { params: { id: second_ } })).toMatchObject({ body: { code: 'incident.update_has_left' } });
    await resolves(id);
  });

  it('lets a colleague’s own reply leave first, and lists whose mail came back', async () => {
    const id = await opens();
    const [lia] = await receive(['Lia Undici', 'pagamento, carta']);
    await sorts(id, [lia!], 'linked');
    const marco = await world.as('marco');
    await marco.call(cases.sendReply, { params: { id: lia! }, body: { act: 'asks', text: 'Quale carta?', seenEventId: 1_000_000, undoSeconds: 10 } });
    const { id: updateId } = await writes(id, { undoSeconds: 0 });
    await tellIncidents(world.app.services);
    expect(await mailsTo('lia.undici@posta.example')).toEqual([]);
    await world.app.advance(30 * second, { step: 10 * second });
    expect((await mailsTo('lia.undici@posta.example')).map((text) => text.includes('non passano'))).toEqual([false, true]);

    const { message_id: messageId } = await world.app.db.selectFrom('incident_tellings').where('update_id', '=', updateId).select('message_id').executeTakeFirstOrThrow();
    await world.app.db.updateTable('outbox_recipients').set({ state: 'bounced', next_attempt_at: null }).where('outbox_id', 'in', (eb) => eb.selectFrom('outbox').where('message_id', '=', messageId).select('id')).execute();
    expect(await untold(updateId)).toEqual([[lia, 'delivery_failed']]);
    expect((await (await world.as('giulia')).call(contract.readReach, { params: { id } })).cannot).toEqual([expect.objectContaining({ reason: 'bounced', count: 1 })]);
    await (await world.as('giulia')).call(contract.tellNow, { params: { id: updateId }, body: { caseIds: [lia!], undoSeconds: 0 } });
    await world.app.sweep();
    expect(await mailsTo('lia.undici@posta.example')).toHaveLength(3);
    await resolves(id);
  });
});

describe('an incident', () => {
  it('calls its keeper when everybody should have heard, once, and its owners when it is resolved; it closes nothing', async () => {
    const due = plus(world.app.clock.now(), 30 * minute).toISOString();
    const id = await opens({ nextUpdateAt: due });
    const [nina] = await receive(['Nina Dodici', 'pagamento, carta']);
    await (await world.as('marco')).call(cases.takeCharge, { params: { id: nina! } });
    await sorts(id, [nina!], 'linked');
    await world.app.advance(hour, { step: 30 * minute });
    const late = (await (await world.as('giulia')).call(noticeRoutes.list)).filter(({ kind }) => kind === 'incident_late');
    expect(late).toEqual([expect.objectContaining({ facts: expect.objectContaining({ key: id, what: 'Pagamenti fermi' }) })]);
    await resolves(id);
    expect(await read(id)).toMatchObject({ state: 'resolved', nextUpdateDueAt: null, open: 1 });
    const offered = (await (await world.as('marco')).call(noticeRoutes.list)).filter(({ kind, facts }) => kind === 'incident_resolved' && facts.key === id);
    expect(offered).toEqual([expect.objectContaining({ facts: expect.objectContaining({ count: 1 }) })]);
    expect(await caseOf(nina!)).toMatchObject({ status: 'open', next_update_due_at: expect.any(Date) });
  });

  it('stands on the public page only where somebody put it there, with its updates and nobody’s data', async () => {
    const page = async (path: string) => (await world.app.http.inject({ method: 'GET', url: path, headers: { 'accept-language': 'it' } }));
    const id = await opens({ known: { it: 'Le carte <Visa> non passano.', en: null } });
    const [olga] = await receive(['Olga Tredici', 'pagamento, carta']);
    await sorts(id, [olga!], 'linked');
    await writes(id, { undoSeconds: 0 });
    await world.app.sweep();
    expect((await page('/api/status')).body).toContain('In questo momento non risultano disservizi.');
    const giulia = await world.as('giulia');
    await giulia.call(contract.publishIncident, { params: { id } });
    const { body, headers } = await page('/api/status');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('Pagamenti fermi');
    expect(body).toContain('Le carte &lt;Visa&gt; non passano.');
    expect(body).toContain('I pagamenti con carta non passano.');
    expect(body).not.toMatch(/<script|Olga|Giulia|posta\.example/u);
    expect((await page('/api/status?lang=en')).body).toContain('<html lang="en">');
    expect((await page('/status')).headers['location']).toBe('/api/status');
    await giulia.call(contract.unpublishIncident, { params: { id } });
    expect((await page('/api/status')).body).not.toContain('Pagamenti fermi');
    await resolves(id);
  });

  it('is refused without words, in the future, or without a date that can be kept', async () => {
    const giulia = await world.as('giulia');
    const tries = (change: object) => giulia.try(contract.openIncident, { body: { title: { it: 'X' }, departmentId: world.departments.tecnico, beganAt: world.app.clock.now().toISOString(), nextUpdateAt: '2026-11-27T17:00:00.000Z', ...change } });
    expect(await tries({ title: {} })).toMatchObject({ status: 409, body: { code: 'incident.no_words' } });
    expect(await tries({ beganAt: '2026-12-26T10:00:00Z' })).toMatchObject({ body: { code: 'incident.began_in_the_future' } });
    expect(await tries({ nextUpdateAt: '2026-11-26T08:00:00Z' })).toMatchObject({ body: { code: 'next_update.in_the_past' } });
    expect(await tries({ departmentId: world.people.giulia.id })).toMatchObject({ status: 400 });
  });
});
