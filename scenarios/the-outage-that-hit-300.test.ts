/// <reference types="node" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { second } from '#base/clock.ts';
import { logCall } from '#channels/phone/contract.ts';
import { listIncidents, readIncident, type IncidentView } from '#incidents/contract.ts';
import { incidentTexts } from '#incidents/web/texts.ts';
import { axe, sidewaysScroll } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import { startSmtpWorld, type SentMail, type SmtpWorld } from '#test/smtp-world.ts';

/**
 * One Thursday morning the shop refuses cards, and 300 customers write, in two languages, by real SMTP. Two of them write twice, six
 * have addresses that take no mail, four more call and leave none. Five mails share a word with it and nothing else; a sixth shares
 * enough to be suggested, and a person says no. Everything that the keeper does is clicked, and every figure is exact.
 */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const italians = 200;
const english = 100;
const refused = (place: number): boolean => place % 50 === 7;
const addressOf = (place: number): string => `${refused(place) ? 'pieno' : 'cliente'}.${place}@posta.example`;

const first = ['Ada', 'Bruno', 'Carla', 'Dino', 'Elsa', 'Fabio', 'Gina', 'Hugo', 'Ines', 'Luca'];
const inItalian = [
  'Buongiorno, il pagamento con la carta si ferma con un errore. Come faccio a finire l’ordine?',
  'Salve, sul vostro negozio la carta viene rifiutata: errore al pagamento, tre volte di fila.',
  'Buonasera, non riesco a pagare: la pagina del pagamento dice errore, e la carta funziona altrove.',
];
const inEnglish = ['Good morning, the payment with my card ends with an error. How can I finish the order?', 'Hello, your shop refuses my card: an error at the payment, three times in a row.'];

const written = (place: number): SentMail => {
  const texts = place < italians ? inItalian : inEnglish;
  return { from: `${first[place % first.length]} Cliente${place} <${addressOf(place)}>`, subject: place < italians ? 'Pagamento' : 'Payment', text: texts[place % texts.length] ?? '' };
};
const all = Array.from({ length: italians + english }, (_, place) => written(place));
const again: SentMail[] = [3, 4].map((place) => ({ ...written(place), subject: 'Secondo ordine' }));
const traps: SentMail[] = [
  'Vorrei sapere se accettate il pagamento in contrassegno.', 'La carta da regalo è inclusa?', 'C’è un errore nella misura della mensola Brera.', 'Il sito è bellissimo, complimenti.', 'Quando arriva la lampada Lumina 3?',
].map((text, place) => ({ from: `Altro ${place} <altro.${place}@posta.example>`, subject: 'Domanda', text }));
const nearly: SentMail = { from: 'Quasi Uguale <quasi@posta.example>', subject: 'Rate', text: 'Con la carta di credito posso dividere il pagamento in tre rate?' };

let world: SmtpWorld;
let web: RealWeb;
beforeAll(async () => {
  world = await startSmtpWorld('2026-11-26T09:30:00+01:00', (address) => address.startsWith('pieno.'));
  web = await openRealWeb(world.app);
});
afterAll(async () => {
  await web?.close();
  await world?.stop();
});

const texts = incidentTexts.it;
const incident = async (): Promise<IncidentView> => {
  const giulia = await world.as('giulia');
  const { items: [row] } = await giulia.call(listIncidents);
  return giulia.call(readIncident, { params: { id: row!.id } });
};
const latest = async () => (await incident()).updates[0];
const received = (needle: string): Map<string, number> => {
  const count = new Map<string, number>();
  for (const { to, mail } of world.sink.all) if (mail.text.includes(needle)) count.set(to, (count.get(to) ?? 0) + 1);
  return count;
};

