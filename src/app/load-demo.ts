import { day, plus } from '#base/clock.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { daysBefore, demoPassword, foundCasaLumina, storiesOf, type CasaLumina, type Colleague } from '#demo/index.ts';
import { findCompany, type LoadDemo } from '#people/index.ts';
import { inOneTransaction } from './demo/one-transaction.ts';
import { playScenes, storyClock } from './demo/stage.ts';

/** Long enough for the oldest of the stories, whatever holidays lie in between. */
const startsBefore = 70 * day;

const found = async (services: Services, language: 'it' | 'en'): Promise<CasaLumina> => {
  const there = await findCompany(services.db);
  if (there !== null) throw new Error(`This installation has a company already: ${there.name}.`);
  return inWork(services, system, (work) => foundCasaLumina(work, { password: demoPassword, isDemo: true, visitorLanguage: language }));
};

/**
 * Fills an empty installation with Casa Lumina: its people, and some ninety cases that its customers and colleagues play through the
 * product itself, from weeks ago until now. All of it is one transaction: who looks meanwhile sees an empty installation, and a
 * crash on the way leaves one, with its set-up link. Throws where a company is there already.
 */
export const loadCasaLumina = async (services: Services, language: 'it' | 'en'): Promise<Colleague> =>
  inOneTransaction(services, async (within) => {
    const until = services.clock.now();
    const clock = storyClock(plus(until, -startsBefore));
    // A mail that cannot be filed is part of the story, and no news for whoever starts the program.
    const log = services.log.child({}, { level: 'error' });
    const playing: Services = { ...within, clock, log };
    const company = await found(playing, language);
    const [service, office] = await Promise.all([company.departments.servizio, company.departments.magazzino].map((id) => calendarOfDepartment(within.db, id, until)));
    if (service === undefined || office === undefined) throw new Error('The invented company has no calendars.');
    await playScenes(playing, storiesOf(daysBefore(until, { service, office })), { clock, company, until });
    return company.people.giulia;
  });

/** The invented company for whoever only wants to look around: as Giulia Serra. */
export const loadDemo: LoadDemo = async (services, language) => ({ memberId: (await loadCasaLumina(services, language)).id });
