import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, minute, plus, type Instant } from '#base/clock.ts';
import { workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';
import { heatAct, heatReason } from './contract.ts';
import { bandOf, forecast, heard, threatsIn, toneOf, type HeatFacts } from './rules.ts';
import { heatTexts, sayReasons } from './words.ts';

const hours = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const calendar: WorkCalendar = { timeZone: 'Europe/Rome', week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [{ from: '09:00', to: '13:00' }], 7: [] }, holidays: [], exceptions: [] };
const working = (from: Instant, to: Instant): number => workingTimeBetween(calendar, from, to);
const at = (local: string): Instant => new Date(`${local}:00+01:00`);

const calm: HeatFacts = {
  waitingSince: null, chases: [], firstChannel: null, inPublic: [], broken: [], moved: [], promisesDueAt: [], lastSubstantialOutboundAt: null, openedAt: at('2026-11-17T11:23'),
  emptyReplies: 0, tone: null, threats: [], handovers: 0, reopenings: 0, requests: [], hasOwner: true, claimDueAt: null, nextUpdateDueAt: null, formalComplaint: null, lowRating: null,
};
const waiting: HeatFacts = { ...calm, waitingSince: at('2026-11-17T11:23'), firstChannel: 'email' };
const now = at('2026-11-19T10:00');
const read = (facts: HeatFacts, when = now) => forecast(facts, when, working);
const codes = (facts: HeatFacts, when = now) => read(facts, when).reasons.map(({ code }) => code);

