import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openCase } from '#desk/contract.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { draftReferral } from './letters.ts';

let world: World;
let doorId: string;
beforeAll(async () => {
  world = await startWorld();
  const added = await (await world.as('giulia')).call(contract.addThirdParty, {
    body: { name: 'Corriere Nord', handles: 'Danni durante il trasporto', phone: '+39 0341 555010', hours: 'lun–ven 9–17', needs: ['Il numero di spedizione', 'Le foto del danno'] },
  });
  doorId = added.id;
});
afterAll(() => world.stop());

const checkOn = '2026-12-02T10:00:00.000Z';

const damaged = async (): Promise<string> => {
  world.app.clock.set('2026-11-26T10:00:00+01:00');
  await world.receives({ from: elena, subject: 'Pacco rotto', text: 'Il pacco è arrivato <b>schiacciato</b> & bagnato.' });
  const { id } = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  const giulia = await world.as('giulia');
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.writeNote, { params: { id }, body: { text: 'Cliente già rimborsata due volte: attenzione.' } });
  return id;
};

const letter = 'Gentile Elena,\n\nil danno è del trasporto: se ne occupa Corriere Nord.\n\nCordiali saluti,\nGiulia Serra';
const bodyOf = (change: Partial<Parameters<typeof JSON.stringify>[0]> = {}) => ({ thirdPartyId: doorId, reason: 'Il danno è avvenuto durante il trasporto', brings: ['Le foto'], checkOn, text: letter, seenEventId: 1_000_000, ...change });
const refers = async (id: string, change = {}) => (await world.as('giulia')).try(contract.refer, { params: { id }, body: bodyOf(change) });
const referred = async (id: string) => {
  const answer = await (await world.as('giulia')).call(contract.refer, { params: { id }, body: bodyOf() });
  await world.app.advance(11 * second);
  return answer;
};
const statusOf = async (id: string) => (await (await world.as('giulia')).call(openCase, { params: { id } })).case;
const stateOf = async (id: string) => (await (await world.as('giulia')).call(contract.referralsOfCase, { params: { id } })).items.map(({ state }) => state);
const open = (url: string) => world.app.http.inject({ method: 'GET', url: new URL(url).pathname });

describe('a customer whose matter is somebody else’s', () => {
  it('hears why, whose it is and where the dossier is; the case waits with its owner until the day of the check', async () => {
    const id = await damaged();
    const { dossierUrl } = await referred(id);
    expect(await statusOf(id)).toMatchObject({ status: 'waiting_third_party', owner: { name: 'Giulia Serra' }, nextUpdateDueAt: checkOn });
    const { text } = await world.app.db.selectFrom('messages').where('case_id', '=', id).where('direction', '=', 'out').select('text').executeTakeFirstOrThrow();
    expect(text.split('\n\n')).toEqual(['Gentile Elena,', 'il danno è del trasporto: se ne occupa Corriere Nord.', expect.stringContaining(dossierUrl), 'Cordiali saluti,\nGiulia Serra']);
    expect(await stateOf(id)).toEqual(['told']);

    world.app.clock.set('2026-12-02T10:15:00+01:00');
    await world.app.sweep();
    const [prepared] = (await (await world.as('giulia')).call(openCase, { params: { id } })).preparedReplies;
    expect(prepared).toMatchObject({ reason: 'check_back', text: expect.stringContaining('Corriere Nord è riuscito ad aiutarla?') });
    const [referral] = (await (await world.as('giulia')).call(contract.referralsOfCase, { params: { id } })).items;
    await (await world.as('giulia')).call(contract.settleReferral, { params: { id: referral!.id }, body: { worked: true, outcome: 'Rimborsata dal corriere' } });
    expect(await statusOf(id)).toMatchObject({ status: 'resolved' });
    const { items } = await (await world.as('giulia')).call(contract.listThirdParties);
    expect(items.find((door) => door.id === doorId)).toMatchObject({ worked: 1, didNotWork: 0 });
  });

  it('whom the door did not help is ours again, with a date by which they hear', async () => {
    const id = await damaged();
    await referred(id);
    const [referral] = (await (await world.as('giulia')).call(contract.referralsOfCase, { params: { id } })).items;
    await (await world.as('giulia')).call(contract.settleReferral, { params: { id: referral!.id }, body: { worked: false, outcome: 'Non rispondono' } });
    const found = await statusOf(id);
    expect(found).toMatchObject({ status: 'open' });
    expect(new Date(found.nextUpdateDueAt ?? 0) < new Date(checkOn)).toBe(true);
    expect(await (await world.as('giulia')).try(contract.settleReferral, { params: { id: referral!.id }, body: { worked: true, outcome: 'x' } })).toMatchObject({ status: 409, body: { code: 'referral.settled_already' } });
  });

  it('whose letter was taken back was sent nowhere, and its link opens nothing', async () => {
    const id = await damaged();
    const giulia = await world.as('giulia');
    const { pendingId, dossierUrl } = await giulia.call(contract.refer, { params: { id }, body: bodyOf() });
    expect((await open(dossierUrl)).statusCode).toBe(200);
    await giulia.call(cases.takeReplyBack, { params: { id: pendingId } });
    expect(await stateOf(id)).toEqual(['withdrawn']);
    expect((await open(dossierUrl)).statusCode).toBe(404);
    expect(await statusOf(id)).toMatchObject({ status: 'open' });
  });

  it('is refused without a door, with a check that is too soon or too far, twice at once, and on a resolved case', async () => {
    const id = await damaged();
    expect(await refers(id, { checkOn: '2026-11-26T12:00:00.000Z' })).toMatchObject({ status: 409, body: { code: 'referral.check_too_soon' } });
    expect(await refers(id, { checkOn: '2027-06-01T12:00:00.000Z' })).toMatchObject({ status: 409, body: { code: 'referral.check_too_late' } });
    expect(await refers(id, { thirdPartyId: id })).toMatchObject({ status: 404 });
    await referred(id);
    expect(await refers(id)).toMatchObject({ status: 409, body: { code: 'referral.one_is_open' } });
  });
});

