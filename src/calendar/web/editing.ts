import type { CalendarInput, CalendarView } from '../contract.ts';

type Patron = NonNullable<NonNullable<CalendarView['holidaysOf']>['patronDay']>;

/** A calendar while somebody writes it: the same facts as the contract's, flat, with room for what is not filled in yet. */
export interface Editing {
  name: string;
  timeZone: string;
  week: CalendarInput['week'];
  /** Empty: works through public holidays. */
  country: string;
  region: string;
  patron: Patron | null;
  exceptions: CalendarView['exceptions'];
}

const officeDay = [{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }];

export const newEditing = (timeZone: string): Editing => ({
  name: '', timeZone, country: 'IT', region: '', patron: null, exceptions: [],
  week: { 1: officeDay, 2: officeDay, 3: officeDay, 4: officeDay, 5: officeDay, 6: [], 7: [] },
});

export const editingOf = ({ name, timeZone, week, holidaysOf, exceptions }: CalendarView): Editing => ({
  name, timeZone, week, exceptions,
  country: holidaysOf?.country ?? '', region: holidaysOf?.region ?? '', patron: holidaysOf?.patronDay ?? null,
});

/** What is sent. A patron's day counts only where public holidays do. */
export const inputOf = ({ name, timeZone, week, country, region, patron, exceptions }: Editing): CalendarInput => ({
  name, timeZone, week, exceptions,
  holidaysOf: country === '' ? null : { country, ...(region !== '' && { region }), ...(patron && { patronDay: patron }) },
});
