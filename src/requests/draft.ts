import { defineTexts, type Language } from '#base/texts.ts';

/**
 * The reply to the customer that waits for the owner when a department has answered. It holds what the department gave as a fact: the
 * answer that was tapped and the day. The words that came with those were written for the owner ("damaged on its way out") and stay
 * in the case. Where words are all there is they are put in, marked, for the owner to turn towards the customer: a colleague's
 * sentence is never sent as it is without somebody having looked at it. A supplier is not named: with whom we work is for the owner
 * to tell.
 */
export interface DraftFacts {
  readonly language: Language;
  readonly customer: string;
  readonly department: string;
  readonly isSupplier: boolean;
  readonly choice: string | null;
  /** `YYYY-MM-DD`. */
  readonly promisedFor: string | null;
  readonly text: string;
}

/** What stands between these is not for the customer yet. The check before sending looks for the first of them. */
export const toAdapt = { it: ['[DA RISCRIVERE:', ']'], en: ['[TO BE REWORDED:', ']'] } as const;

const longestQuote = 600;

const texts = defineTexts({
  it: {
    dear: (name: string | null) => (name === null ? 'Buongiorno,' : `Gentile ${name},`),
    said: (department: string, isSupplier: boolean, choice: string | null) => {
      const who = isSupplier ? 'il nostro fornitore mi ha' : `i colleghi di ${department} mi hanno`;
      return choice === null ? `${who} risposto.` : `${who} risposto: «${choice}».`;
    },
    date: (day: string) => `La data che mi hanno dato è ${day}.`,
    next: (day: string) => `Seguo io fino in fondo: le scrivo entro ${day}, anche solo per confermarle che è tutto a posto.`,
    enough: 'Se così per lei va bene, non deve fare altro. Se le manca qualcosa, mi risponda qui: me ne occupo io.',
  },
  en: {
    dear: (name: string | null) => (name === null ? 'Hello,' : `Dear ${name},`),
    said: (department: string, isSupplier: boolean, choice: string | null) => {
      const who = isSupplier ? 'our supplier' : `my colleagues at ${department}`;
      return choice === null ? `I have an answer from ${who}.` : `I have an answer from ${who}: “${choice}”.`;
    },
    date: (day: string) => `The date I have been given is ${day}.`,
    next: (day: string) => `I will see this through: I will write to you by ${day}, if only to confirm that all is well.`,
    enough: 'If that settles it, there is nothing more for you to do. If anything is missing, reply here and I will take care of it.',
  },
});

/** A handle or a bare address is not what one calls somebody in a letter. */
const nameFor = (customer: string): string | null => (/^@|@.+\.|^\+?[\d\s]+$/u.test(customer.trim()) || customer.trim() === '' ? null : customer.trim());

/** "venerdì 27 novembre": the letter may be read tomorrow, so never "tomorrow". */
const sayDay = (date: string, language: Language): string => {
  const noon = new Date(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { ...options, timeZone: 'UTC' }).format(noon);
  const day = language === 'it' && noon.getUTCDate() === 1 ? '1º' : String(noon.getUTCDate());
  return `${part({ weekday: 'long' })} ${day} ${part({ month: 'long' })}`;
};

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const quoted = (text: string, language: Language): string => {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  const cut = flat.length <= longestQuote ? flat : `${flat.slice(0, longestQuote).replace(/\s+\S*$/u, '')}…`;
  const [open, close] = toAdapt[language];
  return `${open} ${cut}${close}`;
};

export const draftFromAnswer = ({ language, customer, department, isSupplier, choice, promisedFor, text }: DraftFacts): string => {
  const t = texts[language];
  const facts = [capital(t.said(department, isSupplier, choice)), promisedFor === null ? '' : t.date(sayDay(promisedFor, language))].filter((line) => line !== '');
  const hasFacts = choice !== null || promisedFor !== null;
  return [
    t.dear(nameFor(customer)),
    facts.join(' '),
    hasFacts || text.trim() === '' ? '' : quoted(text, language),
    promisedFor === null ? t.enough : t.next(sayDay(promisedFor, language)),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
};
