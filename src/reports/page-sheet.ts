import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';

const style = `
  :root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5b5a55; --line: #d9d6cf; --paper: #fff; --act: #0b5a63; --late: #a3241c; --take: #1f7a4d; --fair: #8a5a00; --poor: #b3470f; --track: #efece5 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b5b2a9; --line: #45433e; --paper: #1c1b19; --act: #8fd3db; --late: #ff9d94; --take: #7fd1a5; --fair: #e2b866; --poor: #f0a070; --track: #33312d } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem } h1 { margin: .5rem 0 1rem; padding-bottom: 1rem; border-bottom: 2px solid; font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.2; text-wrap: balance } h2 { margin: 2rem 0 .5rem; font-size: 1.1rem }
  p { margin: 0 0 .6rem; overflow-wrap: anywhere } .soft { color: var(--soft); font-size: .92rem } .lead { font-size: 1.1rem; max-width: 38rem } a { color: var(--act) } :focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
  .two { display: grid; gap: 0 2.5rem } @media (min-width: 40rem) { .two { grid-template-columns: 1fr 1fr } }
  ul { margin: 0; padding: 0; list-style: none } li { display: flex; gap: .75rem; justify-content: space-between; padding: .45rem 0; border-bottom: 1px solid var(--line) } li > :last-child { white-space: nowrap } ul + p { margin-top: .6rem } .late { color: var(--late); font-weight: 600 }
  .mark { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 99px; font-size: .85rem } .take { color: var(--take) } .leave { color: var(--soft) } dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 0 } dt { font-size: .85rem; color: var(--soft) } dd { margin: 0; font-size: 1.35rem; font-weight: 650 } dd small { font-size: .8rem; font-weight: 400; color: var(--soft) }
  .bar { display: grid; grid-template-columns: 8rem 1fr 3.5rem; gap: .75rem; align-items: center; padding: .3rem 0 } .bar i { display: block; height: .9rem; border-radius: .2rem; background: var(--track) } .bar b { display: block; height: 100%; border-radius: inherit; background: currentcolor } blockquote { margin: .5rem 0; padding-left: .8rem; border-left: 3px solid #d9b94a } details { margin-top: 2rem } summary { min-height: 2.75rem; cursor: pointer }`;

/** A page without script that a personal link opens: light or dark as the reader's own, on a telephone or on paper. `body` is HTML. */
export const sheetOf = ({ language, title, body }: { readonly language: Language; readonly title: string; readonly body: string }): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>\n${body}</main></body></html>`;

export const quiet = (words: string): string => `<p class="soft">${words}</p>`;
export const listOf = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
