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
  /** The application's own address. */
  readonly address: string;
  /** A page at `path`, as a browser that has never been here. */
  open(path: string, look?: Look): Promise<Opened>;
  /** A page at `path`, signed in as that member. */
  openAs(member: { readonly id: string }, path: string, look?: Look): Promise<Opened>;
  close(): Promise<void>;
}

/** Answers for everything that is no call of the API: a file of the build, or the page that the router lives in. */
const serveBuild = async (page: Page, folder: string): Promise<void> => {
  await page.route((url) => !url.pathname.startsWith('/api'), (caught) => {
    const { pathname } = new URL(caught.request().url());
    const file = join(folder, pathname);
    const isFile = extname(pathname) !== '' && existsSync(file);
    return isFile ? caught.fulfill({ path: file }) : caught.fulfill({ path: join(folder, /^\/[crf]\//u.test(pathname) ? 'public.html' : 'app.html'), contentType: 'text/html; charset=utf-8' });
  });
};

/** Builds the pages and opens a browser; close it before the application stops. */
export const openRealWeb = async (app: TestApp): Promise<RealWeb> => {
  const folder = await mkdtemp(join(tmpdir(), 'presa-real-'));
  await build({ configFile: join(process.cwd(), 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
  const browser: Browser = await openBrowser();
  const open = async (path: string, look: Look, headers: Readonly<Record<string, string>>): Promise<Opened> => {
    const opened = await newPage(browser, look);
    await opened.page.context().setExtraHTTPHeaders(headers);
    await serveBuild(opened.page, folder);
    await opened.page.goto(`${app.address}${path}`);
    await opened.page.getByRole('main').waitFor();
    return opened;
  };
  return {
    address: app.address,
    open: (path, look = {}) => open(path, look, {}),
    openAs: async (member, path, look = {}) => open(path, look, await app.signInHeaders(member)),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
