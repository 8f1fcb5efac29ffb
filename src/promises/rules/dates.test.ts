import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour, minute } from '#base/clock.ts';
import type { WorkCalendar } from '#calendar/rules.ts';
import { sayInstant } from '#calendar/words.ts';
import { readDates } from './dates.ts';

const timeZone = 'Europe/Rome';
/** A Wednesday, 10:00 in Rome. */
const now = new Date('2026-11-18T09:00:00Z');
const open = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const calendar: WorkCalendar = { timeZone, week: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [{ from: '09:00', to: '13:00' }], 7: [] }, holidays: [], exceptions: [] };

/** The wall time in Rome of every date read, "2026-11-19 15:00". */
const read = (text: string, at: Date = now): string[] =>
  readDates(text, { now: at, timeZone, calendar }).map(({ dueAt }) => dueAt.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }));

describe('dates that we give', () => {
  test.for([
    ['Le scrivo entro giovedì alle 15.', '2026-11-19 15:00'],
    ['le scrivo entro giovedì alle 15', '2026-11-19 15:00'],
    ['Le scrivo io entro oggi alle 16:00.', '2026-11-18 16:00'],
    ['La richiamo entro domani alle 18, anche se fosse solo per dirle a che punto siamo.', '2026-11-19 18:00'],
    ['Le rispondo entro oggi.', '2026-11-18 18:00'],
    ['La chiamo domani mattina.', '2026-11-19 12:00'],
    ['La chiamo domani pomeriggio alle 3.', '2026-11-19 15:00'],
    ['Riceverà il collo entro venerdì 27 novembre.', '2026-11-27 18:00'],
    ['Il rimborso arriva entro il 27/11 alle 12:30.', '2026-11-27 12:30'],
    ['Il rimborso arriverà entro il 27 novembre 2026.', '2026-11-27 18:00'],
    ['Le faccio sapere in giornata.', '2026-11-18 18:00'],
    ['Le scrivo entro la giornata.', '2026-11-18 18:00'],
    ['Con i ripiani entro sabato.', '2026-11-21 13:00'],
    ['Entro le 18 di domani avrà una risposta.', '2026-11-19 18:00'],
    ['Avrà la risposta domani entro le 18.', '2026-11-19 18:00'],
    ['Le mando la fattura entro le ore 17:30.', '2026-11-18 17:30'],
    ['Le mando la fattura entro le 9.', '2026-11-19 09:00'],
    ['La ricontatto entro 24 ore.', '2026-11-19 10:00'],
    ['La ricontatto entro due giorni lavorativi.', '2026-11-20 18:00'],
    ['Sostituiamo il driver entro 3 giorni lavorativi.', '2026-11-21 13:00'],
    ['Il pacco arriverà in 2-3 giorni.', '2026-11-21 13:00'],
    ['La aggiorno fra un’ora.'.replace('’', "'"), '2026-11-18 11:00'],
    ['La aggiorno entro mezzogiorno.', '2026-11-18 12:00'],
    ['Le scrivo entro mezzogiorno di venerdì.', '2026-11-20 12:00'],
    ['Le scrivo mercoledì prossimo.', '2026-11-25 18:00'],
    ['Le scrivo entro mercoledì.', '2026-11-18 18:00'],
    ['Le scrivo entro martedì.', '2026-11-24 18:00'],
    ['Le scrivo entro mercoledì alle 9.', '2026-11-25 09:00'],
    ['Le scrivo entro la fine della settimana.', '2026-11-20 18:00'],
    ['Il bonifico parte entro fine mese.', '2026-11-30 18:00'],
    ['La chiamo dopodomani alle 9 e mezza.', '2026-11-20 09:30'],
    ['Il corriere passerà giovedì tra le 9 e le 13.', '2026-11-19 13:00'],
    ['Il corriere consegna venerdì dalle 9 alle 12.', '2026-11-20 12:00'],
    ['Le scrivo prima di venerdì.', '2026-11-19 18:00'],
    ['Entro e non oltre lunedì alle 12 le diamo una risposta.', '2026-11-23 12:00'],
    ['La chiamo stasera.', '2026-11-18 20:00'],
    ['Le telefono alle 15.', '2026-11-18 15:00'],
    ['Le telefono alle 3 del pomeriggio.', '2026-11-18 15:00'],
    ['Giovedì alle 15 la chiamo.', '2026-11-19 15:00'],
    ['Se preferisce, la chiamo domani alle 10.', '2026-11-19 10:00'],
    ['Ho parlato con il magazzino, il secondo collo parte entro venerdì.', '2026-11-20 18:00'],
    ['Mi mandi la foto e le rispondo entro domani.', '2026-11-19 18:00'],
    ['Non si preoccupi, le scrivo entro domani alle 18.', '2026-11-19 18:00'],
    ['Le scrivo entro venerdi alle 15.', '2026-11-20 15:00'],
    ['Ho chiesto al magazzino dov’è: le scrivo entro domani alle 18.', '2026-11-19 18:00'],
    ['Il primo dicembre riceverà il ripiano.', '2026-12-01 18:00'],
    ['Le scrivo il 2 gennaio.', '2027-01-02 13:00'],
    ['Le scrivo entro il 20.', '2026-11-20 18:00'],
    ['Le scrivo entro il 3.', '2026-12-03 18:00'],
    ['I will write to you by Thursday at 3 pm.', '2026-11-19 15:00'],
    ["I'll call you by tomorrow noon.", '2026-11-19 12:00'],
    ['I will get back to you by noon tomorrow.', '2026-11-19 12:00'],
    ['You will have the parcel by Friday.', '2026-11-20 18:00'],
    ['I will write by 15:00 on Thursday.', '2026-11-19 15:00'],
    ['I will write by 3pm today.', '2026-11-18 15:00'],
    ['We will answer within the day.', '2026-11-18 18:00'],
    ['We will answer within 24 hours.', '2026-11-19 10:00'],
    ['We will answer within two working days.', '2026-11-20 18:00'],
    ['Your refund will arrive by the 27th of November.', '2026-11-27 18:00'],
    ['Your refund will arrive by November 27.', '2026-11-27 18:00'],
    ['I will call you tomorrow morning.', '2026-11-19 12:00'],
    ['I will call you tomorrow at 4.', '2026-11-19 16:00'],
    ['We shall ship it no later than Monday.', '2026-11-23 18:00'],
    ['The parcel leaves the warehouse on Friday.', '2026-11-20 18:00'],
    ['You will hear from me by the end of the day.', '2026-11-18 18:00'],
    ['I will write next Wednesday at 9:30.', '2026-11-25 09:30'],
    ['We have asked the warehouse and will write to you by Friday.', '2026-11-20 18:00'],
  ])('%s', ([text, due]) => {
    expect(read(text!)).toEqual([due]);
  });

  test('two dates in one sentence are two promises', () => {
    expect(read('Le scrivo entro oggi alle 18 e il pacco parte entro venerdì.')).toEqual(['2026-11-18 18:00', '2026-11-20 18:00']);
  });

  test('the sentence is the promise, the wording of the date its place', () => {
    const text = 'Buongiorno Elena, me ne occupo io.\nHo chiesto al magazzino: le scrivo entro domani alle 18, comunque vada. Buona giornata';
    const [found] = readDates(text, { now, timeZone });
    expect(found?.text).toBe('le scrivo entro domani alle 18, comunque vada');
    expect(text.slice(found?.start, found?.end)).toBe('entro domani alle 18');
  });

  test('what is said after closing', () => {
    const evening = new Date('2026-11-18T18:30:00Z');
    expect(read('Le scrivo entro oggi.', evening)).toEqual(['2026-11-19 00:00']);
    expect(read('Le scrivo entro le 18.', evening)).toEqual(['2026-11-19 18:00']);
    expect(read('Le scrivo oggi alle 15.', evening)).toEqual([]);
  });
});

