import { describe, expect, test } from 'vitest';
import * as rules from './rules.ts';

describe('the agreement that counts', () => {
  const agreed = (kind: string | null, urgency: string | null, minutes: number, departmentId = 'w') => ({ departmentId, kind, urgency, answersWithinMinutes: minutes });
  const all = [agreed(null, null, 480), agreed(null, 'urgent', 60), agreed('spedizione', null, 240), agreed('Spedizione', 'urgent', 30), agreed('spedizione', 'urgent', 5, 'other')];
  const within = (kind: string | null, urgency: string, list = all) => rules.agreementFor(list, { departmentId: 'w', kind, urgency })?.answersWithinMinutes ?? null;

  test('is the most specific one: kind and urgency, the kind, the urgency, the department', () => {
    expect(within('spedizione', 'urgent')).toBe(30);
    expect(within('spedizione', 'normal')).toBe(240);
    expect(within('rimborso', 'urgent')).toBe(60);
    expect(within('rimborso', 'normal')).toBe(480);
    expect(within(null, 'normal')).toBe(480);
  });

  test('in whatever order they were made, and none where none holds', () => {
    expect(within('spedizione', 'urgent', all.toReversed())).toBe(30);
    expect(within('rimborso', 'normal', [agreed('spedizione', null, 240)])).toBeNull();
  });
});

describe('a form', () => {
  const known: rules.KnownOfCase = {
    subject: 'Manca il secondo collo', customer: 'Elena Marchetti', email: 'elena@posta.example', phone: null,
    words: ['Quando arriva? Sto in Via Garibaldi 12, 20900 Monza (MB), grazie.', 'Il mio ordine n. 88213 di 2 pezzi'],
  };
  const field = (key: string, change: object = {}) => ({ key, label: { it: key, en: key }, type: 'text' as const, required: true, options: [], fill: null, ...change });

  test.each([
    ['Ordine 88213: manca un collo', '88213'], ['order no. AB-4471', 'AB-4471'], ['Il mio ordine n° 10455', '10455'], ['#88213', '88213'],
    ['Due ordini, 3 lampade', ''], ['ordine del 12', ''], ['Ordini: 88213 e 88214', '88213'],
  ])('finds the order in %j', (subject, number) => {
    expect(rules.fillFields([field('order', { fill: 'order' })], { ...known, subject, words: [] })).toEqual({ order: number });
  });

  test.each([
    ['Abito in via Roma 5.', 'via Roma 5'], ['Consegna: Corso Buenos Aires, 33, 20124 Milano', 'Corso Buenos Aires, 33, 20124 Milano'],
    ['La via più breve è questa', ''], ['Piazza Duomo 1/a', 'Piazza Duomo 1/a'], ['in via di definizione entro 5 giorni', ''],
  ])('finds the address in %j', (words, address) => {
    expect(rules.fillFields([field('a', { fill: 'address' })], { ...known, words: [words] })).toEqual({ a: address });
  });

  test('starts with what the case knows, and leaves empty what it does not', () => {
    const fields = [field('order', { fill: 'order' }), field('who', { fill: 'customer' }), field('phone', { fill: 'phone' }), field('parcel')];
    expect(rules.fillFields(fields, known)).toEqual({ order: '88213', who: 'Elena Marchetti', phone: '', parcel: '' });
  });

  test('asks at once for all that is missing, and for what is no number, day or choice', () => {
    const fields = [
      field('order'), field('parcels', { type: 'number' }), field('day', { type: 'date', required: false }), field('which', { type: 'choice', options: ['Nord', 'Sud'] }),
    ];
    const mend = (values: Record<string, string>) => {
      const { missing, wrong } = rules.fieldsToMend(fields, values);
      return [missing.map(({ key }) => key), wrong.map(({ key }) => key)];
    };
    expect(mend({})).toEqual([['order', 'parcels', 'which'], []]);
    expect(mend({ order: ' ', parcels: 'due', day: '2026-13-01', which: 'Est' })).toEqual([['order'], ['parcels', 'day', 'which']]);
    expect(mend({ order: '88213', parcels: '2,5', day: '2026-12-01', which: 'Sud' })).toEqual([[], []]);
    expect(rules.mayAskWith(fields, { order: '88213' })).toEqual({ refused: 'request.field_missing', facts: { it: 'parcels', en: 'parcels' } });
    expect(rules.mayAskWith(fields, { order: '88213', parcels: '2', which: 'Nord' })).toBeNull();
  });

  test('is a table in the letter', () => {
    expect(rules.tableOf([{ label: 'Ordine', value: '88213' }, { label: 'Indirizzo di consegna', value: 'Via Roma 5\n20900 Monza' }])).toBe(
      'Ordine                  88213\nIndirizzo di consegna   Via Roma 5 / 20900 Monza',
    );
    expect(rules.tableOf([])).toBe('');
  });
});
