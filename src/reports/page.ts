import type { Instant } from '#base/clock.ts';
import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import type { Digest } from './contract.ts';
import { listOf, quiet, sheetOf } from './page-sheet.ts';
import { inPercent, minutesToRead, type Figure } from './rules.ts';
import { reportTexts } from './texts.ts';
import { dueOf, sayDay, sayHeadline, sayLead, sayMoney } from './words.ts';

interface Page {
  readonly digest: Digest;
  readonly language: Language;
  /** Where this page is; what it leads to without an account stands below it. */
  readonly at: string;
  /** The program's own address, for whoever has an account. */
  readonly publicUrl: string;
  readonly now: Instant;
}

type Part = (page: Page) => string;
const section = (title: string, body: string): string => `<section><h2>${title}</h2>${body}</section>`;
const themeAt = ({ publicUrl }: Page, id: string, title: string): string => `<a href="${publicUrl}/voices/${id}">${escapeHtml(title)}</a>`;

/** A figure with the way to its cases; nothing is behind a zero. */
const leads = ({ at }: Page, { figure, of }: { figure: Figure; of?: string | null | undefined }, words: string): string =>
  `<a href="${at}/cases?figure=${figure}${of === undefined || of === null ? '' : `&amp;of=${of}`}">${words}</a>`;

const undecided: Part = (page) => {
  const texts = reportTexts[page.language];
  const { items, count, overdue } = page.digest.undecided;
  const rest = count - overdue;
  const body = items.length === 0 ? quiet(texts.nothingOverdue) : listOf(items.map((one) => `<span>${themeAt(page, one.id, one.title)} <span class="soft">${escapeHtml(one.department)} · ${texts.customers(one.customers)}</span></span><span class="late">${texts.days(one.daysLate)}</span>`));
  return section(texts.undecided, body + (rest > 0 ? quiet(texts.waiting(rest)) : ''));
};

const decided: Part = (page) => {
  const texts = reportTexts[page.language];
  const { decided: all, shipped } = page.digest;
  const items = [
    ...all.map((one) => `<span><span class="mark ${one.kind}">${texts.kinds[one.kind]}</span> ${themeAt(page, one.themeId, one.title)}<br><span class="soft">${escapeHtml(texts.quoted(one.words))}${one.shipsBy === null ? '' : ` ${texts.by(sayDay(one.shipsBy, page.language))}`}</span></span><span>${texts.customers(one.customers)}<br><span class="soft">${texts.told(one.told)}</span></span>`),
    ...shipped.map((one) => `<span><span class="mark take">${texts.shipped.toLowerCase()}</span> ${themeAt(page, one.themeId, one.title)}</span><span class="soft">${texts.told(one.told)}</span>`),
  ];
  return section(texts.decided, items.length === 0 ? quiet(texts.nothingDecided) : listOf(items));
};

const tone = (rate: number): string => (rate >= 0.9 ? 'var(--take)' : rate >= 0.8 ? 'var(--fair)' : 'var(--poor)');

const promises: Part = (page) => {
  const { digest, language } = page;
  const texts = reportTexts[language];
  const rows = digest.promises.byDepartment.filter(({ rate }) => rate !== null).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  const bars = rows.map((one) => `<div class="bar"><span>${escapeHtml(one.department?.name ?? texts.ofUs)}</span><i style="color:${tone(one.rate ?? 0)}"><b style="width:${inPercent(one.rate ?? 0)}%"></b></i><span><b>${inPercent(one.rate ?? 0)}%</b><br><span class="soft">${leads(page, { figure: one.broken > 0 ? 'broken' : 'kept', of: one.department?.id }, texts.ofSome(one.kept, dueOf(one)))}</span></span></div>`);
  return section(texts.promises, rows.length === 0 ? quiet(texts.noPromises) : bars.join(''));
};

