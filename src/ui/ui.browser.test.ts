/// <reference types="node" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeInBothThemes, newPage, openBrowser, serveFolder, sidewaysScroll, type Look } from '#test/browser.ts';

let browser: Browser;
let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presa-gallery-'));
  await build({ configFile: join(process.cwd(), 'vite.config.ts'), mode: 'gallery', logLevel: 'error', build: { outDir: folder } });
  site = await serveFolder(folder);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (look: Look = {}) => {
  const opened = await newPage(browser, look);
  await opened.page.goto(`${site.address}/gallery.html`);
  await opened.page.getByRole('main').waitFor();
  return opened;
};

const looks = (['it', 'en'] as const).flatMap((language) => [1440, 360].map((width) => ({ language, width })));

describe.each(looks)('$language, $width px', (look) => {
  it('is accessible in light and dark with everything closed, and with each thing open', async () => {
    const { page, assertQuiet, close } = await open(look);
    expect(await axeInBothThemes(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const main = page.getByRole('main');
    const buttons = look.language === 'it' ? ['Apri la domanda', 'Apri il foglio'] : ['Open the question', 'Open the sheet'];
    for (const name of buttons) {
      await main.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      expect(await axeInBothThemes(page, '[role=dialog]')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await main.getByRole('button', { name: look.language === 'it' ? 'Dillo' : 'Say it' }).click();
    await page.getByRole('button', { name: look.language === 'it' ? 'Annulla' : 'Undo' }).waitFor();
    expect(await axeInBothThemes(page, 'section:has(> ol)')).toEqual([]);
    assertQuiet();
    await close();
  });
});

describe('the keyboard', () => {
  it('moves in the list with j and k, and leaves letters to who is writing', async () => {
    const { page, assertQuiet, close } = await open();
    const selected = () => page.locator('[role=option][aria-selected=true]').getAttribute('aria-posinset');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await selected()).toBe('2');
    await page.getByLabel('Risposta a Elena Marchetti').focus();
    await page.keyboard.press('j');
    expect(await selected()).toBe('2');
    await page.getByRole('listbox', { name: 'I miei casi' }).focus();
    await page.keyboard.press('End');
    expect(await selected()).toBe('10000');
    expect(await page.locator('[role=option]').count()).toBeLessThan(40);
    assertQuiet();
    await close();
  });

  it('lists its keys under ?, and forgets single keys when asked to', async () => {
    const { page, assertQuiet, close } = await open();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' });
    await help.getByText('Riga successiva').waitFor();
    await help.getByLabel('Usa i tasti singoli').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await page.locator('[role=option][aria-selected=true]').getAttribute('aria-posinset')).toBe('1');
    await page.reload();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    assertQuiet();
    await close();
  });

  it('goes past the rail first, and gives the focus back after a dialog', async () => {
    const { page, assertQuiet, close } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Vai al contenuto');
    const opener = page.getByRole('main').getByRole('button', { name: 'Apri la domanda' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    assertQuiet();
    await close();
  });
});

describe('what is chosen', () => {
  it('changes language and theme at once, and is remembered', async () => {
    const { page, assertQuiet, close } = await open();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Take charge' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(22, 21, 19)');
    assertQuiet();
    await close();
  });
});

describe('the composer', () => {
  it('underlines in place, at any width and after scrolling', async () => {
    const { page, assertQuiet, close } = await open({ width: 360 });
    const area = page.getByLabel('Risposta a Elena Marchetti');
    await area.fill(`${'Una riga che va a capo da qualche parte, come capita.\n'.repeat(30)}i colleghi le faranno sapere al più presto.`);
    await area.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const gap = await area.evaluate((element) => {
      const mirror = element.previousElementSibling;
      return { scroll: (mirror?.scrollTop ?? -1) - element.scrollTop, height: (mirror?.scrollHeight ?? -1) - element.scrollHeight, width: (mirror?.clientWidth ?? -1) - element.clientWidth };
    });
    expect(gap).toEqual({ scroll: 0, height: 0, width: 0 });
    expect(await page.getByText('le faranno sapere al più presto', { exact: true }).count()).toBe(1);
    assertQuiet();
    await close();
  });
});

describe('a notice', () => {
  it('counts down, stops while it is read, and takes back what was done', async () => {
    const { page, assertQuiet, close } = await open();
    await page.clock.install();
    await page.getByRole('button', { name: 'Dillo' }).click();
    const undo = page.getByRole('button', { name: /^Annulla/u });
    await page.mouse.move(0, 0);
    await page.clock.runFor(3_000);
    await page.getByRole('button', { name: 'Annulla ancora 7 secondi' }).waitFor();
    await undo.hover();
    await page.clock.runFor(30_000);
    await undo.click();
    await page.getByRole('region', { name: 'Avvisi' }).getByText('Rimesso a posto.').waitFor();
    expect(await undo.count()).toBe(0);
    assertQuiet();
    await close();
  });
});
