import { defineTexts } from '#base/texts.ts';
import type { RefusalWords } from '#base/refusal.ts';
import type { CalendarProblem } from './contract.ts';

const inItalian: Record<CalendarProblem, string> = {
  'calendar.not_a_time': 'Scrivi l’ora come 08:30. La fine può essere 24:00.',
  'calendar.unknown_zone': 'Questo fuso orario non esiste. Un esempio: Europe/Rome.',
  'calendar.ends_before_it_begins': 'La fine viene prima dell’inizio. Un turno che passa la mezzanotte va scritto su due giorni: fino alle 24:00, poi dalle 00:00.',
  'calendar.hours_out_of_order': 'Metti gli orari in ordine, dal mattino alla sera.',
  'calendar.hours_overlap': 'Questi orari si sovrappongono.',
  'calendar.never_opens': 'Serve almeno un giorno di apertura nella settimana: senza, nessuna scadenza arriverebbe mai.',
  'calendar.last_day_before_first': 'L’ultimo giorno viene prima del primo.',
  'calendar.no_such_day': 'Questo mese non ha un giorno così.',
};

const inEnglish: Record<CalendarProblem, string> = {
  'calendar.not_a_time': 'Write the time as 08:30. The end may be 24:00.',
  'calendar.unknown_zone': 'There is no such time zone. An example: Europe/Rome.',
  'calendar.ends_before_it_begins': 'It ends before it begins. A shift that passes midnight is written on two days: until 24:00, then from 00:00.',
  'calendar.hours_out_of_order': 'Put the hours in order, from morning to evening.',
  'calendar.hours_overlap': 'These hours overlap.',
  'calendar.never_opens': 'At least one day of the week has to be open: without it, no deadline would ever come.',
  'calendar.last_day_before_first': 'The last day comes before the first.',
  'calendar.no_such_day': 'This month has no such day.',
};

export const calendarTexts = defineTexts({
  it: {
    week: 'Settimana',
    weekdays: { 1: 'lunedì', 2: 'martedì', 3: 'mercoledì', 4: 'giovedì', 5: 'venerdì', 6: 'sabato', 7: 'domenica' },
    holidays: 'Festività',
    patronDay: 'Festa del patrono',
    exceptions: 'Aperture e chiusure particolari',
    timeZone: 'Fuso orario',
    closed: 'chiuso',
    aroundTheClock: 'aperto giorno e notte',
    problems: inItalian,
  },
  en: {
    week: 'Week',
    weekdays: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
    holidays: 'Public holidays',
    patronDay: 'Patron saint’s day',
    exceptions: 'Special openings and closures',
    timeZone: 'Time zone',
    closed: 'closed',
    aroundTheClock: 'open day and night',
    problems: inEnglish,
  },
});

export const calendarRefusals: RefusalWords<'calendar.never_open' | 'calendar.never_closes' | 'calendar.name_taken' | 'calendar.unknown_country'> = {
  'calendar.never_open': {
    it: () => 'Con questi orari la scadenza non arriverebbe mai. Controlla la settimana e le chiusure del calendario.',
    en: () => 'With these hours the deadline would never come. Check the week and the closures of the calendar.',
  },
  'calendar.never_closes': {
    it: () => 'Questo calendario è aperto giorno e notte: non ha un orario di chiusura. Indica tu un’ora.',
    en: () => 'This calendar is open day and night, so it has no closing time. Name an hour yourself.',
  },
  'calendar.name_taken': {
    it: ({ name }) => `C’è già un calendario che si chiama ${name}. Scegli un altro nome, o cambia quello.`,
    en: ({ name }) => `There is already a calendar called ${name}. Choose another name, or change that one.`,
  },
  'calendar.unknown_country': {
    it: ({ country, region }) => `Non conosciamo le festività di ${[country, region].filter(Boolean).join(' ')}. Controlla la sigla del paese e della regione.`,
    en: ({ country, region }) => `We do not know the public holidays of ${[country, region].filter(Boolean).join(' ')}. Check the code of the country and region.`,
  },
};
