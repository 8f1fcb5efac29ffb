import { afterAll, describe, expect, it, vi } from 'vitest';
import { day, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { storeRaw } from '#channels/email/index.ts';
import { logCall } from '#channels/phone/contract.ts';
import { companies, delivered, done, letters, linkIn, look, mark, pick, said, type Letter } from '#test/clicking.ts';
import { picture } from '#test/pictures.ts';
import { elena, luca, rawMail, serviceAddress, type World } from '#test/world.ts';
import * as voices from '#voices/contract.ts';

/**
 * Three tales of what customers ask for, by hand: what a person does in them is done in a browser, on the real application. What customers
 * write arrives as mail; where many of a kind are needed, the first are done by hand and the rest by the API. Screens on the way are looked at for
 * accessibility; with PRESA_SHOTS set to a folder, pictures of it are kept there.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { inA, stop } = companies();
afterAll(stop);

interface Written {
  readonly name: string;
  readonly text: string;
  readonly subject?: string;
}

interface Filed {
  readonly caseId: string;
  readonly messageId: string;
}

const addressOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@posta.example`;

/** What customers write, filed in one go, in the order given. */
const write = async (world: World, ...all: readonly Written[]): Promise<Filed[]> => {
  for (const { name, text, subject = 'Domanda' } of all) await storeRaw(world.app.services, { raw: rawMail({ from: `${name} <${addressOf(name)}>`, subject, text }), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  await world.app.sweep();
  const rows = await world.app.db.selectFrom('messages').where('direction', '=', 'in').select(['case_id as caseId', 'id as messageId', 'author_address as address']).execute();
  return all.map(({ name }) => rows.find(({ address }) => address === addressOf(name))!);
};

/** An answer to the letter that somebody got last. */
const answers = async (world: World, name: string, text: string): Promise<void> => {
  const letter = (await letters(world, 'reply')).findLast(({ address }) => address === addressOf(name))!;
  await world.receives({ from: `${name} <${addressOf(name)}>`, subject: 'Re: Domanda', text, to: letter.replyTo ?? serviceAddress, inReplyTo: letter.id });
};

const captures = async (world: World, { caseId, messageId }: Filed, words: string, into: { themeId: string } | { newTheme: { title: string } }): Promise<string> => {
  const { text } = await world.app.db.selectFrom('messages').where('id', '=', messageId).select('text').executeTakeFirstOrThrow();
  const from = text.indexOf(words);
  return (await (await world.as('giulia')).call(voices.captureOnCase, { params: { id: caseId }, body: { messageId, from, to: from + words.length, kind: 'suggestion', ...into } })).theme!.id;
};

const until = async ({ app }: World, instant: string): Promise<void> => {
  app.clock.set(instant);
  await app.sweep();
};

/** The letters that hold some words, by whom they went to. */
const told = async (world: World, words: string): Promise<Map<string, Letter[]>> => Map.groupBy((await letters(world, 'reply')).filter(({ text }) => text.includes(words)), ({ address }) => address);

const names = ['Ada', 'Bice', 'Carlo', 'Dora', 'Enzo', 'Franca', 'Gino', 'Ines'].flatMap((first) => ['Bruni', 'Corti', 'Galli', 'Lodi'].map((last) => `${first} ${last}`));

describe('clicked through', () => {
  it('the cable that was too short: 32 customers, taken, shipped, told', inA({}, async ({ world, web }) => {
    const { db } = world.app;
    const wish = 'Peccato che il cavo sia così corto';
    const [one = '', two = '', english = '', tied = '', wanting = '', ...many] = names.slice(0, 31);
    const [first, second_, hotel, inTwo, box, ...rest] = await write(
      world,
      { name: one, text: `Buongiorno, l’ordine è arrivato, grazie. ${wish}: non arriva alla presa.` },
      { name: two, text: `Buongiorno, manca una vite. ${wish}.` },
      { name: english, text: 'Good morning, a good lamp. But the cable is much too short for our rooms.', subject: 'Our order' },
      { name: tied, text: 'Buongiorno, per la camera mi serve una prolunga.' },
      { name: wanting, text: 'Buongiorno, ci vorrebbe una prolunga nella scatola.' },
      ...many.map((name) => ({ name, text: `Buongiorno, manca una vite. ${wish}.` })),
    );

    // Marked and captured with a key: into a new theme, then into the one that is offered.
    const giulia = await web.openAs(world.people.giulia, `/cases/${first!.caseId}`);
    const { page } = giulia;
    await mark(page, wish);
    await page.getByRole('toolbar', { name: 'Le parole evidenziate' }).waitFor();
    await page.keyboard.press('v');
    await page.getByRole('combobox', { name: 'In quale tema' }).fill('Cavo di alimentazione più lungo');
    await page.getByRole('option', { name: 'Apri il tema «Cavo di alimentazione più lungo»', selected: true }).waitFor();
    await look(page, 'cable-1-captured');
    await page.keyboard.press('Enter');
    await said(page, 'Raccolta in «Cavo di alimentazione più lungo».').waitFor();
    await page.goto(`${web.address}/cases/${second_!.caseId}`);
    await mark(page, wish);
    await page.keyboard.press('v');
    await page.getByRole('option', { name: 'Cavo di alimentazione più lungo', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Voce raccolta in «Cavo di alimentazione più lungo»: ${wish}` }).waitFor();
    const { id: themeId } = await db.selectFrom('themes').select('id').executeTakeFirstOrThrow();
    expect(await db.selectFrom('insights').select(['words', 'theme_id as themeId']).execute()).toEqual([{ words: wish, themeId }, { words: wish, themeId }]);

    // The others, one of whom called and left no address; two under another name, which is put together with the first.
    for (const filed of rest) await captures(world, filed, wish, { themeId });
    await captures(world, hotel!, 'the cable is much too short for our rooms', { themeId });
    const otherId = await captures(world, inTwo!, 'mi serve una prolunga', { newTheme: { title: 'Una prolunga nella scatola' } });
    await captures(world, box!, 'ci vorrebbe una prolunga', { themeId: otherId });
    const { caseId } = await (await world.as('marco')).call(logCall, { body: { number: '+39 347 5550132', name: 'Olga Trentin', text: 'Il cavo è troppo corto.' } });
    const call = await db.selectFrom('messages').where('case_id', '=', caseId).select('id as messageId').executeTakeFirstOrThrow();
    await captures(world, { caseId, ...call }, 'Il cavo è troppo corto', { themeId });
    await page.goto(`${web.address}/voices/${otherId}`);
    await page.getByRole('article', { name: 'Una prolunga nella scatola' }).getByRole('button', { name: 'Unisci' }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Con quale tema' }).fill('Cavo');
    await page.getByRole('option', { name: /^Cavo di alimentazione/u, selected: true }).waitFor();
    await page.getByRole('button', { name: 'Unisci', exact: true }).first().click();
    await said(page, 'Unito.').waitFor();
    await page.getByLabel('In tre numeri').getByText('32').first().waitFor();
    await picture(page, 'cable-2-merged');

    // Marta gives it to whose product it is.
    const marta = await web.openAs(world.people.marta, `/voices/${themeId}`);
    await marta.page.getByRole('button', { name: 'Passa la decisione' }).click();
    await pick(marta.page, 'A chi', 'Anna Fabbri');
    await marta.page.getByLabel('Perché a questa persona').fill('È il tuo prodotto.');
    await marta.page.getByRole('button', { name: 'Passa', exact: true }).click();
    await said(marta.page, 'Ora decide Anna Fabbri.').waitFor();
    await done(marta);

    // Anna is called, and takes it: who, and by when.
    const anna = await web.openAs(world.people.anna, '/notices');
    const board = anna.page;
    await board.getByText('Marta Riva ti affida la decisione', { exact: false }).waitFor();
    await board.getByRole('link', { name: 'Apri il tema' }).click();
    await board.getByRole('button', { name: 'Prendere' }).waitFor();
    await board.getByText('decide Anna Fabbri, Prodotto', { exact: false }).first().waitFor();
    await picture(board, 'cable-3-to-decide');
    await board.keyboard.press('p');
    await pick(board, 'Chi lo fa', 'Prodotto (tutto il reparto)');
    await board.getByLabel('Entro quando').fill('2027-03-08');
    await board.getByLabel('Che cosa facciamo').fill('La Lumina 3 avrà un cavo di tre metri.');
    await look(board, 'cable-4-taking');
    await board.getByRole('button', { name: 'Prendi', exact: true }).click();
    await said(board, /^Preso: se ne occupa Prodotto/u).waitFor();
    expect(await db.selectFrom('decisions').select(['kind', 'customers', 'ships_by', 'doer_department_id as doer']).execute()).toEqual([{ kind: 'take', customers: 32, ships_by: '2027-03-08', doer: world.departments.prodotto }]);

    // The letters are read, and let go; nobody hears before.
    await board.getByLabel('Che cosa diciamo in inglese').fill('The Lumina 3 will have a cable of three metres.');
    await board.getByRole('button', { name: 'Salva le parole' }).click();
    await said(board, 'Salvato: ogni lettera le ha già.').waitFor();
    await board.getByRole('button', { name: 'Leggi le 31 lettere in italiano' }).click();
    await board.getByText(/^Buongiorno .*tre metri/su).waitFor();
    await look(board, 'cable-5-letters');
    expect((await told(world, 'metri')).size).toBe(0);
    await board.getByRole('button', { name: 'Invia le 30 lettere in italiano' }).click();
    expect(await board.getByRole('button', { name: 'Invia la lettera in inglese' }).count()).toBe(0);
    await board.getByRole('button', { name: 'Leggi la lettera in inglese' }).click();
    await board.getByRole('button', { name: 'Invia la lettera in inglese' }).click();
    await said(board, '1 lettera parte.').waitFor();
    await world.app.advance(15 * second, { step: 15 * second });
    const [italian, inEnglish] = [await told(world, 'tre metri'), await told(world, 'three metres')];
    expect([italian.size, [...italian.values()].every((all) => all.length === 1), [...inEnglish.keys()]]).toEqual([30, true, [addressOf(english)]]);
    expect(italian.get(addressOf(one))![0]!.text).toMatch(/«Peccato che il cavo sia così corto».*Anna Fabbri.*8 marzo 2027.*La Lumina 3 avrà un cavo di tre metri/su);

    // Who was not reached is called; what is answered comes back.
    await answers(world, two, 'Grazie mille!');
    await answers(world, tied, 'Bene, ma il colore nero c’è?');
    await page.getByText('31 su 32 lo sanno').waitFor();
    await page.getByRole('list', { name: 'Senza lettera' }).getByText('+393475550132').waitFor();
    await page.getByText('«Bene, ma il colore nero c’è?»').waitFor();
    await page.getByText('1 ringraziamento', { exact: true }).waitFor();
    await look(page, 'cable-6-who-knows');
    await page.getByRole('button', { name: 'L’ho detto al telefono' }).click();
    await page.getByText('32 su 32 lo sanno').waitFor();
    await done(giulia);

    // A hundred days later it is out, and they hear that as well.
    await delivered(world);
    world.app.clock.advance(100 * day);
    await board.goto(`${web.address}/voices`);
    await board.getByRole('tab', { name: 'Presi 1' }).click();
    await board.getByRole('button', { name: 'È uscito' }).click();
    await board.getByLabel('Che cosa trova adesso il cliente').fill('Da oggi ogni Lumina 3 esce con il cavo lungo.');
    await board.getByRole('button', { name: 'Segna che è uscito' }).click();
    await said(board, 'Segnato. 32 clienti possono saperlo.').waitFor();
    await board.getByRole('tab', { name: 'Usciti 1' }).click();
    await board.getByLabel('Che cosa diciamo in inglese').fill('From today every Lumina 3 comes with the long cable.');
    await board.getByRole('button', { name: 'Salva le parole' }).click();
    await board.getByRole('button', { name: 'Leggi la lettera in inglese' }).click();
    await board.getByRole('button', { name: 'Invia la lettera in inglese' }).click();
    await board.getByRole('button', { name: 'Leggi le 31 lettere in italiano' }).click();
    await board.getByRole('button', { name: 'Invia le 30 lettere in italiano' }).click();
    await said(board, '30 lettere partono.').waitFor();
    await world.app.advance(15 * second, { step: 15 * second });
    const [out, outInEnglish] = [await told(world, 'cavo lungo'), await told(world, 'long cable')];
    expect([out.size, [...out.values()].every((all) => all.length === 1), outInEnglish.size]).toEqual([30, true, 1]);
    await board.getByText('31 su 32 lo sanno').waitFor();
    await board.getByRole('button', { name: 'Prendere di nuovo' }).waitFor();
    await picture(board, 'cable-7-shipped');
    await done(anna);
  }));

  it('the idea left with a reason, and taken a year later', inA({ inEnglish: ['giulia', 'luca'] }, async ({ world, web }) => {
    const { db } = world.app;
    const wish = 'I would like to pay in instalments below 200 euro as well';
    const [ada, ben, cora, dan] = ['Ada Moss', 'Ben Hart', 'Cora Wells', 'Dan Price'] as const;
    const [first, ...others] = await write(world, ...[ada, ben, cora, dan].map((name) => ({ name, subject: 'A question', text: `Good morning, thank you for the lamp. ${wish}. Kind regards, ${name}` })));

    // Nothing is marked: the sentence is chosen in the form.
    const giulia = await web.openAs(world.people.giulia, `/cases/${first!.caseId}`, { language: 'en', theme: 'dark' });
    await giulia.page.locator('[data-said]', { hasText: wish }).waitFor();
    await giulia.page.keyboard.press('v');
    await giulia.page.getByRole('button', { name: `${wish}.` }).click();
    await giulia.page.getByRole('radio', { name: /^request/u }).check();
    await giulia.page.getByRole('combobox', { name: 'Into which theme' }).fill('Instalments below 200 euro');
    await giulia.page.getByRole('option', { name: 'Open the theme “Instalments below 200 euro”', selected: true }).waitFor();
    await picture(giulia.page, 'idea-1-captured');
    await giulia.page.getByRole('button', { name: 'Save the voice' }).click();
    await said(giulia.page, 'Captured in “Instalments below 200 euro”.').waitFor();
    await done(giulia);
    const { id: themeId } = await db.selectFrom('themes').select('id').executeTakeFirstOrThrow();
    expect(await db.selectFrom('insights').select(['words', 'kind']).execute()).toEqual([{ words: `${wish}.`, kind: 'feature_request' }]);
    for (const filed of others) await captures(world, filed, wish, { themeId });
    const client = await world.as('giulia');
    for (const { caseId } of [first!, ...others]) {
      await client.call(cases.takeCharge, { params: { id: caseId } });
      await client.call(cases.resolveCase, { params: { id: caseId }, body: { reason: 'Answered on the phone' } });
    }
    await (await world.as('marta')).call(voices.handTheme, { params: { id: themeId }, body: { memberId: world.people.luca.id, why: 'Riguarda le vendite.' } });

    // Left, with the reason; one letter is put in other words, one is not sent.
    const desk = await web.openAs(world.people.luca, `/voices/${themeId}`, { language: 'en', theme: 'dark' });
    const { page } = desk;
    await page.getByRole('button', { name: 'Leave' }).waitFor();
    await page.keyboard.press('l');
    await page.getByRole('radio', { name: 'later' }).check();
    await page.getByLabel('How we say it').fill('This year we are changing how payments work, and that has to be ready first.');
    await look(page, 'idea-2-leaving');
    await page.getByRole('button', { name: 'Leave it' }).click();
    await said(page, /^Left\./u).waitFor();
    await page.getByRole('button', { name: 'Read the 4 letters in English' }).click();
    await page.getByRole('button', { name: `Read the letter to ${ben}` }).click();
    await page.getByRole('listitem').filter({ hasText: ben }).getByRole('button', { name: 'Rewrite' }).click();
    await page.getByLabel(`Letter to ${ben}`).fill('Dear Ben Hart,\n\nno instalments for now, as I said on the phone.\n\nLuca Sala');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByText('rewritten').waitFor();
    await page.getByRole('button', { name: `Read the letter to ${cora}` }).click();
    await page.getByRole('listitem').filter({ hasText: cora }).getByRole('button', { name: 'Do not write', exact: true }).click();
    await page.getByLabel('Why we do not write').fill('She knows, we spoke at length.');
    await picture(page, 'idea-3-letters');
    await page.getByRole('button', { name: 'Do not write to this person' }).click();
    await page.getByRole('button', { name: 'Send the 3 letters in English' }).click();
    await said(page, '3 letters are leaving.').waitFor();
    await world.app.advance(15 * second, { step: 15 * second });
    expect([...(await told(world, 'This year we are changing')).keys()].toSorted()).toEqual([addressOf(ada), addressOf(dan)]);
    expect([...(await told(world, 'as I said on the phone')).keys()]).toEqual([addressOf(ben)]);
    await answers(world, ada, 'Then I will buy the next lamp elsewhere.');
    await page.getByText('“Then I will buy the next lamp elsewhere.”').waitFor();
    await page.getByText('3 of 4 know').waitFor();
    await picture(page, 'idea-4-left');
    await done(desk);

    // A year later, on the phone: what was left is found, and taken. Both decisions can be read.
    await delivered(world);
    world.app.clock.advance(365 * day);
    const phone = await web.openAs(world.people.luca, '/voices', { language: 'en', theme: 'dark', width: 360, height: 780 });
    const small = phone.page;
    await small.getByRole('tab', { name: 'Left 1' }).click();
    await small.getByRole('link', { name: 'Instalments below 200 euro' }).click();
    await small.getByRole('button', { name: 'Take', exact: true }).click();
    await small.getByRole('button', { name: 'in 3 months' }).click();
    await small.getByLabel('What we do').fill('The new payments are here, and instalments with them.');
    await look(small, 'idea-5-taking');
    await small.getByRole('button', { name: 'Take it' }).click();
    await said(small, /^Taken: /u).waitFor();
    await small.getByRole('button', { name: 'Read the 4 letters in English' }).click();
    await small.getByRole('button', { name: 'Send the 4 letters in English' }).click();
    await said(small, '4 letters are leaving.').waitFor();
    await world.app.advance(15 * second, { step: 15 * second });
    await small.getByText('4 of 4 know').waitFor();
    await small.getByText('superseded').waitFor();
    await look(small, 'idea-6-taken');
    await done(phone);
    expect(await db.selectFrom('decisions').orderBy('decided_at').select(['kind', 'reason', 'ships_by as by']).execute()).toEqual([{ kind: 'leave', reason: 'later', by: null }, { kind: 'take', reason: null, by: '2028-02-24' }]);
    expect([...(await told(world, 'instalments with them')).keys()].toSorted()).toEqual([ada, ben, cora, dan].map(addressOf));
    // Nobody reads the same sentence twice.
    const mine = (await letters(world, 'reply')).filter(({ address }) => address === addressOf(ada)).map(({ text }) => text.split('\n\n').slice(1, 5));
    expect(mine[1]!.filter((part) => mine[0]!.includes(part))).toEqual([]);
  }));

  it('the theme nobody decided, until the management read it on Monday', inA({}, async ({ world, web }) => {
    const { db } = world.app;
    // Marta says who decides on deliveries, and who reads the week without an account.
    const marta = await web.openAs(world.people.marta, '/settings/topics');
    await marta.page.getByRole('button', { name: 'Aggiungi un argomento' }).click();
    await marta.page.getByLabel('Nome in italiano').fill('consegna');
    await marta.page.getByLabel('Nome in inglese').fill('delivery');
    await marta.page.getByLabel('Di quale reparto è').selectOption({ label: 'Logistica' });
    await pick(marta.page, 'Chi decide', 'Ilaria Fontana');
    await marta.page.getByLabel('Giorni lavorativi per decidere').fill('2');
    await marta.page.getByLabel('Parole che lo riconoscono').fill('coll, consegn');
    await picture(marta.page, 'undecided-1-topic');
    await marta.page.getByRole('button', { name: 'Salva' }).click();
    await said(marta.page, 'Aggiunto.').waitFor();
    await marta.page.goto(`${web.address}/management`);
    await marta.page.getByRole('link', { name: 'Chi la riceve' }).click();
    await marta.page.getByLabel('Nome', { exact: true }).fill('Il consiglio');
    await marta.page.getByLabel('E-mail').fill('consiglio@casalumina.example');
    await marta.page.getByRole('button', { name: 'Aggiungi' }).click();
    await said(marta.page, 'Il consiglio la riceve da lunedì.').waitFor();
    await picture(marta.page, 'undecided-2-recipients');
    await done(marta);

    // Three customers say it; Giulia captures it, and it stands with Ilaria, who has two days.
    const words = 'Ho aperto la scatola e mancavano i ripiani. Nessuno mi aveva detto dei due colli.';
    const filed: Filed[] = [];
    for (const from of [elena, luca, 'Rita Moro <rita.moro@barcentrale.example>']) {
      await world.receives({ from, subject: `Due colli, ${from.split(' <')[0]}`, text: words });
      filed.push(await db.selectFrom('messages').select(['case_id as caseId', 'id as messageId']).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow());
    }
    const giulia = await web.openAs(world.people.giulia, `/cases/${filed[0]!.caseId}`);
    await mark(giulia.page, words);
    await giulia.page.keyboard.press('v');
    await giulia.page.getByRole('combobox', { name: 'In quale tema' }).fill('La consegna in due colli non è spiegata');
    await giulia.page.keyboard.press('Enter');
    await said(giulia.page, 'Raccolta in «La consegna in due colli non è spiegata».').waitFor();
    const theme = await db.selectFrom('themes').select(['id', 'decider_id as deciderId', 'decide_by as decideBy']).executeTakeFirstOrThrow();
    expect(theme).toMatchObject({ deciderId: world.people.ilaria.id, decideBy: new Date('2026-11-26T17:00:00Z') });
    for (const one of filed.slice(1)) await captures(world, one, words, { themeId: theme.id });

    // Two of them call while they wait; nobody decides.
    await until(world, '2026-11-25T10:23:00+01:00');
    const marco = await world.as('marco');
    for (const { caseId } of filed.slice(0, 2)) {
      const { customerId } = await db.selectFrom('cases').where('id', '=', caseId).select('customer_id as customerId').executeTakeFirstOrThrow();
      await marco.call(logCall, { body: { customerId, caseId, text: 'Chiede dove sono i ripiani, e perché nessuno risponde.' } });
    }
    await world.app.sweep();
    for (const instant of ['2026-11-26T09:00:00+01:00', '2026-11-26T18:01:00+01:00', '2026-11-30T06:59:00+01:00']) await until(world, instant);
    expect(await letters(world, 'digest')).toEqual([]);
    await until(world, '2026-11-30T07:00:30+01:00');

    // On Monday whoever has no account opens the link on a telephone, and what is behind a figure.
    const mails = (await letters(world, 'digest')).toSorted((one, other) => one.address.localeCompare(other.address));
    expect(mails.map(({ address, subject }) => [address, subject])).toEqual([
      ['consiglio@casalumina.example', 'Settimana 48: Due clienti hanno perso la pazienza. Tutti e due per lo stesso motivo.'], ['elena.brambilla@casalumina.example', 'Settimana 48: Due clienti hanno perso la pazienza. Tutti e due per lo stesso motivo.'],
    ]);
    const council = await web.open(linkIn(mails[0]!, 'api/digests'), { theme: 'dark', width: 360, height: 780 });
    await council.page.getByRole('heading', { level: 1, name: 'Due clienti hanno perso la pazienza.' }).waitFor();
    await council.page.getByText('Ilaria Fontana doveva decidere, ed è in ritardo di 3 giorni.').waitFor();
    await look(council.page, 'undecided-3-monday-on-a-phone');
    await council.page.getByRole('link', { name: '2 clienti' }).last().click();
    await council.page.getByRole('heading', { level: 1, name: 'Chi ha perso la pazienza' }).waitFor();
    const numbers = await db.selectFrom('cases').where('id', 'in', filed.slice(0, 2).map(({ caseId }) => caseId)).orderBy('number').select('number').execute();
    expect(await council.page.locator('main li b').allTextContents()).toEqual(numbers.map(({ number }) => `C-${number}`));
    expect(await council.page.locator('main').textContent()).not.toMatch(/Marchetti|Ferri|Moro|Elena|Rita/u);
    await look(council.page, 'undecided-4-cases-on-a-phone');
    await council.page.getByRole('link', { name: 'Alla settimana' }).click();
    await council.page.getByRole('heading', { level: 1, name: 'Due clienti hanno perso la pazienza.' }).waitFor();
    await done(council);

    // The management is called as well, sees where the theme stands, and goes from the figure to its cases.
    const elenas = await web.openAs(world.people.elena, '/notices');
    const { page } = elenas;
    await page.getByText('Nessuno ha ancora deciso su «La consegna in due colli non è spiegata»', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Apri il tema' }).click();
    await page.getByText('salito alla direzione', { exact: false }).first().waitFor();
    await page.getByLabel('In tre numeri').waitFor();
    await picture(page, 'undecided-5-climbed');
    await page.goto(`${web.address}/management?week=2026-W48`);
    await page.getByRole('link', { name: '2 clienti' }).first().waitFor();
    await look(page, 'undecided-6-management');
    await page.getByRole('link', { name: '2 clienti' }).first().click();
    await page.getByText('I nomi dei clienti li vede chi lavora sui casi.').waitFor();
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(2);
    expect(await page.getByRole('main').textContent()).not.toMatch(/Marchetti|Ferri/u);
    await look(page, 'undecided-7-cases');
    await done(elenas);

    // Giulia, who works on them, gets to the case itself.
    await giulia.page.goto(`${web.address}/management?week=2026-W48`);
    await giulia.page.getByRole('link', { name: '2 clienti' }).first().click();
    await giulia.page.getByText('Luca Ferri', { exact: false }).first().waitFor();
    await giulia.page.getByRole('link', { name: /Due colli, Elena Marchetti/u }).click();
    await giulia.page.waitForURL(`**/cases/${filed[0]!.caseId}**`);
    await giulia.page.getByRole('heading', { level: 1, name: 'Due colli, Elena Marchetti' }).waitFor();
    await done(giulia);
  }));
});
