import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axe, axeInBothThemes, sidewaysScroll, type Look } from '#test/browser.ts';
import { answer, openFakedWeb, refuse, type Answer, type Faked, type FakedWeb } from '#test/faked-web.ts';
import { recoveryRoutes, sessionRoutes } from '../contract.ts';
import { entryTexts } from './texts/entry.ts';

// A screen under axe takes seconds, and many on a machine with other work.
vi.setConfig({ testTimeout: 90_000 });

let web: FakedWeb;
beforeAll(async () => {
  web = await openFakedWeb();
}, 120_000);
afterAll(() => web?.close());

const notSignedIn = refuse(sessionRoutes.me, 401, { code: 'not_signed_in', words: 'Serve entrare.', id: 'x' });
const token = 'x'.repeat(43);
const looks: Look[] = [{ language: 'it', width: 360 }, { language: 'en' }];

const looksRight = async ({ page, assertQuiet, close }: Faked): Promise<void> => {
  expect(await axeInBothThemes(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  assertQuiet();
  await close();
};
const nameOf = ({ language, width }: Look): string => `${language}${width === undefined ? '' : ', on a telephone'}`;

describe.each(looks.map((look) => [nameOf(look), look] as const))('a forgotten password (%s)', (_name, look) => {
  const texts = entryTexts[look.language ?? 'it'];
  const open = (path: string, answers: readonly Answer[]): Promise<Faked> => web.open(path, [...answers, notSignedIn], look);

  it('is asked for from the door, and what follows tells nobody who works here', async () => {
    const asked: unknown[] = [];
    const opened = await open('/sign-in', [answer(recoveryRoutes.forget, ({ body }) => ({ ...(asked.push(body) && {}) }))]);
    const { page } = opened;
    await page.getByRole('link', { name: texts.signIn.forgotten }).click();
    await page.getByRole('heading', { name: texts.forgotten.title }).waitFor();
    await page.getByLabel(texts.signIn.email).fill('giulia.serra@casalumina.example');
    await page.getByRole('button', { name: texts.forgotten.act }).click();
    await page.getByRole('heading', { name: texts.forgotten.sent }).waitFor();
    await page.getByText(texts.forgotten.sentWords('giulia.serra@casalumina.example')).waitFor();
    expect(asked).toEqual([{ email: 'giulia.serra@casalumina.example' }]);
    await looksRight(opened);
  });

  it('is chosen anew behind the link, never too short', async () => {
    const chosen: unknown[] = [];
    const opened = await open(`/password#${token}`, [
      answer(recoveryRoutes.check, () => ({ name: 'Giulia Serra', language: 'it' as const, expiresAt: '2026-11-24T10:00:00Z' })),
      answer(recoveryRoutes.choose, ({ body }) => ({ ...(chosen.push(body) && {}) })),
    ]);
    const { page } = opened;
    await page.getByRole('heading', { name: texts.recovered.title('Giulia Serra') }).waitFor();
    await page.getByLabel(texts.password.label).fill('corta');
    await page.getByRole('button', { name: texts.recovered.act }).click();
    await page.getByText(texts.password.tooShort).waitFor();
    expect([chosen, await axeInBothThemes(page)]).toEqual([[], []]);
    await page.getByLabel(texts.password.label).fill('una lampada sul tavolo');
    await page.getByRole('button', { name: texts.recovered.act }).click();
    await page.getByRole('heading', { name: texts.recovered.done }).waitFor();
    expect(chosen).toEqual([{ token, password: 'una lampada sul tavolo' }]);
    await looksRight(opened);
  });
});

it('a link that is spent leads to asking for another', async () => {
  const opened = await web.open(`/password#${token}`, [
    refuse(recoveryRoutes.check, 409, { code: 'recovery.spent', words: 'Questo collegamento è già stato usato.', id: 'x' }), notSignedIn,
  ], { language: 'it' });
  const { page, close } = opened;
  await page.getByRole('heading', { name: 'Questo collegamento non si apre più' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Chiedine un altro' }).click();
  await page.getByRole('heading', { name: 'Password dimenticata' }).waitFor();
  await close();
});
