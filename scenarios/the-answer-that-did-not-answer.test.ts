/// <reference types="node" />
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openCase } from '#desk/contract.ts';
import { caseTexts } from '#desk/web/texts/case.ts';
import { promiseKeeping, promisesOfCase } from '#promises/contract.ts';
import * as requests from '#requests/contract.ts';
import { axe } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import type { Client } from '#test/server.ts';
import { startSmtpWorld, type SmtpWorld } from '#test/smtp-world.ts';
import { elena } from '#test/world.ts';

/**
 * "We are looking into it": the warehouse answered, and said nothing. One key sends it back with what is missing; its clock runs on
 * from where it stood, the draft that would have passed the emptiness on to the customer is gone, and the second answer answers. The
 * figures of the department say what it held, that it was sent back once, and that the promise behind it was kept.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const wednesday = (time: string): string => `2026-11-25T${time}:00+01:00`;
const warehouse = 'magazzino@casalumina.example';

let world: SmtpWorld;
let web: RealWeb;
let giulia: Client;
beforeAll(async () => {
  world = await startSmtpWorld(tuesday('10:00'));
  web = await openRealWeb(world.app);
  giulia = await world.as('giulia');
});
afterAll(async () => {
  await web?.close();
  await world?.stop();
});

it('goes back with one key, and what the board then shows adds up', async () => {
  const id = await world.writes({ from: elena, subject: 'Ordine 88213: manca un collo', text: 'Buongiorno, è arrivato un collo solo.' });
  await giulia.call(cases.takeCharge, { params: { id } });
  const { magazzino } = world.departments;
  const asked = await giulia.call(requests.sendRequest, {
    params: { id },
    body: { departmentId: magazzino, question: 'Il collo 2 dell’ordine 88213 è partito?', why: 'La cliente aspetta.', choices: [{ label: 'È partito' }, { label: 'Non ancora', asksDate: 'Quando parte?' }] },
  });
  await giulia.call(cases.sendReply, {
    params: { id },
    body: {
      act: 'updates', text: 'Gentile Elena, le dico entro domani alle 18 dov’è il secondo collo.', seenEventId: 1_000_000, undoSeconds: 0,
      commitments: { makes: [{ text: 'Dov’è il secondo collo', dueAt: wednesday('18:00'), requestId: asked.id }] },
    },
  });
  await world.app.advance(1 * second);

  // 10:30: an answer by mail, to the address of the request, that says nothing; its draft lies ready.
  await world.until(tuesday('10:30'));
  const [letter] = world.sink.mailsTo(warehouse);
  await world.sends({ from: `Dario Conti <${warehouse}>`, to: letter!.mail.replyTo[0]!.address, subject: `Re: ${letter!.mail.subject}`, inReplyTo: `<${letter!.mail.messageId}>`, text: 'Ci guardiamo.' });
  expect(await giulia.call(openCase, { params: { id } })).toMatchObject({ requests: [{ state: 'answered' }], preparedReplies: [{ reason: 'answer' }] });

  // 11:00: one key.
  await world.until(tuesday('11:00'));
  const desk = await web.openAs(world.people.giulia, `/cases/${id}`, { language: 'it' });
  const say = caseTexts.it.request;
  await desk.page.getByRole('button', { name: say.notEnough, exact: true }).waitFor();
  expect(await axe(desk.page)).toEqual([]);
  await picture(desk.page, 'an-answer-that-is-none');
  await desk.page.keyboard.press('b');
  await desk.page.getByText(say.missingIs('manca ancora la risposta: «È partito» o «Non ancora»?')).first().waitFor();
  await desk.page.getByText(say.bounces(1)).first().waitFor();
  expect(await giulia.call(openCase, { params: { id } })).toMatchObject({ case: { status: 'waiting_department' }, preparedReplies: [], requests: [{ state: 'sent_back', sentBackTimes: 1 }] });
  await world.app.advance(11 * second);
  const back = world.sink.mailsTo(warehouse).at(-1)!;
  expect(back.mail.subject).toMatch(/^Non basta ancora: /u);
  expect(back.mail.text).toContain('Avevi risposto: «Ci guardiamo.»');
  expect(world.sink.mailsTo('elena.marchetti@posta.example')).toHaveLength(1);
  const dario = await world.as('dario');
  expect(await dario.call(requests.readBoard)).toMatchObject({ waiting: 1, late: 0, items: [{ id: asked.id, state: 'sent_back', missing: 'manca ancora la risposta: «È partito» o «Non ancora»?' }] });

  // 12:00: an answer that answers, on the page that the letter leads to.
  await world.until(tuesday('12:00'));
  const token = /\/r\/([\w-]{43})/u.exec(back.mail.text)![1]!;
  await world.app.visitor().call(requests.sendAnswer, { params: { token }, body: { text: 'Parte venerdì.', choice: 'Non ancora', promisedFor: '2026-11-27' } });
  await world.app.sweep();
  const { preparedReplies, requests: [settled] } = await giulia.call(openCase, { params: { id } });
  expect(settled).toMatchObject({ state: 'answered', sentBackTimes: 1, turns: [{ kind: 'answer', text: 'Ci guardiamo.' }, { kind: 'sent_back' }, { kind: 'answer', choice: 'Non ancora' }] });
  await desk.page.getByRole('button', { name: say.notEnough, exact: true }).waitFor();
  desk.assertQuiet();
  await desk.close();
  const [promise] = (await giulia.call(promisesOfCase, { params: { id } })).items;
  await giulia.call(cases.sendReply, {
    params: { id },
    body: { act: 'resolves', text: 'Gentile Elena, il secondo collo parte venerdì 27.', commitments: { keeps: [promise!.id] }, preparedId: preparedReplies[0]!.id, seenEventId: 1_000_000, undoSeconds: 0 },
  });
  await world.app.advance(1 * second);

  // What the boards show: an hour and a half at the warehouse, half an hour between with whoever read the empty answer.
  const held = await giulia.call(requests.heldOfCase, { params: { id } });
  const minutes = Object.fromEntries(held.parts.map(({ kind, name, milliseconds }) => [name ?? kind, Math.round(milliseconds / minute)]));
  expect(minutes).toEqual({ Magazzino: 90, 'Giulia Serra': 30 });
  expect(held.parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(held.milliseconds);
  expect(await dario.call(requests.readBoard)).toMatchObject({ waiting: 0, late: 0, items: [{ state: 'answered', missing: null }] });
  await world.until('2026-11-26T09:00:00+01:00', 120 * minute);
  const kept = await giulia.call(promiseKeeping, { query: { from: tuesday('00:00'), to: '2026-11-27T00:00:00+01:00' } });
  expect(kept).toMatchObject({ all: { kept: 1, broken: 0, rate: 1 }, byDepartment: [{ department: { name: 'Magazzino' }, kept: 1, broken: 0, rate: 1 }] });
});
