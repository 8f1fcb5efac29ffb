import { printPaper, type PaperContent } from '#base/paper.ts';
import type { Language } from '#base/texts.ts';
import type { Digest } from './contract.ts';
import { inPercent } from './rules.ts';
import { reportTexts, type ReportTexts } from './texts.ts';
import { dueOf, sayDay, sayHeadline, sayLead, sayMoney } from './words.ts';

interface Printing {
  readonly digest: Digest;
  readonly language: Language;
  readonly texts: ReportTexts;
}

const ink = { soft: '#5b5a55', line: '#d9d6cf', late: '#a3241c', take: '#1f7a4d', fair: '#8a5a00', poor: '#b3470f', track: '#efece5' } as const;

const heading = (text: string): PaperContent => ({ text, bold: true, fontSize: 11.5, margin: [0, 0, 0, 4] });
const quiet = (text: string): PaperContent => ({ text, color: ink.soft, fontSize: 9.5 });

/** Rows with a line below each: what it is, and its figure at the right. The printer knows no table without rows. */
const rows = (lines: readonly (readonly [PaperContent, PaperContent])[]): PaperContent => (lines.length === 0 ? '' : {
  table: { widths: ['*', 'auto'], body: lines.map(([what, figure]) => [what, { alignment: 'right', ...(typeof figure === 'string' ? { text: figure } : figure) }]) },
  layout: { hLineWidth: (at: number) => (at === 0 ? 0 : 0.5), vLineWidth: () => 0, hLineColor: () => ink.line, paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 3, paddingBottom: () => 3 },
});

const block = (title: string, body: readonly PaperContent[]): PaperContent => ({ stack: [heading(title), ...body], margin: [0, 10, 0, 0] });
const two = (left: PaperContent, right: PaperContent): PaperContent => ({ columns: [{ width: '*', stack: [left] }, { width: '*', stack: [right] }], columnGap: 28 });

const undecided = ({ digest, texts }: Printing): PaperContent => {
  const { items, count, overdue } = digest.undecided;
  const lines = items.slice(0, 6).map((one) => [{ text: [one.title, { text: `  ${one.department} · ${texts.customers(one.customers)}`, color: ink.soft, fontSize: 9 }] }, { text: texts.days(one.daysLate), color: ink.late, bold: true }] as const);
  return block(texts.undecided, [...(lines.length === 0 ? [quiet(texts.nothingOverdue)] : [rows(lines)]), ...(count > overdue ? [quiet(texts.waiting(count - overdue))] : [])]);
};

const decided = ({ digest, language, texts }: Printing): PaperContent => {
  const lines = [
    ...digest.decided.slice(0, 6).map((one) => [
      { text: [{ text: `${texts.kinds[one.kind]}  `, bold: true, color: one.kind === 'take' ? ink.take : ink.soft }, one.title, { text: `\n${texts.quoted(one.words)}${one.shipsBy === null ? '' : ` ${texts.by(sayDay(one.shipsBy, language))}`}`, color: ink.soft, fontSize: 9 }] },
      { text: [texts.customers(one.customers), { text: `\n${texts.told(one.told)}`, color: ink.soft, fontSize: 9 }] },
    ] as const),
    ...digest.shipped.slice(0, 4).map((one) => [{ text: [{ text: `${texts.shipped.toLowerCase()}  `, bold: true, color: ink.take }, one.title] }, { text: texts.told(one.told), color: ink.soft, fontSize: 9 }] as const),
  ];
  return block(texts.decided, lines.length === 0 ? [quiet(texts.nothingDecided)] : [rows(lines)]);
};

const tone = (rate: number): string => (rate >= 0.9 ? ink.take : rate >= 0.8 ? ink.fair : ink.poor);
const barWidth = 300;

const bar = (rate: number): PaperContent => ({
  canvas: [
    { type: 'rect', x: 0, y: 2, w: barWidth, h: 9, r: 2, color: ink.track },
    ...(rate === 0 ? [] : [{ type: 'rect', x: 0, y: 2, w: barWidth * rate, h: 9, r: 2, color: tone(rate) }]),
  ],
});

const promises = ({ digest, texts }: Printing): PaperContent => {
  const known = digest.promises.byDepartment.filter(({ rate }) => rate !== null).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  if (known.length === 0) return block(texts.promises, [quiet(texts.noPromises)]);
  const body = known.map((one) => [{ text: one.department?.name ?? texts.ofUs }, bar(one.rate ?? 0), { text: [{ text: `${inPercent(one.rate ?? 0)}%`, bold: true }, { text: `  ${texts.ofSome(one.kept, dueOf(one))}`, color: ink.soft, fontSize: 9 }] }]);
  return block(texts.promises, [{ table: { widths: [100, barWidth + 6, '*'], body }, layout: { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingTop: () => 2, paddingBottom: () => 2 } }]);
};

