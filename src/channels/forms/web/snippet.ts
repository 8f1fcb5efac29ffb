import { escapeHtml } from '#base/html.ts';
import type { FormView } from '../contract.ts';

/**
 * Makes the frame before it as high as its form says. It listens to that frame alone, and only while our own page is in it: whatever
 * else runs within the company's page could otherwise shrink the form to nothing.
 */
const listenerFor = (address: string): string =>
  `(function(f){addEventListener("message",function(e){if(e.source===f.contentWindow&&e.origin===${JSON.stringify(new URL(address).origin)}&&e.data&&e.data.type==="presa:height"&&e.data.height>0)f.style.height=Math.ceil(e.data.height)+"px"})})(document.currentScript.previousElementSibling)`;

/**
 * What a company pastes into its own page. A frame, so that nothing of ours runs within theirs, nor theirs within ours, and the one
 * line that gives it its height; where a page forbids that line, the frame keeps a height of its own and scrolls.
 */
export const snippetFor = ({ address, name }: Pick<FormView, 'address' | 'name'>): string =>
  `<iframe src="${escapeHtml(address)}" title="${escapeHtml(name)}" loading="lazy" style="width:100%;max-width:640px;height:760px;border:0"></iframe><script>${listenerFor(address)}</script>`;