describe('the customers of Casa Lumina', () => {
  const elena: HeatFacts = {
    ...waiting, lastSubstantialOutboundAt: at('2026-11-17T11:52'), chases: [{ at: at('2026-11-18T17:20'), channel: 'email' }, { at: at('2026-11-19T09:00'), channel: 'email' }],
    moved: [{ from: at('2026-11-18T18:00'), to: at('2026-11-19T15:00') }], promisesDueAt: [at('2026-11-19T15:00')], nextUpdateDueAt: at('2026-11-19T15:00'),
    requests: [{ id: '019a0000-0000-7000-8000-000000000001', department: 'Magazzino', dueAt: at('2026-11-19T11:00'), isPaused: false }],
    tone: { band: 'irritated', phrases: ['davvero avvisati'], at: at('2026-11-19T09:00') },
  };
  const lucaFerri: HeatFacts = {
    ...waiting, waitingSince: at('2026-11-16T09:00'), broken: [{ dueAt: at('2026-11-17T18:00') }],
    inPublic: [{ at: at('2026-11-19T09:12'), channel: 'review', complains: true }], chases: [{ at: at('2026-11-19T09:12'), channel: 'review' }],
  };
  const studioBianchi: HeatFacts = { ...waiting, emptyReplies: 1, tone: { band: 'irritated', phrases: ['come mai'], at: now } };
  const paolo: HeatFacts = { ...waiting, waitingSince: at('2026-11-19T09:50') };

  test('stand in the order in which acting helps', () => {
    const degrees = [lucaFerri, elena, studioBianchi, paolo].map((facts) => read(facts).degrees);
    expect(degrees).toEqual(degrees.toSorted((one, other) => other - one));
    expect(degrees.map((one, place) => bandOf(one, place === 0))).toEqual(['boil', 'hot', 'warm', 'calm']);
  });
  test('Elena boils when the promise falls due, and the warehouse is what stops it', () => {
    const found = read(elena);
    expect(found.boilsAt).toEqual(at('2026-11-19T15:00'));
    expect(found.boiled).toBeNull();
    expect(found.act).toMatchObject({ code: 'remind_department', facts: { department: 'Magazzino' } });
    expect(read(elena, at('2026-11-19T15:00')).degrees).toBeGreaterThanOrEqual(85);
  });
  test('Luca has boiled over, in public; nothing but a call helps', () => {
    expect(read(lucaFerri)).toMatchObject({ boiled: { why: 'second_channel', at: at('2026-11-19T09:12') }, boilsAt: null, act: { code: 'call_customer' } });
  });
  test('the others want what their cases lack', () => {
    expect(read(studioBianchi).act.code).toBe('give_date');
    expect(read(paolo).act.code).toBe('answer');
    expect(read({ ...paolo, hasOwner: false, claimDueAt: now }).act.code).toBe('take_charge');
    expect(read({ ...waiting, promisesDueAt: [at('2026-11-20T17:00')] }).act).toEqual({ code: 'nothing', facts: { dueAt: at('2026-11-20T17:00').toISOString() } });
    expect(read({ ...waiting, nextUpdateDueAt: now }).act.code).toBe('send_update');
  });
  test('a second channel, anger, a public complaint, a threat, a low rating, a formal complaint boil over; only while waiting', () => {
    const causes: Partial<HeatFacts>[] = [
      { chases: [{ at: now, channel: 'phone' }] }, { tone: { band: 'angry', phrases: [], at: now } }, { inPublic: [{ at: now, channel: 'social', complains: true }] },
      { threats: [{ kind: 'lawyer', words: 'il mio avvocato', at: now }] }, { lowRating: { score: 1, at: now } },
      { formalComplaint: { label: 'R-2026-0001', dueAt: plus(now, 30 * day), registeredAt: now } },
    ];
    expect(causes.map((cause) => read({ ...waiting, ...cause }).boiled?.why)).toEqual(['second_channel', 'angry', 'in_public', 'threat', 'low_rating', 'formal_complaint']);
    expect(causes.map((cause) => read({ ...calm, ...cause }).boiled)).toEqual([null, null, null, null, null, null]);
    expect(read({ ...waiting, inPublic: [{ at: now, channel: 'social', complains: false }] }).boiled).toBeNull();
  });
  test('who announced a complaint and made it is not counted twice', () => {
    const announced = { ...waiting, threats: [{ kind: 'complaint' as const, words: 'reclamo formale', at: now }] };
    const made = read({ ...announced, formalComplaint: { label: 'R-2026-0001', dueAt: plus(now, 30 * day), registeredAt: now } });
    expect(made.reasons.map(({ code }) => code)).toContain('formal_complaint');
    expect(made.reasons.map(({ code }) => code)).not.toContain('threat');
  });
  test('the reasons are said in words', () => {
    const boiling = { ...elena, chases: [elena.chases[0]!, { at: at('2026-11-19T09:00'), channel: 'phone' as const }] };
    const said = sayReasons(read(boiling).reasons, 'it', { now, timeZone: 'Europe/Rome' });
    expect(said[0]).toBe('ha sollecitato due volte in 46 h, ora anche al telefono');
    expect(said).toContain('la promessa di ieri alle 18:00 è stata rinegoziata');
    expect(said).toContain('il tono dell’ultimo messaggio è irritato');
    expect(heatTexts.it.why(said.slice(0, 1))).toBe('Sale perché: ha sollecitato due volte in 46 h, ora anche al telefono.');
  });
});

