import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, minute, plus } from '#base/clock.ts';
import {
  contactMeans, hasSubstance, isBareThanks, isTooOldToReopen, mayOfferHandover, mayReply, maySettleHandover, mayTakeCharge, nextUpdateAfter,
  policy, statusAfterReply, type CaseState,
} from './rules.ts';

const now = new Date('2026-11-24T09:00:00Z');
const giulia = { id: 'giulia', name: 'Giulia Serra' };
const open: CaseState = {
  id: 'case', status: 'open', level: 1, customerId: 'elena', owner: giulia, claimDueAt: null, nextUpdateDueAt: plus(now, hour),
  waitingSince: plus(now, -hour), lastInboundAt: plus(now, -hour), lastOutboundAt: null, resolvedAt: null, mergedIntoId: null,
};
const unowned: CaseState = { ...open, status: 'new', owner: null, claimDueAt: plus(now, hour) };
const resolved: CaseState = { ...open, status: 'resolved', resolvedAt: now, waitingSince: null, nextUpdateDueAt: null };

describe('law 1: one owner', () => {
  it('lets anybody of the service take what nobody has', () => expect(mayTakeCharge(unowned, 'marco')).toBeNull());
  it('names the owner to whoever comes second', () =>
    expect(mayTakeCharge(open, 'marco')).toEqual({ refused: 'case.has_owner', facts: { name: 'Giulia Serra' } }));
  it('lets the owner take it again', () => expect(mayTakeCharge(open, 'giulia')).toBeNull());
  it('refuses what is resolved', () => expect(mayTakeCharge({ ...resolved, owner: null }, 'marco')).toMatchObject({ refused: 'case.is_resolved' }));

  const marco = { id: 'marco', name: 'Marco Neri', worksInService: true, isAway: false };
  const offer = { state: open, byId: 'giulia', byIsLead: false, deputyId: null, to: marco, hasOpenOffer: false };
  it.each([
    ['the owner', {}, null],
    ['a deputy', { byId: 'chiara', deputyId: 'chiara' }, null],
    ['a lead', { byId: 'marta', byIsLead: true }, null],
    ['somebody else', { byId: 'chiara' }, 'handover.not_yours_to_offer'],
    ['to the owner', { to: { ...marco, id: 'giulia' } }, 'handover.to_yourself'],
    ['to the warehouse', { to: { ...marco, worksInService: false } }, 'handover.not_in_service'],
    ['to an empty chair', { to: { ...marco, isAway: true } }, 'handover.colleague_away'],
    ['twice', { hasOpenOffer: true }, 'handover.already_offered'],
    ['of a queue', { state: unowned }, 'case.nobody_owns_it'],
  ])('%s', (_who, change, refused) => {
    expect(mayOfferHandover({ ...offer, ...change })?.refused ?? null).toBe(refused);
  });
  it('passes only by the word of the one who was asked', () => {
    const waiting = { fromId: 'giulia', toId: 'marco', settled: false };
    expect(maySettleHandover(waiting, 'marco')).toBeNull();
    expect(maySettleHandover(waiting, 'giulia')).toMatchObject({ refused: 'handover.not_for_you' });
    expect(maySettleHandover({ ...waiting, settled: true }, 'marco')).toMatchObject({ refused: 'handover.already_settled' });
  });
});

describe('law 2: no silence', () => {
  const said = { act: 'updates', chosen: null, promised: [], lookAgainAt: plus(now, 72 * hour), now } as const;
  it('asks for a date where a reply only says where we are', () => expect(nextUpdateAfter(said)).toMatchObject({ refused: 'next_update.needed' }));
  it('takes the earliest of what was promised and chosen', () =>
    expect(nextUpdateAfter({ ...said, chosen: plus(now, 5 * hour), promised: [plus(now, 3 * hour), plus(now, 9 * hour)] })).toEqual(plus(now, 3 * hour)));
  it('looks again after a question', () => expect(nextUpdateAfter({ ...said, act: 'asks' })).toEqual(said.lookAgainAt));
  it('owes nothing after a resolution', () => expect(nextUpdateAfter({ ...said, act: 'resolves' })).toBeNull());
  it.each([
    [-minute, 'next_update.in_the_past'],
    [minute, 'next_update.in_the_past'],
    [policy.farthest + minute, 'next_update.too_far'],
  ])('refuses %d ms from now', (away, refused) => expect(nextUpdateAfter({ ...said, chosen: plus(now, away) })).toMatchObject({ refused }));
});

