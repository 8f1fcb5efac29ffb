import { describe, expect, it } from 'vitest';
import { day, plus } from '#base/clock.ts';
import { languages } from '#base/texts.ts';
import { leaveReason } from '../contract/kinds.ts';
import { loopLetter, quoteOf, variants, type LoopLetterFacts } from '../letter.ts';
import { perWeek, rateRatio, windowsOf } from './brought.ts';
import { answersLetter, mayTell, whyNotReached } from './loop.ts';

const facts: LoopLetterFacts = {
  language: 'it', occasion: 'decided', variant: 0, customerName: 'Elena Marchetti', said: { words: 'Peccato che il cavo sia così corto.', isTheirs: true, at: new Date('2026-11-24T09:00:00Z') },
  title: 'Cavo più lungo', decision: { kind: 'take', reason: null, shipsBy: '2027-03-08', deciderName: 'Anna Fabbri' }, words: 'Da marzo il cavo sarà di tre metri.', signerName: 'Giulia Serra', companyName: 'Casa Lumina', timeZone: 'Europe/Rome',
};

describe('the letter', () => {
  it('says what they said, what was decided, by when, and who writes', () => {
    expect(loopLetter(facts)).toBe(
      'Buongiorno Elena Marchetti,\n\nil 24 novembre 2026 ci è arrivata questa osservazione: «Peccato che il cavo sia così corto». Non è rimasta in un cassetto: ecco che cosa abbiamo deciso.\n\n' +
      'La risposta è sì. Ha deciso Anna Fabbri: sarà pronto entro l’8 marzo 2027.\n\nDa marzo il cavo sarà di tre metri.\n\nNon serve fare nulla: quando sarà pronto, arriverà un messaggio da qui.\n\nGrazie di averlo detto.\n\nCordiali saluti,\nGiulia Serra, per Casa Lumina',
    );
  });

  it('has no two that read the same, whatever was decided, and none that addresses anybody as Lei or tu', () => {
    const decisions: LoopLetterFacts['decision'][] = [facts.decision, ...leaveReason.options.map((reason) => ({ kind: 'leave' as const, reason, shipsBy: null, deciderName: 'Anna Fabbri' }))];
    const all = languages.flatMap((language) => decisions.flatMap((decision) => [0, 1, 2].flatMap((variant) => [true, false].map((isTheirs) => loopLetter({ ...facts, language, decision, variant, said: { ...facts.said, isTheirs } })))));
    const shipped = languages.flatMap((language) => [0, 1, 2].map((variant) => loopLetter({ ...facts, language, variant, occasion: 'shipped' })));
    expect(new Set([...all, ...shipped]).size).toBe(languages.length * variants * (decisions.length * 2 + 1));
    for (const text of [...all, ...shipped].filter((one) => one.startsWith('Buongiorno'))) expect(text).not.toMatch(/\b(?:Lei|Suo|Sua|tu|ti|tuo|tua|suo|sua)\b/u);
  });

  it('quotes nobody with the words of a colleague, and cuts what is long between two words', () => {
    expect(loopLetter({ ...facts, said: { ...facts.said, isTheirs: false } })).toContain('avevamo preso nota di una richiesta: Cavo più lungo.');
    const long = quoteOf('parola '.repeat(60));
    expect([long.endsWith('parola…'), long.length < 185]).toEqual([true, true]);
  });
});

describe('who may tell, and who can be told', () => {
  const deciders = { deciderId: 'anna', deputyId: null, headId: 'h' };
  it.each([
    ['the service', { memberId: 'x', roles: ['agent'], heardIt: false }, true],
    ['who decides', { memberId: 'anna', roles: ['decider'], heardIt: false }, true],
    ['who heard it', { memberId: 'dario', roles: ['head'], heardIt: true }, true],
    ['anybody else', { memberId: 'luca', roles: ['decider'], heardIt: false }, false],
  ])('%s', (_, teller, may) => expect(mayTell(teller, deciders)).toBe(may));

  const reach = { isKnown: true, prefersPhone: false, hasCase: true, hasAddress: true, lastCameBack: false };
  it.each([
    [{}, null], [{ isKnown: false }, 'unknown'], [{ prefersPhone: true, hasAddress: false }, 'phone_only'], [{ hasAddress: false, hasCase: false }, 'no_address'], [{ lastCameBack: true }, 'bounced'], [{ hasCase: false }, 'no_case'],
  ] as const)('%o: %s', (change, reason) => expect(whyNotReached({ ...reach, ...change })).toBe(reason));

  it('an answer comes within sixty days', () => {
    const told = new Date('2026-12-01T10:00:00Z');
    expect([plus(told, 60 * day), plus(told, 61 * day), plus(told, -1)].map((at) => answersLetter(told, at))).toEqual([true, false, false]);
  });
});

describe('what it brought', () => {
  const shippedAt = new Date('2026-06-01T00:00:00Z');
  it('looks at as many whole weeks before as after, eight at least and half a year at most', () => {
    const at = (weeksBefore: number, weeksAfter: number) => windowsOf({ shippedAt, listeningSince: plus(shippedAt, -weeksBefore * 7 * day), now: plus(shippedAt, weeksAfter * 7 * day) });
    expect(at(12, 9)).toMatchObject({ weeks: 9, from: plus(shippedAt, -63 * day) });
    expect(at(60, 70)).toMatchObject({ weeks: 26 });
    expect(at(12, 3)).toEqual({ readableAt: plus(shippedAt, 56 * day) });
    expect(at(5, 30)).toEqual({ readableAt: null });
    expect(perWeek([shippedAt, plus(shippedAt, 6 * day), plus(shippedAt, 8 * day), plus(shippedAt, -1)], { from: shippedAt, weeks: 3 })).toEqual([2, 1, 0]);
  });

  it.each([
    // Reckoned apart from it, by quantiles of the beta distribution.
    [{ before: 21, after: 11 }, 0.523_81, 0.228_08, 1.136_44],
    [{ before: 30, after: 6 }, 0.2, 0.068_06, 0.488_35],
    [{ before: 10, after: 0 }, 0, 0, 0.446_13],
  ])('%o', (counts, value, low, high) => {
    const ratio = rateRatio(counts);
    expect(ratio?.value).toBeCloseTo(value, 4);
    expect(ratio?.low).toBeCloseTo(low, 4);
    expect(ratio?.high).toBeCloseTo(high, 4);
  });

  it('says nothing of nothing, and has no upper bound where nothing was said before', () => {
    expect(rateRatio({ before: 0, after: 0 })).toBeNull();
    expect(rateRatio({ before: 0, after: 4 })).toMatchObject({ value: null, high: null });
  });
});
