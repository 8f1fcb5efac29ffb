/// <reference types="node" />
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import { messageTexts } from '#cases/web/texts.ts';
import { heardTexts } from '#channels/heard/web/texts.ts';
import { logCall } from '#channels/phone/contract.ts';
import { callTexts } from '#channels/phone/web/texts.ts';
import * as page from '#customer-page/contract.ts';
import { openCase } from '#desk/contract.ts';
import { sideTexts } from '#desk/web/texts/side.ts';
import { sayReasons } from '#heat/words.ts';
import { whoBoilsNext } from '#heat/contract.ts';
import { axe } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import type { Client } from '#test/server.ts';
import { startSmtpWorld, type SmtpWorld } from '#test/smtp-world.ts';
import { elena, luca } from '#test/world.ts';

/**
 * One matter, four roads: Elena writes a mail, calls, adds a line on her page, and at last says it where everybody reads it. It stays
 * one case with one owner; the wait counts from her first word; each time she asks again is counted, and said in words to whoever
 * decides what comes first. The review turns out to be somebody else's: taken out, and put back, the case is each time what it was.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const wednesday = (time: string): string => `2026-11-25T${time}:00+01:00`;
const review = 'https://it.trustpilot.com/reviews/casa-lumina-1';

let world: SmtpWorld;
let web: RealWeb;
let giulia: Client;
beforeAll(async () => {
  world = await startSmtpWorld(tuesday('09:00'));
  web = await openRealWeb(world.app);
  giulia = await world.as('giulia');
});
afterAll(async () => {
  await web?.close();
  await world?.stop();
});

const until = (instant: string): Promise<void> => world.until(instant, 60 * minute);

const standing = async (id: string) => {
  await world.app.sweep();
  const { case: found, heat } = await giulia.call(openCase, { params: { id } });
  const said = { now: world.app.clock.now(), timeZone: 'Europe/Rome' };
  return { chases: found.chases, since: found.waitingSince, owner: found.owner?.name, degrees: heat?.degrees, boiled: heat?.boiled, why: sayReasons(heat?.reasons ?? [], 'it', said) };
};

it('is one case, whose heat says why, and which stands at the top; what was joined wrongly is taken out exactly', async () => {
  const id = await world.writes({ from: elena, subject: 'Ordine 88213: manca un collo', text: 'Buongiorno, è arrivato un collo solo.' });
  await until(tuesday('09:15'));
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.sendReply, {
    params: { id },
    body: { act: 'updates', text: 'Gentile Elena, ho chiesto al magazzino: le scrivo entro mercoledì alle 18. Giulia Serra', nextUpdateAt: wednesday('18:00'), seenEventId: 1_000_000, undoSeconds: 0 },
  });
  await world.app.advance(1 * second);
  const token = /https:\/\/presa\.example\/c\/([\w-]+)/u.exec(world.sink.mailsTo('elena.marchetti@posta.example').at(-1)!.mail.text)![1]!;
  const calm = await standing(id);
  expect(calm).toMatchObject({ chases: 0, since: new Date(tuesday('09:00')).toISOString(), owner: 'Giulia Serra', boiled: false });
  const other = await world.writes({ from: luca, subject: 'Rimborso', text: 'Buongiorno, aspetto il rimborso.' });

  // By phone: noted by a colleague, on the case of whoever has it.
  await until(tuesday('15:00'));
  const { customer_id: customerId } = await world.app.db.selectFrom('cases').where('id', '=', id).select('customer_id').executeTakeFirstOrThrow();
  expect(await (await world.as('marco')).call(logCall, { body: { customerId, text: 'Chiede se il magazzino ha risposto.' } })).toMatchObject({ caseId: id, became: 'joined', isChase: true, chases: 1 });
  // On her own page, by the link that her mail carried.
  await until(wednesday('09:30'));
  await world.app.visitor().call(page.writeOnPage, { params: { token }, body: { text: 'Ancora nessuna notizia?', files: [] } });
  const before = await standing(id);
  expect(before).toMatchObject({ chases: 2, since: calm.since });

  // In public: Chiara sees it, and notes it in the browser.
  await until(wednesday('11:00'));
  const noted = await web.openAs(world.people.chiara, '/cases', { language: 'it' });
  const say = heardTexts.it;
  await noted.page.getByRole('button', { name: callTexts.it.title }).first().click();
  await noted.page.getByRole('dialog').getByRole('button', { name: say.title }).click();
  await noted.page.getByLabel(say.url).fill(review);
  await noted.page.getByText(say.seenOn('Trustpilot')).waitFor();
  await noted.page.getByLabel(say.who).fill('Elena Marchetti');
  await noted.page.getByRole('radio', { name: /^Elena Marchetti/u }).check({ force: true });
  await noted.page.getByLabel(say.text).fill('Una stella: due giorni che aspetto, nessuno mi dice niente.');
  expect(await axe(noted.page)).toEqual([]);
  await picture(noted.page, 'heard-elsewhere');
  await noted.page.keyboard.press('Control+Enter');
  const { number } = await world.app.db.selectFrom('cases').where('id', '=', id).select('number').executeTakeFirstOrThrow();
  await noted.page.getByText(say.chased(`C-${number}`, 3)).first().waitFor();
  noted.assertQuiet();
  await noted.close();

  const hot = await standing(id);
  expect(hot).toMatchObject({ chases: 3, since: calm.since, owner: 'Giulia Serra', boiled: true });
  expect(hot.degrees).toBeGreaterThan(before.degrees!);
  expect(hot.why).toEqual(expect.arrayContaining(['ha sollecitato tre volte in 26 h, ora anche al telefono', 'ha scritto in pubblico, in una recensione']));
  const { items } = await giulia.call(whoBoilsNext);
  expect(items.map(({ caseId }) => caseId)).toEqual([id, other]);
  expect(items[0]!.heat).toMatchObject({ boiled: true, band: 'boil' });

  // The desk says where it stands, and leads there without telling that place where the reader came from.
  const desk = await web.openAs(world.people.giulia, `/cases/${id}`, { language: 'it' });
  const link = desk.page.getByRole('link', { name: messageTexts.it.foundAt('Trustpilot') });
  expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([review, 'noopener noreferrer nofollow']);
  // It was another Elena: her words go to a case of her own, and everything is as it was.
  await desk.page.getByRole('button', { name: sideTexts.it.acts.split }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel(actTexts.it.split.subject).fill('Recensione');
  await dialog.getByLabel(actTexts.it.split.another).fill('Elena M.');
  await dialog.getByRole('checkbox', { name: /Elena Marchetti/u }).last().check();
  expect(await axe(desk.page)).toEqual([]);
  await picture(desk.page, 'joined-wrongly');
  await dialog.getByRole('button', { name: actTexts.it.split.send(1) }).click();
  await expect.poll(async () => (await standing(id)).chases).toBe(2);
  const { degrees: _, why: __, ...was } = before;
  const takenOut = await standing(id);
  expect(takenOut).toMatchObject(was);
  expect(takenOut.why.join()).not.toContain('in pubblico');
  // And that can be undone as well.
  await desk.page.goto(`${web.address}/cases/${id}`);
  await desk.page.getByRole('button', { name: actTexts.it.undoable.undo }).click();
  await expect.poll(async () => (await standing(id)).chases).toBe(3);
  expect(await standing(id)).toMatchObject({ since: calm.since, boiled: true, degrees: hot.degrees });
  desk.assertQuiet();
  await desk.close();
  expect((await giulia.call(whoBoilsNext)).items[0]).toMatchObject({ caseId: id });
});
