import type { ComponentType } from 'react';

/** A page without an account: `/c/<link>` for a customer, `/r/<link>` and `/o/<link>` for a colleague, `/f/<key>` for who writes to us. */
export interface Page {
  /** The beginning of its address; the rest, up to the next slash, is the link it is opened with. */
  at: string;
  load: () => Promise<ComponentType<{ link: string }>>;
}

/** Each slice adds its own line; every page is a chunk of its own. */
export const pages: readonly Page[] = [
  { at: '/c', load: () => import('#customer-page/web/CustomerPage.tsx').then((m) => m.CustomerPage) },
  { at: '/r', load: () => import('#requests/web/AnswerPage.tsx').then((m) => m.AnswerPage) },
  { at: '/o', load: () => import('#opportunities/web/OpportunityPage.tsx').then((m) => m.OpportunityPage) },
  { at: '/f', load: () => import('#channels/forms/web/public/FormPage.tsx').then((m) => m.FormPage) },
];

/** The page at an address, and the link in it. */
export const pageAt = (address: string, among: readonly Page[] = pages): { page: Page; link: string } | null => {
  const page = among.find(({ at }) => address === at || address.startsWith(`${at}/`));
  if (!page) return null;
  const [link = ''] = address.slice(page.at.length + 1).split('/');
  return { page, link: decodeURIComponent(link) };
};
