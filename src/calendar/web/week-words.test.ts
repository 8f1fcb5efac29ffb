import { describe, expect, it } from 'vitest';
import { sayWeek, tidyTime } from './week-words.ts';

const names = { 1: 'lun', 2: 'mar', 3: 'mer', 4: 'gio', 5: 'ven', 6: 'sab', 7: 'dom' };
const office = [{ from: '08:30', to: '13:00' }, { from: '14:00', to: '18:00' }];
const morning = [{ from: '09:00', to: '13:00' }];

describe('a week in words', () => {
  it('says equal days that follow each other once, and leaves out closed ones', () => {
    expect(sayWeek({ 1: office, 2: office, 3: office, 4: office, 5: office, 6: morning, 7: [] }, names)).toBe('lun–ven 8:30–13:00, 14:00–18:00; sab 9:00–13:00');
    expect(sayWeek({ 1: office, 2: [], 3: office, 4: [], 5: [], 6: [], 7: morning }, names)).toBe('lun 8:30–13:00, 14:00–18:00; mer 8:30–13:00, 14:00–18:00; dom 9:00–13:00');
  });

  it('keeps midnight readable', () => {
    expect(sayWeek({ 1: [{ from: '00:00', to: '06:00' }, { from: '22:00', to: '24:00' }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, names)).toBe('lun 0:00–6:00, 22:00–24:00');
  });
});

describe('an hour as it is typed', () => {
  it.each([['9', '09:00'], ['9:30', '09:30'], ['9.30', '09:30'], ['930', '09:30'], ['1745', '17:45'], [' 24:00 ', '24:00'], ['08:30', '08:30']])('%s is %s', (typed, meant) => {
    expect(tidyTime(typed)).toBe(meant);
  });

  it('leaves what is no hour for the server to explain', () => {
    expect(tidyTime('mezzogiorno')).toBe('mezzogiorno');
  });
});
