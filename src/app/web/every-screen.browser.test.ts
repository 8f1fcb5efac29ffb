/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Language } from '#base/texts.ts';
import { axeInBothThemes, sidewaysScroll, type Opened } from '#test/browser.ts';
import { startWalkedCompany, type Addresses, type WalkedCompany } from '#test/every-screen/company.ts';
import { goWithin, load, prepareToGo } from '#test/every-screen/go.ts';
import { picturesInBothThemes } from '#test/pictures.ts';
import { brokenAmong, emptyOn, stringsIn, untranslated, wordsOn } from '#test/every-screen/look.ts';
import { pages } from './public/pages.ts';
import { makeRouter } from './router.tsx';

/**
 * Every screen there is, in both languages, light and dark, at a desk and on a phone. The list is the router's own: a screen that is
 * added and not visited here fails the first test. Each is gone to in Italian at both widths, where axe looks at all of it in the light
 * and at what colours change in the dark, and in English on a phone, where words that are too long show. PRESA_WALK=all looks at
 * all of it in both. With PRESA_SHOTS set to a folder, pictures are kept there.
 */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });

/** All of it in both languages: longer than a run of all tests has time for. */
const looksAtAll = process.env['PRESA_WALK'] === 'all';

interface Visit {
  readonly address: string;
  /** Opened by whoever holds the link: nobody is signed in. */
  readonly isOpen?: boolean;
}

/** Where each screen of the router and each page without an account is seen, by its path there; several states where they differ much. */
const visitsOf = (company: WalkedCompany, links: Addresses): Readonly<Record<string, readonly Visit[]>> => {
  const { address } = company.web;
  const at = (...paths: readonly string[]): Visit[] => paths.map((path) => ({ address: new URL(path, address).href }));
  const openly = (...paths: readonly string[]): Visit[] => at(...paths).map((visit) => ({ ...visit, isOpen: true }));
  return {
    '/': at('/'),
    '/cases/{-$caseId}': at('/cases', ...Object.values(links.cases), '/cases?list=queue', '/cases?list=waiting_third_party', `${links.cases.elena}?part=details`),
    '/boiling': at('/boiling'),
    '/requests': at('/requests'),
    '/promises': at('/promises'),
    '/incidents': at('/incidents'),
    '/incidents/$id': at(links.incident),
    '/voices/{-$themeId}': at('/voices', ...links.voices),
    '/management': at('/management'),
    '/management/cases': at('/management/cases?figure=opened'),
    '/management/recipients': at('/management/recipients'),
    '/complaints': at('/complaints'),
    '/complaints/$id': at(links.complaint),
    '/settings/complaint-terms': at('/settings/complaint-terms'),
    '/opportunities/{-$opportunityId}': at('/opportunities', links.opportunity),
    '/surveys': at('/surveys'),
    '/surveys/$id': [...at(links.survey, `${links.survey}?part=said`, `${links.survey}?part=questions`, `${links.survey}?part=rule`), ...openly(links.surveyPage)],
    '/settings': at('/settings'),
    '/customers/$id': at(links.customer),
    '/sign-in': openly('/sign-in'),
    '/password': openly('/password', links.recovery),
    '/invitation': openly(links.invitation),
    '/setup': openly(links.setup),
    '/account': at('/account', '/account?part=absence', '/account?part=security', '/account?part=keys'),
    '/settings/people': at('/settings/people'),
    '/settings/departments': at('/settings/departments'),
    '/settings/calendars': at('/settings/calendars'),
    '/settings/calendars/$id': at(links.calendar),
    '/settings/mailboxes': at('/settings/mailboxes'),
    '/settings/mailboxes/$id': at(links.mailbox, '/settings/mailboxes/new'),
    '/settings/mail': at('/settings/mail', '/settings/mail?state=done'),
    '/settings/chats': at('/settings/chats'),
    '/settings/forms': at('/settings/forms'),
    '/settings/heard': at('/settings/heard', '/settings/heard?part=programs', '/settings/heard?part=aside'),
    '/settings/heard/$id': at(links.imports.ready, links.imports.done),
    '/settings/webhooks': at('/settings/webhooks'),
    '/settings/templates': at('/settings/templates'),
    '/settings/third-parties': at('/settings/third-parties'),
    '/settings/topics': at('/settings/topics'),
    '/settings/agreements': at('/settings/agreements'),
    '/notices': at('/notices'),
    '/shift': at('/shift'),
    '/c': openly(links.customersPage.waiting, links.customersPage.solved),
    '/r': openly(links.answerPage.late, links.answerPage.answered),
    '/o': openly(links.opportunityPage),
    '/f': openly(links.form),
  };
};

/** Words that Italian and English share, and names that are nobody's data. */
const common = [/Presa?/gu, /\be-?mail\b/giu, /\bIMAP\b|\bSMTP\b|\bTLS\b/gu, /\bpassword\b/giu, /^(?:Italiano|English)$/u, /\bCtrl\b/gu, /\b\d+ (?:h|min)\b/gu];

let company: WalkedCompany;
beforeAll(async () => {
  company = await startWalkedCompany();
});
afterAll(() => company?.stop());

