/// <reference types="node" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { storeRaw } from '#channels/email/index.ts';
import { snippetFor } from '#channels/forms/web/snippet.ts';
import * as surveys from '#surveys/contract.ts';
import { serveFolder, type Opened } from '#test/browser.ts';
import { startDovecot, type Dovecot } from '#test/dovecot.ts';
import { startWalkedCompany, type WalkedCompany } from '#test/every-screen/company.ts';
import { afterTheCase } from '#test/survey-tale.ts';
import { rawMail, serviceAddress } from '#test/world.ts';

/** What people do more rarely, done once in a browser on the real application: each act is looked for in the database afterwards. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let company: WalkedCompany;
let dovecot: Dovecot;

beforeAll(async () => {
  [company, dovecot] = await Promise.all([startWalkedCompany(), startDovecot({ users: ['spedizioni'] })]);
});
afterAll(async () => {
  await company?.stop();
  await dovecot?.stop();
});

const open = async (path: string): Promise<Opened> => {
  const opened = await company.web.openAs(company.giulia, path);
  opened.page.setDefaultTimeout(20_000);
  return opened;
};
const done = async ({ assertQuiet, close }: Opened): Promise<void> => {
  assertQuiet();
  await close();
};
const said = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Avvisi' }).getByText(words);
const caseOf = async (name: string): Promise<string> => {
  const { id } = await company.app.db.selectFrom('cases').innerJoin('customers', 'customers.id', 'cases.customer_id').where('customers.name', '=', name)
    .select('cases.id').orderBy('cases.opened_at', 'desc').limit(1).executeTakeFirstOrThrow();
  return id;
};
const receives = async (...mails: Buffer[]): Promise<void> => {
  for (const raw of mails) await storeRaw(company.app.services, { raw, via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  await company.app.sweep();
};

describe('a case', () => {
  it('calls another level in, and waits for somebody outside; the owner stays', async () => {
    const id = await caseOf('Martina Sangalli');
    const now = () => company.app.db.selectFrom('cases').select(['level', 'status', 'owner_id']).where('id', '=', id).executeTakeFirstOrThrow();
    const { owner_id: owner } = await now();
    const opened = await open(`/cases/${id}`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Altro livello' }).click();
    await page.getByLabel('Perché serve').fill('Serve chi conosce il driver D40.');
    await page.getByRole('button', { name: 'Chiama', exact: true }).click();
    await said(page, 'Il caso ora è di livello 2. Il responsabile non cambia.').waitFor();
    await page.getByRole('button', { name: 'Aspetta un esterno' }).click();
    await page.getByLabel('Chi deve fare qualcosa').fill('Corriere Nord');
    await page.getByRole('dialog').getByRole('group', { name: 'Date più usate' }).getByRole('button').last().click();
    await page.getByRole('button', { name: 'Segna che aspettiamo' }).click();
    await said(page, 'Segnato. Il cliente risente qualcosa comunque.').waitFor();
    expect(await now()).toEqual({ level: 2, status: 'waiting_third_party', owner_id: owner });
    await done(opened);
  });

  it('is split in two, and put together again', async () => {
    const id = await caseOf('Elena Marchetti');
    const opened = await open(`/cases/${id}`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Dividi' }).click();
    await page.getByLabel('Oggetto del caso nuovo').fill('Chiamata di mercoledì');
    await page.getByRole('dialog').getByRole('checkbox').last().check();
    await page.getByRole('button', { name: 'Sposta 1 messaggio' }).click();
    await page.getByRole('heading', { level: 1, name: 'Chiamata di mercoledì' }).waitFor();
    expect(page.url()).not.toContain(id);
    await page.getByRole('region', { name: 'Avvisi' }).getByRole('button', { name: /^Annulla/u }).click();
    await said(page, 'Annullato.').waitFor();
    expect(await company.app.db.selectFrom('splits').select('undone_at').execute()).toEqual([{ undone_at: expect.any(Date) }]);
    await done(opened);
  });

  it('says loudly which mail did not arrive, and sends it again', async () => {
    const opened = await open(`/cases/${await caseOf('Teresa Galbiati')}`);
    const { page } = opened;
    const lost = page.getByRole('alert').filter({ hasText: 'Tornata indietro da teresa.galbiatti@posta.example' });
    await lost.getByRole('button', { name: 'Manda di nuovo' }).click();
    await said(page, 'Rimandata: parte adesso.').waitFor();
    await lost.waitFor({ state: 'detached' });
    const left = company.app.db.selectFrom('outbox_recipients').select('state').where('address', '=', 'teresa.galbiatti@posta.example').where('state', '=', 'bounced');
    expect(await left.execute()).toEqual([]);
    await done(opened);
  });

  it('shows a mail as it was laid out, in a frame that can do nothing', async () => {
    const html = rawMail({ from: 'Carla Grandi <carla.grandi@posta.example>', subject: 'Listino', text: '' }).toString()
      .replace('text/plain', 'text/html').concat('<h2 style="color:teal">Listino <i>novembre</i></h2><script>parent.document.title = "rubato"</script><p>Vale ancora?</p>');
    await receives(Buffer.from(html));
    const opened = await open(`/cases/${await caseOf('Carla Grandi')}?list=queue`);
    const { page } = opened;
    await page.getByRole('button', { name: 'Mostra com’era impaginato' }).click();
    const frame = page.locator('iframe[title="Messaggio impaginato di Carla Grandi"]');
    await frame.contentFrame().getByRole('heading', { name: 'Listino novembre' }).waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('');
    expect(await page.title()).not.toBe('rubato');
    await page.getByRole('button', { name: 'Torna al testo' }).click();
    await frame.waitFor({ state: 'detached' });
    await done(opened);
  });

  it('leads back through a long conversation, page by page', async () => {
    const from = 'Piero Longo <piero.longo@posta.example>';
    const subject = 'Una lunga storia';
    const first = rawMail({ from, subject, text: 'Messaggio numero 0.', messageId: 'lunga@posta.example' });
    await receives(first, ...Array.from({ length: 120 }, (_, at) => rawMail({ from, subject, text: `Messaggio numero ${at + 1}.`, inReplyTo: 'lunga@posta.example' })));
    const opened = await open(`/cases/${await caseOf('Piero Longo')}?list=queue`);
    const { page } = opened;
    const message = (number: number) => page.getByText(`Messaggio numero ${number}.`, { exact: true }).first();
    await message(120).waitFor();
    expect(await message(0).count()).toBe(0);
    for (let turn = 0; turn < 5 && (await page.getByRole('button', { name: 'Mostra i messaggi precedenti' }).count()) > 0; turn += 1) {
      await page.getByRole('button', { name: 'Mostra i messaggi precedenti' }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Carico i precedenti…' }).count()).toBe(0);
    }
    await message(0).waitFor();
    await done(opened);
  });

  it('may be the same as another: that is refused, and accepted', async () => {
    const { db } = company.app;
    const { id, case_id: caseId, other_id: otherId } = await db.selectFrom('join_suggestions').innerJoin('cases', 'cases.id', 'case_id').where('accepted_at', 'is', null).where('dismissed_at', 'is', null)
      .where('cases.status', '!=', 'closed').select(['join_suggestions.id', 'case_id', 'other_id']).limit(1).executeTakeFirstOrThrow();
    const opened = await open(`/cases/${caseId}`);
    const { page } = opened;
    await page.getByText('Forse è lo stesso caso').waitFor();
    await page.getByRole('button', { name: 'No, è un’altra cosa' }).click();
    await page.getByText('Forse è lo stesso caso').waitFor({ state: 'detached' });
    await db.updateTable('join_suggestions').set({ dismissed_at: null }).where('id', '=', id).execute();
    await page.reload();
    await page.getByText('Forse è lo stesso caso').waitFor();
    await page.getByRole('button', { name: 'Unisci', exact: true }).first().click();
    await page.waitForURL(`**/cases/${otherId}**`);
    await said(page, 'Uniti.').waitFor();
    expect(await db.selectFrom('join_suggestions').select('accepted_at').where('id', '=', id).execute()).toEqual([{ accepted_at: expect.any(Date) }]);
    await done(opened);
  });

  it('keeps the last word of a draft when the tab is closed on it', async () => {
    const { db } = company.app;
    const id = await caseOf('Federica Riva');
    const { page, close } = await open(`/cases/${id}`);
    await page.getByLabel('La tua risposta a Federica Riva').fill('Buongiorno Federica, la fattura');
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => db.selectFrom('drafts').select('text').where('case_id', '=', id).execute()).toEqual([{ text: 'Buongiorno Federica, la fattura' }]);
    await close();
  });

  it('what was done is said away from the button that sends', async () => {
    const opened = await open(`/cases/${await caseOf('Ivan Perego')}`);
    const { page } = opened;
    await page.getByRole('heading', { level: 1, name: 'Ordine 88102, e una domanda' }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Nota interna: la leggono solo i colleghi').fill('Sentito al telefono.');
    await page.keyboard.press('Control+Enter');
    await said(page, 'Nota salvata: la vedono solo i colleghi.').waitFor();
    const toast = await page.getByRole('region', { name: 'Avvisi' }).getByRole('listitem').first().boundingBox();
    const composer = await page.getByRole('region', { name: 'Rispondi' }).boundingBox();
    expect(toast!.x + toast!.width).toBeLessThan(composer!.x);
    await done(opened);
  });
});

describe('the settings', () => {
  it('a mailbox is connected: a wrong password is said, a right one is kept', async () => {
    const opened = await open('/settings/mailboxes/new');
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Indirizzo a cui scrivono i clienti' }).fill('spedizioni@casalumina.example');
    await page.getByLabel('Server per leggere (IMAP)').fill('127.0.0.1');
    await page.getByLabel('Porta').first().fill(String(dovecot.port));
    await page.getByLabel('Sicurezza').first().selectOption('none');
    await page.getByRole('checkbox', { name: 'Presa invia le risposte da questa casella' }).uncheck();
    await page.getByLabel('Nome utente').first().fill('spedizioni');
    await page.getByLabel('Password della casella').fill('sbagliata');
    await page.getByRole('button', { name: 'Prova e salva' }).click();
    await page.getByText('Così non funziona ancora.').waitFor();
    expect(await company.app.db.selectFrom('mailboxes').select('id').where('address', '=', 'spedizioni@casalumina.example').execute()).toEqual([]);
    await page.getByLabel('Password della casella').fill(dovecot.password);
    await page.getByRole('button', { name: 'Prova e salva' }).click();
    await said(page, 'spedizioni@casalumina.example salvata.').waitFor();
    await page.waitForURL('**/settings/mailboxes');
    await page.getByText('spedizioni@casalumina.example').first().waitFor();
    await done(opened);
  });

  it('a calendar is saved, and what cannot be stands beside its field', async () => {
    const { db } = company.app;
    const { id } = await db.selectFrom('calendars').select('id').where('name', '=', 'Uffici e magazzino').executeTakeFirstOrThrow();
    const { page, close } = await open(`/settings/calendars/${id}`);
    await page.getByLabel('Nome del calendario').fill('');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    await page.getByLabel('Nome del calendario').fill('Uffici, magazzino e officina');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.waitForFunction('document.querySelector("[aria-invalid=true]") === null');
    await expect.poll(() => db.selectFrom('calendars').select('name').where('id', '=', id).executeTakeFirst()).toEqual({ name: 'Uffici, magazzino e officina' });
    await close();
  });

  it('a mail that could not be filed is run again', async () => {
    const { db } = company.app;
    const opened = await open('/settings/mail');
    const { page } = opened;
    await page.getByText('Non dice chi l’ha scritta.').waitFor();
    const { id } = await db.selectFrom('raw_mails').select('id').where('state', '=', 'quarantined').executeTakeFirstOrThrow();
    await page.getByRole('button', { name: 'Esegui di nuovo' }).first().click();
    await said(page, /Rimessa in coda/u).waitFor();
    expect(await db.selectFrom('raw_mails').select('state').where('id', '=', id).executeTakeFirst()).toEqual({ state: 'waiting' });
    await done(opened);
  });

  it('a web form is made, given another address and closed', async () => {
    const { db } = company.app;
    const opened = await open('/settings/forms');
    const { page } = opened;
    await page.getByRole('button', { name: 'Crea un modulo' }).first().click();
    await page.getByLabel('Come si chiama').fill('Assistenza hotel');
    await page.getByRole('dialog').getByRole('button', { name: 'Crea un modulo' }).click();
    await page.getByText('<iframe').filter({ visible: true }).first().waitFor();
    const form = () => db.selectFrom('forms').select(['public_key', 'closed_at']).where('name', '=', 'Assistenza hotel').executeTakeFirstOrThrow();
    const { public_key: first } = await form();
    await page.getByRole('button', { name: 'Cambia indirizzo Assistenza hotel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cambia indirizzo' }).click();
    await said(page, 'Indirizzo cambiato: aggiorna il codice nel sito.').waitFor();
    expect((await form()).public_key).not.toBe(first);
    await page.getByRole('button', { name: 'Chiudi Assistenza hotel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chiudi', exact: true }).last().click();
    await said(page, '«Assistenza hotel» è chiuso.').waitFor();
    expect((await form()).closed_at).not.toBeNull();
    await done(opened);
  });
});

it('a form within another page gets the height it needs, from us alone', async () => {
  const { form } = await company.addresses('it');
  const { page, close } = await company.web.open('/sign-in');
  const folder = await mkdtemp(join(tmpdir(), 'presa-shop-'));
  await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="it"><title>Negozio</title><body>${snippetFor({ address: form, name: 'Scrivici' })}</body></html>`);
  const shop = await serveFolder(folder);
  await page.goto(`${shop.address}/index.html`);
  const heightOf = () => page.evaluate<number>('Number.parseInt(document.querySelector("iframe").style.height, 10)');
  await page.frameLocator('iframe').getByRole('button', { name: 'Invia' }).waitFor();
  // While it loads it is low, and 760 is what the code itself begins with.
  await expect.poll(async () => (await heightOf()) > 400 && (await heightOf()) !== 760, { timeout: 20_000 }).toBe(true);
  await page.evaluate('window.postMessage({ type: "presa:height", height: 1 }, "*")');
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
  expect(await heightOf()).toBeGreaterThan(400);
  await close();
  await shop.close();
  await rm(folder, { recursive: true });
});