describe('heat', () => {
  const channel = fc.constantFrom('email', 'phone', 'social', 'review', 'chat' as const);
  const instant = fc.integer({ min: 0, max: 6 * 24 * 60 }).map((minutes) => plus(at('2026-11-16T08:00'), minutes * minute));
  const facts: fc.Arbitrary<HeatFacts> = fc.record({
    waitingSince: fc.option(instant), chases: fc.array(fc.record({ at: instant, channel }), { maxLength: 5 }), firstChannel: fc.option(channel),
    inPublic: fc.array(fc.record({ at: instant, channel, complains: fc.boolean() }), { maxLength: 2 }), broken: fc.array(fc.record({ dueAt: instant }), { maxLength: 3 }),
    moved: fc.array(fc.record({ from: instant, to: instant }), { maxLength: 2 }), promisesDueAt: fc.array(instant, { maxLength: 3 }), lastSubstantialOutboundAt: fc.option(instant),
    openedAt: fc.constant(at('2026-11-16T08:00')), emptyReplies: fc.nat(4),
    tone: fc.option(fc.record({ band: fc.constantFrom('calm', 'irritated', 'angry' as const), phrases: fc.constant([]), at: instant })),
    threats: fc.array(fc.record({ kind: fc.constantFrom('lawyer', 'review' as const), words: fc.constant('…'), at: instant }), { maxLength: 2 }), handovers: fc.nat(3), reopenings: fc.nat(3),
    requests: fc.array(fc.record({ id: fc.constant('019a0000-0000-7000-8000-000000000001'), department: fc.constant('Magazzino'), dueAt: instant, isPaused: fc.boolean() }), { maxLength: 2 }),
    hasOwner: fc.boolean(), claimDueAt: fc.option(instant), nextUpdateDueAt: fc.option(instant),
    formalComplaint: fc.option(fc.record({ label: fc.constant('R-2026-0001'), dueAt: instant, registeredAt: instant })), lowRating: fc.option(fc.record({ score: fc.integer({ min: 1, max: 2 }), at: instant })),
  });

  test('is a whole number from 0 to 100, with reasons and an act that the contract takes', () => {
    fc.assert(
      fc.property(facts, instant, (one, when) => {
        const found = read(one, when);
        expect(Number.isInteger(found.degrees) && found.degrees >= 0 && found.degrees <= 100).toBe(true);
        for (const reason of found.reasons) expect(heatReason.safeParse(reason).success).toBe(true);
        expect(heatAct.safeParse(found.act).success).toBe(true);
        expect(sayReasons(found.reasons, 'it', { now: when, timeZone: 'Europe/Rome' })).toHaveLength(found.reasons.length);
      }),
    );
  });
  test('no chase cools', () => {
    fc.assert(
      fc.property(facts, instant, channel, (one, when, where) => {
        expect(read({ ...one, chases: [...one.chases, { at: when, channel: where }] }, when).degrees).toBeGreaterThanOrEqual(read(one, when).degrees);
      }),
    );
  });
  test('time without a word of ours never cools', () => {
    fc.assert(
      fc.property(facts, instant, fc.nat(3 * 24 * 60), (one, when, later) => {
        expect(read(one, plus(when, later * minute)).degrees).toBeGreaterThanOrEqual(read(one, when).degrees);
      }),
    );
  });
  test('a broken promise heats', () => {
    fc.assert(
      fc.property(facts, instant, (one, when) => {
        const whole = { ...one, broken: [], promisesDueAt: [], nextUpdateDueAt: null };
        const before = read(whole, when).degrees;
        const after = read({ ...whole, broken: [{ dueAt: when }] }, when).degrees;
        // Where it has boiled over by other causes, or reached the top, there is nothing left to add.
        expect(after > before || before >= 76).toBe(true);
      }),
    );
  });
  test('boils at the instant that it says, and not two minutes before', () => {
    let boiling = 0;
    fc.assert(
      fc.property(facts, instant, (one, when) => {
        const simmering = { ...one, chases: one.chases.map((chase) => ({ ...chase, channel: one.firstChannel ?? ('email' as const) })), firstChannel: one.firstChannel ?? ('email' as const), tone: null, threats: [], inPublic: [], lowRating: null, formalComplaint: null };
        const { boilsAt } = read(simmering, when);
        if (boilsAt === null) return;
        boiling += 1;
        expect(read(simmering, boilsAt).degrees).toBeGreaterThanOrEqual(85);
        if (plus(boilsAt, -2 * minute) > when) expect(read(simmering, plus(boilsAt, -2 * minute)).degrees).toBeLessThanOrEqual(85);
      }),
      { numRuns: 500 },
    );
    expect(boiling).toBeGreaterThan(10);
  });
  test('is gone with the answer that leaves nothing owed', () => {
    expect(read({ ...waiting, waitingSince: null })).toMatchObject({ degrees: 0, reasons: [], boilsAt: null, lookAgainAt: null });
  });
  test('of somebody who no longer waits is what we still owe them', () => {
    expect(codes({ ...calm, broken: [{ dueAt: plus(now, -day) }], chases: [{ at: now, channel: 'email' }] })).toEqual(['promise_broken']);
  });
  test('is looked at again when it will be another number, never in a hurry', () => {
    const { lookAgainAt, degrees } = read(waiting);
    expect(lookAgainAt! > plus(now, 9 * minute)).toBe(true);
    expect(read(waiting, lookAgainAt!).degrees).toBeGreaterThan(degrees);
  });
  test('counts working hours: a Sunday heats nobody', () => {
    const one = { ...waiting, waitingSince: at('2026-11-21T12:00'), openedAt: at('2026-11-21T12:00') };
    expect(read(one, at('2026-11-22T20:00')).degrees).toBe(read(one, at('2026-11-21T13:00')).degrees);
    expect(read(one, at('2026-11-23T12:00')).degrees).toBeGreaterThan(read(one, at('2026-11-22T20:00')).degrees);
  });
});

