import type { FormView } from '../contract.ts';

const inAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What a company pastes into its own page. A frame, so that nothing of ours runs within theirs, nor theirs within ours. */
export const snippetFor = ({ address, name }: Pick<FormView, 'address' | 'name'>): string =>
  `<iframe src="${inAttribute(address)}" title="${inAttribute(name)}" loading="lazy" style="width:100%;max-width:640px;height:760px;border:0"></iframe>`;