describe('the dossier', () => {
  it('shows what the customer and we said, and nothing of ours inside; what they wrote is text', async () => {
    const id = await damaged();
    const { dossierUrl } = await referred(id);
    const page = await open(dossierUrl);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
    expect(page.body).toContain('Il pacco è arrivato &lt;b&gt;schiacciato&lt;/b&gt; &amp; bagnato.');
    expect(page.body).toContain('Corriere Nord');
    expect(page.body).not.toContain('rimborsata due volte');
    expect(page.body).not.toContain('<script');
    const paper = await open(`${dossierUrl}/pdf`);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.rawPayload.length).toBeGreaterThan(5_000);
    expect((await open(`${dossierUrl}/files/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await open(`${dossierUrl}x`)).statusCode).toBe(404);
  });
});

describe('the register', () => {
  it('takes no door without a way to it, and none twice', async () => {
    const giulia = await world.as('giulia');
    expect(await giulia.try(contract.addThirdParty, { body: { name: 'Comune', handles: 'Permessi' } })).toMatchObject({ status: 409, body: { code: 'third_party.no_way_to_reach' } });
    expect(await giulia.try(contract.addThirdParty, { body: { name: 'corriere nord', handles: 'Altro', phone: '+39 02 1234567' } })).toMatchObject({ status: 409, body: { code: 'third_party.exists' } });
  });

  it('forgets who was closed, while old referrals keep what they said', async () => {
    const giulia = await world.as('giulia');
    const { id } = await giulia.call(contract.addThirdParty, { body: { name: 'Vecchio fornitore', handles: 'Ricambi', website: 'https://ricambi.example' } });
    await giulia.call(contract.closeThirdParty, { params: { id } });
    expect((await giulia.call(contract.listThirdParties)).items.map(({ name }) => name)).not.toContain('Vecchio fornitore');
    expect(await refers(await damaged(), { thirdPartyId: id })).toMatchObject({ status: 409, body: { code: 'third_party.closed' } });
    await giulia.call(contract.reopenThirdParty, { params: { id } });
    expect((await giulia.call(contract.listThirdParties)).items.map(({ name }) => name)).toContain('Vecchio fornitore');
  });
});

it('the letter names the door, the ways to it, what to bring and the day of the check, in both languages', () => {
  const facts = {
    customerName: 'Elena Marchetti', ownerName: 'Giulia Serra', courtesy: 'formal' as const, door: { name: 'Corriere Nord', email: null, phone: '+39 0341 555010', website: null, hours: 'lun–ven 9–17' },
    reason: 'il danno è avvenuto durante il trasporto', brings: ['Le foto del danno'], checkOn: new Date(checkOn), now: new Date('2026-11-26T10:00:00+01:00'), timeZone: 'Europe/Rome',
  };
  expect(draftReferral({ ...facts, language: 'it' })).toBe(
    'Gentile Elena Marchetti,\n\nho controllato: il danno è avvenuto durante il trasporto. Chi può davvero aiutarla è Corriere Nord, e la accompagno fin lì.\n\nEcco come raggiungerli:\n- telefono: +39 0341 555010\n- orari: lun–ven 9–17\n\nLe conviene avere sotto mano:\n- Le foto del danno\n\nIl suo caso resta mio: le scrivo mercoledì alle 11:00 per sapere com’è andata. Se prima qualcosa si inceppa, risponda pure qui.\n\nCordiali saluti,\nGiulia Serra',
  );
  expect(draftReferral({ ...facts, language: 'it', courtesy: 'informal' })).toMatch(/^Ciao Elena,.*aiutarti.*ti accompagno.*Un saluto,/su);
  expect(draftReferral({ ...facts, language: 'en' })).toContain('Your case stays with me: I will write to you');
});