describe('what a contact means', () => {
  const contact = { at: now, channel: 'email', text: 'Allora?', hasFiles: false };
  it('is a chase while we owe an answer', () => expect(contactMeans(open, contact, 'email')).toMatchObject({ isChase: true, waitingSince: open.waitingSince }));
  it('is an afterthought at once on the same channel', () =>
    expect(contactMeans({ ...open, lastInboundAt: plus(now, -minute) }, contact, 'email').isChase).toBe(false));
  it('is a chase at once on another channel', () =>
    expect(contactMeans({ ...open, lastInboundAt: plus(now, -minute) }, { ...contact, channel: 'phone' }, 'email').isChase).toBe(true));
  it('is one turn in a chat, line after line, and a chase after five minutes without a word from either side', () => {
    const line = { ...contact, channel: 'chat' };
    const after = (minutes: number, further: Partial<CaseState> = {}): boolean => contactMeans({ ...open, lastInboundAt: plus(now, -minutes * minute), ...further }, line, 'chat').isChase;
    expect([0.2, 1, 4.9, 5, 14].map((minutes) => after(minutes))).toEqual([false, false, false, true, true]);
    expect(after(12, { lastOutboundAt: plus(now, -minute) })).toBe(false);
    expect(after(40, { lastOutboundAt: plus(now, -20 * minute) })).toBe(true);
  });
  it('starts the waiting where nobody waited', () => expect(contactMeans({ ...open, waitingSince: null }, contact, 'email')).toMatchObject({ isChase: false, waitingSince: now }));
  it('reopens what was resolved', () => expect(contactMeans(resolved, contact, 'email')).toMatchObject({ reopens: true, waitingSince: now }));
  it('leaves it resolved for a thank-you', () =>
    expect(contactMeans(resolved, { ...contact, text: 'Grazie mille, buona giornata!' }, 'email')).toMatchObject({ reopens: false, isThanks: true }));
  it('reads a picture that comes with the thanks', () =>
    expect(contactMeans(resolved, { ...contact, text: 'Grazie!', hasFiles: true }, 'email').reopens).toBe(true));
  it('takes what comes after thirty days for something new', () => {
    expect(isTooOldToReopen(plus(now, -31 * 24 * hour), now)).toBe(true);
    expect(isTooOldToReopen(plus(now, -29 * 24 * hour), now)).toBe(false);
    expect(isTooOldToReopen(null, now)).toBe(false);
  });
  it('never moves a clock that runs, however often the customer writes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 30 }), (pauses) => {
        let state = open;
        let at = now;
        for (const pause of pauses) {
          at = plus(at, pause * minute);
          const means = contactMeans(state, { ...contact, at }, 'email');
          expect(means.waitingSince).toEqual(open.waitingSince);
          state = { ...state, lastInboundAt: at };
        }
      }),
    );
  });
});

describe('a bare thank-you', () => {
  it.each(['Grazie', 'Grazie mille!', 'Perfetto, grazie', 'Ok grazie, buona giornata', 'La ringrazio molto. Cordiali saluti', 'Buongiorno Giulia,\ngrazie mille\nElena Marchetti', 'Thank you very much!', 'Great, thanks. Have a nice day', 'Many thanks\nElena'])(
    'is %j',
    (text) => expect(isBareThanks(text)).toBe(true),
  );
  it.each(['Grazie, ma il pacco non è arrivato', 'Grazie per niente', 'Grazie. Quando arriva?', 'Grazie, resto in attesa', 'Thanks, but it is broken', '', 'Vi ringrazio e aspetto il rimborso', 'Grazie\nMi richiami appena può per favore'])(
    'is not %j',
    (text) => expect(isBareThanks(text)).toBe(false),
  );
});

describe('a reply', () => {
  const sending = { state: open, isReachable: true, answeredBy: null, inFlightBy: null };
  it('leaves', () => expect(mayReply(sending)).toBeNull());
  it('stops when somebody answered meanwhile', () => expect(mayReply({ ...sending, answeredBy: 'Marco Neri' })).toMatchObject({ refused: 'reply.answered_meanwhile' }));
  it('waits for one that is leaving', () => expect(mayReply({ ...sending, inFlightBy: 'Marco Neri' })).toMatchObject({ refused: 'reply.other_in_flight' }));
  it('needs an address', () => expect(mayReply({ ...sending, isReachable: false })).toMatchObject({ refused: 'reply.no_address' }));
  it('leaves the case with the department that owes an answer', () => {
    expect(statusAfterReply('updates', 'waiting_department')).toBe('waiting_department');
    expect(statusAfterReply('asks', 'waiting_department')).toBe('waiting_department');
    expect(statusAfterReply('resolves', 'waiting_department')).toBe('resolved');
    expect(statusAfterReply('asks', 'open')).toBe('waiting_customer');
  });
  it.each([
    ['Buongiorno, i colleghi le faranno sapere.', false],
    ['Buongiorno Elena, stiamo verificando.', false],
    ['We are looking into it.\nKind regards', false],
    ['Stiamo verificando con il magazzino: il secondo collo è rimasto a Lecco.\nLo spediamo domani.', true],
    ['Il collo parte domani.', true],
  ])('says something or nothing: %j', (text, says) => expect(hasSubstance(text, false)).toBe(says));
  it('says something with a date', () => expect(hasSubstance('Stiamo verificando.', true)).toBe(true));
});
