import { createReadStream, existsSync } from 'node:fs';
import { createServer, request as requestOf, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtPages } from './built-pages.ts';
import { newPage, openBrowser, type Look, type Opened } from './browser.ts';
import type { TestApp } from './server.ts';

/** The built pages in front of the real application: what a member does in the browser happens in the test's own database. */
export interface RealWeb {
  /** Where both are: the pages, and under `/api` the application. */
  readonly address: string;
  /** A page at `path`, as a browser that has never been here. */
  open(path: string, look?: Look): Promise<Opened>;
  /** A page at `path`, signed in as that member. */
  openAs(member: { readonly id: string }, path: string, look?: Look): Promise<Opened>;
  /** The address of the same pages in front of another application. */
  before(other: TestApp): Promise<string>;
  close(): Promise<void>;
}

/** Hands a call of the API on to the application, and its answer back as it comes: also the stream of changes, which never ends. */
const handOn = (to: string, request: IncomingMessage, response: ServerResponse): void => {
  const { port } = new URL(to);
  const call = requestOf({ host: '127.0.0.1', port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  // Whoever looked away, or an application that was stopped: the browser sees what it would see without us in between.
  call.on('error', () => response.destroy());
  response.on('close', () => call.destroy());
  request.pipe(call);
};

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' };

interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * The built pages and the application behind one address, as in real life. Not by catching the browser's requests: who does that
 * switches off its cache, and every page of a walk would fetch and compile the whole application anew.
 */
const serveBoth = async (folder: string, app: string): Promise<Served> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isWidget = pathname.startsWith('/survey/') && pathname.endsWith('.js');
    if (pathname.startsWith('/api') || (pathname.startsWith('/survey/') && !isWidget)) return handOn(app, request, response);
    const asset = join(folder, normalize(pathname));
    const isAsset = extname(pathname) !== '' && asset.startsWith(folder) && existsSync(asset);
    const chat = pathname.startsWith('/chat/') ? (pathname.endsWith('.js') ? 'chat-loader.js' : 'chat.html') : null;
    const file = isAsset ? asset : join(folder, isWidget ? 'survey-loader.js' : chat ?? (/^\/[crof]\//u.test(pathname) ? 'public.html' : 'app.html'));
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': isAsset ? 'max-age=31536000, immutable' : 'no-cache' });
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve, reject) => {
      server.closeAllConnections();
      server.close((error) => (error ? reject(error) : resolve()));
    }),
  };
};

/** The built pages and a browser; close it before the application stops. */
export const openRealWeb = async (app: TestApp, pages = builtPages()): Promise<RealWeb> => {
  const { folder, remove } = await pages;
  const served = [await serveBoth(folder, app.address)];
  const [both] = served as [Served];
  const browser: Browser = await openBrowser();
  const open = async (path: string, look: Look, headers: Readonly<Record<string, string>>): Promise<Opened> => {
    const opened = await newPage(browser, look);
    await opened.page.context().setExtraHTTPHeaders(headers);
    await opened.page.goto(`${both.address}${path}`);
    await opened.page.getByRole('main').waitFor();
    return opened;
  };
  return {
    address: both.address,
    open: (path, look = {}) => open(path, look, {}),
    openAs: async (member, path, look = {}) => open(path, look, await app.signInHeaders(member)),
    before: async (other) => {
      const another = await serveBoth(folder, other.address);
      served.push(another);
      return another.address;
    },
    close: async () => {
      await browser.close();
      for (const { close } of served) await close();
      await remove();
    },
  };
};
