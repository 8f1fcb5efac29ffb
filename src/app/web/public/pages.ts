import type { ComponentType } from 'react';

/** A page without an account: `/c/<link>` for a customer, `/r/<link>` for a colleague, `/write` for who writes to us. */
export interface Page {
  /** The beginning of its address; the rest, up to the next slash, is the link it is opened with. */
  at: string;
  load: () => Promise<ComponentType<{ link: string }>>;
}

/** Each slice adds its own line; every page is a chunk of its own. */
export const pages: readonly Page[] = [];

/** The page at an address, and the link in it. */
export const pageAt = (address: string, among: readonly Page[] = pages): { page: Page; link: string } | null => {
  const page = among.find(({ at }) => address === at || address.startsWith(`${at}/`));
  if (!page) return null;
  const [link = ''] = address.slice(page.at.length + 1).split('/');
  return { page, link: decodeURIComponent(link) };
};
