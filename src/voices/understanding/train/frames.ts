import { readFileSync } from 'node:fs';
import type { Language } from '#base/texts.ts';
import type { Labelled } from './labelled.ts';

const kindOf = { F: 'feature_request', X: 'frustration', S: 'suggestion', I: 'idea', D: 'defect', P: 'praise', L: 'leaving_risk', Q: 'question' } as const;
const feelingOf = { '+': 1, 0: 0, '-': -1 } as const;

/** How many sentences one frame makes: more would only teach its own words again. */
const perFrame = 6;

/**
 * Sentences made by putting our own words into our own frames, so that "add" is learned as a wish, as an order and as a fact alike.
 * In the file, `@slot` begins a line of fillers, `=feeling complaint kinds` the frames that are so labelled.
 */
export const framed = (language: Language): Labelled[] => {
  const slots = new Map<string, readonly string[]>();
  const made: Labelled[] = [];
  let [slot, heading, number] = ['', '', 0];
  const fill = (frame: string, turn: number): string =>
    frame.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
      const fillers = slots.get(name) ?? [];
      return fillers[(turn * 7 + number * 3 + name.length) % fillers.length] ?? '';
    });
  for (const line of readFileSync(new URL(`../labelled/frames-${language}.txt`, import.meta.url), 'utf8').trim().split('\n')) {
    if (line.startsWith('@')) slot = line.slice(1);
    else if (slot !== '') {
      slots.set(slot, line.split('|'));
      slot = '';
    } else if (line.startsWith('=')) heading = line.slice(1);
    else {
      number += 1;
      const [feeling = '0', complaint = '0', kinds = ''] = heading.split(' ');
      const texts = new Set(Array.from({ length: perFrame }, (_, turn) => fill(line, turn)));
      for (const text of texts) {
        made.push({
          text, lang: language, sentiment: feelingOf[feeling as keyof typeof feelingOf], complaint: complaint === '1' ? 1 : 0,
          kinds: [...kinds].flatMap((letter) => (letter === '-' ? [] : [kindOf[letter as keyof typeof kindOf]])),
        });
      }
    }
  }
  return made;
};
