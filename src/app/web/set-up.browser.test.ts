/// <reference types="node" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSetupLink } from '#people/index.ts';
import { isRefusal } from '#base/refusal.ts';
import { axe, sidewaysScroll } from '#test/browser.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import { startApp, type TestApp } from '#test/server.ts';

// A screen under axe takes seconds, and many on a machine with other work.
vi.setConfig({ testTimeout: 90_000 });

let app: TestApp;
let web: RealWeb;

beforeAll(async () => {
  app = await startApp({ env: { PRESA_URL: 'http://127.0.0.1' } });
  web = await openRealWeb(app);
}, 120_000);

afterAll(async () => {
  await web?.close();
  await app?.stop();
});

const link = async (): Promise<string> => {
  const token = await createSetupLink(app.services);
  if (isRefusal(token)) throw new Error(token.refused);
  return `/setup#${token}`;
};

const looksRight = async (page: Page): Promise<void> => {
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};

describe('the set-up', () => {
  it('says so when the link is spent or incomplete', async () => {
    const { page, close } = await web.open(`/setup#${'x'.repeat(43)}`, { width: 360 });
    await page.getByText('Questo collegamento è già stato usato o è scaduto').waitFor();
    await looksRight(page);
    await close();
    const without = await web.open('/setup');
    await without.page.getByText('Il collegamento è incompleto').waitFor();
    expect(await without.page.getByRole('main').getByRole('textbox').count()).toBe(0);
    await looksRight(without.page);
    without.assertQuiet();
    await without.close();
  });

  it('founds the company step by step, and loses nothing on the way back or on a mistake', async () => {
    const { page, close } = await web.open(await link(), { width: 360 });
    await page.getByRole('heading', { name: 'In che lingua lavorate' }).waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByText('Scrivi il nome dell’azienda.').waitFor();
    await page.getByLabel('Come si chiama').fill('Casa Lumina');
    await looksRight(page);
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByLabel('Nome e cognome').fill('Marta Riva');
    await page.getByLabel('Indirizzo e-mail di lavoro').fill('marta.riva');
    await page.getByLabel('Scegli una password').fill('corta');
    await page.getByText('Mancano ancora 7 caratteri.').waitFor();
    await page.getByRole('button', { name: 'Crea l’azienda' }).click();
    await page.getByText('Servono almeno 12 caratteri').waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: 'Indietro' }).click();
    expect(await page.getByLabel('Come si chiama').inputValue()).toBe('Casa Lumina');
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByLabel('Scegli una password').fill('lampada-e-scaffale');
    await page.getByRole('button', { name: 'Crea l’azienda' }).click();
    // The server's words about the address stand beside it, and nothing typed is gone.
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Marta Riva');
    await page.getByLabel('Indirizzo e-mail di lavoro').fill('marta.riva@casalumina.example');
    await page.getByRole('button', { name: 'Crea l’azienda' }).click();
    await page.getByRole('heading', { name: 'La casella dei clienti' }).waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: 'Per ora nessuna' }).click();
    await page.getByRole('heading', { name: 'È tutto pronto, Marta.' }).waitFor();
    await looksRight(page);
    await page.getByRole('link', { name: 'Vai ai casi' }).click();
    await page.waitForURL('**/cases');
    await close();
  });
});
