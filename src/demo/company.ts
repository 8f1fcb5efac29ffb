import { isRefusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { addCalendar } from '#calendar/index.ts';
import type { CalendarInput } from '#calendar/contract.ts';
import { addMailbox } from '#channels/email/index.ts';
import { addMember, changeDepartment, changeMember, foundCompany, openDepartment, trainFor } from '#people/index.ts';
import type { Role } from '#people/contract.ts';
import { arrange } from './arranged.ts';

/**
 * Casa Lumina: the invented company of the demo, the tests and the pictures. It makes lamps and small furniture in Brianza. Every
 * person and address in it is made up; addresses end in `.example`, which no mail ever reaches.
 */
const hours = [
  { from: '08:30', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const weekdays = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] };
const italy = { country: 'IT', patronDay: { month: 6, day: 24, name: 'San Giovanni, patrono di Monza' } };

/** The August of a year in which everything but the service is closed. */
const summerOf = (year: number) => ({ from: `${year}-08-10`, to: `${year}-08-21`, hours: [], name: 'Chiusura estiva' });

export const serviceCalendar: CalendarInput = {
  name: 'Servizio', timeZone: 'Europe/Rome', week: { ...weekdays, 6: [{ from: '09:00', to: '13:00' }] }, holidaysOf: italy, exceptions: [],
};
export const officeCalendar = (year: number): CalendarInput => ({
  name: 'Uffici e magazzino', timeZone: 'Europe/Rome', week: weekdays, holidaysOf: italy, exceptions: [summerOf(year), summerOf(year + 1)],
});

const domain = 'casalumina.example';
const address = (local: string): string => `${local}@${domain}`;

export const serviceAddress = address('assistenza');
const hotelAddress = address('hotel');
const complaintsAddress = address('reclami');

const departments = [
  { key: 'magazzino', name: 'Magazzino', hours: 4, head: 'dario' },
  { key: 'logistica', name: 'Logistica', hours: 6, head: 'ilaria' },
  { key: 'amministrazione', name: 'Amministrazione', hours: 8, head: 'paolo' },
  { key: 'tecnico', name: 'Tecnico', hours: 6, head: 'sara' },
  { key: 'vendite', name: 'Vendite', hours: 4, head: 'andrea' },
  { key: 'prodotto', name: 'Prodotto', hours: 16, head: 'anna' },
  { key: 'marketing', name: 'Marketing', hours: 16, head: 'luca' },
  { key: 'direzione', name: 'Direzione', hours: 16, head: 'elena' },
] as const;

export type DepartmentKey = 'servizio' | 'corriere' | (typeof departments)[number]['key'];

interface Person {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly in: DepartmentKey;
  readonly level?: number;
}

const people = {
  marta: { name: 'Marta Riva', roles: ['lead', 'admin'], in: 'servizio' },
  giulia: { name: 'Giulia Serra', roles: ['agent'], in: 'servizio' },
  marco: { name: 'Marco Neri', roles: ['agent'], in: 'servizio' },
  chiara: { name: 'Chiara Poli', roles: ['agent'], in: 'servizio' },
  davide: { name: 'Davide Moro', roles: ['agent'], in: 'servizio', level: 2 },
  dario: { name: 'Dario Conti', roles: ['head'], in: 'magazzino' },
  ilaria: { name: 'Ilaria Fontana', roles: ['head'], in: 'logistica' },
  paolo: { name: 'Paolo Greco', roles: ['head'], in: 'amministrazione' },
  sara: { name: 'Sara Gallo', roles: ['head'], in: 'tecnico' },
  andrea: { name: 'Andrea Villa', roles: ['head'], in: 'vendite' },
  anna: { name: 'Anna Fabbri', roles: ['head', 'decider'], in: 'prodotto' },
  luca: { name: 'Luca Sala', roles: ['head', 'decider'], in: 'marketing' },
  elena: { name: 'Elena Brambilla', roles: ['management'], in: 'direzione' },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;

const emailOf = (name: string): string => address(name.toLowerCase().replace(' ', '.'));

/** Whom a visitor of the demo signs in as. */
export const visitorAddress = emailOf(people.giulia.name);

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface CasaLumina {
  readonly people: Readonly<Record<PersonKey, Colleague>>;
  readonly departments: Readonly<Record<DepartmentKey, string>>;
  readonly mailboxId: string;
}

/** The words that everybody of the demo signs in with; nobody else can reach a demo that listens on this machine only. */
export const demoPassword = 'casa lumina in brianza';

const must = <Value>(value: Value): Exclude<Value, { refused: string }> => {
  if (isRefusal(value)) throw new Error(`Casa Lumina could not be founded: ${value.refused} ${JSON.stringify(value.facts)}`);
  return value as Exclude<Value, { refused: string }>;
};

interface Founding {
  readonly password?: string;
  /** A demo: nothing leaves it, and Giulia, as whom a visitor looks around, leads and administers too, so that every screen opens. */
  readonly isDemo?: boolean;
  /** The language of the visitor's screens; the company itself is Italian. */
  readonly visitorLanguage?: Language;
  /** The servers of the service's mailbox; none where mail only comes through our own receiver. */
  readonly servers?: Pick<Parameters<typeof addMailbox>[1], 'imap' | 'smtp'>;
}

/** Founds the company with its departments, calendars, people, deputies and the service's mailbox. */
export const foundCasaLumina = async (work: Work, { password, isDemo = false, visitorLanguage = 'it', servers = { imap: null, smtp: null } }: Founding = {}): Promise<CasaLumina> => {
  const service = must(await addCalendar(work, serviceCalendar));
  const office = must(await addCalendar(work, officeCalendar(work.now.getUTCFullYear())));
  const { departmentId: servizio } = await foundCompany(work, { name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo });
  const ids: Partial<Record<DepartmentKey, string>> = { servizio };
  for (const { key, name, hours: within } of departments) {
    ids[key] = must(await openDepartment(work, { name, kind: 'internal', address: address(key), calendarId: office, answersWithinMinutes: within * 60, headId: null }));
  }
  ids.corriere = must(
    await openDepartment(work, { name: 'Corriere Nord', kind: 'supplier', address: 'prove@corrierenord.example', calendarId: office, answersWithinMinutes: 720, headId: null }),
  );
  const departmentIds = ids as Record<DepartmentKey, string>;
  const colleagues = await hire(work, departmentIds, { password, visitorLanguage });
  await appoint(work, { departmentIds, colleagues, service, office, rolesOfGiulia: isDemo ? ['agent', 'lead', 'admin'] : ['agent'] });
  const mailbox = must(await addMailbox(work, { address: serviceAddress, senderName: 'Casa Lumina', departmentId: servizio, startFrom: 'all', ...servers }));
  // Its other addresses are there to look at; a test that needs one adds it with the servers it needs.
  for (const more of isDemo ? [hotelAddress, complaintsAddress] : []) {
    must(await addMailbox(work, { address: more, senderName: 'Casa Lumina', departmentId: servizio, startFrom: 'all', ...servers }));
  }
  if (isDemo) await arrange(work, departmentIds);
  return { people: colleagues, departments: departmentIds, mailboxId: mailbox.id };
};


interface Hiring {
  readonly password: string | undefined;
  readonly visitorLanguage: Language;
}

const hire = async (work: Work, ids: Record<DepartmentKey, string>, { password, visitorLanguage }: Hiring): Promise<Record<PersonKey, Colleague>> => {
  const hired: Partial<Record<PersonKey, Colleague>> = {};
  for (const [key, person] of Object.entries(people) as [PersonKey, Person][]) {
    const { name, roles, level = 1 } = person;
    const email = emailOf(name);
    const language = key === 'giulia' ? visitorLanguage : 'it';
    const id = must(await addMember(work, { name, email, language, roles, level, departmentId: ids[person.in], ...(password === undefined ? {} : { password }) }));
    hired[key] = { id, name, email, language };
  }
  return hired as Record<PersonKey, Colleague>;
};

interface Appointing {
  readonly departmentIds: Record<DepartmentKey, string>;
  readonly colleagues: Record<PersonKey, Colleague>;
  readonly service: string;
  readonly office: string;
  readonly rolesOfGiulia: Role[];
}

/** Heads of departments, and Marco as Giulia's deputy. */
const appoint = async (work: Work, { departmentIds, colleagues, service, office, rolesOfGiulia }: Appointing): Promise<void> => {
  must(
    await changeDepartment(work, departmentIds.servizio, {
      name: 'Servizio clienti', kind: 'service', address: serviceAddress, calendarId: service, answersWithinMinutes: 240, headId: colleagues.marta.id,
    }),
  );
  for (const { key, name, hours: within, head } of departments) {
    const input = { name, kind: 'internal' as const, address: address(key), calendarId: office, answersWithinMinutes: within * 60, headId: colleagues[head].id };
    must(await changeDepartment(work, departmentIds[key], input));
  }
  // Chiara was trained for it, and is the only one who answers in public.
  must(await trainFor(work, colleagues.chiara.id, ['review', 'social']));
  must(await changeMember(work, colleagues.giulia.id, { roles: rolesOfGiulia, level: 1, departmentId: departmentIds.servizio, deputyId: colleagues.marco.id }));
};