describe('the tone', () => {
  test.for([
    ['È una vergogna!', 'angry'],
    ['Mi sento preso in giro, sto ancora aspettando.', 'angry'],
    ['Servizio inaccettabile.', 'angry'],
    ['Voglio parlare con un responsabile, subito!!!', 'angry'],
    ['Aspetto da una settimana.', 'irritated'],
    ['Nessuno mi risponde.', 'irritated'],
    ['Chiede se i colleghi sono stati davvero avvisati.', 'irritated'],
    ['This is ridiculous and unacceptable.', 'angry'],
    ['I am still waiting.', 'irritated'],
    ['VOGLIO SAPERE DOVE È IL MIO PACCO ADESSO', 'irritated'],
    ['Buongiorno, ho ricevuto solo uno dei due colli. Dentro mancano i ripiani.', 'calm'],
    ['Non sono arrabbiata, vorrei solo sapere quando arriva.', 'calm'],
    ['La lampada è bellissima, grazie!', 'calm'],
    ['Ordine 88213, LUMINA 3, IVA', 'calm'],
    ['I am not angry, thank you.', 'calm'],
  ])('%s', ([text, band]) => {
    expect(toneOf(text!).band).toBe(band);
  });
  test('shows what it heard', () => expect(toneOf('Sono stufa. È inaccettabile!').phrases).toEqual(['inaccettabile', 'stufa']));
});

describe('a threat', () => {
  test.for([
    ['Mi rivolgerò al mio avvocato.', 'lawyer'],
    ['Passerò alle vie legali.', 'lawyer'],
    ['Questo è un reclamo formale.', 'complaint'],
    ['Scriverò alle associazioni dei consumatori.', 'consumers'],
    ['Lascerò una recensione negativa.', 'review'],
    ['Contesto l’addebito con la banca.', 'payment'],
    ['Non comprerò mai più da voi.', 'leaving'],
    ['My lawyer will write to you.', 'lawyer'],
    ['I will ask for a chargeback.', 'payment'],
  ])('%s', ([text, kind]) => {
    expect(threatsIn(text!).map((threat) => threat.kind)).toEqual([kind]);
  });
  test.for(['Sono avvocato e cerco una lampada per lo studio.', 'Ho letto una recensione della Lumina 3.', 'Vorrei il numero del vostro ufficio legale? No, della logistica.', 'I read a review of the lamp.'])('%s threatens nobody', (text) => {
    expect(threatsIn(text)).toEqual([]);
  });
});

test('what a wait says, of its messages', () => {
  const found = heard([
    { at: at('2026-11-17T11:23'), channel: 'social', isChase: false, text: 'Dov’è il mio pacco?' },
    { at: at('2026-11-18T11:23'), channel: 'social', isChase: true, text: 'Terzo giorno. È una vergogna, scrivo al mio avvocato.' },
    { at: at('2026-11-18T12:00'), channel: 'email', isChase: true, text: 'Va bene, attendo.' },
  ]);
  expect(found.firstChannel).toBe('social');
  expect(found.chases).toHaveLength(2);
  expect(found.inPublic.map(({ complains }) => complains)).toEqual([false, true]);
  expect(found.tone).toMatchObject({ band: 'angry', at: at('2026-11-18T11:23') });
  expect(found.threats.map(({ kind }) => kind)).toEqual(['lawyer']);
});
