import type { Page } from 'playwright-core';

/** Counts what the page asks of the server and has no answer to yet. Runs before anything of the page itself. */
const counting = `(() => {
  const really = window.fetch;
  window.presaFlying = 0;
  window.fetch = async (...asked) => {
    window.presaFlying += 1;
    try { return await really(...asked); } finally { window.presaFlying -= 1; }
  };
})()`;

/** Prepares a page that has not been anywhere yet for `load` and `goWithin`. */
export const prepareToGo = (page: Page): Promise<unknown> => page.addInitScript(counting);

/**
 * The outline of what is coming is gone, so is whatever moves the address on, every answer is there, and nothing has moved for a
 * moment: what is looked at is the screen itself. Says what it waited for where that never comes.
 */
const settled = (page: Page): Promise<void> =>
  page.evaluate<void>(`new Promise((resolve, reject) => {
    let still = 0;
    const watch = new MutationObserver(() => { still = 0; });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const lacks = () => {
      const router = window.__TSR_ROUTER__;
      if (router !== undefined && router.state.status !== 'idle') return 'the router is on its way';
      if (window.presaFlying > 0) return window.presaFlying + ' answers';
      if (document.querySelector('[role=status][data-shape]') !== null) return 'the outline stays';
      if (document.querySelector('main :is(h1, h2, h3)') === null) return 'there is no heading';
      return still < 4 ? 'it moves all the time' : undefined;
    };
    const look = (turn) => {
      const lacking = lacks();
      if (lacking === undefined || turn > 1_000) {
        watch.disconnect();
        return lacking === undefined ? resolve() : reject(new Error('The screen does not settle: ' + lacking));
      }
      still += 1;
      setTimeout(look, 20, turn + 1);
    };
    look(0);
  })`);

/** Loads the whole page at an address. */
export const load = async (page: Page, address: string): Promise<void> => {
  // A hash alone would lead to the page that is there already.
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await settled(page);
};

/** Goes on within the application that is loaded, as a link in it does: a second less than loading all of it again. */
export const goWithin = async (page: Page, address: string): Promise<void> => {
  const { pathname, search } = new URL(address);
  await page.evaluate(`window.__TSR_ROUTER__.navigate({ href: ${JSON.stringify(pathname + search)} })`);
  await settled(page);
};
