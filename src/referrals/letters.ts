import type { Instant } from '#base/clock.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import type { Courtesy } from '#promises/rules.ts';

export interface Door {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly hours: string | null;
}

interface LetterFacts {
  readonly customerName: string;
  readonly ownerName: string;
  readonly language: Language;
  readonly courtesy: Courtesy;
  readonly door: Door;
  readonly reason: string;
  readonly brings: readonly string[];
  readonly checkOn: Instant;
  readonly now: Instant;
  readonly timeZone: string;
}

const words = defineTexts({
  it: {
    greeting: (name: string) => `Gentile ${name},`,
    whose: (reason: string, name: string) => `ho controllato: ${reason} Chi può davvero aiutarla è ${name}, e la accompagno fin lì.`,
    reach: 'Ecco come raggiungerli:',
    phone: 'telefono', email: 'e-mail', website: 'sito', hours: 'orari',
    bring: 'Le conviene avere sotto mano:',
    check: (when: string) => `Il suo caso resta mio: le scrivo ${when} per sapere com’è andata. Se prima qualcosa si inceppa, risponda pure qui.`,
    regards: 'Cordiali saluti',
    dossier: (url: string) => `Ho preparato un fascicolo con tutto quello che serve, da consegnare o inoltrare così com’è: ${url}`,
    checkBack: (name: string) => `oggi è il giorno in cui le avevo detto che avrei controllato: ${name} è riuscito ad aiutarla? Mi bastano due righe. Se è tutto a posto chiudo il caso; se no, ci penso io.`,
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    whose: (reason: string, name: string) => `I have looked into it: ${reason} The people who can really help are ${name}, and I will see you to their door.`,
    reach: 'This is how to reach them:',
    phone: 'telephone', email: 'e-mail', website: 'website', hours: 'hours',
    bring: 'It helps to have at hand:',
    check: (when: string) => `Your case stays with me: I will write to you ${when} to hear how it went. If anything gets stuck before then, just reply here.`,
    regards: 'Kind regards',
    dossier: (url: string) => `I have put together a dossier with everything they need, to hand over or forward as it is: ${url}`,
    checkBack: (name: string) => `today is the day on which I said I would check: was ${name} able to help? A line or two is enough. If all is well I will close the case; if not, I will see to it.`,
  },
});

/** The same to somebody who is addressed as "tu". */
const informalItalian: (typeof words)['it'] = {
  ...words.it,
  greeting: (name) => `Ciao ${name.split(' ')[0] ?? name},`,
  whose: (reason, name) => `ho controllato: ${reason} Chi può davvero aiutarti è ${name}, e ti accompagno fin lì.`,
  bring: 'Ti conviene avere sotto mano:',
  check: (when) => `Il tuo caso resta mio: ti scrivo ${when} per sapere com’è andata. Se prima qualcosa si inceppa, rispondi pure qui.`,
  regards: 'Un saluto',
  checkBack: (name) => `oggi è il giorno in cui ti avevo detto che avrei controllato: ${name} è riuscito ad aiutarti? Mi bastano due righe. Se è tutto a posto chiudo il caso; se no, ci penso io.`,
};

const textsFor = ({ language, courtesy }: { readonly language: Language; readonly courtesy: Courtesy }) => (language === 'it' && courtesy === 'informal' ? informalItalian : words[language]);

const sentence = (text: string): string => (/[.!?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const bullets = (lines: readonly string[]): string => lines.map((one) => `- ${one}`).join('\n');

/** The letter that goes with a referral, for a person to read over. Runs in the browser, while the fields are filled in. */
export const draftReferral = (facts: LetterFacts): string => {
  const { door, language, now, timeZone } = facts;
  const texts = textsFor(facts);
  const ways = (['phone', 'email', 'website', 'hours'] as const).flatMap((way) => (door[way] === null ? [] : [`${texts[way]}: ${door[way]}`]));
  return [
    texts.greeting(facts.customerName),
    texts.whose(sentence(facts.reason), door.name),
    `${texts.reach}\n${bullets(ways)}`,
    ...(facts.brings.length === 0 ? [] : [`${texts.bring}\n${bullets(facts.brings)}`]),
    texts.check(sayInstant(facts.checkOn, { now, timeZone, language })),
    `${texts.regards},\n${facts.ownerName}`,
  ].join('\n\n');
};

/** The line below the letter that leads to the dossier. */
export const dossierLine = (language: Language, url: string): string => words[language].dossier(url);

interface CheckBackFacts {
  readonly customerName: string;
  readonly ownerName: string;
  readonly language: Language;
  readonly courtesy: Courtesy;
  readonly doorName: string;
}

/** The letter of the day on which we look whether it worked. */
export const draftCheckBack = (facts: CheckBackFacts): string => {
  const texts = textsFor(facts);
  return [texts.greeting(facts.customerName), texts.checkBack(facts.doorName), `${texts.regards},\n${facts.ownerName}`].join('\n\n');
};
