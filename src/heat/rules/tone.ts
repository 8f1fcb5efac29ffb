/**
 * How a message sounds, by phrases that anybody can read below. A weak sign: lists of words find few angry customers, and the angriest
 * write politely. So it adds little, it never takes away, and the words that it heard are always shown.
 */
export type ToneBand = 'calm' | 'irritated' | 'angry';

export interface Tone {
  readonly band: ToneBand;
  /** What was heard, as it was written. */
  readonly phrases: readonly string[];
}

interface Heard {
  readonly weight: 1 | 2 | 3;
  readonly pattern: RegExp;
}

const heard = (weight: 1 | 2 | 3, ...sources: readonly string[]): Heard => ({ weight, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}])`, 'giu') });

const signs: readonly Heard[] = [
  heard(1, 'ancora nessun[ao]? (?:risposta|notizi[ae]|riscontro)', '(?:sto|stiamo) (?:ancora )?aspettando', 'aspetto (?:ancora|da)', 'è la (?:seconda|terza|quarta|ennesima) volta', 'per l[’\']ennesima volta', 'possibile che',
    'nessuno (?:mi )?(?:risponde|ha risposto|sa nulla)', 'delus[oaie]', 'chiede(?:vo)? (?:spiegazioni|se i colleghi)', 'davvero avvisat[oi]', 'come mai', 'sono giorni che', 'mi (?:rimbalzate|passate da)'),
  heard(1, 'still (?:waiting|no (?:answer|reply|news))', '(?:second|third|fourth) time', 'nobody (?:answers|replies|has (?:answered|replied))', 'disappoint(?:ed|ing)', 'once again', 'for days'),
  heard(2, 'non è possibile', 'pres[oaie] in giro', 'stuf[oaie]', 'stanc[oa] di', 'assurd[oa]', 'ridicol[oa]', 'pessim[oaie]', 'inammissibile', 'poco seri[oaie]', 'voglio parlare con un responsabile', 'esigo', 'pretendo', 'mai (?:più )?visto', 'perso la pazienza', 'nervos[oa]', 'arrabbiat[oa]'),
  heard(2, 'fed up', 'sick (?:and tired )?of', 'ridiculous', 'absurd', 'unprofessional', 'speak to (?:a|your) manager', 'i demand', 'lost (?:my )?patience', 'annoyed', 'angry', 'frustrat(?:ed|ing)', 'terrible', 'awful'),
  heard(3, 'vergogn(?:a|atevi|oso|osa)', 'inaccettabil[ei]', 'scandalos[oa]', 'schifo', 'truffa(?:tori)?', 'ladri', 'incompetent[ei]', 'furios[oa]', 'indecent[ei]', 'mai più da voi'),
  heard(3, 'unacceptable', 'disgrac(?:e|eful)', 'shame(?:ful)? on you', 'scam(?:mers)?', 'thieves', 'incompetent', 'furious', 'outrageous', 'appalling', 'never again'),
];

const denied = /(?:\bnon (?:sono|siamo|è|mi sento|era)|\bnot|\bnever|\bn['’]t)\s+(?:\p{L}+\s+)?$/iu;
const words = /\p{L}{2,}/gu;
/** Fewer words in capitals than these are a product, an order, a signature. */
const shoutedWords = 4;

/** How the message sounds: 3 points and more are anger, one or two irritation. */
export const toneOf = (text: string): Tone => {
  const found = signs.flatMap(({ weight, pattern }) =>
    [...text.matchAll(pattern)].filter((match) => !denied.test(text.slice(0, match.index))).map((match) => ({ weight, phrase: match[0], at: match.index })),
  );
  const all = text.match(words) ?? [];
  const shouted = all.filter((word) => word.length > 2 && word === word.toUpperCase()).length;
  const isShouting = shouted >= shoutedWords && shouted * 2 > all.length;
  const marks = text.match(/[!?]{3,}/u)?.[0];
  const points = found.reduce((sum, { weight }) => sum + weight, 0) + (isShouting ? 2 : 0) + (marks === undefined ? 0 : 1);
  const phrases = found.toSorted((one, other) => other.weight - one.weight || one.at - other.at).map(({ phrase }) => phrase);
  return { band: points >= 3 ? 'angry' : points >= 1 ? 'irritated' : 'calm', phrases: [...new Set([...phrases, ...(marks === undefined ? [] : [marks])])].slice(0, 4) };
};
