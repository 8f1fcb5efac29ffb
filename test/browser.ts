import { AxeBuilder } from '@axe-core/playwright';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's Chromium, or whichever a machine names: tests never download a browser. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** What a person looks at it with. */
export interface Look {
  theme?: 'light' | 'dark';
  language?: 'it' | 'en';
  /** In pixels; 720 and less is a phone, with a finger instead of a pointer. */
  width?: number;
  height?: number;
}

/** A page of the browser, and what its console complained of. */
export interface Opened {
  page: Page;
  /** Throws when the page wrote an error to its console, or let one escape. Call it at the end of every test. */
  assertQuiet: () => void;
  close: () => Promise<void>;
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** A page of its own, with nothing remembered. Italian, light and 1440 wide unless told otherwise; times are read in Rome. */
export const newPage = async (browser: Browser, { theme = 'light', language = 'it', width = 1440, height = 900 }: Look = {}): Promise<Opened> => {
  const phone = width <= 720;
  const context = await browser.newContext({
    colorScheme: theme, locale: language === 'it' ? 'it-IT' : 'en-GB', timezoneId: 'Europe/Rome', viewport: { width, height },
    hasTouch: phone, isMobile: phone, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  return {
    page,
    assertQuiet: () => {
      if (complaints.length > 0) throw new Error(`The console is not quiet:\n${complaints.join('\n')}`);
    },
    close: () => context.close(),
  };
};

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, as sentences; empty is what a test wants. `within` (a CSS
 * selector) looks at one part only: a whole screen takes axe seconds, and what lies under a dialog was looked at before.
 */
export const axe = async (page: Page, within?: string): Promise<string[]> => {
  const builder = new AxeBuilder({ page });
  const { violations, passes } = await (within === undefined ? builder : builder.include(within)).analyze();
  if (passes.length === 0) throw new Error(`axe found nothing to look at within ${within ?? 'the page'}`);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} (${node.failureSummary ?? ''})`));
};

/** Whatever is wider than the window makes a phone scroll sideways; this is by how many pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.json': 'application/json',
};

/** Serves a built folder on a free port; `fallback` answers for addresses that are no file, as the app's own addresses. */
export const serveFolder = async (folder: string, fallback?: string): Promise<{ address: string; close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const wanted = join(folder, path);
    const isFile = wanted.startsWith(folder) && existsSync(wanted) && statSync(wanted).isFile();
    const file = isFile ? wanted : fallback && extname(path) === '' && !path.startsWith('/api') ? join(folder, fallback) : null;
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve, reject) => {
      server.closeAllConnections();
      server.close((error) => (error ? reject(error) : resolve()));
    }),
  };
};
