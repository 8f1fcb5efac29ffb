import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { day, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openCase } from '#desk/contract.ts';
import { signInMember } from '#people/actions/sign-in.ts';
import { companies, delivered, done, letters, linkIn, look, mark, said } from '#test/clicking.ts';
import { picture } from '#test/pictures.ts';
import { elena } from '#test/world.ts';

/**
 * The complaint that needed an interim reply, and the lead that sales won, by hand: what a person does in them is done in a browser, on
 * the real application. Screens on the way are looked at for accessibility; with PRESA_SHOTS set to a folder, pictures of it are kept
 * there.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { inA, stop } = companies();
afterAll(stop);

describe('clicked through', () => {
  it('the complaint about a payment that needed an interim reply', inA({ at: '2026-11-25T09:12:00+01:00' }, async ({ world, web }) => {
    const { db } = world.app;
    await world.receives({ from: elena, subject: 'Reclamo: pagamento addebitato due volte', text: 'Presento reclamo: il pagamento di 39,90 euro mi è stato addebitato due volte. Chiedo il rimborso.', messageId: 'reclamo@posta.example' });
    const { id: caseId } = await db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
    const giulia = await web.openAs(world.people.giulia, `/cases/${caseId}`, { theme: 'dark' });
    const { page } = giulia;
    await page.getByRole('button', { name: 'Prendi in carico' }).first().click();
    await page.getByLabel('La tua risposta a Elena Marchetti').waitFor();

    // Registered from the case: number and term come by themselves.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('c');
    await page.getByLabel('Settore').selectOption({ label: 'Servizi di pagamento' });
    await page.getByText('Risposta entro 15 giorni lavorativi.', { exact: false }).waitFor();
    await page.getByLabel('Argomento').fill('Pagamento');
    await page.getByLabel('Dettaglio').fill('Doppio addebito');
    await page.getByLabel('Codice contratto o fornitura').fill('88213');
    await page.getByLabel('Che cosa chiede').fill('Rimborso di 39,90 euro');
    await look(page, 'complaint-1-registering');
    await page.getByRole('button', { name: 'Registra', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'R-2026-0001 Pagamento' }).waitFor();
    await said(page, 'Registrato come R-2026-0001: risposta entro giovedì 17 dicembre 2026.').waitFor();
    await picture(page, 'complaint-2-registered');

    // The customer hears number, name and term.
    await page.keyboard.press('a');
    await page.getByRole('group', { name: 'Date più usate' }).getByRole('button').last().click();
    await expect.poll(() => page.getByLabel('La lettera').inputValue()).toContain('R-2026-0001');
    await picture(page, 'complaint-3-acknowledging');
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByText('La conferma sta partendo.').waitFor();
    await world.app.advance(11 * second);
    await page.getByText('confermato al cliente', { exact: true }).waitFor();

    // Three weeks later she is called: the bank of the seller is silent, so the interim reply says why, and by when.
    world.app.clock.set('2026-12-16T09:30:00+01:00');
    await world.app.sweep();
    await page.goto(`${web.address}/notices`);
    await page.getByText(/^Il reclamo formale R-2026-0001 di Elena Marchetti va risposto/u).waitFor();
    await page.goto(`${web.address}/complaints`);
    await page.getByRole('link', { name: 'R-2026-0001 Pagamento' }).click();
    await page.getByRole('button', { name: 'Risposta interlocutoria' }).click();
    await page.getByLabel('Perché serve più tempo').fill('La banca del venditore non ha ancora confermato il secondo addebito');
    expect(await page.getByLabel('Quando arriva la risposta definitiva').inputValue()).toBe('2027-01-19');
    await page.getByLabel('Quando arriva la risposta definitiva').fill('2027-01-18');
    await expect.poll(() => page.getByLabel('La lettera').inputValue()).toContain('lunedì 18 gennaio 2027');
    await look(page, 'complaint-4-interim');
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByText('La risposta interlocutoria sta partendo.').waitFor();
    await world.app.advance(11 * second);
    await page.getByText('All’inizio era', { exact: true }).waitFor();
    expect(await db.selectFrom('promises').select(['text', 'due_at', 'kept_at']).execute()).toEqual([{ text: 'Risposta definitiva al reclamo R-2026-0001', due_at: new Date('2027-01-18T23:00:00Z'), kept_at: null }]);

    // The final reply, the money, the end.
    world.app.clock.set('2027-01-18T11:00:00+01:00');
    await world.app.sweep();
    await page.getByRole('button', { name: 'Risposta definitiva' }).click();
    await page.getByLabel('Che cosa abbiamo verificato').fill('Il circuito conferma due addebiti per lo stesso ordine 88213');
    await page.getByLabel('Che cosa abbiamo deciso, e perché').fill('Il secondo addebito è un errore del terminale del venditore');
    await page.getByLabel('Che cosa facciamo, e quando').fill('Restituiamo 39,90 euro entro il 20 gennaio e il terminale è stato sostituito');
    await picture(page, 'complaint-5-final');
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByText('La risposta definitiva sta partendo.').waitFor();
    await world.app.advance(11 * second);
    await page.getByText('nel termine', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Annota un pagamento' }).click();
    await page.getByLabel('Quanti euro').fill('39,90');
    await page.getByLabel('Riferimento').fill('Bonifico 4471');
    await page.getByRole('button', { name: 'Annota', exact: true }).click();
    await said(page, 'Pagamento annotato.').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Chiudi', exact: true }).click();
    await page.getByText('chiuso', { exact: true }).waitFor();
    await picture(page, 'complaint-6-closed');
    expect(await db.selectFrom('promises').select('kept_at').executeTakeFirst()).toEqual({ kept_at: expect.any(Date) });
    expect(await db.selectFrom('cases').select('status').executeTakeFirst()).toEqual({ status: 'resolved' });

    // The register has it with number and dates, on a telephone as well; the table is taken along.
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(`${web.address}/complaints`);
    await page.getByRole('tab', { name: 'Risposti' }).click();
    await page.getByRole('link', { name: 'R-2026-0001 Pagamento' }).waitFor();
    await page.getByLabel('Dal').fill('2026-11-01');
    await page.getByText('Esiti: accolto 1').waitFor();
    await look(page, 'complaint-7-register');
    // A download brings no key along: as a browser that has signed in keeps it.
    await page.context().addCookies([{ name: 'presa_session', value: await signInMember(world.app.services, world.people.giulia.id, { address: '10.0.0.7', browser: null }), url: web.address }]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica il registro' }).click()]);
    expect(file.suggestedFilename()).toBe('registro-reclami-2026-11-01-2027-01-18.csv');
    const [headings = [], line = []] = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').split('\r\n').map((row) => row.split(';'));
    const cell = (heading: string): string | undefined => line[headings.indexOf(heading)];
    expect(['Numero', 'Ricevuto il', 'Scadenza iniziale', 'Scadenza', 'Risposta interlocutoria il', 'Risposta definitiva il', 'Nel termine', 'Esito', 'Pagato (euro)'].map(cell)).toEqual([
      'R-2026-0001', '2026-11-25', '2026-12-17', '2027-01-18', '2026-12-16', '2027-01-18', 'sì', 'accolto', '39,9',
    ]);
    await done(giulia);
  }));

  it('the lead that sales won', inA({ at: '2026-11-24T09:18:00+01:00', inEnglish: ['giulia', 'andrea', 'marta'] }, async ({ world, web }) => {
    const { db } = world.app;
    const english = { language: 'en' } as const;
    // Marta says where leads go.
    const marta = await web.openAs(world.people.marta, '/opportunities', english);
    await marta.page.getByRole('button', { name: 'Where they go' }).click();
    await marta.page.getByLabel('Interested customer').selectOption({ label: 'Vendite' });
    await marta.page.getByRole('button', { name: 'Save' }).click();
    await said(marta.page, 'Saved.').waitFor();
    await done(marta);

    // Giulia marks what sales would want to know, and hands it over.
    const words = 'We would like to do the second floor as well: 12 rooms, same set as before.';
    await world.receives({ from: 'Claire Bennett <claire.bennett@hotelbelvedere.example>', subject: 'Quote for another 12 rooms', text: `Good morning,\nthe six rooms we did in spring look lovely. ${words} Could you quote?\n\nClaire Bennett, Hotel Belvedere` });
    const { id } = await db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
    const giulia = await web.openAs(world.people.giulia, `/cases/${id}`, english);
    const { page } = giulia;
    await page.getByRole('button', { name: 'Take charge' }).first().click();
    await page.getByLabel('Your reply to Claire Bennett').waitFor();
    await mark(page, words);
    await page.keyboard.press('o');
    await page.getByLabel('It arrives like this').getByText(words).waitFor();
    await page.getByText('goes to Vendite', { exact: false }).first().waitFor();
    await page.getByLabel('What it may be worth, in euro').fill('8,400');
    await look(page, 'lead-1-handing-over');
    await page.getByRole('button', { name: 'Hand it over' }).click();
    await said(page, 'On its way to Vendite: the case stays yours.').waitFor();
    await world.app.advance(11 * second);
    expect(await db.selectFrom('opportunities').select(['kind', 'words', 'value_cents as cents']).execute()).toEqual([{ kind: 'lead', words, cents: 840_000 }]);

    // Sales opens the page of the letter, without an account, and takes it.
    const letter = (await letters(world, 'notice')).find(({ address }) => address === 'vendite@casalumina.example')!;
    expect(letter.text).toContain(words);
    const sales = await web.open(linkIn(letter, 'o'), { theme: 'dark', width: 360, height: 780 });
    await sales.page.getByText(words).waitFor();
    await sales.page.getByRole('button', { name: 'Ce l’ho io' }).click();
    await sales.page.getByLabel('Come ti chiami?').fill('Andrea Villa');
    await look(sales.page, 'lead-2-sales-takes-it');
    await sales.page.getByRole('button', { name: 'Ce l’ho io' }).click();
    await sales.page.getByText('Se ne occupa Andrea Villa').waitFor();
    await picture(sales.page, 'lead-3-sales-has-it');
    await done(sales);

    // The customer is answered meanwhile, by Giulia: the case stayed hers.
    const { seenEventId } = await (await world.as('giulia')).call(openCase, { params: { id } });
    await (await world.as('giulia')).call(cases.sendReply, { params: { id }, body: { act: 'updates', text: 'Good morning Claire, my colleague Andrea is preparing the offer: you will hear from me on Wednesday at the latest.', nextUpdateAt: '2026-12-02T17:00:00+01:00', undoSeconds: 0, seenEventId } });
    await world.app.sweep();
    await delivered(world);

    // A week later Andrea has the order, and says so on his board.
    await world.app.advance(7 * day, { step: 2 * day });
    const andrea = await web.openAs(world.people.andrea, '/opportunities', english);
    await andrea.page.getByRole('link', { name: 'Claire Bennett' }).click();
    await andrea.page.getByRole('button', { name: 'Say what came of it' }).click();
    await andrea.page.getByRole('radio', { name: 'It was won' }).check({ force: true });
    await andrea.page.getByLabel('What it is worth, in euro').fill('8,400');
    await andrea.page.getByLabel('A few words for whoever saw it').fill('Signed: twelve rooms, delivery in March.');
    await look(andrea.page, 'lead-4-won');
    await andrea.page.getByRole('button', { name: 'Say what came of it' }).click();
    await said(andrea.page, 'Said. Whoever saw it knows.').waitFor();
    await andrea.page.keyboard.press('Escape');
    await andrea.page.getByRole('region', { name: 'What came of it' }).getByText('Claire Bennett').waitFor();
    await look(andrea.page, 'lead-5-board');
    await done(andrea);
    expect(await db.selectFrom('opportunities').select(['outcome', 'won_cents as cents']).execute()).toEqual([{ outcome: 'won', cents: 840_000 }]);
    await world.app.sweep();

    // The one who saw it reads it, with its value, and again beside the case.
    await page.goto(`${web.address}/notices`);
    await page.getByText(/^Claire Bennett’s opportunity was won: €8,400[.] Andrea Villa says so/u).waitFor();
    await picture(page, 'lead-6-giulia-reads-it');
    await page.getByRole('listitem').filter({ hasText: 'opportunity was won' }).getByRole('link', { name: 'Open the case' }).click();
    await page.getByText('Signed: twelve rooms, delivery in March.').first().waitFor();
    await picture(page, 'lead-7-beside-the-case');
    await done(giulia);
  }));
});
