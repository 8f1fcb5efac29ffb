import { describe, expect, it } from 'vitest';
import { hour, plus } from '#base/clock.ts';
import { letterOf } from './letter.ts';
import { learntWords, mayOpen, mayTell, offeredWords, reachOf, resembles, sharedWords, type Known, type Reachable } from './rules.ts';

const now = new Date('2026-11-26T10:00:00+01:00');
const both = { it: 'Pagamenti fermi', en: 'Payments down' };

describe('an open incident always has an instant by which everybody hears', () => {
  const open = { title: both, beganAt: plus(now, -hour), nextUpdateAt: plus(now, hour), now };
  it('when it is opened', () => {
    expect(mayOpen(open)).toBeNull();
    expect(mayOpen({ ...open, title: { it: null, en: null } })?.refused).toBe('incident.no_words');
    expect(mayOpen({ ...open, beganAt: plus(now, hour) })?.refused).toBe('incident.began_in_the_future');
    expect(mayOpen({ ...open, beganAt: plus(now, -15 * 24 * hour) })?.refused).toBe('incident.began_too_long_ago');
    expect(mayOpen({ ...open, nextUpdateAt: now })?.refused).toBe('next_update.in_the_past');
  });

  it('with every update but the last, one update at a time', () => {
    const update = { texts: { it: 'Ci siamo.', en: null }, state: 'identified' as const, nextUpdateAt: plus(now, hour), otherIsLeaving: false, now };
    expect(mayTell(update)).toBeNull();
    expect(mayTell({ ...update, nextUpdateAt: null })?.refused).toBe('incident.next_update_needed');
    expect(mayTell({ ...update, state: 'resolved', nextUpdateAt: null })).toBeNull();
    expect(mayTell({ ...update, otherIsLeaving: true })?.refused).toBe('incident.one_is_leaving');
    expect(mayTell({ ...update, texts: { it: null, en: null } })?.refused).toBe('incident.no_words');
  });
});

describe('a case looks like an incident', () => {
  const marked = (...words: string[]): Known[] => words.map((word) => ({ word, source: 'marked' }));
  const learnt = (...words: string[]): Known[] => words.map((word) => ({ word, source: 'learnt' }));
  const known = [...marked('pagamento', 'carta', 'errore'), ...learnt('rifiutata', 'carrello')];
  const looks = (found: Known[], sameDepartment = true) => resembles({ found, known, sameDepartment });

  it('by two words that the keeper marked, or one and two that its cases share; never by one', () => {
    expect(looks(marked('pagamento', 'carta'))).toBe(true);
    expect(looks([...marked('pagamento'), ...learnt('rifiutata', 'carrello')])).toBe(true);
    expect(looks(marked('pagamento'))).toBe(false);
    expect(looks([...marked('pagamento'), ...learnt('carrello')])).toBe(false);
    expect(looks([])).toBe(false);
  });

  it('by more where it stands in another department', () => {
    expect(looks(marked('pagamento', 'carta'), false)).toBe(false);
    expect(looks([...marked('pagamento', 'carta'), ...learnt('carrello')], false)).toBe(true);
  });

  it('by the one word there is, where only one was marked; by nothing where there is none', () => {
    expect(resembles({ found: marked('e-302'), known: marked('e-302'), sameDepartment: true })).toBe(true);
    expect(resembles({ found: [], known: [], sameDepartment: true })).toBe(false);
  });
});

