import { createReadStream, existsSync } from 'node:fs';
import { createServer, request as requestOf, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtPages } from './built-pages.ts';
import { newPage, openBrowser, type Look, type Opened } from './browser.ts';
import type { TestApp } from './server.ts';

/** The built pages in front of a real application: what a member does in the browser happens in the test's own database. */
export interface Front {
  /** Where both are: the pages, and under `/api` the application. */
  readonly address: string;
  /** A page at `path`, as a browser that has never been here. */
  open(path: string, look?: Look): Promise<Opened>;
  /** A page at `path`, signed in as that member. */
  openAs(member: { readonly id: string }, path: string, look?: Look): Promise<Opened>;
  /** Before the application stops. Pages that are still open lose it. */
  leave(): Promise<void>;
}

/** The built pages and one browser, for as many applications as a file of tests has. */
export interface Pages {
  /** The pages in front of that application. */
  before(app: TestApp): Promise<Front>;
  close(): Promise<void>;
}

export interface RealWeb extends Front, Pages {}

const isStream = ({ headers }: IncomingMessage): boolean => headers.accept?.includes('text/event-stream') ?? false;

/** Hands a call of the API on to the application, and its answer back as it comes: also the stream of changes, which never ends. */
const handOn = (to: string, request: IncomingMessage, response: ServerResponse): ClientRequest => {
  const { port } = new URL(to);
  const call = requestOf({ host: '127.0.0.1', port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
    // An answer that nobody waits for any more comes to its end all the same.
    if (response.destroyed) return void answer.resume();
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    response.on('close', () => answer.unpipe(response).resume());
  });
  // An application that was stopped: the browser sees what it would see without us in between.
  call.on('error', () => response.destroy());
  response.on('close', () => isStream(request) && call.destroy());
  request.on('close', () => request.complete || call.destroy());
  request.pipe(call);
  return call;
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
  const asked = new Set<ClientRequest>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isWidget = pathname.startsWith('/survey/') && pathname.endsWith('.js');
    if (pathname.startsWith('/api') || (pathname.startsWith('/survey/') && !isWidget)) {
      const call = handOn(app, request, response);
      asked.add(call);
      return call.once('close', () => asked.delete(call));
    }
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
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve, reject) => void server.close((error) => (error ? reject(error) : resolve())));
      // What was asked for by a page that is gone is still being answered; the application must not lose its database over it.
      await Promise.all([...asked].map((call) => new Promise((resolve) => void call.once('close', resolve))));
    },
  };
};

export const openPages = async (pages = builtPages()): Promise<Pages> => {
  const { folder, remove } = await pages;
  const served = new Set<Served>();
  const browser: Browser = await openBrowser();
  return {
    before: async (app) => {
      const both = await serveBoth(folder, app.address);
      served.add(both);
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
        leave: () => {
          served.delete(both);
          return both.close();
        },
      };
    },
    close: async () => {
      await browser.close();
      for (const { close } of served) await close();
      await remove();
    },
  };
};

/** The built pages and a browser before one application; close it before the application stops. */
export const openRealWeb = async (app: TestApp, pages = builtPages()): Promise<RealWeb> => {
  const all = await openPages(pages);
  return { ...(await all.before(app)), ...all };
};
