import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#test/client.ts';
import { addressOf, startPeopleApp, type PeopleApp } from '#test/people-app.ts';
import { calendarRoutes, type CalendarInput } from './contract.ts';
import { calendarById, calendarOfDepartment } from './index.ts';

let app: PeopleApp;
let paolo: Client;

beforeAll(async () => {
  app = await startPeopleApp();
  await app.add({ name: 'Paolo Greco', roles: ['admin'] });
  await app.add({ name: 'Giulia Serra' });
  paolo = await app.enter(addressOf('Paolo Greco'));
}, 60_000);
afterAll(() => app.stop());

const hours = [{ from: '08:00', to: '12:00' }];
const warehouse: CalendarInput = {
  name: 'Magazzino',
  timeZone: 'Europe/Rome',
  week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
  holidaysOf: { country: 'IT', patronDay: { month: 6, day: 24, name: 'San Giovanni' } },
  exceptions: [{ from: '2027-08-10', to: '2027-08-21', hours: [], name: 'Chiusura estiva' }],
};

describe('a calendar', () => {
  it('shows the holidays of the year ahead, the patron’s day among them', async () => {
    const added = await paolo.call(calendarRoutes.add, { body: warehouse });
    expect(added).toMatchObject({ name: 'Magazzino', departments: [], exceptions: warehouse.exceptions });
    const coming = added.coming.map(({ date }) => date);
    expect(coming[0]).toBe('2026-10-04');
    expect(coming).toContain('2027-06-24');
    expect(coming).not.toContain('2027-12-25');
    expect((await paolo.call(calendarRoutes.list)).map(({ name, departments }) => [name, departments]))
      .toEqual([['Magazzino', []], ['Orario del servizio', ['Servizio clienti']]]);
  });

  it('counts as changed for whoever reckons with it next, and stays one object while it does not change', async () => {
    const read = () => calendarOfDepartment(app.services.db, app.departmentId, app.clock.now());
    const before = await read();
    expect(await calendarById(app.services.db, app.calendarId, app.clock.now())).toBe(before);
    await paolo.call(calendarRoutes.change, { params: { id: app.calendarId }, body: { ...warehouse, name: 'Orario del servizio' } });
    const after = await read();
    expect(after.week[1]).toEqual(hours);
    expect(before.week[1]).not.toEqual(hours);
  });

  it('is refused with the reason, in the language of whoever asks', async () => {
    const refused = async (more: Partial<CalendarInput>) => (await paolo.try(calendarRoutes.add, { body: { ...warehouse, ...more } })).body;
    expect(await refused({})).toMatchObject({ code: 'calendar.name_taken' });
    expect(await refused({ name: 'Altrove', holidaysOf: { country: 'XX' } })).toMatchObject({ code: 'calendar.unknown_country' });
    expect(await refused({ name: 'Rotto', week: { ...warehouse.week, 1: [{ from: '25:00', to: '26:00' }] } })).toMatchObject({
      code: 'bad_input',
      fields: expect.arrayContaining([{ field: 'week.1.0.from', words: 'Scrivi l’ora come 08:30. La fine può essere 24:00.' }]),
    });
  });

  it('is read by everybody and changed by administrators', async () => {
    const giulia = await app.enter(addressOf('Giulia Serra'));
    expect((await giulia.try(calendarRoutes.list)).status).toBe(200);
    expect((await giulia.try(calendarRoutes.add, { body: warehouse })).status).toBe(403);
    expect((await paolo.try(calendarRoutes.change, { params: { id: app.departmentId }, body: { ...warehouse, name: 'Nessuno' } })).status).toBe(404);
  });
});
