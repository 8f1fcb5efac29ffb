import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../contract.ts';
import { sayDetail, sayHeat, type Saying } from './row-words.ts';
import { listTexts } from './texts/list.ts';

const now = new Date('2026-11-18T10:00:00+01:00');
const saying: Saying = { texts: listTexts.it, now, voice: { language: 'it', timeZone: 'Europe/Rome' } };
const giulia = { id: 'g', name: 'Giulia Serra' };
const row = (given: Partial<CaseRow>, facts: Partial<CaseRow['facts']> = {}): CaseRow => ({
  id: 'c', number: 10482, subject: 'Ordine 88213', customer: { id: 'e', name: 'Elena Marchetti' }, status: 'open', channel: 'email', owner: giulia, heat: null,
  claimDueAt: null, nextUpdateDueAt: null, waitingSince: null, resolvedAt: null, lastActivityAt: now.toISOString(), ...given,
  facts: { request: null, promise: null, chases: 0, chaseChannels: [], ...facts },
});

describe('how hot, in words', () => {
  it.each([
    ['boil', null, 'bolle'], ['hot', '2026-11-18T15:00:00+01:00', 'bolle tra 5 h'], ['warm', '2026-11-18T22:00:00+01:00', 'oggi 22:00'],
    ['warm', '2026-11-19T10:00:00+01:00', 'domani'], ['calm', null, 'tranquillo'], ['hot', null, 'scotta'],
  ] as const)('%s, boiling at %s: «%s»', (band, boilsAt, words) => {
    expect(sayHeat({ band, boilsAt }, saying)).toEqual({ tone: band, words });
  });
});

describe('what is awaited', () => {
  it('a department, and how often the customer has asked again', () => {
    const found = row({}, { request: { department: 'Magazzino', dueAt: '2026-11-19T15:00:00+01:00' }, chases: 2, chaseChannels: ['email', 'phone'] });
    expect(sayDetail(found, saying, false)).toBe('Magazzino risponde entro domani 15:00 · 2 solleciti, 2 canali');
  });

  it('a broken promise says more than anything else', () => {
    const found = row({ status: 'waiting_department' }, {
      request: { department: 'Magazzino', dueAt: '2026-11-19T15:00:00+01:00' }, promise: { text: 'le scrivo martedì', dueAt: '2026-11-17T15:00:00+01:00', isBroken: true },
    });
    expect(sayDetail(found, saying, false)).toBe('Promessa mancata: le scrivo martedì');
  });

  it('in the queue, the claim clock', () => {
    expect(sayDetail(row({ owner: null, status: 'new', claimDueAt: '2026-11-18T10:30:00+01:00' }), saying, true)).toBe('In coda · da prendere entro oggi 10:30');
    expect(sayDetail(row({ owner: null, status: 'new', claimDueAt: '2026-11-18T09:40:00+01:00' }), saying, true)).toBe('In coda · doveva essere preso 20 min fa');
  });

  it('where it is over: when, and who carried it', () => {
    expect(sayDetail(row({ status: 'resolved', resolvedAt: '2026-11-17T12:30:00+01:00' }), saying, false)).toBe('Risolto ieri 12:30 · Giulia Serra');
  });
});
