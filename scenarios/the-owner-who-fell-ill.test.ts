/// <reference types="node" />
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import * as page from '#customer-page/contract.ts';
import { openCase } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { absenceRoutes } from '#people/contract.ts';
import { listPromises, promiseKeeping } from '#promises/contract.ts';
import { heldOfCase } from '#requests/contract.ts';
import { endShift, readShiftEnd } from '#shifts/contract.ts';
import { shiftTexts } from '#shifts/texts.ts';
import { axe, sidewaysScroll } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import type { Client } from '#test/server.ts';
import { startSmtpWorld, type SmtpWorld } from '#test/smtp-world.ts';
import { elena, luca } from '#test/world.ts';

/**
 * Giulia wakes up with a fever. At 8:05 the lead says so; from then on Marco is called for what she has in hand. He keeps her promise,
 * the case stays hers until he accepts it, and the customer is told each time who has it. In the evening he goes home himself, and the
 * case that cannot wait is passed on with one key. The figures at the end add up to the minute.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const wednesday = (time: string): string => `2026-11-25T${time}:00+01:00`;

let world: SmtpWorld;
let web: RealWeb;
let giulia: Client;
let marco: Client;
let marta: Client;
beforeAll(async () => {
  world = await startSmtpWorld(tuesday('10:00'));
  web = await openRealWeb(world.app);
  await world.app.db.updateTable('members').set({ deputy_id: world.people.chiara.id }).where('id', '=', world.people.marco.id).execute();
  [giulia, marco, marta] = [await world.as('giulia'), await world.as('marco'), await world.as('marta')];
});
afterAll(async () => {
  await web?.close();
  await world?.stop();
});

const callsOf = async (client: Client) => (await client.call(noticeRoutes.list)).map(({ kind, facts }) => ({ kind, instead: facts.insteadOf ?? null }));
const linkIn = (text: string): string => /https:\/\/presa\.example\/c\/([\w-]+)/u.exec(text)![1]!;
const pageOf = async () => world.app.visitor().call(page.readPage, { params: { token: linkIn(world.sink.mailsTo('elena.marchetti@posta.example').at(-1)!.mail.text) } });

it('leaves no customer on an empty chair: watched, kept, handed over, and counted', async () => {
  // Tuesday: taken after a quarter of an hour, with a promise for Wednesday at noon.
  const id = await world.writes({ from: elena, subject: 'Ordine 88213: manca un collo', text: 'Buongiorno, è arrivato un collo solo.' });
  await world.until(tuesday('10:15'));
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.sendReply, {
    params: { id },
    body: {
      act: 'updates', text: 'Gentile Elena, le dico entro domani a mezzogiorno quando parte il secondo collo. Giulia Serra',
      commitments: { makes: [{ text: 'Quando parte il secondo collo', dueAt: wednesday('12:00') }] }, seenEventId: 1_000_000, undoSeconds: 0,
    },
  });
  await world.app.advance(1 * second);
  expect(await pageOf()).toMatchObject({ ownerName: 'Giulia Serra' });

  // Wednesday, 8:05: she is ill. Nothing changes hands; from now on Marco is called.
  await world.until(wednesday('08:05'), 60 * minute);
  await marta.call(absenceRoutes.plan, { body: { memberId: world.people.giulia.id, from: wednesday('08:05'), until: '2026-11-27T18:00:00+01:00', deputyId: world.people.marco.id } });
  expect(await giulia.call(openCase, { params: { id } })).toMatchObject({ case: { owner: { name: 'Giulia Serra' } }, standIn: { name: 'Marco Neri' } });
  await world.until(wednesday('11:15'));
  expect(await callsOf(marco)).toContainEqual({ kind: 'promise_near', instead: 'Giulia Serra' });
  await world.sends({ from: elena, subject: 'Re: Ordine 88213: manca un collo', text: 'Novità?', inReplyTo: `<${world.sink.mailsTo('elena.marchetti@posta.example').at(-1)!.mail.messageId}>` });
  expect(await callsOf(marco)).toContainEqual({ kind: 'customer_wrote', instead: 'Giulia Serra' });

  // 11:30: Marco keeps her promise. It is still her case.
  await world.until(wednesday('11:30'));
  const [promise] = (await marco.call(listPromises, { query: { whose: 'all' } })).inDanger;
  await marco.call(cases.sendReply, {
    params: { id },
    body: {
      act: 'updates', text: 'Gentile Elena, il collo parte giovedì con corriere espresso. Le scrivo alle 18:30 con il numero di spedizione. Marco Neri', nextUpdateAt: wednesday('18:30'),
      commitments: { keeps: [promise!.id] }, seenEventId: 1_000_000, undoSeconds: 0,
    },
  });
  await world.app.advance(1 * second);
  expect(await pageOf()).toMatchObject({ ownerName: 'Giulia Serra', steps: expect.arrayContaining([expect.objectContaining({ kind: 'we_answered', name: 'Marco Neri' })]) });
  expect(await callsOf(marco)).toEqual([]);

  // 12:00: the lead asks Marco to carry it on; he reads where it stands, and accepts.
  await world.until(wednesday('12:00'));
  await marta.call(cases.offerHandover, { params: { id }, body: { toId: world.people.marco.id, reason: 'Giulia è malata fino a venerdì' } });
  const desk = await web.openAs(world.people.marco, `/cases/${id}`, { language: 'it' });
  await desk.page.getByText('Ha già sollecitato una volta.', { exact: false }).first().waitFor();
  expect(await axe(desk.page)).toEqual([]);
  await picture(desk.page, 'handover-with-a-summary');
  await desk.page.getByRole('button', { name: actTexts.it.handover.accept }).click();
  await desk.page.getByText(actTexts.it.handover.accepted).first().waitFor();
  expect(await pageOf()).toMatchObject({ ownerName: 'Marco Neri' });

  // The same page for a browser that runs no script: every word of hers and ours, and forms.
  const token = linkIn(world.sink.mailsTo('elena.marchetti@posta.example').at(-1)!.mail.text);
  for (const [width, theme] of [[1440, 'light'], [360, 'dark']] as const) {
    const plain = await web.open(`/api/customer-page/${token}/plain`, { language: 'it', width, theme });
    await plain.page.getByText('Novità?').waitFor();
    await plain.page.getByText('il collo parte giovedì con corriere espresso', { exact: false }).waitFor();
    expect(await axe(plain.page)).toEqual([]);
    expect(await sidewaysScroll(plain.page)).toBe(0);
    await picture(plain.page, `customers-page-plain-${width}`, true);
    await plain.close();
  }

  // 17:00: Marco goes home. Elena is to hear at 18:30; his deputy Chiara takes what he passes on with one key.
  await world.until(wednesday('17:00'), 60 * minute);
  const deputy = (await marco.call(readShiftEnd, { query: {} })).deputy!;
  const say = shiftTexts.it;
  await desk.page.goto(`${web.address}/shift`);
  await desk.page.getByRole('button', { name: say.pass(deputy.name) }).waitFor();
  expect(await axe(desk.page)).toEqual([]);
  expect(await sidewaysScroll(desk.page)).toBe(0);
  await picture(desk.page, 'end-of-a-shift');
  await desk.page.keyboard.press('h');
  await desk.page.getByText(say.offered(deputy.name), { exact: true }).waitFor();
  await desk.page.keyboard.press('f');
  await desk.page.getByText(/^Hai finito il turno/u).waitFor();
  desk.assertQuiet();
  await desk.close();
  const standIn = await world.app.signIn({ id: deputy.id });
  await world.until(wednesday('17:30'));
  expect(await callsOf(standIn)).toEqual(expect.arrayContaining([{ kind: 'handover_offered', instead: null }, { kind: 'next_update_near', instead: 'Marco Neri' }]));
  expect(await pageOf()).toMatchObject({ ownerName: 'Marco Neri' });
  const [offered] = (await standIn.call(cases.listHandovers)).items;
  await standIn.call(cases.acceptHandover, { params: { id: offered!.id } });
  await standIn.call(cases.sendReply, { params: { id }, body: { act: 'resolves', text: 'Gentile Elena, il collo parte domani: spedizione 4471.', seenEventId: 1_000_000, undoSeconds: 0 } });
  await world.app.advance(1 * second);

  // The figures: one promise made and kept in time; each minute was somebody's, and they add up.
  const between = { from: tuesday('00:00'), to: '2026-11-28T00:00:00+01:00' };
  expect(await marta.call(promiseKeeping, { query: between })).toMatchObject({ all: { kept: 1, broken: 0, rate: 1 } });
  const held = await marta.call(heldOfCase, { params: { id } });
  const minutes = Object.fromEntries(held.parts.map(({ kind, name, milliseconds }) => [name ?? kind, Math.round(milliseconds / minute)]));
  expect(minutes).toEqual({ queue: 15, 'Giulia Serra': 25 * 60 + 45, 'Marco Neri': 5 * 60 + 30, 'Chiara Poli': 0 });
  expect(held.parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(held.milliseconds);
});

it('says who is called when nobody can be found: the lead, by name', async () => {
  const id = await world.writes({ from: luca, subject: 'Rimborso', text: 'Buongiorno, il rimborso?' });
  const davide = await world.as('davide');
  await davide.call(cases.takeCharge, { params: { id } });
  await world.app.db.updateTable('members').set({ deputy_id: null }).where('id', '=', world.people.davide.id).execute();
  await davide.call(endShift, { body: { backAt: '2026-11-27T09:00:00+01:00' } });
  await world.until('2026-11-26T11:30:00+01:00', 60 * minute);
  expect(await callsOf(marta)).toContainEqual({ kind: 'next_update_near', instead: 'Davide Moro' });
  expect((await davide.call(openCase, { params: { id } })).case.owner).toMatchObject({ name: 'Davide Moro' });
});
