/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hour, minute } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openMail } from '#channels/email/index.ts';
import { readHistory } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { readResults, readSaid, stopSurvey } from '#surveys/contract.ts';
import { surveyFigures } from '#surveys/index.ts';
import { wilson } from '#surveys/rules.ts';
import { axeInBothThemes, newPage, openBrowser, sidewaysScroll } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { pageTexts } from '#surveys/page-texts.ts';
import { answers, askedByMail, fill, open, resolvedCases, startedSurvey } from '#test/survey-tale.ts';
import { elena, startWorld, type World } from '#test/world.ts';

/**
 * Giulia resolves a case on Tuesday at 10:23. On Wednesday Casa Lumina asks how it went; Elena's provider opens every link of the mail
 * before she does, and nothing is kept of it. She presses 2, is asked why, and sends. The case is open again, for Giulia, with a date;
 * Elena reads whose it is and when she hears; Giulia and Marta are called once. Four others are asked as well, and the figures are exact.
 */
vi.setConfig({ testTimeout: 60_000 });

let world: World;
let surveyId: string;
let caseId: string;
let elenas: string[];
const others = ['Ada', 'Bice', 'Carla', 'Dora'].map((name) => `${name} Uno <${name.toLowerCase()}@posta.example>`);

beforeAll(async () => {
  world = await startWorld();
  surveyId = await startedSurvey(world);
  [caseId = ''] = await resolvedCases(world, [elena, ...others]);
});
afterAll(() => world.stop());

