/// <reference types="node" />
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openMail } from '#channels/email/index.ts';
import { openForm } from '#channels/forms/contract.ts';
import { signInMember } from '#people/actions/sign-in.ts';
import { axe } from '#test/browser.ts';
import { tellDeskTale, type DeskTale } from '#test/desk-tale.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';

// The screens and pages of the last mile on the real application: what they show is what happened there. Then a new colleague comes.

vi.setConfig({ testTimeout: 120_000 });

let tale: DeskTale;
let web: RealWeb;

beforeAll(async () => {
  tale = await tellDeskTale();
  web = await openRealWeb(tale.world.app);
}, 120_000);

afterAll(async () => {
  await web?.close();
  await tale?.stop();
});

/** The path of a link in the last mail that went to somebody. */
const linkTo = async (address: string, kind: 'c' | 'r'): Promise<string> => {
  const mails = await tale.world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id')
    .where('outbox_recipients.address', '=', address).orderBy('outbox.created_at', 'desc').selectAll('outbox').execute();
  const found = mails.map(({ mail }) => new RegExp(`https://presa\\.example(/${kind}/[\\w.~-]+)`, 'u').exec(openMail(tale.world.app.services.secrets, mail).text)?.[1]).find(Boolean);
  if (found === undefined) throw new Error(`No mail to ${address} has a link to /${kind}/.`);
  return found;
};

const giulia = () => tale.world.people.giulia;

it('who boils next, the requests and the promises are those of the tale', async () => {
  const { page, assertQuiet, close } = await web.openAs(giulia(), '/boiling');
  const rows = page.getByRole('list', { name: 'Clienti che stanno per bollire' });
  await rows.getByRole('link', { name: 'Elena Marchetti' }).waitFor();
  await rows.getByText('ha sollecitato', { exact: false }).first().waitFor();
  await picture(page, 'real-boiling');
  await page.goto(`${web.address}/requests`);
  await page.getByRole('listbox').getByText('Il collo 2 dell’ordine 88213 è partito?', { exact: false }).waitFor();
  await picture(page, 'real-requests');
  await page.goto(`${web.address}/promises`);
  await page.getByText('Stato del collo 2').waitFor();
  await picture(page, 'real-promises');
  expect(await page.getByRole('link', { name: /manca il secondo collo/u }).count()).toBe(1);
  assertQuiet();
  await close();
});

it('a search finds what was said, and leads to the customer, who is put right', async () => {
  const { page, assertQuiet, close } = await web.openAs(giulia(), '/promises');
  await page.getByText('Stato del collo 2').waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('ripiani');
  await page.locator('mark').first().waitFor();
  await page.getByRole('combobox').fill('Elena');
  await page.getByRole('group', { name: 'Clienti' }).getByRole('option', { name: /Elena Marchetti/u }).first().click();
  await page.getByRole('heading', { name: 'Elena Marchetti' }).waitFor();
  await page.getByRole('link', { name: /Ordine 88213/u }).first().waitFor();
  await page.getByRole('button', { name: 'Aggiungi un recapito' }).click();
  await page.getByLabel('Recapito', { exact: true }).fill('333 555 0182');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await page.getByText('+39', { exact: false }).first().waitFor();
  await picture(page, 'real-customer-card');
  const identity = await tale.world.app.db.selectFrom('identities').where('kind', '=', 'phone').select('value').executeTakeFirst();
  expect(identity?.value).toBe('+393335550182');
  assertQuiet();
  await close();
});

it('a call by that number is noted on her case', async () => {
  const { page, assertQuiet, close } = await web.openAs(giulia(), '/boiling');
  await page.getByRole('button', { name: 'Annota una telefonata' }).first().waitFor();
  await page.keyboard.press('p');
  await page.getByLabel('Chi chiama?').fill('333 5550182');
  await page.getByRole('radio', { name: /Elena Marchetti/u }).waitFor({ state: 'attached' });
  await page.getByLabel('Che cosa ha detto?').fill('Vuole sapere se parte domani.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Unita al caso C-', { exact: false }).last().waitFor();
  const noted = await tale.world.app.db.selectFrom('messages').where('channel', '=', 'phone').where('case_id', '=', tale.ids.elena).select('id').execute();
  expect(noted).toHaveLength(2);
  assertQuiet();
  await close();
});

