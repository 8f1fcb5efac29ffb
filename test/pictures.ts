import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

const folder = process.env['PRESA_SHOTS'];

/** Keeps a picture where somebody wants to look at them: with PRESA_SHOTS set to a folder, else nothing. A test looks with axe. */
export const picture = async (page: Page, name: string, fullPage = false): Promise<void> => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
};

/** The same in the light and in the dark. Leaves the page light. */
export const picturesInBothThemes = async (page: Page, name: string, fullPage = false): Promise<void> => {
  if (folder === undefined) return;
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await picture(page, `${name}-${theme}`, fullPage);
  }
};
