/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '#desk/contract.ts';
import { axe, sidewaysScroll, type Look } from '#test/browser.ts';
import { boils, lists, promises, shellAnswers } from '#test/faked-screens.ts';
import { answer, openFakedWeb, type FakedWeb } from '#test/faked-web.ts';

let web: FakedWeb;
beforeAll(async () => {
  web = await openFakedWeb();
});
afterAll(() => web?.close());

const open = (path: string, look: Look = {}) =>
  web.open(path, [...shellAnswers(look.language ?? 'it'), boils(), lists(), promises(), answer(listCases, () => ({ items: [], next: null }))], look);

describe.each([{ language: 'it', width: 1440 }, { language: 'en', width: 360 }] as const)('the shell: $language, $width px', (look) => {
  it('goes everywhere, and says where it is', async () => {
    const { page, assertQuiet, close } = await open('/', look);
    await page.waitForURL('**/cases');
    const [last, title] = look.language === 'it' ? ['Promesse', 'Promesse · Presa'] : ['Promises', 'Promises · Presa'];
    const link = page.getByRole('navigation').getByRole('link', { name: last });
    await link.click();
    await page.waitForURL('**/promises');
    await expect.poll(() => page.title()).toBe(title);
    expect(await link.getAttribute('aria-current')).toBe('page');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    assertQuiet();
    await close();
  });
});

describe('the shell', () => {
  it('goes by keys, and says so when an address leads nowhere', async () => {
    const { page, assertQuiet, close } = await open('/cases');
    await page.keyboard.press('2');
    await page.waitForURL('**/boiling');
    await page.goto(new URL('/nowhere', page.url()).href);
    await page.getByRole('heading', { name: 'Questa pagina non c’è' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Vai ai casi' }).click();
    await page.waitForURL('**/cases');
    assertQuiet();
    await close();
  });

  it('says when the network is gone, and when it is back', async () => {
    const { page, close } = await open('/cases');
    await page.context().setOffline(true);
    await page.getByText('Non c’è rete.').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('Non c’è rete.').waitFor({ state: 'detached' });
    await close();
  });
});

describe.each([{ language: 'it', width: 360 }, { language: 'en', width: 1440, theme: 'dark' }] as const)('the page without an account: $language', (look) => {
  it('says where the good link is when this one is not', async () => {
    const { page, assertQuiet, close } = await open('/public.html', look);
    await page.getByRole('heading', { name: look.language === 'it' ? 'Questo collegamento non porta più a nulla' : 'This link leads nowhere any more' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    assertQuiet();
    await close();
  });
});
