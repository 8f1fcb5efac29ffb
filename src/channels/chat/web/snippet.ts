import { escapeHtml } from '#base/html.ts';
import type { ChatEntrance } from '../contract.ts';

/** What a company pastes into its own pages, once, before the end of the body. It waits for nothing and holds up nothing. */
export const snippetFor = ({ address }: Pick<ChatEntrance, 'address'>): string => `<script src="${escapeHtml(address)}.js" async></script>`;