const heard = ({ digest, language, texts }: Printing): PaperContent => {
  const { voices, customers, voicesBefore, themes, loose } = digest.heard;
  const without = loose.count === 0 ? [] : [quiet(texts.loose(loose))];
  if (voices === 0) return block(texts.heard, [quiet(texts.nothingHeard), ...without]);
  const lines = themes.map((one) => [
    { text: [one.title, ...(one.quote === null ? [] : [{ text: `\n${texts.quoted(one.quote.words)}  ${texts.quoteBy(one.quote.by.since)}`, italics: true, color: ink.soft, fontSize: 9 }])] },
    { text: [texts.customers(one.customers), ...(one.valueCents === 0 ? [] : [{ text: `\n${sayMoney(one.valueCents, language)}`, color: ink.soft, fontSize: 9 }])] },
  ] as const);
  return block(texts.heard, [quiet(texts.heardSome(voices, customers, voicesBefore)), rows(lines), ...without]);
};

const boiled = ({ digest, texts }: Printing): PaperContent =>
  block(texts.boiled, digest.boiled.byWhy.length === 0 ? [quiet(texts.nobodyBoiled)] : [rows(digest.boiled.byWhy.map((one) => [texts.why[one.why], texts.customers(one.customers)] as const))]);

const brought = ({ digest: { brought: { handedOver, won, wonCents, late }, complaints }, language, texts }: Printing): PaperContent =>
  block(texts.brought, [
    { text: [...(won === 0 ? [] : [{ text: `${sayMoney(wonCents, language)} `, bold: true, fontSize: 15 }]), texts.won(won, handedOver)] },
    ...(late === 0 ? [] : [{ text: texts.lateLeads(late), color: ink.late }]),
    { text: [texts.complaints(complaints.received, complaints.open, complaints.overdue), ...(complaints.paidCents === 0 ? [] : [` · ${texts.paid(sayMoney(complaints.paidCents, language))}`])], margin: [0, 4, 0, 0] },
  ]);

const service = ({ digest, texts }: Printing): PaperContent => {
  const { opened, openedBefore, resolved, open, chased } = digest.service;
  const figures: readonly (readonly [string, string, string])[] = [
    [texts.opened, String(opened), texts.before(openedBefore)], [texts.resolved, String(resolved), ''], [texts.open, String(open), ''], [texts.chased, String(chased), ''],
    [texts.missed, String(digest.silence.missed), texts.before(digest.silence.missedBefore)],
    ...(digest.asked.csat === null ? [] : [[texts.csat, `${inPercent(digest.asked.csat)}%`, texts.ofAnswers(digest.asked.answers)] as const]),
  ];
  return block(texts.service, [{ columns: figures.map(([what, value, beside]) => ({ stack: [{ text: value, bold: true, fontSize: 15 }, { text: what, fontSize: 9, color: ink.soft }, { text: beside, fontSize: 8.5, color: ink.soft }] })), columnGap: 10 }]);
};

/** The digest on paper: one A4 sheet in an ordinary week, as one would put it on a board's table. */
export const digestPdf = (digest: Digest, language: Language): Promise<Buffer> => {
  const texts = reportTexts[language];
  const printing: Printing = { digest, language, texts };
  const headline = sayHeadline(digest, language);
  return printPaper({
    title: headline,
    author: digest.companyName,
    foot: `${digest.companyName} · ${texts.week(digest.week)}`,
    content: [
      { text: `${digest.companyName} · ${texts.week(digest.week)} · ${texts.forManagement}`, color: ink.soft, fontSize: 9.5 },
      { text: headline, fontSize: 21, bold: true, lineHeight: 1.1, margin: [0, 8, 0, 8] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 483, y2: 0, lineWidth: 1.4 }] },
      { text: sayLead(digest, language), fontSize: 12, margin: [0, 10, 0, 0] },
      two(undecided(printing), decided(printing)),
      promises(printing),
      two(heard(printing), boiled(printing)),
      brought(printing),
      service(printing),
      { text: `${texts.leads} ${texts.definitions}: ${texts.define.join(' ')}`, fontSize: 8, color: ink.soft, margin: [0, 16, 0, 0] },
    ],
  });
};
