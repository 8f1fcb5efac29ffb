import type { Language } from '#base/texts.ts';

// The small words that hold a sentence together differ between Italian and English and are in almost every sentence. We answer in
// these two languages only, so more than telling them apart would be memory for nothing (a general detector holds 60 to 85 MB).
const italian = new Set(
  'il lo la gli le un uno una di del della dei delle da dal dalla in nel nella con su per tra che chi non è e o ma se anche come più ho ha hanno abbiamo sono sei siamo era mi ti ci vi si mio mia vostro vostra suo sua questo questa quello quando dove perché grazie buongiorno buonasera salve cordiali saluti ancora già oggi ieri domani ordine reso pacco fattura vorrei posso potete avete ricevuto arrivato'.split(' '),
);
const english = new Set(
  'the a an of to and in is are was were be been have has had i you he she it we they my your our their this that these those with for from not no do does did can could would will when where why how what which please thanks thank hello hi dear regards order refund parcel invoice still yet today yesterday tomorrow'.split(' '),
);

const longestLook = 4_000;

/** Italian or English; null where the words do not say, as in a bare order number. */
export const languageOfText = (text: string): Language | null => {
  const words = text.slice(0, longestLook).toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
  const [it, en] = [count(italian), count(english)];
  if (it === en || Math.max(it, en) === 0) return null;
  return it > en ? 'it' : 'en';
};