describe('dates that are no promise', () => {
  test.for([
    'Le ho scritto giovedì.',
    'Le ho scritto giovedì alle 15.',
    'La lampada costa 15 euro.',
    'L’ordine 88213 del 12/11 è completo.',
    'Siamo aperti dal lunedì al venerdì dalle 8:30 alle 18.',
    'Giovedì siamo chiusi.',
    'Lunedì 7 dicembre saremo chiusi.',
    'Ci può scrivere entro venerdì.',
    'Mi mandi la foto entro domani.',
    'Le chiedo di rispondermi entro giovedì alle 12.',
    'Ci risponda entro venerdì, per favore.',
    'Se non riceve nulla entro venerdì, ci scriva.',
    'Se entro giovedì il pacco non arriva, ci chiami.',
    'Non riesco a scriverle entro venerdì.',
    'Non riceverà il pacco entro venerdì.',
    'Purtroppo non sarà pronto entro lunedì.',
    'Le va bene se la chiamo giovedì alle 15?',
    'Avrebbe dovuto riceverlo entro martedì.',
    'Doveva arrivare entro venerdì.',
    'Il collo è partito lunedì.',
    'Abbiamo consegnato la lampada martedì alle 11.',
    'Ha scritto: «le rispondo entro domani».',
    '> le scrivo entro giovedì alle 15',
    'La sua e-mail di giovedì scorso.',
    'La lampada pesa 3 kg e misura 15/20 cm.',
    'Il ripiano è alto 12 e largo 30 cm.',
    'Ordini sopra i 100 euro: spedizione in 2 colli.',
    'Non prima di giovedì.',
    'Però giovedì è festa.',
    'I wrote to you on Thursday.',
    'We sent the parcel on Monday at 3 pm.',
    'Please reply by Friday.',
    'Could you send us a picture by tomorrow.',
    'If you have not received it by Friday, write to us.',
    'We are open Monday to Friday from 9 to 18.',
    'We will be closed on Monday.',
    'I will not be able to answer by Friday.',
    "We can't deliver by Thursday.",
    'It should have arrived by Monday.',
    'Shall I call you on Thursday at 3 pm?',
    'The lamp costs 15 pounds.',
    'Order 88213 of 12/11 is complete.',
    'You can call us until 6 pm on Friday.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('the night when the clocks change', () => {
  test('an hour that does not exist is the first that does', () => {
    const before = new Date('2026-03-28T10:00:00Z');
    expect(readDates('Le scrivo entro domani alle 02:30.', { now: before, timeZone })[0]?.dueAt.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });
  test('the afternoon after it is the afternoon on the wall', () => {
    const before = new Date('2026-10-24T10:00:00Z');
    expect(readDates('Le scrivo entro domani alle 15.', { now: before, timeZone })[0]?.dueAt.toISOString()).toBe('2026-10-25T14:00:00.000Z');
    expect(readDates('Le scrivo entro oggi alle 15.', { now: before, timeZone })[0]?.dueAt.toISOString()).toBe('2026-10-24T13:00:00.000Z');
  });
});

test('whatever Presa says as a limit, it reads back as the same instant', () => {
  const minutesAhead = fc.integer({ min: 10, max: 60 * 24 * 60 });
  fc.assert(
    fc.property(fc.constantFrom('it', 'en'), minutesAhead, fc.integer({ min: 0, max: 365 }), (language, ahead, later) => {
      const from = new Date(now.getTime() + later * day + 7 * hour);
      const dueAt = new Date(from.getTime() + ahead * minute);
      const hours = Number(dueAt.toLocaleString('sv-SE', { timeZone, hour: '2-digit' }));
      // From one to six the words mean the afternoon, and nobody is promised anything for the small hours.
      fc.pre(hours === 0 || hours > 6);
      const said = sayInstant(dueAt, { now: from, timeZone, language: language as 'it' | 'en', by: true });
      const text = language === 'it' ? `Le scrivo ${said}.` : `I will write to you ${said}.`;
      const found = readDates(text, { now: from, timeZone }).map((one) => one.dueAt.toISOString());
      // In the hour that the autumn clock shows twice, the words cannot tell which; everywhere else they do.
      if (found[0] !== undefined && Math.abs(new Date(found[0]).getTime() - dueAt.getTime()) === hour && dueAt.getUTCMonth() === 9) return;
      expect([text, ...found]).toEqual([text, dueAt.toISOString()]);
    }),
    { numRuns: 400 },
  );
});

test('no reply is too strange to be read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
      for (const { start, end, dueAt } of readDates(text, { now, timeZone })) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(dueAt.getTime()).toBeGreaterThan(now.getTime());
      }
    }),
  );
  expect(readDates('entro '.repeat(5_000) + 'domani', { now, timeZone }).length).toBeLessThanOrEqual(1);
});

test('a text without a full stop is read in pieces, each date at its place', () => {
  const text = `${'ho guardato tra le carte e '.repeat(40)}le scrivo entro domani alle 18`;
  const [found] = readDates(text, { now, timeZone });
  expect(text.slice(found?.start, found?.end)).toBe('entro domani alle 18');
});
