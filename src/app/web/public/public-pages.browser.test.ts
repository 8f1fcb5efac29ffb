/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm, sendForm } from '#channels/forms/contract.ts';
import { pageOpened, ratePage, readPage, saySolved, sayUnsolved, writeOnPage, type CustomerPageView } from '#customer-page/contract.ts';
import { askBack, markSeen, readAnswering, sayNotOurs, sendAnswer, type AnsweringView } from '#requests/contract.ts';
import { axe, everyLook, sidewaysScroll, type Look } from '#test/browser.ts';
import { assistenzaForm, elenasPage, magazzinosQuestion } from '#test/faked-pages.ts';
import { answer, openFakedWeb, refuse, thursday, type Answer, type FakedWeb } from '#test/faked-web.ts';

let web: FakedWeb;
beforeAll(async () => {
  web = await openFakedWeb();
});
afterAll(() => web?.close());

const customersPage = (over: Partial<CustomerPageView> = {}): Answer[] => [answer(readPage, () => ({ ...elenasPage, ...over })), answer(pageOpened, () => ({}))];
const question = (over: Partial<AnsweringView> = {}): Answer[] => [answer(readAnswering, () => ({ ...magazzinosQuestion, ...over })), answer(markSeen, () => ({}))];
const form = (over: Partial<typeof assistenzaForm> = {}): Answer => answer(readForm, () => ({ ...assistenzaForm, ...over }));

