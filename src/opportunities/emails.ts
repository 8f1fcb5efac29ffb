import { sayCents } from '#base/cents.ts';
import type { Instant } from '#base/clock.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import type { OpportunityKind } from './contract.ts';

/** What the letter to a department is made from. */
export interface LetterFacts {
  readonly kind: OpportunityKind;
  readonly words: string;
  /** Null for an idea: nobody is to be called about it. */
  readonly customer: { readonly name: string; readonly company: string | null; readonly reach: readonly string[] } | null;
  readonly valueCents: number | null;
  readonly seenBy: string;
  readonly seenByDepartment: string;
  readonly dueAt: Instant;
  /** The page on which the department answers; opening it changes nothing. */
  readonly url: string;
  readonly now: Instant;
  readonly timeZone: string;
  readonly language: Language;
}

const words = defineTexts({
  it: {
    subject: { lead: (who: string) => `Un cliente interessato: ${who}`, order: (who: string) => `Un ordine in vista: ${who}`, product_idea: (what: string) => `Un’idea da un cliente: ${what}` },
    seen: {
      lead: (by: string, department: string) => `${by} (${department}) ha sentito un cliente interessato. Ecco che cosa ha detto:`,
      order: (by: string, department: string) => `${by} (${department}) ha sentito un cliente che vuole ordinare. Ecco che cosa ha detto:`,
      product_idea: (by: string, department: string) => `${by} (${department}) ha raccolto un’idea da un cliente. Ecco che cosa ha detto:`,
    },
    quote: (said: string) => `«${said}»`,
    who: (who: string, reach: string) => `Chi è: ${who}${reach === '' ? '' : `, ${reach}`}`,
    value: (value: string) => `Valore stimato: ${value}`,
    due: (due: string) => `Serve che qualcuno se ne occupi ${due}.`,
    open: (url: string) => `Apri qui per dire chi se ne occupa e, quando si sa, com’è andata: ${url}`,
    how: 'Non serve un account. A questa e-mail non si risponde: basta la pagina.',
    rest: (by: string) => `Per tutto il resto il cliente resta seguito da noi: ${by} saprà da te com’è andata, senza doverlo chiedere.`,
  },
  en: {
    subject: { lead: (who: string) => `An interested customer: ${who}`, order: (who: string) => `An order ahead: ${who}`, product_idea: (what: string) => `An idea from a customer: ${what}` },
    seen: {
      lead: (by: string, department: string) => `${by} (${department}) heard an interested customer. This is what they said:`,
      order: (by: string, department: string) => `${by} (${department}) heard a customer who wants to order. This is what they said:`,
      product_idea: (by: string, department: string) => `${by} (${department}) caught an idea from a customer. This is what they said:`,
    },
    quote: (said: string) => `“${said}”`,
    who: (who: string, reach: string) => `Who it is: ${who}${reach === '' ? '' : `, ${reach}`}`,
    value: (value: string) => `Estimated value: ${value}`,
    due: (due: string) => `Somebody is needed for it ${due}.`,
    open: (url: string) => `Open this to say who has it and, once it is known, what came of it: ${url}`,
    how: 'No account needed. This e-mail takes no answer: the page is enough.',
    rest: (by: string) => `For everything else we look after the customer: ${by} will hear from you what came of it, without having to ask.`,
  },
});

const longestSubject = 70;
const short = (text: string): string => {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return flat.length <= longestSubject ? flat : `${flat.slice(0, longestSubject).replace(/\s+\S*$/u, '')}…`;
};

/** The letter in words: what the customer said, who they are, what it may be worth, by when, and where to answer. */
export const writeLetter = (facts: LetterFacts): { subject: string; text: string } => {
  const { kind, customer, valueCents, language, now, timeZone } = facts;
  const t = words[language];
  const who = customer === null ? '' : [customer.name, customer.company].filter((one) => one !== null).join(', ');
  const subject = t.subject[kind](short(customer === null ? facts.words : (customer.company ?? customer.name)));
  const paragraphs = [
    t.seen[kind](facts.seenBy, facts.seenByDepartment),
    t.quote(facts.words),
    [customer === null ? '' : t.who(who, customer.reach.join(', ')), valueCents === null ? '' : t.value(sayCents(valueCents, language))].filter((line) => line !== '').join('\n'),
    t.due(sayInstant(facts.dueAt, { now, timeZone, language, by: true })),
    t.open(facts.url),
    t.how,
    t.rest(facts.seenBy),
  ];
  return { subject, text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') };
};
