/// <reference types="node" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentRoutes } from '#people/contract.ts';
import { agreementRoutes, answerOnBoard, contractRoutes, takeOnBoard, templateRoutes } from '#requests/contract.ts';
import { everyLook } from '#test/browser.ts';
import { boardItems, boards, shellAnswers } from '#test/faked-screens.ts';
import { answer, openFakedWeb, type Answer, type FakedWeb } from '#test/faked-web.ts';

let web: FakedWeb;
beforeAll(async () => {
  web = await openFakedWeb();
});
afterAll(() => web?.close());

const idOf = (place: number): string => `019a0000-0000-7000-8000-0000000000${place}`;
const department = (place: number, name: string, kind: 'internal' | 'supplier') => ({
  id: idOf(place), name, kind, address: 'x@casalumina.example', calendarId: idOf(99), answersWithinMinutes: 240, headId: null, headName: null,
});
const departments = answer(departmentRoutes.list, () => [department(10, 'Magazzino', 'internal'), department(11, 'Corriere Nord', 'supplier')]);
const words = (it: string, en: string) => ({ it, en });
const arranged: Answer[] = [
  departments,
  answer(agreementRoutes.list, () => [{ id: idOf(20), departmentId: idOf(10), kind: 'spedizione', urgency: 'urgent' as const, answersWithinMinutes: 60 }]),
  answer(contractRoutes.list, () => [{ departmentId: idOf(11), reference: 'CN-2026-3', contactName: 'Sala operativa', contactPhone: '+39 02 555 0100', contactAddress: null, validUntil: '2027-12-31' }]),
  answer(templateRoutes.list, () => [{
    id: idOf(30), departmentId: idOf(10), kind: 'spedizione', name: words('Collo mancante', 'Missing parcel'), question: words('Il collo è partito?', 'Has the parcel left?'),
    fields: [{ key: 'order', label: words('Ordine', 'Order'), type: 'text' as const, required: true, options: [], fill: 'order' as const }], choices: [{ label: words('È partito', 'It has left'), asksDate: null }],
  }]),
];
const head = { roles: ['head' as const], departmentName: 'Magazzino', may: { serve: false, lead: false, invite: false, decide: false, readDigest: false, administer: false } };
const lead = { roles: ['lead' as const], may: { serve: true, lead: true, invite: true, decide: false, readDigest: false, administer: false } };

describe.each(['it', 'en'] as const)('in %s', (language) => {
  it('the board of a department, in every look, also while it answers', async () => {
    const { page, assertQuiet, unanswered, close } = await web.open('/requests', [boards(), ...shellAnswers(language, head)], { language });
    await page.getByText('Il D40 è a magazzino?').first().waitFor();
    expect(await everyLook(page)).toEqual([]);
    await page.getByRole('button', { name: /^(?:Rispondi|Answer)\W+Il D40/u }).click();
    await page.getByRole('textbox').first().waitFor();
    expect(await everyLook(page)).toEqual([]);
    expect(unanswered).toEqual([]);
    assertQuiet();
    await close();
  });

  // The screens themselves are on the walk.
  it.each<[string, string, RegExp]>([
    ['/settings/agreements', 'spedizione', /^(?:Modifica|Change) Magazzino/u],
    ['/settings/agreements', 'CN-2026-3', /^(?:Modifica|Change) Corriere/u],
    ['/settings/templates', 'spedizione', /^(?:Modifica|Change) (?:Collo|Missing)/u],
  ])('what opens on %s (%s), in every look', async (path, sign, opens) => {
    const { page, assertQuiet, unanswered, close } = await web.open(path, [...arranged, ...shellAnswers(language, lead)], { language });
    await page.getByText(sign).first().waitFor();
    await page.getByRole('button', { name: opens }).click();
    await page.getByRole('textbox').first().waitFor();
    expect(await everyLook(page)).toEqual([]);
    expect(unanswered).toEqual([]);
    assertQuiet();
    await close();
  });
});

it('on the board a colleague takes a question by keyboard and answers it there', async () => {
  const done: unknown[] = [];
  const { page, assertQuiet, close } = await web.open('/requests', [
    boards(),
    answer(takeOnBoard, ({ body }) => {
      done.push(body);
      return { ...boardItems[0]!, takenBy: 'Dario Conti', isMine: true };
    }),
    answer(answerOnBoard, ({ body }) => {
      done.push(body);
      return { ...boardItems[0]!, state: 'answered' };
    }),
    ...shellAnswers('it', head),
  ], { language: 'it', width: 1440 });
  await page.getByText('3 aspettano voi, 1 in ritardo').waitFor();
  const first = page.getByRole('listitem').filter({ hasText: 'Il collo 2 dell’ordine' });
  await first.getByRole('button', { name: 'Ce l’ho io' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Lo vedono anche i colleghi.').last().waitFor();
  await first.getByRole('button', { name: /^Rispondi\W/u }).click();
  await first.getByLabel('È partito').check();
  await first.getByRole('button', { name: 'Rispondi', exact: true }).click();
  await page.getByText('Mandato. Grazie.').last().waitFor();
  expect(done).toMatchObject([{ over: false }, { choice: 'È partito', promisedFor: null, text: null }]);
  assertQuiet();
  await close();
});
