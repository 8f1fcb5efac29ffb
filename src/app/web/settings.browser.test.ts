/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notify } from '#notices/index.ts';
import { inWork, system } from '#base/work.ts';
import { signInMember } from '#people/actions/sign-in.ts';
import { planAbsence } from '#people/index.ts';
import { storeRaw } from '#channels/email/index.ts';
import { axe, sidewaysScroll } from '#test/browser.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import { startApp, type TestApp } from '#test/server.ts';
import { foundCasaLumina, type CasaLumina } from '../../demo/company.ts';

let app: TestApp;
let web: RealWeb;
let world: CasaLumina;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-26T09:00:00Z', env: { PRESA_URL: 'http://127.0.0.1' } });
  world = await inWork(app.services, system, (work) => foundCasaLumina(work, {}));
  const { marta, giulia, marco } = world.people;
  await inWork(app.services, system, async (work) => {
    await notify(work, { memberId: marta.id, kind: 'handover_offered', caseId: null, facts: { person: 'Giulia Serra', customer: 'Officine Riva Srl' } });
    await planAbsence(work, { memberId: giulia.id, roles: ['agent'] }, { deputyId: marco.id, from: '2026-11-25T23:00:00Z', until: '2026-11-30T23:00:00Z' });
  });
  await storeRaw(app.services, { raw: Buffer.from('Subject: x\r\n\r\nciao'), via: 'smtp', mailboxId: null, envelopeFrom: null, envelopeTo: [] });
  await app.sweep();
  web = await openRealWeb(app);
}, 120_000);

afterAll(async () => {
  await web?.close();
  await app?.stop();
});

const paths = async (): Promise<string[]> => {
  const calendar = await app.db.selectFrom('calendars').select('id').limit(1).executeTakeFirstOrThrow();
  const mailbox = await app.db.selectFrom('mailboxes').select('id').limit(1).executeTakeFirstOrThrow();
  return [
    '/notices', '/settings', '/settings/people', '/settings/departments', '/settings/calendars', `/settings/calendars/${calendar.id}`, '/settings/mailboxes',
    '/settings/mailboxes/new', `/settings/mailboxes/${mailbox.id}`, '/settings/mail', '/settings/forms', '/account', '/account?part=absence', '/account?part=security',
    '/account?part=keys',
  ];
};

// Between the two, every screen is seen in both languages, both themes and both widths; all four together take minutes.
describe.each([{ theme: 'light', language: 'it', width: 1440 }, { theme: 'dark', language: 'en', width: 360 }] as const)('the settings: $theme, $language, $width px', (look) => {
  it('are accessible, fit the window and complain of nothing', async () => {
    const token = await signInMember(app.services, world.people.marta.id, { address: '10.0.0.7', browser: null });
    await app.db.updateTable('members').set({ language: look.language }).where('id', '=', world.people.marta.id).execute();
    const { page, assertQuiet, close } = await web.open('/sign-in', look);
    expect(await axe(page)).toEqual([]);
    await page.context().addCookies([{ name: 'presa_session', value: token, url: web.address }]);
    const found: string[] = [];
    for (const path of await paths()) {
      await page.goto(`${web.address}${path}`);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      // The outline of what is coming is gone: what is looked at is the screen itself.
      await page.waitForFunction('document.querySelector("[role=status][data-shape]") === null');
      found.push(...(await axe(page)).map((sentence) => `${path}: ${sentence}`));
      if ((await sidewaysScroll(page)) > 0) found.push(`${path} scrolls sideways`);
    }
    expect(found).toEqual([]);
    assertQuiet();
    await close();
  }, 240_000);
});

describe('a colleague', () => {
  it('is invited, accepts, is seen among the people, and can be made a lead', async () => {
    const token = await signInMember(app.services, world.people.marta.id, { address: '10.0.0.7', browser: null });
    await app.db.updateTable('members').set({ language: 'it' }).where('id', '=', world.people.marta.id).execute();
    const { page, assertQuiet, close } = await web.open('/sign-in');
    page.setDefaultTimeout(10_000);
    await page.context().addCookies([{ name: 'presa_session', value: token, url: web.address }]);
    await page.goto(`${web.address}/settings/people`);
    await page.getByRole('button', { name: 'Invita un collega' }).click();
    await page.getByLabel('Nome e cognome').fill('Rita Colombo');
    await page.getByLabel('Indirizzo e-mail di lavoro').fill('rita.colombo@casalumina.example');
    await page.getByRole('button', { name: 'Crea l’invito' }).click();
    const link = new URL(await page.getByRole('group', { name: 'Collegamento dell’invito' }).innerText());
    await page.getByRole('button', { name: 'Fatto' }).click();

    const rita = await web.open(`${link.pathname}${link.hash}`, { width: 360 });
    await rita.page.getByRole('heading', { name: 'Casa Lumina ti aspetta' }).waitFor();
    expect(await axe(rita.page)).toEqual([]);
    await rita.page.getByLabel('Scegli una password').fill('una lampada sul tavolo');
    await rita.page.getByRole('button', { name: 'Accetta ed entra' }).click();
    await rita.page.waitForURL('**/cases');
    rita.assertQuiet();
    await rita.close();

    await page.reload();
    await page.getByRole('button', { name: 'Modifica Rita Colombo' }).click();
    await page.getByRole('checkbox', { name: 'Guida il servizio' }).check();
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Salvato.').first().waitFor();
    const member = await app.db.selectFrom('members').select('roles').where('email', '=', 'rita.colombo@casalumina.example').executeTakeFirstOrThrow();
    expect([...member.roles].toSorted()).toEqual(['agent', 'lead']);
    assertQuiet();
    await close();
  }, 120_000);
});
