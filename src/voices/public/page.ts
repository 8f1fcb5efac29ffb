import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import { sayFullDate } from '#calendar/words.ts';
import { ideasTexts } from './texts.ts';

/** What the public page knows of a theme: what a person made public, and nothing of anybody. */
export interface PublicTheme {
  readonly title: string;
  readonly customers: number;
  readonly state: 'undecided' | 'taken' | 'shipped' | 'left';
  /** Why it was left, what is being done, what is out. */
  readonly words: string | null;
  /** By which day, of what is being done. */
  readonly by: string | null;
}

/** What stands in the form. */
export interface Typed {
  readonly text: string;
  readonly name: string;
  readonly email: string;
}

interface Page {
  readonly companyName: string;
  readonly language: Language;
  readonly themes: readonly PublicTheme[];
  /** Says when the form was opened. */
  readonly ticket: string;
  /** What was just done, or what was wrong with it. */
  readonly notice: { readonly words: string; readonly isWrong: boolean } | null;
  /** Kept where it could not be taken, so that nobody writes it twice. */
  readonly typed: Typed;
}

const style = `
  :root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5b5a55; --line: #8a877e; --paper: #fbfaf7; --sheet: #fff; --act: #0b5a63; --on: #fff }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b5b2a9; --line: #7c7970; --paper: #1c1b19; --sheet: #242320; --act: #8fd3db; --on: #10302f } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem } h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.2 } h2 { margin: 2rem 0 .1rem; font-size: 1.2rem } h3 { margin: 0 0 .2rem; font-size: 1rem }
  p { margin: 0 0 .6rem; overflow-wrap: anywhere } .soft { color: var(--soft); font-size: .92rem } header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline }
  a { color: var(--act); display: inline-block; min-height: 24px } :focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
  article, form, .notice { margin: .75rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--sheet) } article p:last-child { margin: 0 } h3 { overflow-wrap: anywhere }
  form { margin-top: 2.5rem } .notice { border-width: 2px; font-weight: 600 } label { display: block; margin: .75rem 0 .2rem; font-weight: 600 } label .soft { font-weight: 400 }
  textarea, input { width: 100%; padding: .6rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit; font: inherit } button { min-height: 2.75rem; margin-top: 1rem; padding: .5rem 1.1rem; border: 1px solid var(--act); border-radius: .4rem; background: var(--act); color: var(--on); font: inherit; font-weight: 600 }
  .unseen { position: absolute; left: -200vw; width: 1px; height: 1px; overflow: hidden }`;

const states = ['taken', 'undecided', 'shipped', 'left'] as const;

const themeInHtml = ({ title, customers, words, by }: PublicTheme, language: Language): string => {
  const texts = ideasTexts[language];
  const said = words === null ? '' : `<p>${escapeHtml(words.trim()).replaceAll('\n', '<br>')}</p>`;
  const day = by === null ? '' : `<p><b>${escapeHtml(texts.by(sayFullDate(by, language)))}</b></p>`;
  return `<article><h3>${escapeHtml(title)}</h3>${said}${day}<p class="soft">${texts.asked(customers)}</p></article>`;
};

const sections = ({ themes, language }: Page): string => {
  const texts = ideasTexts[language];
  if (themes.length === 0) return `<p>${texts.nothing}</p>`;
  return states
    .map((state) => ({ state, own: themes.filter((theme) => theme.state === state) }))
    .filter(({ own }) => own.length > 0)
    .map(({ state, own }) => `<section><h2>${texts.states[state]}</h2><p class="soft">${texts.about[state]}</p>${own.map((theme) => themeInHtml(theme, language)).join('')}</section>`)
    .join('\n');
};

const formInHtml = ({ language, ticket, typed }: Page): string => {
  const texts = ideasTexts[language];
  return `<form method="post" action="/api/ideas?lang=${language}" aria-labelledby="add"><h2 id="add" style="margin-top:0">${texts.add}</h2>
<label for="text">${texts.text}</label><p class="soft" id="text-about">${texts.textAbout}</p><textarea id="text" name="text" rows="4" maxlength="4000" required aria-describedby="text-about">${escapeHtml(typed.text)}</textarea>
<label for="name">${texts.name} <span class="soft">${texts.optional}</span></label><input id="name" name="name" maxlength="120" autocomplete="name" value="${escapeHtml(typed.name)}">
<label for="email">${texts.email} <span class="soft">${texts.optional}</span></label><p class="soft" id="email-about">${texts.emailAbout}</p><input id="email" name="email" type="email" maxlength="254" autocomplete="email" aria-describedby="email-about" value="${escapeHtml(typed.email)}">
<div class="unseen" aria-hidden="true"><label for="website">${texts.website}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<input type="hidden" name="ticket" value="${escapeHtml(ticket)}"><button type="submit">${texts.send}</button></form>`;
};

/** The page: no script, nothing fetched from elsewhere, no account, good on a small and slow telephone. */
export const ideasPage = (page: Page): string => {
  const { language, companyName, notice } = page;
  const texts = ideasTexts[language];
  const other = language === 'it' ? 'en' : 'it';
  const said = notice === null ? '' : `<p class="notice" role="${notice.isWrong ? 'alert' : 'status'}">${escapeHtml(notice.words)}</p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${texts.title} · ${companyName}`)}</title><style>${style}</style></head><body><main>
<header><p class="soft">${escapeHtml(companyName)}</p><a href="/api/ideas?lang=${other}" lang="${other}" hreflang="${other}">${ideasTexts[other].inThis}</a></header>
<h1>${texts.title}</h1><p>${texts.lead}</p>${said}
${sections(page)}
${formInHtml(page)}
</main></body></html>`;
};
