import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, hour, minute, plus, second } from '#base/clock.ts';
import type { Client } from '#test/server.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { caseNumberIn, whyNotTaken } from './rules.ts';

let world: World;
let visitor: Client;
let marta: Client;
let form: contract.FormView;
beforeAll(async () => {
  world = await startWorld();
  visitor = world.app.visitor();
  marta = await world.as('marta');
  form = await marta.call(contract.openForm, { body: { name: 'Contatti', departmentId: world.departments.servizio, language: 'it' } });
});
afterAll(() => world.stop());

const read = (key = form.key) => visitor.call(contract.readForm, { params: { key } });

interface Filling {
  readonly email?: string;
  readonly caseNumber?: string;
  readonly website?: string;
  readonly ticket?: string;
  readonly after?: number;
}

const fill = async ({ after = 20 * second, ...fields }: Filling = {}) => {
  const { ticket } = await read();
  world.app.clock.advance(after);
  const body = { name: 'Elena Marchetti', email: 'elena.marchetti@posta.example', text: 'Manca il secondo collo.', ticket, ...fields };
  return visitor.try(contract.sendForm, { params: { key: form.key }, body });
};

const lastCase = () => world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).selectAll().executeTakeFirstOrThrow();

it('reads a case number as people write it', () => {
  expect(['C-10482', 'c 10482', '10482', 'ordine 88213', ''].map(caseNumberIn)).toEqual([10482, 10482, 10482, null, null]);
});

it('takes what a person needs time to write, and nothing that never ends', () => {
  const openedAt = new Date('2026-11-24T10:00:00Z');
  expect(whyNotTaken({ unseen: '', openedAt }, plus(openedAt, minute))).toBeNull();
  expect(whyNotTaken({ unseen: 'http://…', openedAt }, plus(openedAt, minute))).toMatchObject({ refused: 'form.looks_automatic' });
  expect(whyNotTaken({ unseen: '', openedAt }, plus(openedAt, second))).toMatchObject({ refused: 'form.looks_automatic' });
  expect(whyNotTaken({ unseen: '', openedAt }, plus(openedAt, 2 * day))).toMatchObject({ refused: 'form.open_again' });
  expect(whyNotTaken({ unseen: '', openedAt: null }, openedAt)).toMatchObject({ refused: 'form.open_again' });
});

it('opens a case, shows the receipt, and mails nothing to an address that nobody has proven', async () => {
  expect(await read()).toMatchObject({ companyName: 'Casa Lumina', language: 'it', name: 'Contatti' });
  const sent = await fill();
  const found = await lastCase();
  expect(sent).toMatchObject({ status: 200, body: { caseNumber: found.number, joined: false } });
  expect(found).toMatchObject({ channel: 'form', status: 'new', owner_id: null, department_id: world.departments.servizio });
  await world.app.sweep();
  expect(await world.app.db.selectFrom('outbox').where('case_id', '=', found.id).select('id').execute()).toEqual([]);
});

it('joins only the case of that very address, and else proposes it', async () => {
  await world.receives({ from: elena, text: 'Manca il secondo collo.' });
  const theirs = await lastCase();
  expect(await fill({ caseNumber: `C-${theirs.number}` })).toMatchObject({ body: { joined: true, caseNumber: theirs.number } });
  const stranger = await fill({ caseNumber: `C-${theirs.number}`, email: 'qualcuno@altrove.example' });
  expect(stranger).toMatchObject({ status: 200, body: { joined: false } });
  expect((stranger.body as { caseNumber: number }).caseNumber).not.toBe(theirs.number);
  const without = await fill();
  const fresh = await lastCase();
  expect(without).toMatchObject({ body: { joined: false, caseNumber: fresh.number } });
  const proposed = await world.app.db.selectFrom('join_suggestions').where('case_id', '=', fresh.id).select('other_id').execute();
  expect(proposed.map((row) => row.other_id)).toContain(theirs.id);
});

it('holds programs off, in words', async () => {
  expect(await fill({ website: 'https://example.net' })).toMatchObject({ status: 409, body: { code: 'form.looks_automatic' } });
  expect(await fill({ after: second })).toMatchObject({ status: 409, body: { code: 'form.looks_automatic' } });
  expect(await fill({ ticket: '1790000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })).toMatchObject({ status: 409, body: { code: 'form.open_again' } });
  const statuses: number[] = [];
  for (let time = 0; time < 6; time += 1) statuses.push((await fill({ email: 'tanti@altrove.example' })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  world.app.clock.advance(hour);
  expect(await fill({ email: 'tanti@altrove.example' })).toMatchObject({ status: 200 });
});

it('closes the old address when the key is changed, and all of it when the form is closed', async () => {
  const changed = await marta.call(contract.rotateForm, { params: { id: form.id } });
  expect(changed.address).toBe(`https://presa.example/f/${changed.key}`);
  expect(await visitor.try(contract.readForm, { params: { key: form.key } })).toMatchObject({ status: 404 });
  expect(await read(changed.key)).toMatchObject({ name: 'Contatti' });
  expect((await marta.call(contract.closeForm, { params: { id: form.id } })).closedAt).not.toBeNull();
  expect(await visitor.try(contract.readForm, { params: { key: changed.key } })).toMatchObject({ status: 404 });
  expect(await marta.try(contract.closeForm, { params: { id: form.id } })).toMatchObject({ status: 409, body: { code: 'form.already_closed' } });
});
