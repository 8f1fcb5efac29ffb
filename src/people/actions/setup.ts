import { plus, type Instant } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { addCalendar } from '#calendar/index.ts';
import { memberEvents, type SetupInput } from '../contract.ts';
import {
  findCompany, insertCompany, replaceSetupLinks, restoreSetupLink, setupLinkExpiry, spendSetupLink, type CompanyRow,
} from '../queries/company.ts';
import { insertDepartment, updateDepartment } from '../queries/departments.ts';
import { countryOfZone, setupLinkLife } from '../rules.ts';
import { peopleTexts } from '../texts.ts';
import { addMember } from './members.ts';

export type SetupRefusal = Refusal<'setup.already_done' | 'setup.link_spent'>;

/** The token of a new one-time link for setting the company up; links made before it no longer open. */
export const createSetupLink = async (services: Services): Promise<string | SetupRefusal> =>
  inWork(services, system, async (work) => {
    if ((await findCompany(work.tx)) !== null) return refuse('setup.already_done');
    const token = newToken();
    await replaceSetupLinks(work.tx, hashToken(token), work.now, plus(work.now, setupLinkLife));
    return token;
  });

/** What the first start prints. The token stands behind the #, which a browser sends to nobody. */
export const setupAddress = (services: Services, token: string): string => `${services.config.publicUrl}/setup#${token}`;

/** The gate of the set-up link: when it runs out. */
export const accessSetup = async (services: Services, token: string): Promise<Instant | SetupRefusal> => {
  if ((await findCompany(services.db)) !== null) return refuse('setup.already_done');
  return (await setupLinkExpiry(services.db, hashToken(token), services.clock.now())) ?? refuse('setup.link_spent');
};

const morningAndAfternoon = [{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }];
const officeWeek = {
  1: morningAndAfternoon, 2: morningAndAfternoon, 3: morningAndAfternoon, 4: morningAndAfternoon, 5: morningAndAfternoon, 6: [], 7: [],
};
// One working day of eight hours, until the company agrees on something else.
const firstAgreement = 480;

export interface Founded {
  readonly calendarId: string;
  readonly departmentId: string;
}

/** Founds the company with a calendar and its service department, nobody in it yet. Used by set-up and by the invented company. */
export const foundCompany = async (work: Work, company: CompanyRow): Promise<Founded> => {
  await insertCompany(work.tx, company, work.now);
  const texts = peopleTexts[company.language];
  const country = countryOfZone(company.timeZone);
  const calendarId = await addCalendar(work, {
    name: texts.firstCalendar, timeZone: company.timeZone, week: officeWeek, holidaysOf: country === null ? null : { country }, exceptions: [],
  });
  if (isRefusal(calendarId)) throw new Error(`The first calendar was refused: ${calendarId.refused}.`);
  const departmentId = newId(work.now);
  await insertDepartment(work.tx, departmentId, serviceInput(company.language, calendarId, null), work.now);
  work.emit(memberEvents['department.opened'](null, { departmentId }));
  return { calendarId, departmentId };
};

const serviceInput = (language: Language, calendarId: string, headId: string | null) => ({
  name: peopleTexts[language].firstDepartment, kind: 'service' as const, address: null, calendarId, answersWithinMinutes: firstAgreement, headId,
});

type OwnCompany = Exclude<SetupInput, { lookAround: true }>;

/** Founds the company that somebody typed, with themselves as administrator and head of the service; returns their id. */
export const setUpCompany = async (work: Work, input: OwnCompany): Promise<string | SetupRefusal> => {
  if ((await findCompany(work.tx)) !== null) return refuse('setup.already_done');
  if (!(await spendSetupLink(work.tx, hashToken(input.token), work.now))) return refuse('setup.link_spent');
  const { language, timeZone, companyName, name, email, password } = input;
  const { calendarId, departmentId } = await foundCompany(work, { name: companyName, language, timeZone, isDemo: false });
  const memberId = await addMember(work, { name, email, language, roles: ['admin', 'lead'], departmentId, password });
  if (isRefusal(memberId)) throw new Error(`The first administrator was refused: ${memberId.refused}.`);
  await updateDepartment(work.tx, departmentId, serviceInput(language, calendarId, memberId));
  work.emit(memberEvents['company.set_up'](null, { memberId, isDemo: false }));
  return memberId;
};

/** Fills an empty installation with the invented company and returns the member as whom the visitor looks around. */
export type LoadDemo = (services: Services, language: Language) => Promise<{ readonly memberId: string }>;

/** The link is spent first, so that a double click does not load the company twice, and given back if loading fails. */
export const lookAround = async (services: Services, loadDemo: LoadDemo, token: string, language: Language): Promise<string | SetupRefusal> => {
  if ((await findCompany(services.db)) !== null) return refuse('setup.already_done');
  if (!(await spendSetupLink(services.db, hashToken(token), services.clock.now()))) return refuse('setup.link_spent');
  try {
    return (await loadDemo(services, language)).memberId;
  } catch (error) {
    await restoreSetupLink(services.db, hashToken(token));
    throw error;
  }
};
