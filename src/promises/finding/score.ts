import { readFileSync } from 'node:fs';
import { minute } from '#base/clock.ts';
import { findPromises } from '../rules/finding.ts';

export interface Labelled {
  readonly text: string;
  readonly lang: 'it' | 'en';
  readonly sentAt: string;
  readonly timeZone: string;
  readonly promises: readonly { readonly words: string; readonly due: string | null; readonly vague: boolean }[];
}

export const labelled = (name: string): Labelled[] =>
  readFileSync(new URL(`labelled-${name}.jsonl`, import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Labelled);

export interface Score {
  readonly right: number;
  readonly tooMany: number;
  readonly missed: number;
  readonly f1: number;
  /** What was found beyond the labels, and what was not found, in words. */
  readonly wrong: readonly string[];
}

interface Stood {
  readonly start: number;
  readonly end: number;
  readonly due: number | null;
}

const toTheMinute = (due: number | null): number | null => (due === null ? null : Math.floor(due / minute));

const placed = ({ text, promises }: Labelled): Stood[] => {
  let from = 0;
  return promises.map(({ words, due }) => {
    const start = text.indexOf(words, from);
    if (start === -1) throw new Error(`"${words}" is not in "${text}"`);
    from = start + words.length;
    return { start, end: from, due: due === null ? null : Date.parse(due) };
  });
};

const shown = (text: string, { start, end, due }: Stood): string => `"${text.slice(start, end)}" ${due === null ? 'vague' : new Date(due).toISOString()}`;

/** A promise is found where its words overlap and it falls due in the same minute; everything else is one too many and one missed. */
export const scoreOf = (lines: readonly Labelled[]): Score => {
  let [right, tooMany, missed] = [0, 0, 0];
  const wrong: string[] = [];
  for (const line of lines) {
    const found: Stood[] = findPromises(line.text, { now: new Date(line.sentAt), timeZone: line.timeZone }).map(({ start, end, due }) => ({ start, end, due: due?.getTime() ?? null }));
    for (const one of placed(line)) {
      const place = found.findIndex((other) => other.start < one.end && other.end > one.start && toTheMinute(other.due) === toTheMinute(one.due));
      if (place === -1) {
        missed += 1;
        wrong.push(`- ${shown(line.text, one)}   [${line.text}]`);
      } else {
        right += 1;
        found.splice(place, 1);
      }
    }
    tooMany += found.length;
    wrong.push(...found.map((one) => `+ ${shown(line.text, one)}   [${line.text}]`));
  }
  return { right, tooMany, missed, f1: (2 * right) / (2 * right + tooMany + missed), wrong };
};
