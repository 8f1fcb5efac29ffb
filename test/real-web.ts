import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import type { Browser, Page } from 'playwright-core';
import { newPage, openBrowser, type Look, type Opened } from './browser.ts';
import type { TestApp } from './server.ts';

/** The built pages in front of the real application: what a member does in the browser happens in the test's own database. */
export interface RealWeb {
  /** A page at `path`, signed in as that member. */
  open(path: string, member: { readonly id: string }, look?: Look): Promise<Opened>;
  close(): Promise<void>;
}

/** Answers for everything that is no call of the API: a file of the build, or the page that the router lives in. */
const serveBuild = (page: Page, folder: string): Promise<void> =>
  page.route((url) => !url.pathname.startsWith('/api'), (caught) => {
    const { pathname } = new URL(caught.request().url());
    const file = join(folder, pathname);
    const isFile = extname(pathname) !== '' && existsSync(file);
    return isFile ? caught.fulfill({ path: file }) : caught.fulfill({ path: join(folder, 'app.html'), contentType: 'text/html; charset=utf-8' });
  });

/** Builds the pages and opens a browser; close it before the application stops. */
export const openRealWeb = async (app: TestApp): Promise<RealWeb> => {
  const folder = await mkdtemp(join(tmpdir(), 'presa-real-'));
  await build({ configFile: join(process.cwd(), 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
  const browser: Browser = await openBrowser();
  return {
    open: async (path, member, look = {}) => {
      const opened = await newPage(browser, look);
      await opened.page.context().setExtraHTTPHeaders(await app.signInHeaders(member));
      await serveBuild(opened.page, folder);
      await opened.page.goto(`${app.address}${path}`);
      await opened.page.getByRole('main').waitFor();
      return opened;
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
