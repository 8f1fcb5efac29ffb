import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour } from '#base/clock.ts';
import { wallAt } from '#calendar/rules/zone.ts';
import { findPromises } from '../rules/finding.ts';
import { labelled, scoreOf } from './score.ts';

/** The worst F1 that is let through; the figures of today stand in the README. */
const least = 0.9;

describe('the labelled sentences', () => {
  test.for([['it', 200], ['en', 200], ['unseen-it', 60], ['unseen-en', 60], ['fresh-it', 40], ['fresh-en', 40], ['later-it', 36], ['later-en', 50], ['last-it', 20], ['last-en', 30]] as const)('%s: F1 is at least 0.9', ([name, count]) => {
    const lines = labelled(name);
    expect(lines).toHaveLength(count);
    // Half of them are traps: rules that find nothing, or everything, must not pass.
    expect(lines.filter(({ promises }) => promises.length > 0).length / count).toBeCloseTo(0.5, 1);
    const { f1, right, tooMany, missed, wrong } = scoreOf(lines);
    expect(f1, `F1 ${f1.toFixed(3)}: ${right} right, ${tooMany} too many, ${missed} missed\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(least);
  });
});

const zones = ['Europe/Rome', 'Europe/London', 'America/New_York'] as const;
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true });
const dueOf = (text: string, now: Date, timeZone: string): number => {
  const [found, ...more] = findPromises(text, { now, timeZone });
  expect([text, found?.due === null, more]).toEqual([text, false, []]);
  return found?.due?.getTime() ?? Number.NaN;
};

describe('dates in every zone, also when the clocks change', () => {
  test('tomorrow at 15 is 15 on the wall of tomorrow', () => {
    fc.assert(fc.property(anyInstant, anyZone, (now, timeZone) => {
      const wall = wallAt(timeZone, dueOf('Le scrivo domani alle 15.', now, timeZone));
      expect(wall).toBe((Math.floor(wallAt(timeZone, now.getTime()) / day) + 1) * day + 15 * hour);
    }));
  });

  test('24 hours are 24 hours, two days later is the close of that day', () => {
    fc.assert(fc.property(anyInstant, anyZone, (now, timeZone) => {
      expect(dueOf('We will answer within 24 hours.', now, timeZone) - now.getTime()).toBe(day);
      const wall = wallAt(timeZone, dueOf('We will answer within two days.', now, timeZone));
      expect(wall).toBe((Math.floor(wallAt(timeZone, now.getTime()) / day) + 2) * day + 18 * hour);
    }));
  });

  test('working days end when a working day ends, and more of them never sooner', () => {
    fc.assert(fc.property(anyInstant, anyZone, fc.integer({ min: 2, max: 20 }), (now, timeZone, days) => {
      const [sooner, later] = [days, days + 1].map((count) => dueOf(`Le rispondiamo entro ${count} giorni lavorativi.`, now, timeZone));
      const wall = wallAt(timeZone, sooner!);
      expect([new Date(wall).getUTCHours(), [0, 6].includes(new Date(wall).getUTCDay())]).toEqual([18, false]);
      expect(later).toBeGreaterThan(sooner!);
    }));
  });

  test('nothing is promised for the past', () => {
    const texts = ['Le scrivo oggi.', 'Le scrivo stasera.', 'Le scrivo in mattinata.', "I'll call you on Monday at 9.", "We'll do it by the end of the month.", 'You will have it next week.', 'La chiamo il 31.', 'Le scrivo entro 48 ore lavorative.'];
    fc.assert(fc.property(fc.constantFrom(...texts), anyInstant, anyZone, (text, now, timeZone) => {
      for (const { due } of findPromises(text, { now, timeZone })) expect(due?.getTime()).toBeGreaterThan(now.getTime());
    }));
  });
});

test('48 working hours over Christmas, and four of one afternoon', () => {
  const now = new Date('2026-12-23T15:00:00Z');
  expect(new Date(dueOf('Le rispondiamo entro 48 ore lavorative.', now, 'Europe/Rome')).toISOString()).toBe('2026-12-28T15:00:00.000Z');
  expect(new Date(dueOf('Le rispondiamo entro 4 ore lavorative.', now, 'Europe/Rome')).toISOString()).toBe('2026-12-24T10:00:00.000Z');
  expect(new Date(dueOf('We will reply within 48 business hours.', now, 'Europe/London')).toISOString()).toBe('2026-12-25T15:00:00.000Z');
});

test('no text is too strange, and words are where they are said to be', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), anyZone, (text, timeZone) => {
    const found = findPromises(text, { now: new Date('2026-11-18T09:00:00Z'), timeZone });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map(({ words }) => words));
  }));
});

/** A reply as they are written: most sentences explain, some promise. Each has a name that no other has, since sentences are remembered. */
const ordinary = (place: number): string => {
  const name = `Mar${[...String(place)].map((digit) => 'bcdfglnprs'[Number(digit)]).join('e')}i`;
  const told = (again: string): string => [
    `Buongiorno signora ${name}${again}, grazie per le fotografie che ci ha mandato ieri, si vede bene dove il ripiano si è crepato.`,
    `Ho guardato la scheda di ${name}${again}: il primo collo è partito il 9 novembre, il secondo risulta ancora fermo al banco del magazzino.`,
    `Mi dispiace per l’attesa, ${name}${again}, capisco che aveva organizzato la giornata attorno alla consegna e che così non va.`,
    `Ne ho parlato con ${name}${again} del magazzino, che oggi cerca il collo di persona.`,
    `Le scrivo entro domani alle 12, signora ${name}${again}, anche se non dovessi avere altro da dirle.`,
    `Se nel frattempo il corriere la chiamasse, gli dica pure il nome ${name}${again}.`,
    `Per il disturbo le rimborso la spedizione di ${name}${again}: l’accredito arriva entro cinque giorni lavorativi.`,
    `La garanzia del ripiano ${name}${again} dura due anni e non cambia con la sostituzione.`,
  ].join(' ');
  return ['', 'no', 'ta'].map(told).join('\n').slice(0, 1_999);
};

test('a reply of 2,000 characters is read in less than three milliseconds', () => {
  const options = { now: new Date('2026-11-18T09:00:00Z'), timeZone: 'Europe/Rome' };
  const replies = Array.from({ length: 60 }, (_, place) => ordinary(1_000 + place));
  expect(replies.every((reply) => reply.length > 1_990 && findPromises(reply, options).length >= 4)).toBe(true);
  const took = (round: number): number => {
    const fresh = replies.map((_, place) => ordinary(1_000 + round * 200 + place));
    const from = process.cpuUsage().user;
    for (const reply of fresh) findPromises(reply, options);
    return (process.cpuUsage().user - from) / 1_000 / fresh.length;
  };
  // Time of the processor, and the best of several: what is asked is how much work it is, not how busy the machine was.
  const best = Math.min(...Array.from({ length: 6 }, (_, round) => took(round + 1)));
  expect(best, `${best.toFixed(2)} ms`).toBeLessThan(3);
});