const caseNow = () => world.app.db.selectFrom('cases').where('id', '=', caseId).selectAll().executeTakeFirstOrThrow();
const kept = async () => Number((await world.app.db.selectFrom('survey_answers').select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
const callsOf = async (who: 'giulia' | 'marta') => (await (await world.as(who)).call(noticeRoutes.list)).filter((notice) => notice.caseId === caseId).map(({ kind }) => kind);

it('asks a day later, in opening hours, with the first question in the mail', async () => {
  await world.app.advance(23 * hour);
  expect((await askedByMail(world)).size).toBe(0);
  await world.app.advance(hour + 5 * minute);
  const mails = await askedByMail(world);
  expect(mails.size).toBe(5);
  elenas = mails.get('elena.marchetti@posta.example') ?? [];
  expect(elenas.map((url) => new URL(url).search)).toEqual(['?score=1', '?score=2', '?score=3', '?score=4', '?score=5']);
  const row = await world.app.db.selectFrom('outbox').where('purpose', '=', 'survey').where('case_id', '=', caseId).select('mail').executeTakeFirstOrThrow();
  expect(openMail(world.app.services.secrets, row.mail)).toMatchObject({ subject: 'Com’è andata con noi?', automatic: 'auto-generated', language: 'it' });
  // The database alone opens nothing: neither the words nor the links can be read in it.
  expect(JSON.stringify(row.mail)).not.toContain('/s/');
});

it('keeps nothing of a mail scanner that opens every link', async () => {
  for (const url of elenas) expect((await open(world, url)).status).toBe(200);
  expect([await kept(), (await world.app.db.selectFrom('survey_responses').select('id').execute()).length, (await caseNow()).status]).toEqual([0, 0, 'resolved']);
});

it('becomes a case again: the same owner, a date, one call to each', async () => {
  const first = await open(world, elenas[1]!);
  expect(first.html).toMatch(/value="2" checked/u);
  const why = await fill(world, first, { act: 'next', a: '2' });
  expect(why.html).toContain('Che cosa non ha funzionato?');
  const review = await fill(world, why, { act: 'next', a: 'Il collo non è mai arrivato. Mi sento presa in giro.' });
  expect((await caseNow()).status).toBe('resolved');
  const thanks = await fill(world, review, { act: 'finish' });
  const found = await caseNow();
  expect(found).toMatchObject({ status: 'open', owner_id: world.people.giulia.id, resolved_at: null });
  expect(found.next_update_due_at!.getTime()).toBeGreaterThan(world.app.clock.now().getTime());
  expect(thanks.html).toContain(`Giulia Serra ha riaperto il caso C-${found.number}`);
  expect(thanks.html).toContain('Avrà notizie entro');
  const message = await world.app.db.selectFrom('messages').where('case_id', '=', caseId).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).selectAll().executeTakeFirstOrThrow();
  expect(message).toMatchObject({ direction: 'in', channel: 'form', subject: 'Dopo il caso', author_name: 'Elena Marchetti', is_third_party: false });
  expect(message.text).toContain('2 su 5');
  expect(message.text).toContain('Mi sento presa in giro.');
  expect([await callsOf('giulia'), await callsOf('marta')]).toEqual([['survey_low'], ['survey_low']]);
});

it('happens once, however often it is sent', async () => {
  const page = await open(world, elenas[0]!);
  expect(page.html).toContain('Giulia Serra ha riaperto');
  const again = await world.app.http.inject({ method: 'POST', url: new URL(page.at, 'https://presa.example').pathname, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'act=finish' });
  expect(again.statusCode).toBe(303);
  await world.app.advance(hour);
  const { items } = await (await world.as('giulia')).call(readHistory, { params: { id: caseId }, query: {} });
  const kinds = items.map(({ kind }) => kind as string).filter((kind) => kind.startsWith('survey') || kind === 'case.reopened');
  expect(kinds).toEqual(['survey.low_followed', 'case.reopened', 'survey.answered', 'survey.asked']);
});

it('is in the figures, exactly; and the answer that follows ends the calls', async () => {
  const mails = await askedByMail(world);
  const scores = [5, 5, 4, 3];
  for (const [place, from] of others.entries()) await answers(world, mails.get(/<(.+)>/u.exec(from)![1]!)![0]!, scores[place]!, place === 0 ? 'Vorrei la lampada in rosso.' : '');
  const marta = await world.as('marta');
  const results = await marta.call(readResults, { params: { id: surveyId }, query: {} });
  // Three of five gave a 4 or a 5; all five were sent it and all answered.
  expect(results).toMatchObject({ scores: { csat: { share: 0.6, n: 5, interval: wilson(3, 5) }, nps: { value: null, n: 0 } }, response: { sent: 5, answered: 5, rate: { share: 1, n: 5 } }, lowBecameCases: 1, notAsked: [] });
  expect(results.questions.map(({ n, bars }) => [n, bars.map(({ count }) => count)])).toEqual([[5, [0, 1, 1, 1, 2]], [1, []], [1, []]]);
  expect(results.weeks).toEqual([expect.objectContaining({ monday: '2026-11-23', answered: 5 })]);
  const now = world.app.clock.now();
  expect(await surveyFigures(world.app.db, new Date('2026-11-01T00:00:00Z'), new Date(now.getTime() + 1))).toEqual({
    sent: 5, delivered: 5, answered: 5, csat: { share: 0.6, n: 5 }, nps: { value: null, n: 0 }, ces: { mean: null, n: 0 }, lowBecameCases: 1,
  });
  const { items } = await marta.call(readSaid, { params: { id: surveyId }, query: { only: 'words' } });
  expect(items.map(({ words, isLow, became }) => [words[0]?.text, isLow, became?.how ?? null])).toEqual([['Vorrei la lampada in rosso.', false, null], ['Il collo non è mai arrivato. Mi sento presa in giro.', true, 'joined']]);

  const giulia = await world.as('giulia');
  await giulia.call(cases.sendReply, { params: { id: caseId }, body: { act: 'resolves', text: 'Gentile Elena, il collo è con me e parte ora. Cordiali saluti, Giulia Serra', seenEventId: 1_000_000, undoSeconds: 0 } });
  await world.app.sweep();
  expect([await callsOf('giulia'), await callsOf('marta')]).toEqual([[], []]);
  // Asked once about this case: resolving it again asks nobody anew.
  await world.app.advance(30 * hour, { step: 6 * hour });
  expect((await askedByMail(world)).size).toBe(5);
  await marta.call(stopSurvey, { params: { id: surveyId } });
});

describe('clicked through, on a telephone and without a script', () => {
  it.each([{ language: 'it', theme: 'light' }, { language: 'en', theme: 'dark' }] as const)('$language, $theme', async ({ language, theme }) => {
    const id = await startedSurvey(world, { afterHours: 0, restDays: 0 });
    const name = language === 'it' ? 'Rosa Telefono' : 'Rose Telephone';
    const address = `${name.toLowerCase().replace(' ', '.')}@posta.example`;
    world.app.clock.set(language === 'it' ? '2026-11-30T10:00:00+01:00' : '2026-12-01T10:00:00+01:00');
    const [rosas = ''] = await resolvedCases(world, [`${name} <${address}>`]);
    await world.app.advance(minute);
    const low = (await askedByMail(world)).get(address)![1]!;
    const texts = pageTexts[language];
    const browser = await openBrowser();
    try {
      const { page, assertQuiet } = await newPage(browser, { language, theme, width: 360, height: 780 });
      const seen = async (part: string): Promise<void> => {
        expect([await axeInBothThemes(page), await sidewaysScroll(page)]).toEqual([[], 0]);
        await picture(page, `survey-${part}-${language}`);
      };
      await page.goto(`${world.app.address}${new URL(low).pathname}?score=2&lang=${language}`);
      expect(await page.getByRole('radio', { name: '2', exact: true }).isChecked()).toBe(true);
      await seen('question');
      await page.getByRole('button', { name: texts.next }).press('Enter');
      await page.getByRole('textbox').fill('Il collo non è mai arrivato.');
      await page.getByRole('button', { name: texts.next }).click();
      await page.getByText(texts.review.title).waitFor();
      await seen('review');
      await page.getByRole('button', { name: texts.send }).click();
      const { number } = await world.app.db.selectFrom('cases').where('id', '=', rosas).select('number').executeTakeFirstOrThrow();
      await page.getByText(texts.owner('Giulia Serra', number)).waitFor();
      await seen('thanks');
      assertQuiet();
    } finally {
      await browser.close();
    }
    await (await world.as('marta')).call(stopSurvey, { params: { id } });
  });
});