it('the warehouse answers from its mail, and the customer reads that it did', async () => {
  const asked = await web.open(await linkTo('magazzino@casalumina.example', 'r'), { width: 430 });
  await asked.page.getByRole('heading', { name: 'Il collo 2 dell’ordine 88213 è partito?', exact: false }).waitFor();
  await picture(asked.page, 'real-colleague');
  await asked.page.getByRole('radio', { name: 'Non ancora' }).check();
  await asked.page.getByLabel('Quando parte?').fill('2026-11-27');
  await asked.page.getByLabel('Vuoi aggiungere qualcosa?').fill('Collo danneggiato in uscita, lo rifacciamo oggi.');
  await asked.page.getByRole('button', { name: 'Rispondi' }).dblclick();
  await asked.page.getByText('Risposta arrivata. Grazie.').waitFor();
  asked.assertQuiet();
  await asked.close();
  const turns = await tale.world.app.db.selectFrom('request_turns').where('kind', '=', 'answer').select('choice').execute();
  expect(turns).toEqual([{ choice: 'Non ancora' }]);
  await tale.world.app.sweep();

  const { page, assertQuiet, close } = await web.open(await linkTo('elena.marchetti@posta.example', 'c'), { width: 430 });
  await page.getByText('Se ne occupa Giulia Serra').waitFor();
  await page.getByText('Magazzino ci ha risposto').waitFor();
  expect(await page.getByText('danneggiato', { exact: false }).count()).toBe(0);
  await picture(page, 'real-customer');
  await page.getByRole('button', { name: 'Aggiungi qualcosa' }).click();
  await page.getByLabel('Che cosa vuole aggiungere?').fill('Va bene venerdì, dopo le 14.');
  await page.locator('input[type=file]').setInputFiles({ name: 'porta.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('foto') });
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByText('Ricevuto: è nel suo caso.').waitFor();
  await page.getByRole('button', { name: 'È risolto, grazie' }).click();
  await page.getByRole('button', { name: 'Sì, è risolto' }).click();
  await page.getByRole('radio', { name: '4 su 5: Bene' }).check();
  await page.getByRole('button', { name: 'Invia il voto' }).click();
  await page.getByText('Può cambiare il voto', { exact: false }).waitFor();
  await picture(page, 'real-customer-rated');
  assertQuiet();
  await close();
});

it('the form opens a case, and gives its number', async () => {
  const marta = await tale.world.as('marta');
  const form = await marta.call(openForm, { body: { name: 'Assistenza', departmentId: tale.world.departments.servizio, language: 'it' } });
  const { page, assertQuiet, close } = await web.open(new URL(form.address).pathname, { width: 360 });
  await page.getByRole('heading', { name: 'Scriva a Casa Lumina' }).waitFor();
  // Nobody writes a message in less than a few seconds; who does is taken for a program.
  tale.world.app.clock.advance(20_000);
  await page.getByLabel('Nome e cognome').fill('Rita Moro');
  await page.getByLabel('E-mail').fill('rita.moro@posta.example');
  await page.getByLabel('Che cosa è successo').fill('La lampada è arrivata con il vetro rotto.');
  await page.getByRole('button', { name: 'Invia' }).click();
  const shown = await page.getByText(/^C-\d+$/u).textContent();
  const opened = await tale.world.app.db.selectFrom('cases').where('channel', '=', 'form').select('number').executeTakeFirst();
  expect(shown).toBe(`C-${opened?.number}`);
  assertQuiet();
  await close();
});

it('a colleague is invited, accepts, is seen among the people, and can be made a lead', async () => {
  const { app, people: { marta } } = tale.world;
  const token = await signInMember(app.services, marta.id, { address: '10.0.0.7', browser: null });
  const { page, assertQuiet, close } = await web.open('/sign-in');
  page.setDefaultTimeout(10_000);
  // As a browser that has signed in keeps it: the other pages here bring a key with every call.
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
});
