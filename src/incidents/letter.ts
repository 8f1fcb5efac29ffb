import type { Instant } from '#base/clock.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';

interface LetterFacts {
  readonly language: Language;
  /** What the keeper wrote: the same to everybody. */
  readonly text: string;
  readonly nextUpdateAt: Instant | null;
  readonly customerName: string;
  /** Who has the case; null where it still stands in the queue. */
  readonly ownerName: string | null;
  readonly writerName: string;
  readonly companyName: string;
  readonly now: Instant;
  readonly timeZone: string;
}

// Neither "Lei" nor "tu": nobody has read these cases one by one for it, and both would be wrong for half of the readers.
const words = defineTexts({
  it: {
    greeting: (name: string) => `Buongiorno ${name},`,
    next: (when: string) => `Prossimo aggiornamento: ${when}, anche se non ci fosse ancora la soluzione.`,
    many: 'Questo messaggio va a tutte le persone coinvolte. Per rispondere basta scrivere qui:',
    owner: (name: string) => `legge ${name}, che segue il caso fino in fondo.`,
    nobody: 'legge chi segue il caso.',
    regards: 'Cordiali saluti',
    for: (writer: string, company: string) => `${writer}, per ${company}`,
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    next: (when: string) => `Next update: ${when}, even if there is no solution by then.`,
    many: 'This message goes to everybody affected. To answer, just reply here:',
    owner: (name: string) => `${name}, who sees this case through to the end, reads it.`,
    nobody: 'whoever looks after this case reads it.',
    regards: 'Kind regards',
    for: (writer: string, company: string) => `${writer}, for ${company}`,
  },
});

/** The update as one customer gets it. Runs in the browser, too: the preview is the letter itself. */
export const letterOf = (facts: LetterFacts): string => {
  const { language, now, timeZone } = facts;
  const texts = words[language];
  return [
    texts.greeting(facts.customerName),
    facts.text.trim(),
    ...(facts.nextUpdateAt === null ? [] : [texts.next(sayInstant(facts.nextUpdateAt, { now, timeZone, language, style: 'label' }))]),
    `${texts.many} ${facts.ownerName === null ? texts.nobody : texts.owner(facts.ownerName)}`,
    `${texts.regards},\n${texts.for(facts.writerName, facts.companyName)}`,
  ].join('\n\n');
};
