import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

const folder = process.env['PRESA_SHOTS'];

/** Keeps a picture where somebody wants to look at them: with PRESA_SHOTS set to a folder, else nothing. A test looks with axe. */
export const picture = async (page: Page, name: string, fullPage = false): Promise<void> => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
};
