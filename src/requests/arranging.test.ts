import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as cases from '#cases/contract.ts';
import { startRequestsWorld, type RequestsWorld } from '#test/requests-world.ts';
import * as requests from './contract.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

const both = (it: string, en: string) => ({ it, en });
const parcel = () => ({
  departmentId: world.departments.magazzino, kind: 'Spedizione', name: both('Collo mancante', 'Missing parcel'), question: both('Il collo è partito?', 'Has the parcel left?'),
  fields: [
    { key: 'order', label: both('Ordine', 'Order'), type: 'text' as const, required: true, fill: 'order' as const },
    { key: 'parcel', label: both('Quale collo', 'Which parcel'), type: 'number' as const, required: true },
    { key: 'photo', label: both('Foto', 'Photo'), type: 'file' as const, required: false },
  ],
  choices: [{ label: both('È partito', 'It has left') }, { label: both('Non ancora', 'Not yet'), asksDate: both('Quando parte?', 'When does it leave?') }],
});
const lead = () => world.client('marta');
const giulia = () => world.client('giulia');

describe('templates', () => {
  test('what the department needs is asked at once, and stands in the letter as a table, with the file on the page', async () => {
    const template = await (await lead()).call(requests.templateRoutes.add, { body: parcel() });
    expect((await (await giulia()).call(requests.templateRoutes.list)).map(({ name }) => name.it)).toEqual(['Collo mancante']);
    const caseId = await world.openCase();
    const ask = async (fields: { key: string; value: string }[]) =>
      (await giulia()).try(requests.sendRequest, {
        params: { id: caseId },
        body: { departmentId: world.departments.magazzino, question: 'Il collo 2 è partito?', why: 'La cliente aspetta.', kind: template.kind, templateId: template.id, fields },
      });
    expect(await ask([{ key: 'order', value: '88213' }])).toMatchObject({ status: 409, body: { code: 'request.field_missing', words: expect.stringContaining('«Quale collo»') } });
    expect(await ask([{ key: 'order', value: '88213' }, { key: 'parcel', value: 'due' }])).toMatchObject({ status: 409, body: { code: 'request.field_wrong' } });
    const file = await (await world.as('giulia')).call(cases.uploadAttachment, { params: { id: caseId }, body: { name: 'collo.jpg', type: 'image/jpeg', base64: 'eA==' } });
    const asked = await ask([{ key: 'order', value: '88213' }, { key: 'parcel', value: '2' }, { key: 'photo', value: file.id }]);
    expect(asked).toMatchObject({ status: 200, body: { kind: 'Spedizione', fields: [{ key: 'order', value: '88213' }, { value: '2' }, { value: 'collo.jpg', attachmentId: file.id }] } });
    const { id } = asked.body as requests.RequestView;
    const [letter] = await world.letters(id);
    expect(letter?.text).toContain('Ordine        88213\nQuale collo   2\nFoto          collo.jpg (sulla pagina)');
    const page = await world.visitor.call(requests.readAnswering, { params: { token: letter!.token } });
    expect(page.fields.map(({ label, value }) => [label.en, value])).toEqual([['Order', '88213'], ['Which parcel', '2'], ['Photo', 'collo.jpg']]);
    const download = (fileId: string) => world.visitor.try(requests.readAnsweringFile, { params: { token: letter!.token, fileId } });
    expect(await download(file.id)).toMatchObject({ status: 200, body: 'x', headers: { 'content-type': 'application/octet-stream' } });
    const other = await (await world.as('giulia')).call(cases.uploadAttachment, { params: { id: caseId }, body: { name: 'altro.txt', type: 'text/plain', base64: 'eA==' } });
    expect(await download(other.id)).toMatchObject({ status: 404 });
  });

  test('a file of another case goes nowhere, and a template of another department is none', async () => {
    const template = await (await lead()).call(requests.templateRoutes.add, { body: { ...parcel(), fields: [{ key: 'photo', label: both('Foto', 'Photo'), type: 'file', required: true }] } });
    const [mine, others] = [await world.openCase(), await world.openCase()];
    const file = await (await world.as('giulia')).call(cases.uploadAttachment, { params: { id: others }, body: { name: 'b.txt', type: 'text/plain', base64: 'eA==' } });
    const body = { departmentId: world.departments.magazzino, question: 'x', why: 'y', templateId: template.id, fields: [{ key: 'photo', value: file.id }] };
    expect(await (await giulia()).try(requests.sendRequest, { params: { id: mine }, body })).toMatchObject({ status: 404 });
    expect(await (await giulia()).try(requests.sendRequest, { params: { id: mine }, body: { ...body, departmentId: world.departments.tecnico } })).toMatchObject({ status: 404 });
  });

  test('are changed by leads only; withdrawn, no longer offered; what was asked stays as it was', async () => {
    const marta = await lead();
    const template = await marta.call(requests.templateRoutes.add, { body: parcel() });
    expect(await (await giulia()).try(requests.templateRoutes.add, { body: parcel() })).toMatchObject({ status: 403 });
    const changed = await marta.call(requests.templateRoutes.change, { params: { id: template.id }, body: { ...parcel(), name: both('Collo perso', 'Lost parcel') } });
    expect(changed.name.it).toBe('Collo perso');
    await marta.call(requests.templateRoutes.withdraw, { params: { id: template.id } });
    expect(await marta.try(requests.templateRoutes.change, { params: { id: template.id }, body: parcel() })).toMatchObject({ status: 404 });
    const twice = { ...parcel(), fields: [parcel().fields[0]!, parcel().fields[0]!] };
    expect(await marta.try(requests.templateRoutes.add, { body: twice })).toMatchObject({ status: 400 });
  });
});

