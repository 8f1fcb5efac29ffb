import type { Instant } from '#base/clock.ts';
import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import type { Digest } from './contract.ts';
import { inPercent, minutesToRead } from './rules.ts';
import { reportTexts } from './texts.ts';
import { dueOf, sayDay, sayHeadline, sayLead, sayMoney } from './words.ts';

interface Page {
  readonly digest: Digest;
  readonly language: Language;
  /** Where the PDF is. */
  readonly pdf: string;
  /** The program's own address, for whoever has an account. */
  readonly publicUrl: string;
  readonly now: Instant;
}

const style = `
  :root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5b5a55; --line: #d9d6cf; --paper: #fff; --act: #0b5a63; --late: #a3241c; --take: #1f7a4d; --fair: #8a5a00; --poor: #b3470f; --track: #efece5 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --soft: #b5b2a9; --line: #45433e; --paper: #1c1b19; --act: #8fd3db; --late: #ff9d94; --take: #7fd1a5; --fair: #e2b866; --poor: #f0a070; --track: #33312d } }
  * { box-sizing: border-box } body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem } h1 { margin: .5rem 0 1rem; padding-bottom: 1rem; border-bottom: 2px solid; font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.2; text-wrap: balance } h2 { margin: 2rem 0 .5rem; font-size: 1.1rem }
  p { margin: 0 0 .6rem; overflow-wrap: anywhere } .soft { color: var(--soft); font-size: .92rem } .lead { font-size: 1.1rem; max-width: 38rem } a { color: var(--act) } :focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
  .two { display: grid; gap: 0 2.5rem } @media (min-width: 40rem) { .two { grid-template-columns: 1fr 1fr } }
  ul { margin: 0; padding: 0; list-style: none } li { display: flex; gap: .75rem; justify-content: space-between; padding: .45rem 0; border-bottom: 1px solid var(--line) } li > :last-child { white-space: nowrap } .late { color: var(--late); font-weight: 600 }
  .mark { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 99px; font-size: .85rem } .take { color: var(--take) } .leave { color: var(--soft) } dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 0 } dt { font-size: .85rem; color: var(--soft) } dd { margin: 0; font-size: 1.35rem; font-weight: 650 } dd small { font-size: .8rem; font-weight: 400; color: var(--soft) }
  .bar { display: grid; grid-template-columns: 8rem 1fr 3.5rem; gap: .75rem; align-items: center; padding: .3rem 0 } .bar i { display: block; height: .9rem; border-radius: .2rem; background: var(--track) } .bar b { display: block; height: 100%; border-radius: inherit; background: currentcolor } blockquote { margin: .5rem 0; padding-left: .8rem; border-left: 3px solid #d9b94a } details { margin-top: 2rem } summary { min-height: 2.75rem; cursor: pointer }`;

type Part = (page: Page) => string;
const section = (title: string, body: string): string => `<section><h2>${title}</h2>${body}</section>`;
const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const quiet = (words: string): string => `<p class="soft">${words}</p>`;
const themeAt = ({ publicUrl }: Page, id: string, title: string): string => `<a href="${publicUrl}/voices/${id}">${escapeHtml(title)}</a>`;

const undecided: Part = (page) => {
  const texts = reportTexts[page.language];
  const { items, count, overdue } = page.digest.undecided;
  const rest = count - overdue;
  const body = items.length === 0 ? quiet(texts.nothingOverdue) : list(items.map((one) => `<span>${themeAt(page, one.id, one.title)} <span class="soft">${escapeHtml(one.department)} · ${texts.customers(one.customers)}</span></span><span class="late">${texts.days(one.daysLate)}</span>`));
  return section(texts.undecided, body + (rest > 0 ? quiet(texts.waiting(rest)) : ''));
};

const decided: Part = (page) => {
  const texts = reportTexts[page.language];
  const { decided: all, shipped } = page.digest;
  const items = [
    ...all.map((one) => `<span><span class="mark ${one.kind}">${texts.kinds[one.kind]}</span> ${themeAt(page, one.themeId, one.title)}<br><span class="soft">${escapeHtml(texts.quoted(one.words))}${one.shipsBy === null ? '' : ` ${texts.by(sayDay(one.shipsBy, page.language))}`}</span></span><span>${texts.customers(one.customers)}<br><span class="soft">${texts.told(one.told)}</span></span>`),
    ...shipped.map((one) => `<span><span class="mark take">${texts.shipped.toLowerCase()}</span> ${themeAt(page, one.themeId, one.title)}</span><span class="soft">${texts.told(one.told)}</span>`),
  ];
  return section(texts.decided, items.length === 0 ? quiet(texts.nothingDecided) : list(items));
};

const tone = (rate: number): string => (rate >= 0.9 ? 'var(--take)' : rate >= 0.8 ? 'var(--fair)' : 'var(--poor)');

