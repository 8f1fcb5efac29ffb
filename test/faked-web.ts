import type { Browser, Page, Route as Caught } from 'playwright-core';
import type { Route } from '#base/contract.ts';
import { builtPages } from './built-pages.ts';
import { newPage, openBrowser, serveFolder, type Look, type Opened } from './browser.ts';

/** What the faked server got, and what it says: an answer, a failure with its status, or nothing at all. */
export interface Got {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}
interface Says {
  readonly status?: number;
  readonly json: unknown;
}
type Answering = (got: Got) => Says | 'no answer';

/** Screens alone: the built pages, and a server that says what the test wishes. For states that a real one reaches only in days. */
export interface FakedWeb {
  /** A page at `path` with those answers; whatever is asked besides is a 404, and named by `unanswered`. */
  open(path: string, answers: readonly Answer[], look?: Look): Promise<Faked>;
  close(): Promise<void>;
}

export interface Faked extends Opened {
  /** What was asked for without an answer here. */
  readonly unanswered: readonly string[];
}

export interface Answer {
  readonly route: Pick<Route, 'method' | 'path'>;
  readonly say: Answering;
}

/** `answer(readCase, () => theCase)`: what the faked server says to that route, as its contract has it. */
export const answer = <Output>(route: Route<never, never, Output> | { method: string; path: string; types?: { output: Output } }, say: (got: Got) => Output): Answer => ({
  route: route as Answer['route'],
  say: (got) => ({ json: say(got) }),
});

/** The server says no: `refuse(logCall, 409, { code: 'call.which_case', words: '…' })`. */
export const refuse = (route: Pick<Route, 'method' | 'path'>, status: number, json: Readonly<Record<string, unknown>>): Answer => ({
  route,
  say: () => ({ status, json }),
});

const patternOf = (path: string): RegExp => new RegExp(`^/api${path.replaceAll(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u');

const serve = (answers: readonly Answer[], unanswered: string[]) => async (caught: Caught): Promise<void> => {
  const request = caught.request();
  const { pathname, searchParams } = new URL(request.url());
  if (pathname === '/api/live') return caught.continue();
  for (const { route, say } of answers) {
    const found = route.method === request.method() ? patternOf(route.path).exec(pathname) : null;
    if (!found) continue;
    const said = say({ params: found.groups ?? {}, query: searchParams, body: request.postData() === null ? undefined : request.postDataJSON() });
    return said === 'no answer' ? caught.abort() : caught.fulfill({ status: said.status ?? 200, json: said.json });
  }
  unanswered.push(`${request.method()} ${pathname}`);
  return caught.fulfill({ status: 404, json: { code: 'not_found', words: 'Non c’è.' } });
};

/** The built pages and a browser; close it when the file is done. */
export const openFakedWeb = async (): Promise<FakedWeb> => {
  const { folder, remove } = await builtPages();
  const app = await serveFolder(folder, 'app.html');
  const open = await serveFolder(folder, 'public.html');
  const browser: Browser = await openBrowser();
  return {
    open: async (path, answers, look = {}) => {
      const opened = await newPage(browser, look);
      const unanswered: string[] = [];
      await fixTime(opened.page);
      await opened.page.route('**/api/**', serve(answers, unanswered));
      await opened.page.goto(`${/^\/[crof]\//u.test(path) ? open.address : app.address}${path}`);
      await opened.page.getByRole('main').waitFor();
      return { ...opened, unanswered };
    },
    close: async () => {
      await browser.close();
      await app.close();
      await open.close();
      await remove();
    },
  };
};

/** Thursday 26 November 2026, ten in the morning in Rome: the day of the pictures. */
export const thursday = '2026-11-26T09:00:00.000Z';
const fixTime = (page: Page): Promise<void> => page.clock.setFixedTime(new Date(thursday));
