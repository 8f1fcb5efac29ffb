import type { Reader } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';

export interface CompanyRow {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly isDemo: boolean;
}

/** The company, or null before it is set up. */
export const findCompany = async (reader: Reader): Promise<CompanyRow | null> => {
  const row = await reader.selectFrom('company').select(['name', 'language', 'time_zone as timeZone', 'is_demo as isDemo']).executeTakeFirst();
  return row === undefined ? null : { ...row, language: row.language as Language };
};

/** The company of an installation that is set up; everything that runs after set-up may count on it. */
export const companyOf = async (reader: Reader): Promise<CompanyRow> => {
  const company = await findCompany(reader);
  if (company === null) throw new Error('The company is not set up yet.');
  return company;
};