/** What the walk does not come by: the demo has nobody late without an owner, and opens no link with an answer in it. */
describe.each(['it', 'en'] as const)('without an account, %s', (language) => {
  const states: readonly [string, string, readonly Answer[]][] = [
    ['late, and said so', '/c/link', customersPage({ language, ownerName: null, nextUpdateDueAt: '2026-11-26T08:00:00.000Z', awaited: [{ from: 'nobody_yet', department: null, dueAt: null, isLate: true }] })],
    ['solved, and to be rated', '/c/link', customersPage({ language, isSolved: true, awaited: [], canRate: true })],
    ['a department is asked', '/r/link?choice=Non%20ancora', question({ language })],
  ];
  it.each(states)('%s, in every look and in the language of the case', async (_what, path, answers) => {
    const { page, assertQuiet, unanswered, close } = await web.open(path, answers, { language: language === 'it' ? 'en' : 'it' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await everyLook(page)).toEqual([]);
    expect(unanswered).toEqual([]);
    assertQuiet();
    await close();
  });
});

const phone: Look = { width: 360 };

describe('the customer', () => {
  it('reads who has it, when they hear next and what is awaited, in the language of the case', async () => {
    const { page, close } = await web.open('/c/link', customersPage(), { ...phone, language: 'en' });
    await page.getByText('Se ne occupa Giulia Serra').waitFor();
    const next = page.getByText('entro oggi alle 15:00', { exact: true });
    expect(await next.getAttribute('title')).toContain('giovedì 26 novembre 2026');
    await page.getByText('Aspettiamo una risposta da Magazzino, attesa entro oggi alle 15:00.').waitFor();
    await close();
  });

  it('adds something, is told that it arrived, and sends it once however often the button is pressed', async () => {
    const sent: unknown[] = [];
    const { page, assertQuiet, close } = await web.open('/c/link', [answer(writeOnPage, ({ body }) => {
      sent.push(body);
      return { receivedAt: thursday };
    }), ...customersPage()], phone);
    await page.getByRole('button', { name: 'Aggiungi qualcosa' }).click();
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('Scriva prima qualcosa.').waitFor();
    await page.getByLabel('Che cosa vuole aggiungere?').fill('Il corriere non ha suonato.');
    await page.locator('input[type=file]').setInputFiles({ name: 'porta.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('foto') });
    await page.getByText('porta.jpg').waitFor();
    await page.getByRole('button', { name: 'Invia' }).dblclick();
    await page.getByText('Ricevuto: è nel suo caso.').waitFor();
    expect(sent).toEqual([{ text: 'Il corriere non ha suonato.', files: [{ name: 'porta.jpg', type: 'image/jpeg', base64: 'Zm90bw==' }] }]);
    assertQuiet();
    await close();
  });

  it('says that it is solved, rates with a word for each score, and may say that it is not', async () => {
    let isSolved = false;
    const rated: unknown[] = [];
    const { page, assertQuiet, close } = await web.open('/c/link', [
      answer(readPage, () => ({ ...elenasPage, isSolved, canRate: isSolved, awaited: isSolved ? [] : elenasPage.awaited })),
      answer(pageOpened, () => ({})),
      answer(saySolved, () => {
        isSolved = true;
        return { receivedAt: thursday };
      }),
      answer(sayUnsolved, () => {
        isSolved = false;
        return { receivedAt: thursday };
      }),
      answer(ratePage, ({ body }) => {
        rated.push(body);
        return { score: 4, words: 'Gentile', at: thursday, changeableUntil: '2026-11-26T10:00:00.000Z' };
      }),
    ], phone);
    await page.getByRole('button', { name: 'È risolto, grazie' }).click();
    await page.getByRole('button', { name: 'Sì, è risolto' }).click();
    await page.getByText('Siamo contenti che sia risolto.').waitFor();
    await page.getByRole('button', { name: 'Invia il voto' }).click();
    await page.getByText('Scelga prima un voto.').waitFor();
    await page.getByRole('radio', { name: '4 su 5: Bene' }).check();
    await page.getByLabel('Vuole dirci perché?').fill('Gentile');
    await page.getByRole('button', { name: 'Invia il voto' }).click();
    await page.getByText('Può cambiare il voto fino a oggi alle 11:00.').waitFor();
    expect(rated).toEqual([{ score: 4, words: 'Gentile' }]);
    await page.getByRole('button', { name: 'Non è risolto' }).click();
    await page.getByLabel('Che cosa manca?').fill('Manca ancora la base.');
    await page.getByRole('button', { name: 'Riapri il caso' }).click();
    await page.getByText('Grazie di avercelo detto: il caso è riaperto.').waitFor();
    expect(await axe(page)).toEqual([]);
    assertQuiet();
    await close();
  });

  it('keeps what was written when the network goes, and says so', async () => {
    const { page, close } = await web.open('/c/link', [{ route: writeOnPage, say: () => 'no answer' }, ...customersPage()], phone);
    await page.getByRole('button', { name: 'Aggiungi qualcosa' }).click();
    await page.getByLabel('Che cosa vuole aggiungere?').fill('Eccomi.');
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('Quello che ha scritto resta qui').waitFor();
    expect(await page.getByLabel('Che cosa vuole aggiungere?').inputValue()).toBe('Eccomi.');
    await close();
  });

  it('is told what to do when the link is good no more', async () => {
    const { page, close } = await web.open('/c/old', [refuse(readPage, 404, { code: 'not_found', words: 'Non c’è.' })], phone);
    await page.getByText('Risponda a una nostra e-mail: arriva a chi segue il suo caso.').waitFor();
    expect(await axe(page)).toEqual([]);
    await close();
  });
});

describe('a department', () => {
  it('answers in two taps from the link in the mail, once, and is seen by the page’s own word', async () => {
    const sent: unknown[] = [];
    let seen = 0;
    const { page, assertQuiet, close } = await web.open('/r/link?choice=Non%20ancora', [
      answer(readAnswering, () => magazzinosQuestion),
      answer(markSeen, () => {
        seen += 1;
        return {};
      }),
      answer(sendAnswer, ({ body }) => {
        sent.push(body);
        return { ...magazzinosQuestion, state: 'answered' as const };
      }),
    ], phone);
    expect(await page.getByRole('radio', { name: 'Non ancora' }).isChecked()).toBe(true);
    await page.getByLabel('Quando parte?').fill('2026-11-27');
    await page.getByText('venerdì 27 novembre').waitFor();
    await page.getByRole('button', { name: 'Rispondi' }).dblclick();
    await page.getByText('Risposta arrivata. Grazie.').waitFor();
    expect(sent).toEqual([{ choice: 'Non ancora', promisedFor: '2026-11-27', text: null }]);
    expect(seen).toBe(1);
    assertQuiet();
    await close();
  });

  it('is not answered for by a choice that nobody asked', async () => {
    const { page, unanswered, close } = await web.open('/r/link?choice=Rimborsate', question(), phone);
    await page.getByRole('button', { name: 'Rispondi' }).click();
    await page.getByText('Scegli una risposta, o scrivila.').waitFor();
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    expect(unanswered).toEqual([]);
    await close();
  });

  it('asks back, or says whose it is', async () => {
    const said: unknown[] = [];
    const { page, assertQuiet, close } = await web.open('/r/link', [
      answer(askBack, ({ body }) => {
        said.push(body);
        return { ...magazzinosQuestion, state: 'questioned' as const };
      }),
      answer(sayNotOurs, ({ body }) => {
        said.push(body);
        return { ...magazzinosQuestion, state: 'refused' as const };
      }),
      ...question(),
    ], phone);
    await page.getByRole('button', { name: 'Chiedi a Giulia' }).click();
    await page.getByLabel('Che cosa ti serve sapere da Giulia?').fill('Quale dei due colli?');
    await page.getByRole('button', { name: 'Manda la domanda' }).click();
    await page.getByText('Domanda mandata').waitFor();
    await page.getByRole('button', { name: 'Non tocca a noi' }).click();
    await page.getByRole('button', { name: 'Rimanda a Giulia' }).click();
    expect(await page.getByText('Scrivi prima qualcosa.').count()).toBe(2);
    await page.getByLabel('Perché non tocca a voi?').fill('Lo spedisce il corriere.');
    await page.getByLabel('A chi tocca?').fill('Logistica');
    await page.getByRole('button', { name: 'Rimanda a Giulia' }).click();
    await page.getByText('Hai detto che non tocca a voi').waitFor();
    expect(said).toEqual([{ text: 'Quale dei due colli?' }, { text: 'Lo spedisce il corriere.', whoseIsIt: 'Logistica' }]);
    assertQuiet();
    await close();
  });
});

describe('the form', () => {
  it('says beside each field what is missing, and gives a number as a receipt', async () => {
    const sent: unknown[] = [];
    const { page, assertQuiet, close } = await web.open('/f/key', [form(), answer(sendForm, ({ body }) => {
      sent.push(body);
      return { caseNumber: 10_499, joined: false, receivedAt: thursday };
    })], { width: 280 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Invia' }).click();
    expect(await page.locator('[aria-invalid=true]').count()).toBe(3);
    expect(await page.evaluate('document.activeElement.name')).toBe('name');
    await page.getByLabel('Nome e cognome').fill('Rita Moro');
    await page.getByLabel('E-mail').fill('rita@bar.example');
    await page.getByLabel('Che cosa è successo').fill('Il pacco è arrivato bagnato.');
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('C-10499').waitFor();
    expect(sent).toEqual([{ name: 'Rita Moro', email: 'rita@bar.example', text: 'Il pacco è arrivato bagnato.', files: [], ticket: 'a-ticket', website: '' }]);
    expect(await axe(page)).toEqual([]);
    assertQuiet();
    await close();
  });

  it('hides its trap from people, whether they see, hear or type', async () => {
    const { page, close } = await web.open('/f/key', [form()]);
    await page.getByLabel('Nome e cognome').waitFor();
    expect(await page.getByRole('textbox', { name: 'Non lasci niente qui' }).count()).toBe(0);
    const reached: unknown[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.name ?? ""'));
    }
    expect(reached).toContain('caseNumber');
    expect(reached).not.toContain('website');
    await close();
  });

  it('lives inside another page: tells that page alone its height, and lets its paper through', async () => {
    const { page, close } = await web.open('/f/key', [form()]);
    const heard = await page.evaluate<{ height: number; origin: string; background: string }>(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.style.width = '280px';
      window.addEventListener('message', (event) => {
        if (event.source !== frame.contentWindow || event.data.type !== 'presa:height' || event.data.height < 400) return;
        resolve({ height: event.data.height, origin: event.origin, background: getComputedStyle(frame.contentDocument.body).backgroundColor });
      });
      frame.src = location.href;
      document.body.append(frame);
    })`);
    expect(heard.origin).toBe(new URL(page.url()).origin);
    expect(heard.height).toBeLessThan(1_500);
    expect(heard.background).toBe('rgba(0, 0, 0, 0)');
    await close();
  });
});