const promises: Part = ({ digest, language }) => {
  const texts = reportTexts[language];
  const rows = digest.promises.byDepartment.filter(({ rate }) => rate !== null).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  const bars = rows.map((one) => `<div class="bar"><span>${escapeHtml(one.department?.name ?? texts.ofUs)}</span><i style="color:${tone(one.rate ?? 0)}"><b style="width:${inPercent(one.rate ?? 0)}%"></b></i><span><b>${inPercent(one.rate ?? 0)}%</b><br><span class="soft">${texts.ofSome(one.kept, dueOf(one))}</span></span></div>`);
  return section(texts.promises, rows.length === 0 ? quiet(texts.noPromises) : bars.join(''));
};

const heard: Part = (page) => {
  const texts = reportTexts[page.language];
  const { heard: said } = page.digest;
  const loose = said.loose.count === 0 ? '' : `<p><a href="${page.publicUrl}/voices?list=loose">${texts.loose(said.loose)}</a></p>`;
  if (said.voices === 0) return section(texts.heard, quiet(texts.nothingHeard) + loose);
  const themes = said.themes.map((one) => `<span>${themeAt(page, one.id, one.title)}${one.quote === null ? '' : `<blockquote>${escapeHtml(texts.quoted(one.quote.words))}<br><span class="soft">${texts.quoteBy(one.quote.by.since)}</span></blockquote>`}</span><span>${texts.customers(one.customers)}${one.valueCents === 0 ? '' : `<br><span class="soft">${sayMoney(one.valueCents, page.language)}</span>`}</span>`);
  return section(texts.heard, `<p>${texts.heardSome(said.voices, said.customers, said.voicesBefore)}</p>${list(themes)}${loose}`);
};

const boiled: Part = ({ digest, language }) => {
  const texts = reportTexts[language];
  const rows = digest.boiled.byWhy.map((one) => `<span>${texts.why[one.why]}</span><span>${texts.customers(one.customers)}</span>`);
  return section(texts.boiled, rows.length === 0 ? quiet(texts.nobodyBoiled) : list(rows));
};

const brought: Part = ({ digest: { brought: { handedOver, won, wonCents, late }, complaints }, language, publicUrl }) => {
  const texts = reportTexts[language];
  const lines = [
    `<p>${won === 0 ? '' : `<b>${sayMoney(wonCents, language)}</b> `}<a href="${publicUrl}/opportunities">${texts.won(won, handedOver)}</a></p>`,
    ...(late === 0 ? [] : [`<p class="late">${texts.lateLeads(late)}</p>`]),
    `<p><a href="${publicUrl}/complaints">${texts.complaints(complaints.received, complaints.open, complaints.overdue)}</a>${complaints.paidCents === 0 ? '' : ` · ${texts.paid(sayMoney(complaints.paidCents, language))}`}</p>`,
  ];
  return section(texts.brought, lines.join(''));
};

const service: Part = ({ digest, language }) => {
  const texts = reportTexts[language];
  const { opened, openedBefore, resolved, open, chased } = digest.service;
  const figures: [string, string, string][] = [
    [texts.opened, String(opened), texts.before(openedBefore)], [texts.resolved, String(resolved), ''], [texts.open, String(open), ''], [texts.chased, String(chased), ''],
    [texts.missed, String(digest.silence.missed), texts.before(digest.silence.missedBefore)],
    ...(digest.asked.csat === null ? [] : [[texts.csat, `${inPercent(digest.asked.csat)}%`, texts.ofAnswers(digest.asked.answers)] as [string, string, string]]),
  ];
  return section(texts.service, `<dl>${figures.map(([what, value, beside]) => `<div><dt>${what}</dt><dd>${value} <small>${beside}</small></dd></div>`).join('')}</dl>`);
};

/** The digest as a page without script: a sentence, then what is behind it; five minutes on a telephone. */
export const digestPage = (page: Page): string => {
  const { digest, language, pdf, publicUrl } = page;
  const texts = reportTexts[language];
  const body = `<div class="two">${undecided(page)}${decided(page)}</div>${promises(page)}<div class="two">${heard(page)}${boiled(page)}</div><div class="two">${brought(page)}${service(page)}</div>`;
  const headline = escapeHtml(sayHeadline(digest, language));
  const minutes = minutesToRead(body.replaceAll(/<[^>]*>/gu, ' '));
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${headline}</title><style>${style}</style></head><body><main>
<p class="soft">${escapeHtml(digest.companyName)} · ${texts.week(digest.week)} · ${texts.forManagement} · ${texts.minutes(minutes)}</p><h1>${headline}</h1><p class="lead">${escapeHtml(sayLead(digest, language))}</p>
${body}
<p class="soft" style="margin-top:2rem">${texts.leads} <a href="${publicUrl}/management?week=${digest.week}">${texts.live}</a> · <a href="${pdf}">${texts.pdf}</a></p>
<details><summary>${texts.definitions}</summary>${texts.define.map((one) => `<p class="soft">${one}</p>`).join('')}</details></main></body></html>`;
};
