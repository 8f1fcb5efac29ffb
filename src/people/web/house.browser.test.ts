/// <reference types="node" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { calendarRoutes } from '#calendar/contract.ts';
import { noticeRoutes, type NoticeView } from '#notices/contract.ts';
import { axe, sidewaysScroll, type Look } from '#test/browser.ts';
import { railCounts } from '#test/faked-rail.ts';
import { answer, openFakedWeb, refuse, type Answer, type Faked, type FakedWeb } from '#test/faked-web.ts';
import { absenceRoutes, departmentRoutes, invitationRoutes, memberRoutes, sessionRoutes, type DepartmentView, type Me, type MemberView } from '../contract.ts';

// A screen under axe takes seconds, and many on a machine with other work.
vi.setConfig({ testTimeout: 90_000 });

let web: FakedWeb;

beforeAll(async () => {
  web = await openFakedWeb();
}, 120_000);

afterAll(() => web?.close());

const marta: MemberView = {
  id: '018f0000-0000-7000-8000-000000000001', name: 'Marta Riva', email: 'marta.riva@casalumina.example', language: 'it', roles: ['admin', 'lead'], level: 1,
  departmentId: '018f0000-0000-7000-8000-0000000000d1', departmentName: 'Servizio clienti', deputyId: null, away: null, leftAt: null,
};
const giulia: MemberView = { ...marta, id: '018f0000-0000-7000-8000-000000000002', name: 'Giulia Serra', email: 'giulia.serra@casalumina.example', roles: ['agent'] };
const company = { name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo: false } as const;
const admin: Me = { ...marta, company, may: { serve: true, lead: true, invite: true, decide: true, readDigest: true, administer: true } };
const agent: Me = { ...giulia, company, may: { serve: true, lead: false, invite: false, decide: false, readDigest: false, administer: false } };

const service: DepartmentView = {
  id: marta.departmentId, name: 'Servizio clienti', kind: 'service', address: null, calendarId: '018f0000-0000-7000-8000-0000000000c1', answersWithinMinutes: 240,
  headId: marta.id, headName: marta.name,
};

/** What the shell asks whatever the screen. */
const as = (me: Me, notices: readonly NoticeView[] = []): Answer[] => [
  answer(sessionRoutes.me, () => me),
  answer(sessionRoutes.changeMe, () => me),
  answer(noticeRoutes.list, () => [...notices]),
  answer(memberRoutes.list, () => [marta, giulia]),
  answer(departmentRoutes.list, () => [service]),
  answer(calendarRoutes.list, () => []),
  answer(invitationRoutes.list, () => []),
  answer(absenceRoutes.list, () => []),
  ...railCounts(),
];

const notSignedIn = refuse(sessionRoutes.me, 401, { code: 'not_signed_in', words: 'Per questo serve entrare con il proprio nome.', id: 'x' });

const looksRight = async (page: Page): Promise<void> => {
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};

