import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import { openMail } from '#channels/email/index.ts';
import { callTexts } from '#channels/phone/web/texts.ts';
import { customerPageTexts } from '#customer-page/texts.ts';
import { writingTexts } from '#desk/web/texts/writing.ts';
import { answerTexts } from '#requests/web/answer-texts.ts';
import type { Look } from '#test/browser.ts';
import { done, look as lookAt } from '#test/clicking.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import { elena, startWorld, type World } from '#test/world.ts';

/**
 * The story of the-promise-nobody-kept, by hand: every step that a person takes is taken in a browser, in both languages. On the way
 * each screen is looked at for accessibility; with PRESA_SHOTS set to a folder, pictures of it are kept there.
 */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

interface Stage {
  readonly world: World;
  readonly web: RealWeb;
  readonly look: Look & { readonly language: Language };
}

const look = (page: Page, { look: { language } }: Stage, name: string): Promise<void> => lookAt(page, `${name}-${language}`);

/** The same story in the customer's own language. */
const written = {
  it: {
    subject: 'Ordine 88213: manca il secondo collo',
    text: 'Buongiorno, ho ricevuto solo uno dei due colli. Dentro mancano i ripiani.',
    question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?',
    call: 'Chiede se i colleghi sono stati davvero avvisati.',
    answer: 'Collo danneggiato in uscita, lo rifacciamo oggi.',
    last: 'Buongiorno Elena, il secondo collo era danneggiato: lo rifanno oggi, parte domani con corriere espresso.',
  },
  en: {
    subject: 'Order 88213: the second parcel is missing',
    text: 'Good morning, I have received only one of the two parcels. The shelves are missing from it.',
    question: 'Has parcel 2 of order 88213 left? If not, when?',
    call: 'Asks whether the colleagues were really told.',
    answer: 'The parcel was damaged on its way out, we are redoing it today.',
    last: 'Good morning Elena, the second parcel was damaged: they are redoing it today and it leaves tomorrow by express courier.',
  },
} as const;

const linkIn = async ({ world }: Stage, path: 'c' | 'r'): Promise<string> => {
  const mails = await world.app.db.selectFrom('outbox').select('mail').orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
  const texts = mails.map(({ mail }) => openMail(world.app.services.secrets, mail).text);
  return texts.map((text) => new RegExp(`https://presa\\.example(/${path}/[\\w-]+)`, 'u').exec(text)?.[1]).find((link) => link !== undefined)!;
};

const only = async ({ world }: Stage): Promise<string> => (await world.app.db.selectFrom('cases').select('id').executeTakeFirstOrThrow()).id;

const takesAndAsks = async (stage: Stage): Promise<void> => {
  const { web, world, look: { language } } = stage;
  const say = writingTexts[language];
  const opened = await web.openAs(world.people.giulia, `/cases/${await only(stage)}`, stage.look);
  const { page } = opened;
  await page.getByText(written[language].text).first().waitFor();
  await look(page, stage, 'a-new-case');
  await page.getByRole('button', { name: say.take }).first().click();
  await page.getByLabel(say.replyLabel('Elena Marchetti')).waitFor();
  await page.keyboard.press('d');
  await page.getByLabel(say.askDepartment.department).selectOption({ label: 'Magazzino' });
  await page.getByLabel(say.askDepartment.question, { exact: true }).fill(written[language].question);
  await page.getByText('16:50').first().waitFor();
  await look(page, stage, 'ask-a-department');
  await page.getByRole('button', { name: say.askDepartment.send('Magazzino') }).click();
  await page.getByRole('button', { name: say.askDepartment.useHolding }).click();
  await page.getByRole('button', { name: new RegExp(`^${say.send.promise('').trim()}`, 'u') }).waitFor();
  await look(page, stage, 'a-promise-with-a-date');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => world.app.db.selectFrom('pending_replies').select('id').execute()).toHaveLength(1);
  await world.app.advance(11 * second);
  await done(opened);
};

const callsMarco = async (stage: Stage): Promise<void> => {
  const { web, world, look: { language } } = stage;
  const say = callTexts[language];
  const opened = await web.openAs(world.people.marco, '/cases', stage.look);
  const { page } = opened;
  await page.getByRole('button', { name: say.title }).first().click();
  await page.getByLabel(say.who).fill('Marchetti');
  await page.getByText('Elena Marchetti').last().click();
  await page.getByLabel(say.text).fill(written[language].call);
  await look(page, stage, 'a-call-in-ten-seconds');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/C-\d+/u).last().waitFor();
  await expect.poll(() => world.app.db.selectFrom('messages').where('channel', '=', 'phone').select('is_chase').execute()).toEqual([{ is_chase: true }]);
  await world.app.sweep();
  await done(opened);
};

