import type { Instant } from '#base/clock.ts';
import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import type { IncidentState, InBoth } from './contract.ts';
import { statusTexts } from './texts.ts';

/** What the public page knows of an incident: what was written for everybody, and nothing of anybody. */
export interface PublicIncident {
  readonly number: number;
  readonly title: InBoth;
  readonly known: InBoth;
  readonly state: IncidentState;
  readonly beganAt: Instant;
  readonly nextUpdateDueAt: Instant | null;
  readonly updates: readonly { readonly at: Instant; readonly state: IncidentState; readonly texts: InBoth }[];
}

interface Page {
  readonly companyName: string;
  readonly timeZone: string;
  readonly language: Language;
  readonly now: Instant;
  readonly incidents: readonly PublicIncident[];
}

const style = `
  :root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5b5a55; --line: #d9d6cf; --paper: #fbfaf7; --sheet: #fff; --mark: #0b5a44 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b5b2a9; --line: #45433e; --paper: #1c1b19; --sheet: #242320; --mark: #7fd1b5 } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem } h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.2 } h2 { margin: 0 0 .25rem; font-size: 1.2rem } h3 { margin: 1rem 0 .25rem; font-size: 1rem }
  p { margin: 0 0 .6rem; overflow-wrap: anywhere } .soft { color: var(--soft) } header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline }
  a { color: var(--mark); display: inline-block; min-height: 24px } a:focus-visible { outline: 3px solid; outline-offset: 2px }
  article { margin: 1.25rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--sheet) } ol { margin: 0; padding: 0; list-style: none } li { margin: .75rem 0 0; padding-top: .75rem; border-top: 1px solid var(--line) }
  .state { display: inline-block; padding: 0 .6rem; border: 1px solid; border-radius: 99px; font-size: .875rem }`;

/** Written in one language only, it is shown in that one, marked as such for whoever hears the page. */
const said = (text: InBoth, language: Language, tag: 'p' | 'h2'): string => {
  const own = text[language];
  const other = language === 'it' ? 'en' : 'it';
  const words = own ?? text[other];
  if (words === null) return '';
  const lang = own === null ? ` lang="${other}"` : '';
  return tag === 'h2' ? `<h2${lang}>${escapeHtml(words)}</h2>` : words.trim().split(/\n{2,}/u).map((part) => `<p${lang}>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`).join('');
};

const incidentInHtml = (incident: PublicIncident, { language, now, timeZone }: Page): string => {
  const texts = statusTexts[language];
  const when = (at: Instant, by = false): string => escapeHtml(sayInstant(at, { now, timeZone, language, by }));
  const updates = incident.updates.map((one) => `<li><p class="soft">${when(one.at)} · ${texts.states[one.state]}</p>${said(one.texts, language, 'p')}</li>`);
  const next = incident.nextUpdateDueAt === null ? '' : `<p>${texts.next} <b>${incident.nextUpdateDueAt > now ? when(incident.nextUpdateDueAt, true) : texts.soon}</b></p>`;
  return `<article><p><span class="state">${texts.states[incident.state]}</span></p>${said(incident.title, language, 'h2')}
<p class="soft">${texts.began} ${when(incident.beganAt)}</p>${said(incident.known, language, 'p')}${next}
${updates.length === 0 ? '' : `<h3>${texts.updates}</h3><ol>${updates.join('')}</ol>`}</article>`;
};

/** The public page: no script, nothing fetched from elsewhere, no account, good on a small and slow telephone. */
export const statusPage = (page: Page): string => {
  const { language, companyName, incidents, now, timeZone } = page;
  const texts = statusTexts[language];
  const other = language === 'it' ? 'en' : 'it';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${texts.title} · ${companyName}`)}</title><style>${style}</style></head><body><main>
<header><p class="soft">${escapeHtml(companyName)}</p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${statusTexts[other].inThis}</a></header>
<h1>${texts.title}</h1><p class="soft">${texts.asOf} ${escapeHtml(sayInstant(now, { now, timeZone, language }))}</p>
${incidents.length === 0 ? `<p>${texts.allWell}</p>` : incidents.map((one) => incidentInHtml(one, page)).join('\n')}
<p class="soft">${texts.notHere}</p>
</main></body></html>`;
};