describe('who is not signed in', () => {
  it('is sent to the door, and after it to where they were going', async () => {
    let entered = false;
    const { page, close } = await web.open('/settings/departments?x=1', [
      { route: sessionRoutes.me, say: () => (entered ? { json: admin } : { status: 401, json: { code: 'not_signed_in', words: 'Serve entrare.', id: 'x' } }) },
      answer(sessionRoutes.signIn, () => {
        entered = true;
        return admin;
      }),
      ...as(admin).slice(1),
    ]);
    await page.waitForURL('**/sign-in?from=*');
    await page.getByLabel('Il tuo indirizzo e-mail').fill('marta.riva@casalumina.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('lampada-e-scaffale');
    await page.getByRole('button', { name: 'Entra' }).click();
    await page.waitForURL('**/settings/departments?x=1');
    await page.getByText('risponde entro 4 ore lavorative').waitFor();
    expect(new URL(page.url()).search).toBe('?x=1');
    await close();
  });

  it('is never led to another site by the address they came with', async () => {
    const { page, close } = await web.open('/sign-in?from=https://evil.example/', [answer(sessionRoutes.signIn, () => admin), ...as(admin)]);
    await page.getByLabel('Il tuo indirizzo e-mail').fill('a@b.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('x');
    await page.getByRole('button', { name: 'Entra' }).click();
    await page.waitForURL('**/cases');
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
    await close();
  });

  it.each([
    [{ theme: 'light', language: 'it', width: 360 }, 'Indirizzo e password non vanno insieme.'],
    [{ theme: 'dark', language: 'en', width: 1440 }, 'Address and password do not go together.'],
  ] as const)('reads why the door stays closed, and keeps what was typed: %o', async (look, words) => {
    const { page, close } = await web.open('/sign-in', [notSignedIn, refuse(sessionRoutes.signIn, 401, { code: 'wrong_credentials', words, id: 'x' })], look);
    const [email, button] = look.language === 'it' ? ['Il tuo indirizzo e-mail', 'Entra'] : ['Your e-mail address', 'Sign in'];
    await page.getByLabel(email).fill('marta.riva@casalumina.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('sbagliata');
    await page.keyboard.press('Enter');
    await page.getByText(words).waitFor();
    expect(await page.getByLabel(email).inputValue()).toBe('marta.riva@casalumina.example');
    expect(await page.getByRole('button', { name: button, exact: true }).isEnabled()).toBe(true);
    await looksRight(page);
    await close();
  });
});

const calls = (id: string, person: string): NoticeView => ({ id, kind: 'handover_offered', caseId: '018f0000-0000-7000-8000-0000000000aa', facts: { person, customer: 'Elena Marchetti' }, createdAt: '2026-11-26T08:00:00.000Z' });

describe('what calls', () => {
  const two = [calls('018f0000-0000-7000-8000-0000000000b1', 'Giulia Serra'), calls('018f0000-0000-7000-8000-0000000000b2', 'Marco Neri')];

  it('is counted in the shell, walked by keys, and done with one', async () => {
    const done: string[] = [];
    const opened = await web.open('/settings', [
      { route: noticeRoutes.done, say: ({ params }) => ({ json: done.push(params['id'] ?? '') && {} }) },
      { route: noticeRoutes.list, say: () => ({ json: two.filter(({ id }) => !done.includes(id)) }) },
      ...as(agent),
    ]);
    const { page, assertQuiet, close } = opened;
    await page.getByRole('link', { name: 'Ti chiama: 2 avvisi' }).first().waitFor();
    await page.keyboard.press('b');
    await page.waitForURL('**/notices');
    await page.getByText('Giulia Serra ti passa il caso di Elena Marchetti.').waitFor();
    await looksRight(page);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.getByText('Marco Neri ti passa il caso').waitFor({ state: 'detached' });
    expect(done).toEqual([two[1]?.id]);
    assertQuiet();
    await close();
  });

  it('says that nothing does', async () => {
    const { page, assertQuiet, close } = await web.open('/notices', as(agent), { language: 'it', theme: 'dark', width: 360 });
    await page.getByRole('heading', { name: 'Niente ti aspetta' }).waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    await looksRight(page);
    assertQuiet();
    await close();
  });
});

describe('the settings, for who may only read', () => {
  it('say whom to ask, and show no act that would be refused', async () => {
    const { page, assertQuiet, close } = await web.open('/settings/departments', as(agent), { width: 360 });
    await page.getByText('Per cambiare qualcosa chiedi a Marta Riva.').waitFor();
    expect(await page.getByRole('button', { name: /Modifica|Aggiungi/u }).count()).toBe(0);
    await page.goto(page.url().replace('departments', 'mailboxes'));
    await page.getByText('Questa parte è di chi amministra Presa. Chiedi a Marta Riva.').waitFor();
    await looksRight(page);
    assertQuiet();
    await close();
  });
});

const openInvite = async (answers: readonly Answer[], look: Look = {}): Promise<Faked> => {
  const opened = await web.open('/settings/people', [...answers, ...as(admin)], look);
  await opened.page.getByRole('button', { name: 'Invita un collega' }).click();
  await opened.page.getByLabel('Nome e cognome').fill('Davide Moro');
  return opened;
};

describe('a form', () => {
  it('puts the server’s words beside the field, and takes them away when it is edited', async () => {
    const { page, close } = await openInvite([
      refuse(invitationRoutes.invite, 400, { code: 'bad_input', words: 'Qualcosa non torna.', fields: [{ field: 'email', words: 'Scriva un indirizzo e-mail.' }], id: 'x' }),
    ], { width: 360 });
    const email = page.getByLabel('Indirizzo e-mail di lavoro');
    await email.fill('davide');
    await page.getByRole('button', { name: 'Crea l’invito' }).click();
    await page.getByText('Scriva un indirizzo e-mail.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('email');
    expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Davide Moro');
    await looksRight(page);
    await email.fill('davide.moro@casalumina.example');
    await page.getByText('Scriva un indirizzo e-mail.').waitFor({ state: 'detached' });
    await close();
  });

  it('loses nothing when the server cannot be reached', async () => {
    const { page, close } = await openInvite([{ route: invitationRoutes.invite, say: () => 'no answer' }]);
    await page.getByRole('button', { name: 'Crea l’invito' }).click();
    await page.getByText('Quello che hai scritto è ancora qui').waitFor();
    expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Davide Moro');
    await looksRight(page);
    await close();
  });
});

describe('a screen whose data does not come', () => {
  it('says why, with the number to quote, and tries again when asked', async () => {
    let broken = true;
    const { page, close } = await web.open('/settings/departments', [
      { route: departmentRoutes.list, say: () => (broken ? { status: 500, json: { code: 'defect', words: 'Qui c’è un errore nostro.', id: '7f3a' } } : { json: [service] }) },
      ...as(admin),
    ]);
    await page.getByText('Qui c’è un errore nostro.').waitFor();
    await page.getByText('7f3a').waitFor();
    await looksRight(page);
    broken = false;
    await page.getByRole('button', { name: 'Riprova' }).click();
    await page.getByText('risponde entro 4 ore lavorative').waitFor();
    expect(await page.getByText('7f3a').count()).toBe(0);
    await close();
  });
});

describe('the language', () => {
  it('is the member’s on every machine, and what is chosen here is written there', async () => {
    const written: unknown[] = [];
    const { page, close } = await web.open('/settings', [
      { route: sessionRoutes.changeMe, say: ({ body }) => ({ json: written.push(body) && { ...agent, language: 'en' } }) },
      ...as(agent),
    ], { language: 'en' });
    await page.getByRole('heading', { name: 'Impostazioni' }).waitFor();
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await expect.poll(() => written).toEqual([{ name: 'Giulia Serra', language: 'en' }]);
    await close();
  });
});
