/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listCases, openCase } from '#desk/contract.ts';
import { axe } from '#test/browser.ts';
import { shellAnswers } from '#test/faked-screens.ts';
import { answer, openFakedWeb, refuse, type FakedWeb } from '#test/faked-web.ts';

vi.setConfig({ testTimeout: 120_000 });
let web: FakedWeb;
beforeAll(async () => {
  web = await openFakedWeb();
}, 120_000);
afterAll(() => web?.close());

const nobody = answer(listCases, () => ({ items: [], next: null }));
const id = '0192d000-0000-7000-8000-000000000001';

describe('the states of the desk', () => {
  it('empty: says what will be here, and where somebody may wait', async () => {
    const { page, assertQuiet, close } = await web.open('/cases', [...shellAnswers('it'), nobody]);
    await page.getByRole('heading', { name: 'Non hai casi aperti' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Guarda la coda' }).click();
    await page.getByRole('heading', { name: 'Nessuno aspetta in coda' }).waitFor();
    expect(page.url()).toContain('list=queue');
    assertQuiet();
    await close();
  });

  it('refused: says why in the server’s words, and tries again', async () => {
    const { page, close } = await web.open('/cases', [...shellAnswers('it'), refuse(listCases, 503, { code: 'busy', words: 'Il servizio sta ripartendo.' })]);
    await page.getByText('Il servizio sta ripartendo.').waitFor();
    await page.getByRole('button', { name: 'Riprova' }).first().waitFor();
    expect(await axe(page)).toEqual([]);
    await close();
  });

  it('a case that is not there, or not ours to see, says so and leads back', async () => {
    const { page, close } = await web.open(`/cases/${id}`, [...shellAnswers('it'), nobody, refuse(openCase, 404, { code: 'not_found', words: 'Non c’è.' })]);
    await page.getByRole('heading', { name: 'Questo caso non c’è' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Torna ai casi' }).click();
    await page.getByRole('heading', { name: 'Scegli un caso' }).waitFor();
    await close();
  });

  it('offline: the outline stays, the banner speaks, and nothing is called an error', async () => {
    const { page, close } = await web.open(`/cases/${id}`, [...shellAnswers('it'), nobody, { route: openCase, say: () => 'no answer' }]);
    await page.getByText('Non c’è rete.').waitFor();
    await page.locator('#main [role=status]').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await close();
  });
});