describe('words are learnt from what linked cases share and ordinary messages do not', () => {
  const said = (language: 'it' | 'en', ...texts: string[]) => texts.map((text) => ({ language, text }));
  const linked = [...said('it', 'Il carrello rifiuta la carta, grazie', 'La carta nel carrello: niente, grazie', 'Carta e carrello fermi. Grazie'), ...said('en', 'The basket is broken')];
  const ordinary = (total: number, having: Record<string, number>) => ({ total, having: new Map(Object.entries(having)) });

  it('in each language for itself, from three cases on', () => {
    expect(sharedWords(linked).toSorted()).toEqual(['carrello', 'carta', 'grazie']);
    expect(sharedWords(linked.slice(0, 2))).toEqual([]);
  });

  it('without the words that everybody writes, and not before there is anything to compare with', () => {
    expect(learntWords(['carrello', 'carta', 'grazie'], ordinary(200, { carrello: 1, carta: 4, grazie: 120 }))).toEqual(['carrello', 'carta']);
    expect(learntWords(['carrello'], ordinary(20, { carrello: 0 }))).toEqual([]);
    expect(learntWords(['della'], ordinary(200, {}))).toEqual([]);
  });

  it('and offered from one case, the least ordinary ones, as they were written', () => {
    const usual = { buongiorno: 90, ordine: 60, carrello: 1, rifiuta: 0, carta: 3 };
    expect(offeredWords('Buongiorno, il carrello rifiuta la carta', ordinary(100, usual))).toEqual(['buongiorno', 'carrello', 'rifiuta', 'carta']);
  });
});

describe('an update reaches', () => {
  const one = (caseId: string, change: Partial<Reachable> = {}): Reachable => ({ caseId, customerId: caseId, language: 'it', isOpen: true, isMerged: false, hasAddress: true, lastCameBack: false, ...change });
  const reach = (all: Reachable[], languages: ('it' | 'en')[] = ['it', 'en']) => {
    const { told, noted, cannot } = reachOf(all, languages);
    return { told: told.map(({ caseId }) => caseId), noted: noted.map(({ caseId }) => caseId), cannot: cannot.map(({ one: { caseId }, reason }) => [caseId, reason]) };
  };

  it('every customer once, whatever number of cases they have', () => {
    expect(reach([one('a'), one('b', { customerId: 'a' }), one('c')])).toEqual({ told: ['a', 'c'], noted: ['b'], cannot: [] });
  });

  it('nobody in a language that is not written, nor where mail came back, nor whose case is over', () => {
    const all = [one('it'), one('en', { language: 'en' }), one('none', { hasAddress: false }), one('back', { lastCameBack: true }), one('over', { isOpen: false }), one('merged', { isMerged: true, isOpen: false })];
    expect(reach(all, ['it'])).toEqual({
      told: ['it'], noted: [], cannot: [['en', 'language_missing'], ['none', 'no_address'], ['back', 'bounced'], ['over', 'over'], ['merged', 'merged']],
    });
  });

  it('on the case that can be told, where another of the same customer cannot', () => {
    expect(reach([one('a', { isOpen: false }), one('b', { customerId: 'a' })])).toEqual({ told: ['b'], noted: [], cannot: [['a', 'over']] });
  });
});

describe('the letter', () => {
  const facts = { text: 'I pagamenti con carta non passano.', nextUpdateAt: plus(now, 7 * hour), customerName: 'Elena Marchetti', ownerName: 'Marco Neri', writerName: 'Giulia Serra', companyName: 'Casa Lumina', now, timeZone: 'Europe/Rome' };
  it('says what is known, when they hear next, who reads the answer and who wrote it; to "Lei" and "tu" alike', () => {
    expect(letterOf({ ...facts, language: 'it' })).toBe(
      'Buongiorno Elena Marchetti,\n\nI pagamenti con carta non passano.\n\nProssimo aggiornamento: oggi alle 17:00, anche se non ci fosse ancora la soluzione.\n\nQuesto messaggio va a tutte le persone coinvolte. Per rispondere basta scrivere qui: legge Marco Neri, che segue il caso fino in fondo.\n\nCordiali saluti,\nGiulia Serra, per Casa Lumina',
    );
    expect(letterOf({ ...facts, language: 'en', ownerName: null })).toContain('whoever looks after this case reads it.');
  });

  it('announces nothing further where it is resolved', () => {
    expect(letterOf({ ...facts, language: 'it', nextUpdateAt: null })).not.toContain('Prossimo aggiornamento');
  });
});
