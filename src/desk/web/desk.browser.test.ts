/// <reference types="node" />
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, sidewaysScroll, type Look } from '#test/browser.ts';
import { tellDeskTale, type DeskTale } from '#test/desk-tale.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';

let tale: DeskTale;
let web: RealWeb;

beforeAll(async () => {
  tale = await tellDeskTale();
  web = await openRealWeb(tale.world.app);
}, 120_000);

afterAll(async () => {
  await web?.close();
  await tale?.stop();
});

const shots = process.env['PRESA_SHOTS'];
/** Keeps a picture where somebody wants to look at them; a test looks with axe. */
const picture = async (page: Page, name: string): Promise<void> => {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
};

const open = (path: string, look: Look = {}) => web.openAs(tale.world.people.giulia, path, look);

describe.each([
  { theme: 'light', language: 'it', width: 1440 }, { theme: 'dark', language: 'en', width: 1440 },
  { theme: 'light', language: 'en', width: 360, height: 780 }, { theme: 'dark', language: 'it', width: 360, height: 780 },
] as const)('the desk: $theme, $language, $width px', (look) => {
  const name = `${look.theme}-${look.language}-${look.width}`;

  it('the list and the case are accessible, and nothing is wider than the window', async () => {
    const { page, assertQuiet, close } = await open('/cases', look);
    await page.getByRole('option', { name: /Elena Marchetti/u }).waitFor();
    await picture(page, `list-${name}`);
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('option', { name: /Elena Marchetti/u }).click();
    await page.getByRole('heading', { level: 1, name: 'Ordine 88213: manca il secondo collo' }).waitFor();
    await page.getByText('Chiede se i colleghi sono stati davvero avvisati.').waitFor();
    await picture(page, `case-${name}`);
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    assertQuiet();
    await close();
  });
});