describe('agreements', () => {
  test('the most specific one makes the date, in the department’s calendar; a request keeps the one it was asked under', async () => {
    const marta = await lead();
    const departmentId = world.departments.logistica;
    const agree = (kind: string | null, urgency: 'urgent' | null, answersWithinMinutes: number) =>
      marta.call(requests.agreementRoutes.add, { body: { departmentId, kind, urgency, answersWithinMinutes } });
    const kind = await agree('consegna', null, 120);
    await agree('consegna', 'urgent', 30);
    const preview = async (query: { kind?: string; urgency?: 'urgent' }) =>
      (await giulia()).call(requests.previewDue, { params: { id: departmentId }, query });
    expect(await preview({})).toMatchObject({ answersWithinMinutes: 360, clock: 'agreement', contract: null });
    expect(await preview({ kind: 'Consegna' })).toMatchObject({ answersWithinMinutes: 120, dueAt: '2026-11-24T11:23:00.000Z' });
    expect(await preview({ kind: 'consegna', urgency: 'urgent' })).toMatchObject({ answersWithinMinutes: 30, dueAt: '2026-11-24T09:53:00.000Z' });
    const asked = await (await giulia()).call(requests.sendRequest, {
      params: { id: await world.openCase() }, body: { departmentId, question: 'Dov’è?', why: 'Aspetta.', kind: 'consegna', urgency: 'urgent' },
    });
    expect(asked).toMatchObject({ dueAt: '2026-11-24T09:53:00.000Z', urgency: 'urgent', kind: 'consegna', clock: 'agreement' });
    expect(await marta.try(requests.agreementRoutes.add, { body: { departmentId, kind: 'consegna', urgency: null, answersWithinMinutes: 60 } })).toMatchObject({
      status: 409, body: { code: 'agreement.made_already' },
    });
    await marta.call(requests.agreementRoutes.change, { params: { id: kind.id }, body: { departmentId, kind: 'consegna', urgency: null, answersWithinMinutes: 60 } });
    expect(await preview({ kind: 'consegna' })).toMatchObject({ answersWithinMinutes: 60 });
    await marta.call(requests.agreementRoutes.end, { params: { id: kind.id } });
    expect(await preview({ kind: 'consegna' })).toMatchObject({ answersWithinMinutes: 360 });
    expect((await (await giulia()).call(requests.readRequest, { params: { id: asked.id } })).dueAt).toBe(asked.dueAt);
    expect(await (await world.client('dario')).call(requests.agreementRoutes.list)).toHaveLength(1);
    expect(await (await world.client('dario')).try(requests.agreementRoutes.end, { params: { id: kind.id } })).toMatchObject({ status: 403 });
  });

  test('a supplier is held by its contract, which is named apart', async () => {
    const marta = await lead();
    const body = { reference: 'CN-2026-3', contactName: 'Sala operativa', contactPhone: '+39 02 555 0100', validUntil: '2027-12-31' };
    expect(await marta.try(requests.contractRoutes.put, { params: { id: world.departments.magazzino }, body })).toMatchObject({ status: 409, body: { code: 'contract.only_suppliers' } });
    await marta.call(requests.contractRoutes.put, { params: { id: world.departments.corriere }, body });
    const preview = await (await giulia()).call(requests.previewDue, { params: { id: world.departments.corriere }, query: {} });
    expect(preview).toMatchObject({ clock: 'contract', contract: { reference: 'CN-2026-3', contactName: 'Sala operativa', validUntil: '2027-12-31' }, answersWithinMinutes: 720 });
    const asked = await world.ask(await world.openCase(), { to: 'corriere', choices: [] });
    expect(asked).toMatchObject({ clock: 'contract', contractReference: 'CN-2026-3' });
    await marta.call(requests.contractRoutes.put, { params: { id: world.departments.corriere }, body: { ...body, reference: 'CN-2027-1' } });
    expect(await (await giulia()).call(requests.readRequest, { params: { id: asked.id } })).toMatchObject({ contractReference: 'CN-2026-3' });
    await marta.call(requests.contractRoutes.end, { params: { id: world.departments.corriere } });
    expect(await marta.call(requests.contractRoutes.list)).toEqual([]);
  });
});
