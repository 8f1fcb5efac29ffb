/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCall, whoCalls } from '#channels/phone/contract.ts';
import { setNextUpdate, takeCharge, writeNote } from '#cases/contract.ts';
import { addIdentity, changeCustomer, findCustomers } from '#customers/contract.ts';
import { keepByHand, listPromises, releasePromise } from '#promises/contract.ts';
import { remindDepartment, replyToDepartment, withdrawRequest } from '#requests/contract.ts';
import { axe, everyLook } from '#test/browser.ts';
import { boards, boils, boiling, customer, elena, elenasCase, elenasRequest, finds, hasCases, hasNoVoices, lists, luca, promised, promises, requests, shellAnswers } from '#test/faked-screens.ts';
import { answer, openFakedWeb, refuse, type Answer, type FakedWeb } from '#test/faked-web.ts';

let web: FakedWeb;
beforeAll(async () => {
  web = await openFakedWeb();
});
afterAll(() => web?.close());

const open = (path: string, answers: readonly Answer[], language: 'it' | 'en' = 'it', width = 1440) => web.open(path, [...answers, ...shellAnswers(language)], { language, width });

/** What the walk sees of these screens it sees; here is what opens on top of them, and what follows from what is pressed. */
describe.each(['it', 'en'] as const)('screens, %s', (language) => {
  it('what opens on top of them', async () => {
    const { page, assertQuiet, close } = await open('/boiling', [boils(), finds(), answer(findCustomers, () => ({ items: [{ ...elena, company: null, identity: null, openCases: 2 }], next: null }))], language);
    await page.getByText('Giulia Serra', { exact: true }).first().waitFor();
    for (const key of ['/', 'p']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('elena');
      await page.getByText('Elena Marchetti').last().waitFor();
      expect([key, ...(await everyLook(page, '[role=dialog]'))]).toEqual([key]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    assertQuiet();
    await close();
  });
});

describe('who boils next', () => {
  it('is stopped by one press, or one key, on each row', async () => {
    const done: string[] = [];
    const { page, assertQuiet, close } = await open('/boiling', [
      boils(),
      answer(remindDepartment, ({ params }) => {
        done.push(`reminded ${params['id']}`);
        return requests[0] as (typeof requests)[number];
      }),
      answer(takeCharge, ({ params }) => {
        done.push(`taken ${params['id']}`);
        return { id: String(params['id']) };
      }),
    ]);
    const rows = page.getByRole('list', { name: 'Clienti che stanno per bollire' }).locator(':scope > li');
    await expect.poll(() => rows.count()).toBe(5);
    await rows.nth(1).getByText('promessa per oggi 14:00').waitFor({ state: 'attached' });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('f');
    await page.getByText('Magazzino ha ricevuto il sollecito.').last().waitFor();
    await page.getByRole('button', { name: 'Prendi in carico' }).click();
    await page.getByText('@marta.v è tuo: sa già chi sei.').last().waitFor();
    expect(done).toEqual([`reminded ${elenasRequest}`, `taken ${boiling[2]?.caseId}`]);
    assertQuiet();
    await close();
  });

  it('says a refusal in the words it came with', async () => {
    const { page, close } = await open('/boiling', [boils(), refuse(remindDepartment, 409, { code: 'request.reminded_already', words: 'Il reparto ha già avuto un messaggio da meno di un’ora.' })]);
    await page.getByRole('button', { name: 'Sollecita Magazzino' }).click();
    const said = page.getByText('Il reparto ha già avuto un messaggio da meno di un’ora.');
    await said.last().waitFor();
    expect(await said.count()).toBeGreaterThan(0);
    await close();
  });

  it('is called, and what was agreed stays: the date first, then the note', async () => {
    const kept: unknown[] = [];
    const { page, assertQuiet, close } = await open('/boiling', [
      boils(), customer(),
      answer(setNextUpdate, ({ body }) => {
        kept.push(body);
        return { id: elenasCase };
      }),
      answer(writeNote, ({ body }) => {
        kept.push(body);
        return { id: elenasCase };
      }),
    ]);
    await page.getByRole('button', { name: 'Chiama' }).click();
    expect(await page.getByRole('link', { name: '+39 333 555 0182' }).getAttribute('href')).toBe('tel:+39 333 555 0182');
    await page.getByLabel('Che cosa vi siete detti?').fill('Rimborso domani, si fida.');
    await page.getByRole('button', { name: 'domani 10:00' }).click();
    expect(await axe(page, '[role=dialog]')).toEqual([]);
    await page.getByRole('button', { name: 'Salva la telefonata' }).click();
    await page.getByText('Telefonata annotata sul caso.').last().waitFor();
    expect(kept).toEqual([
      { dueAt: '2026-11-27T09:00:00.000Z', because: 'Ne abbiamo parlato al telefono.' },
      { text: `Telefonata a ${luca.name}: Rimborso domani, si fida.` },
    ]);
    assertQuiet();
    await close();
  });

  it('is nobody: says so, and what will be here', async () => {
    const { page, close } = await open('/boiling', [boils([], [])]);
    await page.getByRole('heading', { name: 'Nessuno sta per bollire' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await close();
  });
});

describe('requests to departments', () => {
  it('are filtered, reminded, answered and withdrawn', async () => {
    const asked: string[] = [];
    const said: unknown[] = [];
    const all = lists();
    const list: Answer = { route: all.route, say: (got) => {
      asked.push(got.query.toString());
      return all.say(got);
    } };
    const { page, assertQuiet, close } = await open('/requests', [
      list,
      answer(remindDepartment, () => requests[0] as (typeof requests)[number]),
      answer(replyToDepartment, ({ body }) => {
        said.push(body);
        return requests[1] as (typeof requests)[number];
      }),
      answer(withdrawRequest, ({ body }) => {
        said.push(body);
        return requests[1] as (typeof requests)[number];
      }),
    ]);
    await page.getByText('al responsabile, a Dario Conti', { exact: false }).waitFor();
    await page.keyboard.press('s');
    await page.getByText('Magazzino ha ricevuto il sollecito.').last().waitFor();
    await page.keyboard.press('j');
    await page.getByText('Che numero di serie c’è sotto la base?').waitFor();
    await page.keyboard.press('r');
    await page.getByLabel('La tua risposta a Tecnico').fill('D40-118');
    await page.getByRole('button', { name: 'Manda', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ritira' }).click();
    await page.getByLabel('Perché non serve più?').fill('L’ha trovato il cliente.');
    await page.getByRole('dialog').getByRole('button', { name: 'Ritira' }).click();
    await page.getByText('Richiesta ritirata.').last().waitFor();
    expect(said).toEqual([{ text: 'D40-118' }, { reason: 'L’ha trovato il cliente.' }]);
    await page.getByLabel('In ritardo').check();
    await page.getByLabel('Solo le mie').check();
    await expect.poll(() => asked.at(-1)).toBe('which=late&mine=true');
    assertQuiet();
    await close();
  });

  it('are a board for a head without the service: what waits for them, answered right there', async () => {
    const may = { serve: false, lead: false, invite: false, decide: false, readDigest: false, administer: false };
    const { page, assertQuiet, close } = await web.open('/cases', [boards(), ...shellAnswers('it', { roles: ['head'], departmentName: 'Magazzino', may })]);
    await page.waitForURL('**/requests');
    await page.getByRole('heading', { name: 'Richieste a Magazzino' }).waitFor();
    await page.getByRole('heading', { name: 'Il collo 2', exact: false }).waitFor();
    expect(await page.getByRole('button', { name: /Sollecita|Ritira/u }).count()).toBe(0);
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Casi' }).count()).toBe(0);
    assertQuiet();
    await close();
  });

  it('open in a sheet on a phone', async () => {
    const { page, assertQuiet, close } = await open('/requests', [lists()], 'it', 360);
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sollecita' }).waitFor();
    expect(await axe(page, '[role=dialog]')).toEqual([]);
    assertQuiet();
    await close();
  });
});

describe('promises', () => {
  it('are kept another way, let go, and those of everybody', async () => {
    const said: unknown[] = [];
    const asked: (string | null)[] = [];
    const kept = promised.inDanger[0] as (typeof promised.inDanger)[number];
    const { page, assertQuiet, close } = await open('/promises', [
      answer(listPromises, ({ query }) => {
        asked.push(query.get('whose'));
        return promised;
      }),
      answer(keepByHand, ({ body }) => {
        said.push(body);
        return kept;
      }),
      answer(releasePromise, ({ body }) => {
        said.push(body);
        return kept;
      }),
    ]);
    await page.getByRole('button', { name: 'Mantenuta in altro modo' }).first().click();
    await page.getByLabel('Come', { exact: true }).fill('Detto al telefono');
    await page.getByRole('button', { name: 'Segna mantenuta' }).click();
    await page.getByText('Promessa mantenuta.').last().waitFor();
    await page.getByRole('button', { name: 'Non serve più' }).nth(1).click();
    await page.getByLabel('Perché', { exact: true }).fill('Ha già ricevuto tutto');
    await page.getByRole('button', { name: 'Segna che non serve più' }).click();
    await page.getByText('Promessa sciolta.').last().waitFor();
    expect(said).toEqual([{ how: 'Detto al telefono' }, { reason: 'Ha già ricevuto tutto' }]);
    await page.getByLabel('Di tutti').check();
    await expect.poll(() => asked.at(-1)).toBe('all');
    assertQuiet();
    await close();
  });
});

const openCase = { id: elenasCase, number: 10_482, subject: 'Ordine 88213: manca il secondo collo', ownerName: 'Giulia Serra', nextUpdateDueAt: null, waitingSince: '2026-11-25T16:20:00.000Z' };

describe('a call', () => {
  it('is noted by keys alone: the number finds the person and the case', async () => {
    const noted: unknown[] = [];
    const { page, assertQuiet, close } = await open('/boiling', [
      boils(),
      answer(findCustomers, () => ({ items: [], next: null })),
      answer(whoCalls, () => ({ number: '+393335550182', customer: { ...elena, company: null }, openCases: [openCase] })),
      answer(logCall, ({ body }) => {
        noted.push(body);
        return { caseId: elenasCase, caseNumber: 10_482, messageId: elenasCase, became: 'joined' as const, isChase: true, chases: 2 };
      }),
    ]);
    await page.getByRole('button', { name: 'Annota una telefonata' }).first().waitFor();
    await page.keyboard.press('p');
    await page.getByLabel('Chi chiama?').waitFor();
    await page.keyboard.type('333 5550182');
    await page.getByText('aspetta da ieri 17:20', { exact: false }).waitFor();
    await page.getByLabel('Che cosa ha detto?').focus();
    await page.keyboard.type('Chiede del secondo collo.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Unita al caso C-10482: è il sollecito numero 2', { exact: false }).last().waitFor();
    expect(noted).toEqual([{ text: 'Chiede del secondo collo.', customerId: elena.id }]);
    assertQuiet();
    await close();
  });

  it('asks which case where there are several, and knows somebody new', async () => {
    const noted: unknown[] = [];
    const { page, close } = await open('/boiling', [
      boils(),
      answer(findCustomers, () => ({ items: [{ ...elena, company: null, identity: null, openCases: 2 }], next: null })),
      { route: logCall, say: ({ body }) => {
        noted.push(body);
        const { caseId, number } = body as { caseId?: string; number?: string };
        if (caseId === undefined && number === undefined) return { status: 409, json: { code: 'call.which_case', words: 'Quale?', facts: { count: 2, choices: JSON.stringify([openCase, { ...openCase, id: luca.id, number: 10_490, subject: 'Fattura' }]) } } };
        return { json: { caseId: elenasCase, caseNumber: 10_490, messageId: elenasCase, became: 'opened', isChase: false } };
      } },
    ]);
    await page.getByRole('button', { name: 'Annota una telefonata' }).first().click();
    await page.getByLabel('Chi chiama?').fill('Elena');
    await page.getByRole('radio', { name: /Elena Marchetti/u }).check();
    await page.getByText('Ha più casi aperti').waitFor();
    await page.getByLabel('Che cosa ha detto?').fill('Chiede la fattura.');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('radio', { name: /Fattura/u }).check();
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Aperto il caso C-10490', { exact: false }).last().waitFor();
    await page.keyboard.press('p');
    await page.getByLabel('Chi chiama?').fill('Rita Moro');
    await page.getByRole('radio', { name: /È un cliente nuovo/u }).check();
    await page.getByLabel('Che cosa ha detto?').fill('Lampada che sfarfalla.');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Serve il numero', { exact: false }).waitFor();
    await page.getByLabel('Come si chiama').fill('Rita Moro');
    await page.getByLabel('Da che numero chiama').fill('02 555 0111');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(noted).toEqual([
      { text: 'Chiede la fattura.', customerId: elena.id },
      { text: 'Chiede la fattura.', customerId: elena.id, caseId: luca.id },
      { text: 'Lampada che sfarfalla.', number: '02 555 0111', name: 'Rita Moro' },
    ]);
    await close();
  });
});

describe('the search', () => {
  it('finds and goes by keys alone, to a customer and to a place', async () => {
    const { page, assertQuiet, close } = await open('/boiling', [boils(), finds(), customer(), hasCases(), hasNoVoices(), promises()]);
    await page.getByRole('button', { name: 'Cerca' }).first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('collo');
    await page.getByRole('option', { name: /Elena Marchetti/u }).first().waitFor();
    expect(await page.locator('mark').first().textContent()).toBe('collo');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).textContent()).toContain('Ordine 88213');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/customers/${elena.id}`);
    await page.getByRole('heading', { name: 'Elena Marchetti' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('prom');
    await page.getByRole('option', { name: 'Promesse' }).click();
    await page.waitForURL('**/promises');
    assertQuiet();
    await close();
  });
});

describe('a customer', () => {
  it('is corrected, and gets one more way to be reached; what is wrong stands beside the field', async () => {
    const said: unknown[] = [];
    const { page, close } = await open(`/customers/${elena.id}`, [
      customer(), hasCases(), hasNoVoices(), promises(),
      answer(changeCustomer, ({ body }) => {
        said.push(body);
        return { id: elena.id };
      }),
      refuse(addIdentity, 400, { code: 'bad_input', words: 'Controlla i campi.', fields: [{ field: 'value', words: 'Non è un numero.' }] }),
    ]);
    await page.getByRole('button', { name: 'Correggi' }).click();
    await page.getByLabel('Nome').fill('Elena Marchetti Rossi');
    await page.getByLabel('Lingua in cui scriverle').selectOption('en');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Salvato.').last().waitFor();
    expect(said).toEqual([{ name: 'Elena Marchetti Rossi', language: 'en' }]);
    await page.getByRole('button', { name: 'Aggiungi un recapito' }).click();
    await page.getByLabel('Recapito', { exact: true }).fill('boh');
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await page.getByText('Non è un numero.').waitFor();
    await close();
  });
});