const screensOf = (language: Language) => company.addresses(language).then((links) => visitsOf(company, links));

it('every screen of the router and every page without an account is on the walk', async () => {
  const there = [...Object.keys(makeRouter().routesByPath), ...pages.map(({ at }) => at)];
  expect(there.length).toBeGreaterThan(20);
  expect(Object.keys(await screensOf('it')).toSorted()).toEqual(there.toSorted());
});

interface Walk {
  readonly opened: Opened;
  readonly width: 1440 | 360;
  readonly language: Language;
  /** What the server said, whatever screen it was for. */
  readonly data: Set<string>;
}

/** The screens of who is signed in are gone to within the application; what is opened by a link is loaded as whoever has it would. */
const goTo = async ({ opened: { page } }: Walk, { address, isOpen }: Visit): Promise<void> => {
  if (!isOpen) return goWithin(page, address);
  await page.context().setExtraHTTPHeaders({});
  await load(page, address);
};

const visit = async (stage: Walk, one: Visit, name: string): Promise<{ found: string[]; words: string[] }> => {
  const { opened: { page }, width, language } = stage;
  await goTo(stage, one);
  const words = await wordsOn(page);
  const found = [...(await emptyOn(page)), ...brokenAmong(words)];
  if ((await page.evaluate('document.documentElement.lang')) !== language) found.push('is in the other language');
  const sideways = await sidewaysScroll(page);
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`);
  await picturesInBothThemes(page, `${name}-${language}-${width}`, width === 360);
  // The same elements in other words: what axe finds in one language it finds in the other. PRESA_WALK=all looks all the same.
  const looks = language === 'it' || looksAtAll;
  return { found: [...found, ...(looks ? await axeInBothThemes(page) : [])], words };
};

const begin = async (language: Language, width: 1440 | 360): Promise<Walk> => {
  const opened = await company.web.open('/sign-in', { language, width, height: width === 360 ? 780 : 900 });
  const data = new Set<string>();
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.url().includes('/api/live')) return;
    void response.json().then((said: unknown) => stringsIn(said).forEach((one) => data.add(one)), () => undefined);
  });
  await prepareToGo(page);
  await page.clock.setFixedTime(company.app.clock.now());
  // Whoever chose a language keeps it, also where a page would follow that of its case.
  await page.evaluate(`localStorage.setItem('presa.language', '${language}')`);
  await page.context().setExtraHTTPHeaders(company.headers);
  await load(page, new URL('/settings', company.web.address).href);
  return { opened, width, language, data };
};

const nameOf = (path: string, at: number): string => `${path.replaceAll(/\W+/gu, '-').replaceAll(/^-|-$/gu, '') || 'home'}${at === 0 ? '' : `-${at + 1}`}`;

/** Goes to all of them; what it finds, and the words of each screen by its name. */
const walk = async (language: Language, width: 1440 | 360) => {
  const stage = await begin(language, width);
  // Signed in first: what is opened by a link takes the signature away.
  const found: string[] = [];
  const words = new Map<string, string[]>();
  const screens = Object.entries(await screensOf(language)).flatMap(([path, visits]) => visits.map((one, at) => ({ name: nameOf(path, at), one })));
  for (const { name, one } of screens.toSorted((a, b) => Number(a.one.isOpen ?? false) - Number(b.one.isOpen ?? false))) {
    const seen = await visit(stage, one, name);
    found.push(...seen.found.map((sentence) => `${name}, ${language}, ${width} px: ${sentence}`));
    words.set(name, seen.words);
  }
  const complaints: string[] = [];
  try {
    stage.opened.assertQuiet();
  } catch (error) {
    complaints.push(String(error));
  }
  await stage.opened.close();
  return { found: [...found, ...complaints], words, data: stage.data };
};

/** A desk and a phone side by side: two processors have something to do each. */
const walked = async (language: Language, widths: readonly (1440 | 360)[]) => {
  await company.app.db.updateTable('members').set({ language }).where('id', '=', company.giulia.id).execute();
  const walks = await Promise.all(widths.map((width) => walk(language, width)));
  const words = new Map<string, string[]>();
  for (const one of walks) for (const [name, said] of one.words) words.set(name, [...new Set([...(words.get(name) ?? []), ...said])]);
  return { found: walks.flatMap(({ found }) => found), words, data: new Set(walks.flatMap(({ data }) => [...data])) };
};

describe('every screen', () => {
  // Minutes of walking that depend on no clock: what it finds once it finds again.
  it('is accessible in light and dark, fits, is quiet, and says everything in the language of who reads', { retry: 0 }, async () => {
    const [italian, english] = [await walked('it', [1440, 360]), await walked('en', looksAtAll ? [1440, 360] : [360])];
    const data = new Set([...italian.data].filter((one) => english.data.has(one)));
    const left = [...italian.words].flatMap(([name, words]) => untranslated(words, english.words.get(name) ?? [], { data, common }).map((sentence) => `${name}: ${sentence}`));
    expect([...italian.found, ...english.found, ...left]).toEqual([]);
  });
});
