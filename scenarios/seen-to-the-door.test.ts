/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { second } from '#base/clock.ts';
import { languages, type Language } from '#base/texts.ts';
import * as cases from '#cases/contract.ts';
import { sideTexts } from '#desk/web/texts/side.ts';
import { countUpdates, promiseKeeping } from '#promises/contract.ts';
import { listThirdParties } from '#referrals/contract.ts';
import { referralTexts } from '#referrals/web/texts.ts';
import { axe, sidewaysScroll } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import { startWorld, type World } from '#test/world.ts';

/**
 * Two tales of the last mile, clicked through in both languages: the matter that was somebody else's, whose customer is seen to the
 * door and asked whether it opened; and the honest update that sent itself while its owner was in a meeting. Each ends with the
 * figures that the boards then show.
 */
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let web: RealWeb;
beforeAll(async () => {
  world = await startWorld();
  web = await openRealWeb(world.app);
}, 120_000);
afterAll(async () => {
  await web?.close();
  await world?.stop();
});

let customers = 0;

/** A case that Giulia has taken and answered with a date: today at five. */
const taken = async (text: string): Promise<string> => {
  world.app.clock.set('2026-11-26T10:00:00+01:00');
  customers += 1;
  await world.receives({ from: `Rosa Villa <rosa${customers}@posta.example>`, subject: `Lampada ${customers}`, text });
  const { id } = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  const giulia = await world.as('giulia');
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.sendReply, { params: { id }, body: { act: 'updates', text: 'Gentile Rosa, le scrivo entro le 17 di oggi. Cordiali saluti, Giulia Serra', nextUpdateAt: '2026-11-26T17:00:00+01:00', seenEventId: 1_000_000, undoSeconds: 0 } });
  await world.app.advance(1 * second);
  return id;
};
const reads = async (language: Language): Promise<void> => {
  await world.app.db.updateTable('members').set({ language }).where('id', '=', world.people.giulia.id).execute();
};
const at = async (time: string): Promise<void> => {
  world.app.clock.set(time);
  await world.app.sweep();
};
const between = { from: '2026-11-26T00:00:00+01:00', to: '2026-12-31T00:00:00+01:00' };

describe.each(languages)('the matter that was somebody else’s (%s)', (language) => {
  const texts = referralTexts[language];
  const door = `Corriere ${language}`;

  it('is told with a reason, a way, a dossier and a day; on that day we look, and the board counts it', async () => {
    await reads(language);
    const caseId = await taken('Buongiorno, il pacco è arrivato schiacciato. Ci pensate voi?');
    const opened = await web.openAs(world.people.giulia, `/cases/${caseId}`, { language, theme: language === 'it' ? 'light' : 'dark' });
    const { page } = opened;
    await page.getByRole('button', { name: sideTexts[language].acts.refer }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(texts.door).selectOption('new');
    await dialog.getByLabel(texts.name, { exact: true }).fill(door);
    await dialog.getByLabel(texts.handles).fill('Danni durante il trasporto');
    await dialog.getByLabel(texts.phone).fill('+39 0341 555010');
    await dialog.getByLabel(texts.reason).fill('il danno è avvenuto durante il trasporto');
    await dialog.getByLabel(texts.brings).fill('La foto del pacco');
    await dialog.locator('[aria-pressed]').first().click();
    const letter = await dialog.getByLabel(texts.letter).inputValue();
    expect(letter).toContain(`Chi può davvero aiutarla è ${door}`);
    expect(letter).toContain('- La foto del pacco');
    expect(await axe(page)).toEqual([]);
    await picture(page, `refer-${language}`);
    await dialog.getByRole('button', { name: texts.send }).click();
    // Not the state alone: an earlier message may say in the same words that it is on its way.
    await page.getByText(texts.done(door), { exact: true }).last().waitFor();
    await page.getByText(texts.states.on_its_way, { exact: true }).last().waitFor();
    await world.app.advance(11 * second);
    await page.getByText(texts.states.told, { exact: true }).waitFor();

    const { text } = await world.app.db.selectFrom('messages').where('case_id', '=', caseId).orderBy('at', 'desc').select('text').limit(1).executeTakeFirstOrThrow();
    const path = /https?:\/\/\S+(\/api\/dossiers\/\S+)/u.exec(text)?.[1] ?? '';
    const dossier = await web.open('/sign-in', { language, width: 360 });
    await dossier.page.goto(`${web.address}${path}`);
    await dossier.page.getByText('Ci pensate voi?').waitFor();
    expect(await axe(dossier.page)).toEqual([]);
    expect(await sidewaysScroll(dossier.page)).toBe(0);
    await picture(dossier.page, `dossier-${language}`);
    await dossier.close();

    const { next_update_due_at: checkOn } = await world.app.db.selectFrom('cases').where('id', '=', caseId).select('next_update_due_at').executeTakeFirstOrThrow();
    await at(new Date(checkOn!.getTime() - 1_800_000).toISOString());
    await page.getByRole('button', { name: texts.worked, exact: true }).click();
    await page.getByRole('dialog').getByLabel(texts.outcome).fill('Il corriere ha rimborsato');
    await page.getByRole('dialog').getByRole('button', { name: texts.settleWorked }).click();
    await page.getByText(texts.states.worked, { exact: true }).waitFor();
    expect(await axe(page)).toEqual([]);
    opened.assertQuiet();
    await opened.close();
    const { items } = await (await world.as('giulia')).call(listThirdParties);
    expect(items.find(({ name }) => name === door)).toMatchObject({ worked: 1, didNotWork: 0 });
    expect(await world.app.db.selectFrom('cases').where('id', '=', caseId).select(['status']).executeTakeFirst()).toEqual({ status: 'resolved' });
  });
});

describe.each(languages)('the honest update that sent itself (%s)', (language) => {
  it('is switched on with one press, leaves in time, says so, and is counted apart', async () => {
    await reads(language);
    const giulia = await world.as('giulia');
    const before = await giulia.call(countUpdates, { query: between });
    const caseId = await taken('Buongiorno, quando arriva la lampada?');
    const opened = await web.openAs(world.people.giulia, `/cases/${caseId}`, { language });
    const { page } = opened;
    await page.getByLabel(sideTexts[language].tells).check();
    await page.getByLabel(sideTexts[language].tells).and(page.locator(':checked')).waitFor();
    await at('2026-11-26T16:45:00+01:00');
    expect(await page.getByText('Questo messaggio è partito da sé').count()).toBe(0);
    await at('2026-11-26T16:51:00+01:00');
    await page.getByText('Questo messaggio è partito da sé').waitFor();
    await page.getByText(language === 'it' ? 'partito da sé' : 'left by itself', { exact: false }).first().waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, `update-by-itself-${language}`);
    opened.assertQuiet();
    await opened.close();
    const after = await giulia.call(countUpdates, { query: between });
    expect({ byHand: after.byHand.sent - before.byHand.sent, byItself: after.byItself.sent - before.byItself.sent }).toEqual({ byHand: 1, byItself: 1 });
    expect(await giulia.call(promiseKeeping, { query: between })).toMatchObject({ all: { broken: 0 } });
  });
});