it('a survey stands in a corner of another site, is answered there, and stands on no site that it does not name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'presa-shop-'));
  const shop = await serveFolder(folder);
  const giulia = await company.app.signIn(company.giulia);
  const rule = { ways: { mail: false, page: false, link: false, widget: true }, origins: [shop.address] };
  const { id } = await giulia.call(surveys.writeSurvey, { body: { name: 'Sul sito', content: afterTheCase, rule } });
  await giulia.call(surveys.startSurvey, { params: { id } });
  const { address } = await giulia.call(surveys.readSurvey, { params: { id } });
  const script = `${company.web.address}${new URL(address).pathname}.js`;
  await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="it"><title>Negozio</title><body><h1>Lampade</h1><script src="${script}" data-after="0" async></script></body></html>`);
  const { page, close } = await company.web.open('/sign-in');
  await page.goto(`${shop.address}/index.html`);
  // The panel stands in a closed root, which the pages of the site cannot look into; its frame is found among those of the page.
  const inCorner = () => page.frames().find((frame) => frame !== page.mainFrame());
  await expect.poll(() => inCorner()?.url(), { timeout: 20_000 }).toContain('/api/open-surveys/');
  const asked = inCorner()!;
  await asked.getByRole('radio', { name: '5', exact: true }).check();
  await asked.getByRole('button', { name: 'Avanti' }).click();
  await asked.getByRole('textbox').fill('Un tappeto rotondo.');
  await asked.getByRole('button', { name: 'Avanti' }).click();
  await asked.getByRole('button', { name: 'Invia' }).click();
  await asked.getByText('Grazie').first().waitFor();
  const kept = await company.app.db.selectFrom('survey_responses').where('survey_id', '=', id).select(['way', 'settled_at']).execute();
  expect(kept).toEqual([{ way: 'widget', settled_at: expect.any(Date) }]);
  await page.getByRole('heading', { name: 'Lampade' }).click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(inCorner).toBeUndefined();
  // Whoever closed or answered it is left alone.
  await page.reload();
  await page.getByRole('heading', { name: 'Lampade' }).waitFor();
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
  expect(inCorner()).toBeUndefined();
  const other = await serveFolder(folder);
  await page.goto(`${other.address}/index.html`);
  await expect.poll(() => inCorner()?.url(), { timeout: 20_000 }).toMatch(/^chrome-error:/u);
  await close();
  await shop.close();
  await other.close();
  await rm(folder, { recursive: true });
});

it('who wants to look around first does, in an empty installation', async () => {
  const { setup } = await company.addresses('it');
  const opened = await company.web.open('/sign-in');
  const { page } = opened;
  await page.goto(setup);
  await page.getByRole('button', { name: 'Guarda prima Casa Lumina' }).click();
  await page.waitForURL('**/cases', { timeout: 100_000 });
  await page.getByRole('option', { name: /Elena Marchetti/u }).waitFor();
  expect(new URL(page.url()).origin).toBe(new URL(setup).origin);
  await done(opened);
});
