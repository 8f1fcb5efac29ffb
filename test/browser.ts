import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    // A frame that may run no script refuses the clock of the tests as well: that is what it is for.
    const isFrameWithoutScript = message.location().url === 'about:srcdoc' && message.text().startsWith('Blocked script execution');
    if (message.type() === 'error' && !isFrameWithoutScript) complaints.push(`${message.text()} (${message.location().url})`);
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

/** What axe holds a screen to: WCAG 2.2 A and AA, and its own best practices. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme can change: the same document, in other colours. */
const colours = ['color-contrast', 'link-in-text-block'];

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/**
 * What axe finds on the page as it is, as sentences; empty is what a test wants. `within` (a CSS selector) looks at one part only,
 * where what lies around it was looked at before; `colours` asks what another theme can change. It is brought into a document once
 * (a page, or a frame in one) and runs there: its own driver opens a second tab for every look, which takes longer than the look itself.
 */
export const axe = async (page: Pick<Page, 'evaluate'>, within?: string, what: 'everything' | 'colours' = 'everything'): Promise<string[]> => {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource);
  const runOnly = what === 'everything' ? { type: 'tag', values: standards } : { type: 'rule', values: colours };
  const where = within === undefined ? 'document' : JSON.stringify({ include: [[within]] });
  const { violations, passes } = await page.evaluate<{ violations: Violation[]; passes: number }>(
    `axe.run(${where}, ${JSON.stringify({ runOnly, resultTypes: ['violations'] })}).then(({ violations, passes }) => ({ violations, passes: passes.length }))`,
  );
  if (passes === 0) throw new Error(`axe found nothing to look at within ${within ?? 'the page'}`);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`));
};

/** Whatever is wider than the window makes a phone scroll sideways; this is by how many pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** All that axe can find in both themes: everything in the light, and in the dark what colours change. Leaves the page light. */
export const axeInBothThemes = async (page: Page, within?: string): Promise<string[]> => {
  const found: string[] = [];
  for (const [theme, what] of [['dark', 'colours'], ['light', 'everything']] as const) {
    await page.emulateMedia({ colorScheme: theme });
    found.push(...(await axe(page, within, what)).map((sentence) => `${theme}: ${sentence}`));
  }
  return found;
};

/** The page at a desk and on a phone, in light and dark: what axe finds, and whether it scrolls sideways. Leaves it on a phone. */
export const everyLook = async (page: Page, within?: string): Promise<string[]> => {
  const found: string[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    // What is laid out by a script follows the window a frame later.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    found.push(...(await axeInBothThemes(page, within)).map((sentence) => `${width} px, ${sentence}`));
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) found.push(`${width} px scrolls sideways by ${sideways} px`);
  }
  return found;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.json': 'application/json',
};

/** A live stream on which nothing happens. One that ended at once would be opened anew every second, and everything asked for again. */
const holdOpen = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
};

/** Serves a built folder on a free port; `fallback` answers for addresses that are no file, as the app's own addresses. */
export const serveFolder = async (folder: string, fallback?: string): Promise<{ address: string; close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (path === '/api/live') return holdOpen(response);
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
