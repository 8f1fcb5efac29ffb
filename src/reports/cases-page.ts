import type { Instant } from '#base/clock.ts';
import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import { listOf, quiet, sheetOf } from './page-sheet.ts';
import type { CaseBehind } from './queries/behind.ts';
import type { Figure, Week } from './rules.ts';
import { reportTexts } from './texts.ts';

interface Page {
  readonly figure: Figure;
  readonly week: Pick<Week, 'name'>;
  readonly cases: readonly Omit<CaseBehind, 'customer' | 'words'>[];
  /** There are more than are shown. */
  readonly more: boolean;
  readonly language: Language;
  /** The digest that led here. */
  readonly back: string;
  readonly timeZone: string;
  readonly now: Instant;
}

/** The cases behind one figure of the digest, for whoever has its link and no account: colleagues are named, customers are not. */
export const casesPage = ({ figure, week, cases, more, language, back, timeZone, now }: Page): string => {
  const texts = reportTexts[language];
  const { behind } = texts;
  const rows = cases.map((one) => `<span><b>C-${one.number}</b> ${escapeHtml(one.subject)}<br><span class="soft">${escapeHtml(`${one.department} · ${one.owner === null ? behind.nobody : behind.owner(one.owner)}`)}</span></span><span class="soft">${sayInstant(one.at, { now, timeZone, language, style: 'short' })}</span>`);
  const title = behind.title[figure];
  return sheetOf({ language, title, body: `<p class="soft"><a href="${back}">← ${behind.back}</a></p><h1>${title}</h1>
${cases.length === 0 ? quiet(behind.none.words) : quiet(behind.lead(texts.week(week.name))) + listOf(rows)}${more ? quiet(behind.onlyFirst(cases.length)) : ''}${cases.length === 0 ? '' : quiet(behind.mayNot)}` });
};
