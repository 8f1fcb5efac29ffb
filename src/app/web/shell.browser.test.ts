/// <reference types="node" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, newPage, openBrowser, serveFolder, sidewaysScroll, type Look } from '#test/browser.ts';

let browser: Browser;
let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presa-web-'));
  await build({ configFile: join(process.cwd(), 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
  site = await serveFolder(folder, 'app.html');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const me = (language: 'it' | 'en') => ({
  id: '1', name: 'Giulia Serra', email: 'giulia.serra@casalumina.example', language, roles: ['agent'], level: 1, departmentId: '1', departmentName: 'Servizio clienti',
  deputyId: null, away: null, leftAt: null, company: { name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo: false },
  may: { serve: true, lead: false, invite: false, decide: false, readDigest: false, administer: false },
});

/** What the bare shell asks of a server: who is signed in, what calls for them, and a live stream that opens and stays silent. */
const answerShell = async (page: Page, language: 'it' | 'en') => {
  await page.route('**/api/me', (route) => route.fulfill({ json: me(language) }));
  await page.route('**/api/notices', (route) => route.fulfill({ json: [] }));
  await page.route('**/api/live', (route) => route.fulfill({ contentType: 'text/event-stream', body: ': here\nretry: 600000\n\n' }));
};

const open = async (path: string, look: Look = {}) => {
  const opened = await newPage(browser, look);
  await answerShell(opened.page, look.language ?? 'it');
  await opened.page.goto(`${site.address}${path}`);
  await opened.page.getByRole('main').waitFor();
  return opened;
};

describe.each([
  { theme: 'light', language: 'it', width: 1440 }, { theme: 'dark', language: 'en', width: 1440 },
  { theme: 'light', language: 'en', width: 360 }, { theme: 'dark', language: 'it', width: 360 },
] as const)('the shell: $theme, $language, $width px', (look) => {
  it('goes everywhere, says where it is, and is accessible', async () => {
    const { page, assertQuiet, close } = await open('/', look);
    await page.waitForURL('**/cases');
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
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
    await page.goto(`${site.address}/nowhere`);
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
