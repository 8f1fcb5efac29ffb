import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour, minute, plus, type Instant } from '#base/clock.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import { isOpen as works, workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';
import * as rules from './rules.ts';

const shift = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const rome: WorkCalendar = {
  timeZone: 'Europe/Rome',
  week: { 1: shift, 2: shift, 3: shift, 4: shift, 5: shift, 6: [], 7: [] },
  holidays: [{ date: '2026-12-08', name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' } }],
  exceptions: [{ from: '2026-12-07', to: '2026-12-07', hours: [], name: 'Ponte' }],
};
const at = (text: string): Instant => new Date(`${text}+01:00`);
const iso = (instant: Instant | null | undefined | Refusal): string => (instant instanceof Date ? instant.toISOString() : JSON.stringify(instant));

const warehouse: rules.AskedDepartment = { id: 'w', name: 'Magazzino', address: 'magazzino@casalumina.example', answersWithinMinutes: 240, closedAt: null };
const open = { status: 'open', mergedIntoId: null, owner: { id: 'giulia' }, departmentId: 'service' };
const ask = (change: Partial<Parameters<typeof rules.askDepartment>[0]> = {}) =>
  rules.askDepartment({ found: open, department: warehouse, question: 'È partito?', open: [], calendar: rome, now: at('2026-11-26T10:00'), ...change });
const asked = (change: Partial<Parameters<typeof rules.askDepartment>[0]> = {}): rules.Asked => {
  const result = ask(change);
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
};

describe('asking', () => {
  test('four working hours from Thursday at 10 are due at 15, and the reminder comes an hour before', () => {
    const { dueAt, nextClimbAt, sentTo } = asked();
    expect([iso(dueAt), iso(nextClimbAt), sentTo]).toEqual([iso(at('2026-11-26T15:00')), iso(at('2026-11-26T14:00')), warehouse.address]);
  });

  test('asked on Friday evening before a bridge and a holiday, it is due on Wednesday', () => {
    expect(iso(asked({ now: at('2026-12-04T17:30') }).dueAt)).toBe(iso(at('2026-12-09T12:00')));
    expect(rules.closingsBetween(rome, { from: at('2026-12-04T17:30'), to: at('2026-12-09T12:00') }, 'it')).toEqual([
      { date: '2026-12-07', name: 'Ponte' },
      { date: '2026-12-08', name: 'Immacolata Concezione' },
    ]);
  });

  test('a weekend is no closing that needs a reason', () => {
    expect(rules.closingsBetween(rome, { from: at('2026-11-27T17:30'), to: at('2026-11-30T12:00') }, 'en')).toEqual([]);
  });

  test('what stands against it', () => {
    const why = (change: Parameters<typeof ask>[0]): string => {
      const result = ask(change);
      return isRefusal(result) ? result.refused : 'asked';
    };
    const question = { departmentId: 'w', question: 'È partito?', askedById: 'marco', askedAt: at('2026-11-26T09:00') };
    expect(why({ department: { ...warehouse, address: null } })).toBe('request.no_address');
    expect(why({ department: { ...warehouse, closedAt: at('2026-11-01T09:00') } })).toBe('request.department_closed');
    expect(why({ department: { ...warehouse, id: 'service' } })).toBe('request.own_department');
    expect(why({ found: { ...open, status: 'resolved' } })).toBe('case.is_resolved');
    expect(why({ found: { ...open, status: 'closed', mergedIntoId: 'other' } })).toBe('case.is_merged');
    expect(why({ found: { ...open, owner: null } })).toBe('case.nobody_owns_it');
    expect(why({ open: [question], question: ' è  PARTITO ' })).toBe('request.asked_already');
    expect(why({ open: [{ ...question, departmentId: 'logistics' }] })).toBe('asked');
    expect(why({ open: Array.from({ length: 5 }, (_, index) => ({ ...question, question: `Domanda ${index}` })) })).toBe('request.too_many');
    expect(why({ calendar: { ...rome, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } } })).toBe('calendar.never_open');
  });

  test('a double tap is the same member, the same words, within two minutes', () => {
    const before = { departmentId: 'w', question: 'È partito?', askedById: 'giulia', askedAt: at('2026-11-26T10:00') };
    const again = { departmentId: 'w', question: 'È partito?', byId: 'giulia' };
    expect(rules.isDoubleTap(before, again, at('2026-11-26T10:01'))).toBe(true);
    expect(rules.isDoubleTap(before, again, at('2026-11-26T10:02'))).toBe(false);
    expect(rules.isDoubleTap(before, { ...again, byId: 'marco' }, at('2026-11-26T10:01'))).toBe(false);
  });
});

describe('climbing', () => {
  test.each([[30, 15, 60], [60, 30, 60], [120, 60, 60], [240, 60, 120], [480, 120, 240], [960, 240, 240], [4800, 1200, 240]])(
    'of %i agreed minutes the reminder comes %i before, the directors hear %i after', (agreed, before, after) => {
      expect([rules.reminderAhead(agreed) / minute, rules.directorsAfter(agreed) / minute]).toEqual([before, after]);
    },
  );

  test('reminder, head, directors, all in the hours of the department', () => {
    const planned = rules.plannedClimbs(warehouse, rome, at('2026-11-27T15:00'));
    if (isRefusal(planned)) throw new Error(planned.refused);
    expect(planned.steps.map(({ step, at: instant }) => [step, iso(instant)])).toEqual([
      [1, iso(at('2026-11-30T08:30'))],
      [2, iso(at('2026-11-30T09:30'))],
      [3, iso(at('2026-11-30T11:30'))],
    ]);
  });

  test('what was not sent in time is not made up for: the head comes instead of a late reminder', () => {
    const request = { dueAt: at('2026-11-26T15:00'), climbedTo: 0, nextClimbAt: at('2026-11-26T14:00'), questionedAt: null } as const;
    expect(rules.nextClimb(request, at('2026-11-26T14:59'))).toEqual({ at: request.nextClimbAt, step: 1 });
    expect(rules.nextClimb(request, at('2026-11-26T15:00'))).toEqual({ at: request.dueAt, step: 2 });
  });

  test('the directors never hear sooner after the head than they should', () => {
    const ladder = { dueAt: at('2026-11-26T15:00'), agreedMinutes: 240, calendar: rome };
    expect(iso(rules.whenNext(2, ladder, at('2026-11-26T15:01')))).toBe(iso(at('2026-11-26T17:01')));
    expect(iso(rules.whenNext(2, ladder, at('2026-11-27T10:00')))).toBe(iso(at('2026-11-27T12:00')));
    expect(rules.whenNext(3, ladder, at('2026-11-27T12:00'))).toBeNull();
  });

  test('nothing climbs while the department waits for us, nor above the top', () => {
    const request = { dueAt: at('2026-11-26T15:00'), climbedTo: 1, nextClimbAt: at('2026-11-26T15:00'), questionedAt: at('2026-11-26T14:30') } as const;
    expect(rules.nextClimb(request, at('2026-11-26T16:00'))).toBeNull();
    expect(rules.nextClimb({ ...request, climbedTo: 3, nextClimbAt: null, questionedAt: null }, at('2026-11-26T16:00'))).toBeNull();
  });
});

describe('properties', () => {
  const instants = fc.integer({ min: at('2026-11-01T00:00').getTime(), max: at('2026-12-31T00:00').getTime() }).map((time) => new Date(time));
  const agreements = fc.integer({ min: 1, max: 60 * 40 });
  const atWork = (instant: Instant): boolean => works(rome, instant) || works(rome, plus(instant, -1));

  test('the steps stand in order, in working time, at the agreed distance', () => {
    fc.assert(
      fc.property(instants, agreements, (now, agreed) => {
        const planned = rules.plannedClimbs({ ...warehouse, answersWithinMinutes: agreed }, rome, now);
        if (isRefusal(planned)) throw new Error(planned.refused);
        const [reminder, head, director] = planned.steps.map(({ at: instant }) => instant) as [Instant, Instant, Instant];
        expect(now < reminder && reminder < head && head < director).toBe(true);
        expect([reminder, head, director].every(atWork)).toBe(true);
        expect(iso(head)).toBe(iso(planned.dueAt));
        expect(workingTimeBetween(rome, now, head)).toBe(agreed * minute);
        expect(workingTimeBetween(rome, reminder, head)).toBe(rules.reminderAhead(agreed));
        expect(workingTimeBetween(rome, head, director)).toBe(rules.directorsAfter(agreed));
        expect(workingTimeBetween(rome, now, reminder)).toBeGreaterThanOrEqual((agreed * minute) / 2);
      }),
    );
  });

  const pauses = fc.array(fc.record({ after: fc.integer({ min: 0, max: 20 * hour }), open: fc.integer({ min: 0, max: 90 * hour }) }), { minLength: 1, maxLength: 4 });

  test('a question neither gives working time nor costs any, asked in time or late, once or again', () => {
    fc.assert(
      fc.property(instants, agreements, pauses, (now, agreed, questions) => {
        let { dueAt, nextClimbAt }: { dueAt: Instant; nextClimbAt: Instant | null } = asked({ now, department: { ...warehouse, answersWithinMinutes: agreed } });
        let clock = now;
        for (const question of questions) {
          const questionedAt = plus(clock, question.after);
          const answeredAt = plus(questionedAt, question.open);
          const left = workingTimeBetween(rome, questionedAt, dueAt);
          const toClimb = workingTimeBetween(rome, nextClimbAt!, dueAt);
          ({ dueAt, nextClimbAt } = rules.resume({ dueAt, nextClimbAt, questionedAt }, answeredAt, rome));
          expect(workingTimeBetween(rome, answeredAt, dueAt)).toBe(left);
          expect(workingTimeBetween(rome, nextClimbAt!, dueAt)).toBe(toClimb);
          clock = answeredAt;
        }
      }),
    );
  });

  test('a question open over a night, a weekend or a holiday only moves nothing', () => {
    const asking = asked({ now: at('2026-12-04T15:00') });
    expect(rules.resume({ ...asking, questionedAt: at('2026-12-04T18:00') }, at('2026-12-09T08:30'), rome)).toEqual({ dueAt: asking.dueAt, nextClimbAt: asking.nextClimbAt });
  });
});

describe('where it stands', () => {
  const times: rules.RequestTimes = {
    askedAt: at('2026-11-26T10:00'), dueAt: at('2026-11-26T15:00'),
    seenAt: null, questionedAt: null, answeredAt: null, refusedAt: null, withdrawnAt: null, takenAt: null, sentBackAt: null,
  };
  test.each<[string, Partial<rules.RequestTimes>, string, boolean]>([
    ['waiting', {}, '2026-11-26T14:59', false],
    ['seen', { seenAt: at('2026-11-26T11:00') }, '2026-11-26T14:59', false],
    ['late', { seenAt: at('2026-11-26T11:00') }, '2026-11-26T15:00', true],
    ['questioned', { questionedAt: at('2026-11-26T14:00') }, '2026-11-27T15:00', false],
    ['questioned', { questionedAt: at('2026-11-26T16:00') }, '2026-11-26T16:01', true],
    ['answered', { answeredAt: at('2026-11-26T15:00') }, '2026-11-30T15:00', false],
    ['answered', { answeredAt: at('2026-11-26T15:01') }, '2026-11-30T15:00', true],
    ['refused', { refusedAt: at('2026-11-26T12:00') }, '2026-11-30T15:00', false],
    ['withdrawn', { withdrawnAt: at('2026-11-26T12:00') }, '2026-11-30T15:00', false],
  ])('%s with %o at %s', (state, change, now, late) => {
    expect([rules.stateOf({ ...times, ...change }, at(now)), rules.isLate({ ...times, ...change }, at(now))]).toEqual([state, late]);
  });

  test('a reminder by hand, at most once an hour and only while they owe us something', () => {
    const last = at('2026-11-26T10:00');
    expect(rules.mayRemind(times, last, at('2026-11-26T11:00'))).toBeNull();
    expect(rules.mayRemind(times, last, at('2026-11-26T10:30'))).toMatchObject({ refused: 'request.reminded_already', facts: { minutes: 30 } });
    expect(rules.mayRemind({ ...times, questionedAt: last }, last, at('2026-11-26T12:00'))).toMatchObject({ refused: 'request.waits_for_us' });
    expect(rules.mayRemind({ ...times, answeredAt: last }, last, at('2026-11-26T12:00'))).toMatchObject({ refused: 'request.settled' });
  });
});

describe('what a department says', () => {
  const choices = [{ label: 'È partito', asksDate: null }, { label: 'Non ancora', asksDate: 'Quando parte?' }];
  const offered = { choices, today: '2026-11-26', farthest: '2027-11-26' };
  const why = (said: Partial<Parameters<typeof rules.mayAnswer>[0]>) =>
    rules.mayAnswer({ choice: null, promisedFor: null, text: '', ...said }, offered)?.refused ?? null;

  test('an answer is one of those offered, with the day that it asks for or a word on why there is none', () => {
    expect(why({ choice: 'È partito' })).toBeNull();
    expect(why({ choice: 'Forse' })).toBe('answer.not_a_choice');
    expect(why({ choice: 'Non ancora' })).toBe('answer.date_needed');
    expect(why({ choice: 'Non ancora', promisedFor: '2026-11-27' })).toBeNull();
    expect(why({ choice: 'Non ancora', text: 'Lo sappiamo domani.' })).toBeNull();
    expect(why({ promisedFor: '2026-11-25' })).toBe('answer.date_past');
    expect(why({ promisedFor: '2206-11-27' })).toBe('answer.date_too_far');
  });

  test('the same words from the same address are one answer; other words are another', () => {
    const said: rules.Said = { kind: 'answer', text: 'Domani', choice: null, promisedFor: null, whoseIsIt: null, byAddress: 'a@b.example' };
    expect(rules.saysTheSame(said, { ...said })).toBe(true);
    expect(rules.saysTheSame(said, null)).toBe(false);
    for (const change of [{ text: 'Oggi' }, { choice: 'È partito' }, { promisedFor: '2026-11-27' }, { byAddress: 'c@b.example' }]) {
      expect(rules.saysTheSame({ ...said, ...change }, said)).toBe(false);
    }
  });

  test.each<[string, string, string | null]>([
    ['Non ancora', 'answer', 'Non ancora'],
    ['Ciao Giulia,\nè partito.\n\nDario', 'answer', 'È partito'],
    ['Buongiorno, qual è il numero di serie?\nGrazie\nDario Conti', 'question_back', null],
    ['Ciao, mi mandi una foto? E il colore qual è?', 'question_back', null],
    ['Parte domani. Va bene?', 'answer', null],
    ['Hi Giulia, which address should it go to?\nThanks,\nDario', 'question_back', null],
    ['Partito ieri con Corriere Nord, arriva venerdì', 'answer', null],
    ['', 'answer', null],
  ])('by mail: %j', (text, kind, choice) => {
    expect(rules.readMail(text, choices)).toEqual({ kind, choice });
  });

  test('who may answer by mail', () => {
    const given = ['magazzino@casalumina.example', 'corriere.nord@gmail.com'];
    const may = (address: string, isMember = false): boolean => rules.mayAnswerByMail({ address, given, isMember });
    expect(may('Magazzino@CasaLumina.example')).toBe(true);
    expect(may('beppe@casalumina.example')).toBe(true);
    expect(may('corriere.nord@gmail.com')).toBe(true);
    expect(may('qualcuno@gmail.com')).toBe(false);
    expect(may('beppe@altrove.example')).toBe(false);
    expect(may('beppe@altrove.example', true)).toBe(true);
    expect(may('beppe@finta-casalumina.example')).toBe(false);
  });
});