const heard: Part = (page) => {
  const texts = reportTexts[page.language];
  const { heard: said } = page.digest;
  const loose = said.loose.count === 0 ? '' : `<p><a href="${page.publicUrl}/voices?list=loose">${texts.loose(said.loose)}</a></p>`;
  if (said.voices === 0) return section(texts.heard, quiet(texts.nothingHeard) + loose);
  const themes = said.themes.map((one) => `<span>${themeAt(page, one.id, one.title)}${one.quote === null ? '' : `<blockquote>${escapeHtml(texts.quoted(one.quote.words))}<br><span class="soft">${texts.quoteBy(one.quote.by.since)}</span></blockquote>`}</span><span>${texts.customers(one.customers)}${one.valueCents === 0 ? '' : `<br><span class="soft">${sayMoney(one.valueCents, page.language)}</span>`}</span>`);
  return section(texts.heard, `<p>${texts.heardSome(said.voices, said.customers, said.voicesBefore)}</p>${listOf(themes)}${loose}`);
};

const boiled: Part = (page) => {
  const texts = reportTexts[page.language];
  const { customers, customersBefore, byCause, byWhy } = page.digest.boiled;
  if (customers === 0) return section(texts.boiled, quiet(texts.nobodyBoiled));
  const causes = byCause.map((one) => `<span>${escapeHtml(one.title)}</span><span>${leads(page, { figure: 'boiled', of: one.id }, texts.customers(one.customers))}</span>`);
  const whys = byWhy.map((one) => `<span class="soft">${texts.why[one.why]}</span><span class="soft">${texts.customers(one.customers)}</span>`);
  return section(texts.boiled, quiet(`${leads(page, { figure: 'boiled' }, texts.customers(customers))} · ${texts.before(customersBefore)}`) + listOf([...causes, ...whys]));
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

const service: Part = (page) => {
  const { digest, language } = page;
  const texts = reportTexts[language];
  const { opened, openedBefore, resolved, open, chased } = digest.service;
  const counted = (figure: Figure, count: number): string => (count === 0 ? '0' : leads(page, { figure }, String(count)));
  const figures: [string, string, string][] = [
    [texts.opened, counted('opened', opened), texts.before(openedBefore)], [texts.resolved, counted('resolved', resolved), ''], [texts.open, String(open), ''], [texts.chased, counted('chased', chased), ''],
    [texts.missed, counted('missed', digest.silence.missed), texts.before(digest.silence.missedBefore)],
    ...(digest.asked.csat === null ? [] : [[texts.csat, `${inPercent(digest.asked.csat)}%`, texts.ofAnswers(digest.asked.answers)] as [string, string, string]]),
  ];
  return section(texts.service, `<dl>${figures.map(([what, value, beside]) => `<div><dt>${what}</dt><dd>${value} <small>${beside}</small></dd></div>`).join('')}</dl>`);
};

/** The digest as a page without script: a sentence, then what is behind it; five minutes on a telephone. */
export const digestPage = (page: Page): string => {
  const { digest, language, at, publicUrl } = page;
  const texts = reportTexts[language];
  const body = `<div class="two">${undecided(page)}${decided(page)}</div>${promises(page)}<div class="two">${heard(page)}${boiled(page)}</div><div class="two">${brought(page)}${service(page)}</div>`;
  const title = sayHeadline(digest, language);
  const minutes = minutesToRead(body.replaceAll(/<[^>]*>/gu, ' '));
  return sheetOf({ language, title, body: `<p class="soft">${escapeHtml(digest.companyName)} · ${texts.week(digest.week)} · ${texts.forManagement} · ${texts.minutes(minutes)}</p><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(sayLead(digest, language))}</p>
${body}
<p class="soft" style="margin-top:2rem">${texts.leads} <a href="${publicUrl}/management?week=${digest.week}">${texts.live}</a> · <a href="${at}/pdf">${texts.pdf}</a></p>
<details><summary>${texts.definitions}</summary>${texts.define.map((one) => `<p class="soft">${one}</p>`).join('')}</details>` });
};
