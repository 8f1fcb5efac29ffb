import { sayCents } from '#base/cents.ts';
import { paperSection, printPaper, type PaperContent } from '#base/paper.ts';
import type { Language } from '#base/texts.ts';
import { sayDate } from '#calendar/words.ts';
import type { ComplaintView } from './contract.ts';
import { sayEntry } from './entry-words.ts';
import { localDateAt } from './rules.ts';
import { complaintWords, exportTexts, paperTexts } from './texts.ts';

interface Printed {
  readonly language: Language;
  readonly madeAt: string;
}

const soft = '#5b5a55';
const thin = { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => '#d9d6cf' };

/** Name and value, without what is not there: an authority reads what is known, not a form with gaps. */
const facts = (all: readonly (readonly [string, string | null])[]): PaperContent => ({
  layout: thin,
  table: { widths: [170, '*'], body: all.flatMap(([name, value]) => (value === null || value === '' ? [] : [[{ text: name, color: soft }, value]])) },
});

const factsOf = (found: ComplaintView, language: Language): PaperContent => {
  const words = complaintWords[language];
  const texts = exportTexts[language].columns;
  const { timeZone } = found.letter;
  const on = (at: string | null): string | null => (at === null ? null : sayDate(localDateAt(timeZone, new Date(at)), language));
  return facts([
    [texts.state, words.states[found.state]], [texts.outcome, found.outcome === null ? null : words.outcomes[found.outcome]],
    [texts.receivedOn, on(found.receivedAt)], [texts.channel, words.channels[found.channel]], [texts.proof, found.proof], [texts.complainant, found.complainant], [texts.onBehalfOf, found.onBehalfOf],
    [texts.contractCode, found.details.contractCode], [texts.product, found.details.product], [texts.topic, found.details.topic], [texts.subTopic, found.details.subTopic], [texts.severity, words.severities[found.severity]],
    [texts.sector, words.sectors[found.sector]], [texts.term, `${found.term.name[language]}: ${words.days(found.term)}`], [texts.basis, found.term.basis[language]],
    [texts.registeredOn, on(found.registeredAt)], [texts.firstDueOn, sayDate(found.firstDueOn, language)], [texts.dueOn, sayDate(found.dueOn, language)],
    [texts.acknowledgedOn, on(found.acknowledgedAt)], [texts.interimOn, on(found.interimAt)], [texts.answeredOn, on(found.answeredAt)], [texts.withinTerm, found.withinTerm === null ? null : words.yesOrNo(found.withinTerm)],
    [texts.responsible, found.responsible?.name ?? null], [texts.department, found.department.name], [texts.repeats, found.repeats?.label ?? null],
    [paperTexts[language].owed, sayCents(found.indemnityCents, language)], [paperTexts[language].paid, sayCents(found.paidCents, language)], [texts.closedOn, on(found.closedAt)],
  ]);
};

/** The file of one complaint on paper, for whoever asks to see it: what was said, by which rule, and everything that was done since. */
export const complaintPdf = (found: ComplaintView, { language, madeAt }: Printed): Promise<Buffer> => {
  const texts = paperTexts[language];
  const { timeZone } = found.letter;
  const moment = (at: string): string => new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
  const line = ({ at, who, words, isStruck = false }: { readonly at: string; readonly who: string; readonly words: string; readonly isStruck?: boolean }): PaperContent[] => [
    { text: [{ text: moment(at), bold: true }, { text: `  ${who}`, color: soft }], margin: [0, 6, 0, 1] },
    { text: words, ...(isStruck && { decoration: 'lineThrough' }) },
  ];
  return printPaper({
    title: `${texts.title} ${found.label}`,
    author: found.letter.companyName,
    foot: found.label,
    content: [
      { text: `${found.letter.companyName} · ${texts.case(found.caseNumber)} · ${texts.made(moment(madeAt))}`, style: 'soft' },
      { text: `${texts.title} ${found.label}`, style: 'title' },
      ...paperSection(texts.facts, [factsOf(found, language)]),
      ...paperSection(texts.said, [found.said.trim()]),
      ...paperSection(texts.remedy, found.details.remedy === null ? [] : [found.details.remedy]),
      ...paperSection(texts.files, found.files.length === 0 ? [] : [{ ul: [...found.files] }]),
      ...paperSection(texts.asked, found.requests.flatMap(({ department, question, askedAt, settledAt }) => line({ at: askedAt, who: department, words: `${question}${settledAt === null ? '' : ` (${texts.answered(moment(settledAt))})`}` }))),
      ...paperSection(texts.history, found.entries.flatMap((entry) => line({ at: entry.at, who: entry.by.name, words: sayEntry(entry, language), isStruck: entry.withdrawn !== null }))),
    ],
  });
};
