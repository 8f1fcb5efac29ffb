import { escapeHtml } from '#base/html.ts';
import { saySize } from '#base/say-size.ts';
import type { Dossier } from './contract.ts';
import { sayOnPaper } from './dossier-words.ts';
import { dossierTexts } from './texts.ts';

const paragraphs = (text: string): string => escapeHtml(text.trim()).split(/\n{2,}/u).map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join('');

const style = `
  :root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5b5a55; --line: #d9d6cf; --paper: #fbfaf7; --ours: #eef3ee }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b5b2a9; --line: #45433e; --paper: #1c1b19; --ours: #242b25 } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem } h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.2 } h2 { margin: 2rem 0 .5rem; font-size: 1.1rem }
  p { margin: 0 0 .6rem; overflow-wrap: anywhere } .soft { color: var(--soft) } ul { margin: 0; padding-left: 1.2rem } li { margin: .2rem 0; overflow-wrap: anywhere }
  a { color: inherit } a:focus-visible { outline: 3px solid; outline-offset: 2px } .pdf { display: inline-block; margin-top: 1rem; padding: .6rem 1rem; border: 1px solid; border-radius: .5rem }
  article { margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem } article.ours { background: var(--ours) } article header { margin-bottom: .4rem; font-size: .9rem }
  @media print { .pdf { display: none } body { background: none } article { break-inside: avoid } }`;

const list = (title: string, items: readonly string[]): string => (items.length === 0 ? '' : `<section><h2>${title}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></section>`);

/** The dossier for whoever opens its link: no script, nothing fetched from elsewhere, good on paper too. `path` is its own address. */
export const dossierPage = (dossier: Dossier, path: string): string => {
  const texts = dossierTexts[dossier.language];
  const { contact } = dossier;
  const said = dossier.said.map(
    (one) => `<article${one.isOurs ? ' class="ours"' : ''}><header><b>${escapeHtml(one.who)}</b> <span class="soft">${sayOnPaper(one.at, dossier)}</span></header>${one.text.trim() === '' ? `<p class="soft">${texts.noWords}</p>` : paragraphs(one.text)}</article>`,
  );
  const files = dossier.files.map(({ sha256, name, size }) => `<a href="${path}/files/${sha256}">${escapeHtml(name)}</a> <span class="soft">${saySize(size, dossier.language)}</span>`);
  return `<!doctype html><html lang="${dossier.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(`${texts.title}: ${dossier.subject}`)}</title><style>${style}</style></head><body><main>
<p class="soft">${escapeHtml(`${texts.by(dossier.companyName)} · ${texts.case(dossier.caseNumber)} · ${sayOnPaper(dossier.madeAt, dossier)}`)}</p>
<h1>${escapeHtml(dossier.subject)}</h1><p class="soft">${escapeHtml(texts.for(dossier.to))}</p>
<section><h2>${texts.why}</h2>${paragraphs(dossier.reason)}</section>
<section><h2>${texts.customer}</h2><p>${escapeHtml(dossier.customerName)}</p></section>
<section><h2>${texts.contact}</h2><p>${escapeHtml(contact.name)}${contact.address === null ? '' : `, <a href="mailto:${encodeURI(contact.address)}">${escapeHtml(contact.address)}</a>`}</p></section>
${list(texts.brings, dossier.brings.map(escapeHtml))}${list(texts.files, files)}
<section><h2>${texts.said}</h2>${said.join('')}</section>
<a class="pdf" href="${path}/pdf">${texts.pdf}</a>
</main></body></html>`;
};
