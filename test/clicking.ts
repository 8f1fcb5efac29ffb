import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openMail } from '#channels/email/index.ts';
import { axe, sidewaysScroll, type Opened } from './browser.ts';
import { picture } from './pictures.ts';
import { openPages, type Front, type Pages } from './real-web.ts';
import { startWorld, type World } from './world.ts';

export interface Company {
  readonly world: World;
  readonly web: Front;
}

interface Companies {
  /** Tells a tale in a company of its own, in which these people read English. */
  inA(options: { readonly at?: string; readonly inEnglish?: readonly (keyof World['people'])[] }, tale: (company: Company) => Promise<void>): () => Promise<void>;
  stop(): Promise<void>;
}

/** The companies of a file of tests: a database for each, one browser for all. */
export const companies = (): Companies => {
  let pages: Promise<Pages> | undefined;
  return {
    inA: ({ inEnglish = [], ...options }, tale) => async () => {
      pages ??= openPages();
      const world = await startWorld(options);
      const web = await (await pages).before(world.app);
      try {
        if (inEnglish.length > 0) await world.app.db.updateTable('members').set({ language: 'en' }).where('id', 'in', inEnglish.map((person) => world.people[person].id)).execute();
        await tale({ world, web });
      } catch (error) {
        // What went wrong in the tale is what matters, not what that does to its end.
        await Promise.allSettled([web.leave().then(() => world.stop())]);
        throw error;
      }
      await web.leave();
      await world.stop();
    },
    stop: async () => (await pages)?.close(),
  };
};

/** Looks at a screen as axe does, and keeps its picture where somebody asked for one. */
export const look = async (page: Page, name: string): Promise<void> => {
  await picture(page, name);
  expect([name, await axe(page)]).toEqual([name, []]);
  expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
};

/** Closes the page of somebody who is done; its console must have been quiet. */
export const done = async ({ assertQuiet, close }: Opened): Promise<void> => {
  assertQuiet();
  await close();
};

/** What the program says of what was just done. */
export const said = (page: Page, words: string | RegExp): Locator => page.getByRole('region', { name: /^(?:Avvisi|Notices)$/u }).getByText(words);

/** One of many, found by typing part of its name. */
export const pick = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByRole('textbox', { name: label }).or(page.getByRole('combobox', { name: label })).fill(name);
  await page.getByRole('option', { name }).first().click();
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where on the screen some words of a message begin and end. */
const endsOf = (words: string): string => `(() => {
  const words = ${JSON.stringify(words)};
  getSelection().removeAllRanges();
  const root = [...document.querySelectorAll('[data-said]')].find((one) => one.textContent.includes(words));
  const [from, range, walk] = [root.textContent.indexOf(words), document.createRange(), document.createTreeWalker(root, NodeFilter.SHOW_TEXT)];
  for (let at = 0, node = walk.nextNode(); node !== null; at += node.data.length, node = walk.nextNode()) {
    const [begins, ends] = [from - at, from + words.length - at];
    if (begins >= 0 && begins < node.data.length) range.setStart(node, begins);
    if (ends > 0 && ends <= node.data.length) range.setEnd(node, ends);
  }
  range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  const rects = [...range.getClientRects()];
  const [first, last] = [rects[0], rects.at(-1)];
  return [{ x: first.left + 0.5, y: first.top + first.height / 2 }, { x: last.right - 0.5, y: last.top + last.height / 2 }];
})()`;

/** Draws the pointer over words of a message, as somebody does who marks them. */
export const mark = async (page: Page, words: string): Promise<void> => {
  await page.locator('[data-said]', { hasText: words }).first().waitFor();
  // Whoever sees that the page moved under the pointer marks them anew.
  await expect.poll(async () => {
    const [from, to] = await page.evaluate<[Point, Point]>(endsOf(words));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    return (await page.evaluate<string>('String(getSelection())')).trim();
  }, { timeout: 10_000 }).toBe(words);
};

export interface Letter {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** Where an answer to it goes, and what it answers. */
  readonly replyTo: string | null;
  readonly id: string;
}

/** The mails of a purpose that have been put into the outbox, oldest first. */
export const letters = async ({ app }: World, purpose: string): Promise<Letter[]> => {
  const rows = await app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('purpose', '=', purpose)
    .orderBy('outbox.created_at').orderBy('outbox.id').select(['address', 'mail', 'message_id_header as id']).execute();
  return rows.map(({ address, mail, id }) => {
    const { subject, text, replyTo } = openMail(app.services.secrets, mail);
    return { address, subject, text, replyTo, id };
  });
};

/** Where the link of that kind in a mail leads: `c`, `o`, `api/digests`. */
export const linkIn = ({ text }: Letter, kind: string): string => {
  const path = new RegExp(`https://presa\\.example(/${kind}/[\\w-]+)`, 'u').exec(text)?.[1];
  if (path === undefined) throw new Error(`The mail has no link of the kind ${kind}: ${text}`);
  return path;
};

/** No server stands behind these worlds: what has left so far has arrived, so that no mail is given up for being old. */
export const delivered = async ({ app }: World): Promise<void> => {
  await app.db.updateTable('outbox_recipients').set({ state: 'sent', next_attempt_at: null, sent_at: app.clock.now() }).where('state', '=', 'waiting').execute();
};
