/// <reference types="node" />
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { axe, axeInBothThemes, sidewaysScroll } from '#test/browser.ts';
import { tellLettersTale, type LettersTale } from '#test/letters-tale.ts';
import { content, silence, startModelServer, type ModelServer } from '#test/model-server.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let model: ModelServer;
let tale: LettersTale;
let web: RealWeb;

beforeAll(async () => {
  model = await startModelServer();
  tale = await tellLettersTale(model, { PRESA_URL: 'http://127.0.0.1' });
  web = await openRealWeb(tale.world.app);
});
afterAll(async () => {
  await web?.close();
  await tale?.stop();
  await model?.close();
});

const proposes = (text: string): void => model.answers(content(JSON.stringify({ text })));
const kept = async () => tale.world.app.db.selectFrom('loop_words').select(['words_it as it', 'words_en as en']).executeTakeFirstOrThrow();

it('a proposal stands beside one’s own words; taken it is in the field, and only a person saves it', async () => {
  const { page, assertQuiet, close } = await web.openAs(tale.world.people.anna, `/voices/${tale.themeId}?list=taken`);
  page.setDefaultTimeout(20_000);
  const field = page.getByLabel('Che cosa diciamo in italiano');
  const ask = page.getByRole('button', { name: 'Proponi altre parole' }).first();
  const both = page.getByRole('region', { name: 'Le tue parole e la proposta' });
  proposes('Buone notizie: dall’8 marzo 2027 la Lumina 3 avrà un cavo di tre metri.');
  await page.getByLabel('Come ci si rivolge a chi legge').selectOption('formal');
  await ask.click();
  await both.getByText('Buone notizie').waitFor();
  expect(await both.getByText(tale.own, { exact: true }).count()).toBe(1);
  expect(model.heard.at(-1)!.body.messages[0]!.content).toContain('"Lei"');
  await both.getByRole('button', { name: 'Tieni le tue parole' }).click();
  await both.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe(tale.own);

  await ask.click();
  await both.waitFor();
  expect(await axe(page, '#theme')).toEqual([]);
  await both.getByRole('button', { name: 'Usa la proposta' }).click();
  expect(await field.inputValue()).toContain('Buone notizie');
  expect(await kept()).toEqual({ it: tale.own, en: null });
  await page.getByRole('button', { name: 'Salva le parole' }).click();
  await page.getByText('Salvato: ogni lettera le ha già.').first().waitFor();
  expect((await kept()).it).toContain('Buone notizie');

  // A model that does not answer takes nothing away. The browser itself complains of every answer that is no 200.
  assertQuiet();
  model.answers(silence);
  await ask.click();
  await page.getByText('La proposta non è arrivata in tempo.').first().waitFor();
  expect(await field.inputValue()).toContain('Buone notizie');
  expect(page.url()).toContain(tale.themeId);
  await close();
});

it('reads well on a phone, in the dark and in the light, and starts from the other language where nothing is written', async () => {
  const { page, assertQuiet, close } = await web.openAs(tale.world.people.anna, `/voices/${tale.themeId}?list=taken`, { width: 360 });
  page.setDefaultTimeout(20_000);
  proposes('From 8 March 2027 the Lumina 3 comes with a cable of three metres.');
  await page.getByRole('button', { name: 'Proponi altre parole' }).last().click();
  await page.getByText('From 8 March 2027').waitFor();
  await page.getByText('Quello che diciamo in italiano').waitFor();
  expect(await axeInBothThemes(page, '#theme')).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  assertQuiet();
  await close();
});