const seesWhoBoils = async (stage: Stage): Promise<void> => {
  const opened = await stage.web.openAs(stage.world.people.giulia, '/boiling', stage.look);
  await opened.page.getByText('Elena Marchetti').first().waitFor();
  await look(opened.page, stage, 'who-boils-next');
  await opened.page.goto(`${stage.web.address}/cases/${await only(stage)}`);
  await opened.page.getByText(written[stage.look.language].call).first().waitFor();
  await look(opened.page, stage, 'the-case-that-heats-up');
  await done(opened);
};

const warehouseAnswers = async (stage: Stage): Promise<void> => {
  const say = answerTexts[stage.world.people.dario.language];
  const opened = await stage.web.open(await linkIn(stage, 'r'), { ...stage.look, width: 430 });
  const { page } = opened;
  await page.getByRole('heading', { level: 1, name: written[stage.look.language].question }).waitFor();
  await look(page, stage, 'a-colleague-answers');
  await page.getByRole('radio', { name: writingTexts[stage.look.language].askDepartment.usualChoices[1]!.label }).check({ force: true });
  await page.locator('input[type=date]').fill('2026-11-27');
  await page.locator('textarea').first().fill(written[stage.look.language].answer);
  await page.getByRole('button', { name: new RegExp(`^(?:${say.answer}|${answerTexts.en.answer})$`, 'u') }).click();
  await expect.poll(() => stage.world.app.db.selectFrom('request_turns').select('kind').execute()).toEqual([{ kind: 'answer' }]);
  await stage.world.app.sweep();
  await done(opened);
};

const keepsHerPromise = async (stage: Stage): Promise<void> => {
  const { web, world, look: { language } } = stage;
  const say = writingTexts[language];
  const opened = await web.openAs(world.people.giulia, `/cases/${await only(stage)}`, stage.look);
  const { page } = opened;
  await page.getByText(say.prepared.answer('Magazzino')).first().waitFor();
  await look(page, stage, 'the-answer-is-here');
  await page.getByRole('button', { name: say.prepared.use, exact: true }).first().click();
  const reply = page.getByLabel(say.replyLabel('Elena Marchetti'));
  await expect.poll(() => reply.inputValue()).not.toBe('');
  await reply.fill(written[language].last);
  await page.getByRole('radio', { name: say.acts.resolves }).check({ force: true });
  const keeps = page.getByLabel(say.keeps).first();
  if (await keeps.isVisible()) await keeps.check();
  await page.getByRole('button', { name: say.send.resolves }).click();
  await expect.poll(() => world.app.db.selectFrom('pending_replies').where('sent_at', 'is', null).select('id').execute()).toHaveLength(1);
  await world.app.advance(11 * second);
  expect(await world.app.db.selectFrom('cases').select('status').executeTakeFirst()).toEqual({ status: 'resolved' });
  await done(opened);
};

const elenaSaysHow = async (stage: Stage): Promise<void> => {
  const opened = await stage.web.open(await linkIn(stage, 'c'), { ...stage.look, width: 430 });
  const { page } = opened;
  await page.getByText('Giulia Serra').first().waitFor();
  await look(page, stage, 'the-customers-page');
  await page.locator('input[name=score][value="4"]').check({ force: true });
  await page.getByRole('button', { name: customerPageTexts[stage.look.language].sendRating }).click();
  await expect.poll(() => stage.world.app.db.selectFrom('ratings').select('score').execute()).toEqual([{ score: 4 }]);
  await done(opened);
};

describe.each([
  { language: 'it', theme: 'light', width: 1440, height: 900 },
  { language: 'en', theme: 'dark', width: 1440, height: 900 },
] as const)('clicked through: $language, $theme', (lookOfRun) => {
  it('from the first mail to the last word of the customer', async () => {
    const world = await startWorld({ at: '2026-11-24T11:23:00+01:00' });
    await world.app.db.updateTable('members').set({ language: lookOfRun.language }).where('id', 'in', [world.people.giulia.id, world.people.marco.id]).execute();
    await world.receives({ from: elena, subject: written[lookOfRun.language].subject, text: written[lookOfRun.language].text });
    await world.app.advance(27 * minute, { step: 27 * minute });
    const web = await openRealWeb(world.app);
    const stage: Stage = { world, web, look: lookOfRun };
    try {
      await takesAndAsks(stage);
      await world.app.advance(29 * hour, { step: hour });
      await callsMarco(stage);
      await seesWhoBoils(stage);
      await warehouseAnswers(stage);
      await keepsHerPromise(stage);
      await elenaSaysHow(stage);
    } finally {
      await web.close();
      await world.stop();
    }
  });
});
