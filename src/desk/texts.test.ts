import { expect, it } from 'vitest';
import { historyEvents } from './contract.ts';
import { historyTexts } from './texts.ts';

it('has a sentence in both languages for every kind of event', () => {
  const kinds = Object.keys(historyEvents).toSorted();
  expect(kinds.length).toBeGreaterThan(50);
  for (const texts of Object.values(historyTexts)) expect(Object.keys(texts).toSorted()).toEqual(kinds);
});

it('says what happened', () => {
  const say = { who: 'Giulia Serra', when: () => 'oggi alle 15:00' };
  const department = { id: 'x', name: 'Magazzino' };
  expect(historyTexts.it['request.sent']({ requestId: 'x', department, sentTo: 'x', dueAt: 'x' }, say)).toBe('Giulia Serra ha chiesto a Magazzino, entro oggi alle 15:00');
  const call = { messageId: 'x', channel: 'phone', isChase: true, isThanks: false, isThirdParty: false, waitingSince: null, loggedBy: 'x' } as const;
  expect(historyTexts.it['case.contact_received'](call, say)).toBe('Il cliente ha sollecitato (telefono): annotato da Giulia Serra');
  expect(historyTexts.en['case.contact_received']({ ...call, loggedBy: null }, { ...say, who: 'Elena Marchetti' })).toBe('Elena Marchetti chased (phone)');
  expect(historyTexts.en['case.taken']({ memberId: 'x', name: 'Giulia Serra', instead: null }, say)).toBe('Giulia Serra took charge');
});
