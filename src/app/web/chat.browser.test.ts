/// <reference types="node" />
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { minute, second } from '#base/clock.ts';
import { openEntrance, type ChatEntrance } from '#channels/chat/contract.ts';
import { axe, sidewaysScroll } from '#test/browser.ts';
import { picture } from '#test/pictures.ts';
import { openRealWeb, type RealWeb } from '#test/real-web.ts';
import { startSmtpWorld, type SmtpWorld } from '#test/smtp-world.ts';

// A page of another origin embeds the chat; a visitor with a phone talks with an agent, leaves, gets the answer by mail, answers there,
// and comes back. The application, the mail server and both browsers are real.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: SmtpWorld;
let web: RealWeb;
let site: Server;
let entrance: ChatEntrance;
const rita = 'rita.moro@posta.example';

/** The company's own page, with styles that would ruin any widget that they reached. */
const companysPage = (script: string): string => `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Casa Lumina</title>
  <style>* { color: #c00 !important; font-size: 7px !important } button, iframe { display: none !important }</style></head>
  <body><main><h1>Tavoli</h1></main><script src="${script}" async></script></body></html>`;

const siteAddress = (): string => `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;

beforeAll(async () => {
  world = await startSmtpWorld('2026-11-24T10:23:00+01:00');
  const marta = await world.as('marta');
  entrance = await marta.call(openEntrance, {
    body: {
      name: 'Sito', departmentId: world.departments.servizio, origins: ['https://www.casalumina.example'],
      greeting: { it: 'Buongiorno, come possiamo aiutarla?', en: 'Hello, how can we help?' }, awayWords: { it: 'Ci scriva pure.', en: 'Do write to us.' },
    },
  });
  web = await openRealWeb(world.app);
  site = createServer((_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(companysPage(`${web.address}/chat/${entrance.key}.js`)));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await web?.close();
  site?.close();
  await world?.stop();
});

/** Opens the chat by the keyboard alone: what stands in a closed root nobody reaches otherwise, a test no more than the page around it. */
const openChat = async (page: Page): Promise<Frame> => {
  await page.goto(siteAddress());
  await page.waitForFunction('document.body.lastElementChild.tagName === "DIV"');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let turn = 0; turn < 100; turn += 1) {
    const frame = page.frames().find((one) => one.url().includes('/chat/'));
    if (frame !== undefined) {
      await frame.getByRole('textbox', { name: 'Il suo messaggio' }).waitFor();
      return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error('The chat did not open.');
};

const write = async (chat: Frame, text: string): Promise<void> => {
  await chat.getByRole('textbox', { name: 'Il suo messaggio' }).fill(text);
  await chat.getByRole('textbox', { name: 'Il suo messaggio' }).press('Enter');
};

const said = (chat: Frame, text: string) => chat.getByRole('log').getByText(text, { exact: false });

const lookAtAll = async (page: Page, chat: Frame, name: string): Promise<string[]> => {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await picture(page, `${name}-${theme}`);
    found.push(...(await axe(chat, undefined, theme === 'light' ? 'everything' : 'colours')).map((sentence) => `${name}, ${theme}: ${sentence}`));
  }
  return found;
};

const theCase = () => world.app.db.selectFrom('cases').where('channel', '=', 'chat').selectAll().executeTakeFirstOrThrow();

it('weighs less than thirty kilobytes, with its script and its styles', async () => {
  const fetched = async (path: string): Promise<string> => (await fetch(`${web.address}${path}`)).text();
  const page = await fetched(`/chat/${entrance.key}`);
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/gu)].map(([, path]) => path ?? '');
  expect(files.length).toBeGreaterThan(1);
  const parts = [page, ...(await Promise.all([`/chat/${entrance.key}.js`, ...files].map(fetched)))];
  expect(parts.reduce((sum, part) => sum + gzipSync(part).length, 0)).toBeLessThan(30_000);
});

it('a conversation goes from the chat to the mail and back, and stays one case', async () => {
  const visitor = await web.open(`/chat/${entrance.key}`, { width: 360, height: 740 });
  const chat = await openChat(visitor.page);
  await said(chat, 'Buongiorno, come possiamo aiutarla?').waitFor();
  await chat.getByText('Siamo qui fino alle 13:00').waitFor();
  expect(await lookAtAll(visitor.page, chat, 'chat-front')).toEqual([]);
  await chat.getByLabel('Nome e cognome').fill('Rita Moro');
  await chat.getByLabel('E-mail').fill(rita);
  await write(chat, 'Il tavolo è arrivato senza viti.');
  await chat.getByText('Caso C-', { exact: false }).waitFor();
  const { id } = await theCase();

  const agent = await web.openAs(world.people.giulia, `/cases/${id}?list=queue`);
  const composer = agent.page.getByRole('textbox', { name: /Rita Moro/u });
  await agent.page.getByText('Rita Moro è in chat adesso', { exact: false }).waitFor();
  await composer.fill('Quale tavolo, quello rotondo?');
  await chat.getByText('Giulia Serra sta scrivendo…').waitFor();
  const sentAt = performance.now();
  await composer.press('Control+Enter');
  await said(chat, 'Quale tavolo, quello rotondo?').waitFor();
  expect(performance.now() - sentAt).toBeLessThan(3_000);
  await agent.page.getByText('letto in chat', { exact: false }).waitFor();
  await chat.getByText('La segue Giulia Serra', { exact: false }).waitFor();
  expect([await lookAtAll(visitor.page, chat, 'chat-talk'), await sidewaysScroll(visitor.page)]).toEqual([[], 0]);
  await picture(agent.page, 'chat-agent');
  await write(chat, 'Sì, il rotondo.');
  await agent.page.getByText('Sì, il rotondo.').first().waitFor();

  // The visitor leaves; what is answered then goes by mail, and what they answer there is on the same case.
  const { page, assertQuiet } = visitor;
  await page.goto('about:blank');
  world.app.clock.advance(minute);
  await agent.page.getByText('Ha lasciato la chat', { exact: false }).waitFor({ timeout: 20_000 });
  await composer.fill('Le viti partono oggi: va bene via Verdi 3?');
  await composer.press('Control+Enter');
  await agent.page.getByText('Parte tra', { exact: false }).or(agent.page.getByText('Sta partendo', { exact: false })).first().waitFor();
  world.app.clock.advance(15 * second);
  await world.app.sweep();
  const [mail, further] = world.sink.mailsTo(rita);
  expect([mail?.mail.text.includes('via Verdi 3'), further]).toEqual([true, undefined]);
  await world.sends({ from: `Rita Moro <${rita}>`, text: 'Va bene, al citofono Moro.', to: mail!.mail.replyTo[0]!.address, subject: `Re: ${mail!.mail.subject}` });
  await agent.page.getByText('Va bene, al citofono Moro.').first().waitFor();
  expect(await world.app.db.selectFrom('cases').select('id').execute()).toEqual([{ id }]);

  const again = await openChat(page);
  await said(again, 'via Verdi 3').waitFor();
  await again.getByText('La conversazione è continuata per e-mail.', { exact: false }).waitFor();
  expect(await said(again, 'citofono').count()).toBe(0);
  expect(await lookAtAll(page, again, 'chat-code')).toEqual([]);
  await again.getByLabel('Codice di sei cifre').fill(/codice (\d{3} \d{3})/u.exec(mail!.mail.text)?.[1] ?? '');
  await again.getByRole('button', { name: 'Mostra' }).click();
  await said(again, 'Va bene, al citofono Moro.').waitFor();
  assertQuiet();
  agent.assertQuiet();

  // Without a net nothing is lost, and when it is back nothing is doubled.
  await page.context().setOffline(true);
  await write(again, 'Grazie mille davvero.');
  await again.getByText('in attesa della rete').waitFor();
  await page.context().setOffline(false);
  await again.getByText('in attesa della rete').waitFor({ state: 'detached' });
  expect(await world.app.db.selectFrom('messages').where('text', '=', 'Grazie mille davvero.').select('case_id').execute()).toEqual([{ case_id: id }]);
  await visitor.close();
  await agent.close();
});
