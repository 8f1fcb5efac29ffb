/** Turns of phrase that say what a sentence is for; the same names in every language, so that one model can weigh them. */
export const cueNames = [
  'add', 'title', 'wish', 'should', 'lacking', 'suggest', 'idea', 'alternative',
  'broken', 'cannot', 'sinceUpdate', 'repair',
  'leaving', 'left', 'elsewhere',
  'waiting', 'silence', 'again', 'staff', 'service', 'loss', 'cancelled', 'late', 'money', 'fraud', 'protest', 'why', 'never', 'demand', 'law',
  'thanks', 'praise', 'delight', 'irony', 'solved',
  'question', 'canYou', 'howTo', 'information', 'appointment', 'order', 'stating',
] as const;

export type CueName = (typeof cueNames)[number];

export type Cues = Readonly<Record<CueName, RegExp>>;

/** One expression in several lines, put together as they stand: a cue has dozens of turns, and each is to be read and mended by itself. */
export const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gu');

/** How often each cue is found, at most three times. */
export const cuesIn = (text: string, cues: Cues): Record<CueName, number> => {
  const found = {} as Record<CueName, number>;
  for (const name of cueNames) found[name] = Math.min(3, text.match(cues[name])?.length ?? 0);
  return found;
};
