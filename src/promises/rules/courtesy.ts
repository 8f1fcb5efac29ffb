/**
 * Whether an Italian customer is addressed as "Lei" or as "tu". The last messages that people of ours wrote to them decide, because
 * going back from one to the other is heard at once; where we wrote none, how they write to us. In doubt "Lei": nobody was ever
 * offended by it.
 */
export type Courtesy = 'formal' | 'informal';

const around = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}’'])(?:${words})(?![\p{L}])`, 'giu');

// Only words that are never anything else: "le" is an article as well, "suo" is his, and "sai" is "you know" in any register.
const informalWords = around(
  String.raw`ti|te|tu|tuo|tua|tuoi|tue|hai|puoi|vuoi|sei|scrivimi|mandami|dimmi|fammi|inviami|contattaci|scrivici|facci|ciao|caro|cara|t[’']`,
);
const formalWords = around(
  String.raw`lei|la ringrazio|la ringraziamo|la informo|la informiamo|la avviso|la contatto|la terrò|la aggiorno|le (?:scrivo|scriviamo|scriverò|invio|inviamo|mando|confermo|confermiamo|chiedo|chiediamo|segnalo|comunico|comunichiamo|dico|faccio|farò|faremo)|può|potrebbe|vuole|desidera|gentile|gentilissim[ao]|egregio|egregia|spettabile|ci scriva|mi scriva|mi dica|ci contatti|la prego|la preghiamo|cordiali saluti|distinti saluti`,
);

const count = (texts: readonly string[], words: RegExp): number => texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);

const leaning = (texts: readonly string[]): number => count(texts, informalWords) - count(texts, formalWords);

interface Written {
  /** What people of ours wrote to the customer on this case, the latest first. */
  readonly ours: readonly string[];
  /** What the customer wrote, the latest first. */
  readonly theirs: readonly string[];
}

export const courtesyOf = ({ ours, theirs }: Written): Courtesy => {
  for (const text of ours) {
    const leans = leaning([text]);
    if (leans !== 0) return leans > 0 ? 'informal' : 'formal';
  }
  return leaning(theirs) > 0 ? 'informal' : 'formal';
};