const opensIt = async (page: Page): Promise<void> => {
  await page.goto(`${web.address}/incidents`);
  await page.getByRole('button', { name: texts.open }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(texts.form.titleIt).fill('Il negozio rifiuta le carte');
  await dialog.getByLabel(texts.form.titleEn).fill('The shop refuses cards');
  await dialog.getByLabel(texts.form.department).selectOption({ label: 'Tecnico' });
  await dialog.getByLabel(texts.form.words).fill('pagamento, carta, errore, payment, card, error');
  await dialog.getByLabel(texts.form.began).fill('2026-11-26T09:00');
  await dialog.locator('[aria-pressed]').first().click();
  await dialog.getByRole('button', { name: texts.form.send, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Il negozio rifiuta le carte/u }).waitFor();
  await world.app.sweep();
};

const writes = async (page: Page, { it: italian, en, state, count, inEnglish: readers }: { it: string; en: string; state?: string; count: number; inEnglish: number }): Promise<void> => {
  await page.getByRole('button', { name: texts.write }).click();
  const dialog = page.getByRole('dialog');
  if (state !== undefined) await dialog.getByLabel(texts.writing.state).selectOption(state);
  await dialog.getByLabel(texts.writing.it).fill(italian);
  await dialog.getByText(texts.writing.missing.en(readers), { exact: false }).waitFor();
  await dialog.getByLabel(texts.writing.en).fill(en);
  if (state !== 'resolved') await dialog.locator('[aria-pressed]').first().click();
  await picture(page, 'outage-writing');
  await dialog.getByRole('button', { name: texts.writing.send(count), exact: true }).click();
  await expect.poll(async () => (await latest())?.stage).toBe('waiting');
  await world.app.advance(11 * second);
};

it('the outage that hit 300: linked by suggestion, told in their language, nobody twice, and who was not told is in sight', async () => {
  await world.sendsAll([...all, ...again, ...traps, nearly]);
  const marco = await world.as('marco');
  for (let call = 0; call < 4; call += 1) await marco.call(logCall, { body: { number: `+39 347 555020${call}`, name: `Telefono ${call}`, text: 'Il pagamento con la carta dà errore.' } });
  await world.app.sweep();

  const opened = await web.openAs(world.people.giulia, '/incidents', { language: 'it', theme: 'dark' });
  const { page } = opened;
  await opensIt(page);
  expect(await incident()).toMatchObject({ linked: 0, suggested: 300 + 2 + 4 + 1, dismissed: 0 });
  await page.getByText(texts.selectAll(307)).waitFor();
  await page.getByRole('button', { name: texts.showAll(257) }).click();
  await page.getByRole('listitem').filter({ hasText: 'Quasi Uguale' }).getByRole('button', { name: texts.dismiss }).click();
  await page.getByLabel(texts.selectAll(306)).check();
  await page.getByRole('button', { name: texts.linkMany(306) }).click();
  await page.getByText(texts.linked(306)).first().waitFor();
  expect(await incident()).toMatchObject({ linked: 306, open: 306, suggested: 0, dismissed: 1 });

  await writes(page, { it: 'I pagamenti con carta non passano: il difetto è nostro.', en: 'Card payments do not go through: the fault is ours.', count: 300, inEnglish: english });
  await expect.poll(async () => (await latest())?.stage).toBe('sent');
  expect(await latest()).toMatchObject({ told: { it: 196, en: 98, noted: 2 }, onTheirWay: 0, untold: { no_address: 4, delivery_failed: 6 } });
  const [italian, inTheirs] = [received('il difetto è nostro'), received('the fault is ours')];
  expect([italian.size, inTheirs.size]).toEqual([196, 98]);
  expect([...italian.values(), ...inTheirs.values()].every((count) => count === 1)).toBe(true);
  expect([...italian.keys(), ...inTheirs.keys()].some((address) => address.startsWith('altro') || address.startsWith('quasi'))).toBe(false);
  await page.getByText(texts.told(294)).waitFor();
  // Nobody became an owner by it, and nothing moved: only the four calls have somebody, who took them.
  expect(await world.app.db.selectFrom('cases').where((eb) => eb.or([eb('owner_id', 'is not', null), eb('status', '<>', 'new')])).select(['owner_id', 'status']).execute()).toEqual(Array.from({ length: 4 }, () => ({ owner_id: world.people.marco.id, status: 'open' })));

  await world.sendsAll([{ ...written(1), from: 'Tardi Uno <tardi.1@posta.example>' }, { ...written(250), from: 'Late Two <tardi.2@posta.example>' }]);
  await page.getByText(texts.selectAll(2)).waitFor();
  await page.keyboard.press('l');
  await page.getByText(texts.selectAll(1)).waitFor();
  await page.keyboard.press('l');
  await page.getByText(texts.noneSuggested).waitFor();
  await page.getByRole('button', { name: texts.see }).click();
  await page.getByRole('link', { name: /Tardi Uno/u }).first().waitFor();
  expect(await latest()).toMatchObject({ untold: { no_address: 4, delivery_failed: 6, linked_afterwards: 2 } });
  expect(await axe(page)).toEqual([]);
  await picture(page, 'outage-not-told');
  await page.getByRole('button', { name: texts.tellThese(12) }).click();
  await expect.poll(async () => (await latest())?.onTheirWay).toBe(8);
  await world.app.advance(11 * second);
  expect(await latest()).toMatchObject({ told: { it: 197, en: 99, noted: 2 }, onTheirWay: 0, untold: { no_address: 4, delivery_failed: 6 } });
  expect([received('il difetto è nostro').get('tardi.1@posta.example'), received('the fault is ours').get('tardi.2@posta.example')]).toEqual([1, 1]);

  await page.getByRole('button', { name: texts.publish }).click();
  await page.getByRole('button', { name: texts.unpublish }).waitFor();
  const visitor = await web.open('/api/status', { language: 'it', width: 360 });
  await visitor.page.getByText('I pagamenti con carta non passano: il difetto è nostro.').waitFor();
  expect([await axe(visitor.page), await sidewaysScroll(visitor.page)]).toEqual([[], 0]);
  await visitor.close();

  await writes(page, { it: 'Risolto: le carte passano di nuovo.', en: 'Resolved: cards go through again.', state: 'resolved', count: 296, inEnglish: 99 });
  await expect.poll(async () => (await latest())?.stage).toBe('sent');
  expect(await incident()).toMatchObject({ state: 'resolved', linked: 308, open: 308, nextUpdateDueAt: null });
  expect(await latest()).toMatchObject({ told: { it: 197, en: 99, noted: 2 }, untold: { no_address: 4, bounced: 6 } });
  expect([received('le carte passano di nuovo').size, received('cards go through again').size]).toEqual([197, 99]);
  opened.assertQuiet();
  await opened.close();
});
