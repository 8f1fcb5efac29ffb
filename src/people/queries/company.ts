import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
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

/** Since when the company works with Presa. */
export const setUpAt = async (reader: Reader): Promise<Instant> => (await reader.selectFrom('company').select('set_up_at').executeTakeFirstOrThrow()).set_up_at;

export const insertCompany = async (tx: Tx, company: CompanyRow, now: Instant): Promise<void> => {
  await tx.insertInto('company')
    .values({ name: company.name, language: company.language, time_zone: company.timeZone, is_demo: company.isDemo, set_up_at: now }).execute();
};

/** A new link voids those before it: whoever reads an old one in a terminal's scroll-back finds it closed. */
export const replaceSetupLinks = async (tx: Tx, tokenHash: string, now: Instant, expiresAt: Instant): Promise<void> => {
  await tx.deleteFrom('setup_links').where('used_at', 'is', null).execute();
  await tx.insertInto('setup_links').values({ token_hash: tokenHash, created_at: now, expires_at: expiresAt }).execute();
};

/** When the link runs out; null where it is none, spent or run out. */
export const setupLinkExpiry = async (reader: Reader, tokenHash: string, now: Instant): Promise<Instant | null> => {
  const row = await reader.selectFrom('setup_links').select('expires_at')
    .where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst();
  return row?.expires_at ?? null;
};

/** Spends the link; false where somebody was quicker. */
export const spendSetupLink = async (tx: Reader, tokenHash: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('setup_links').set({ used_at: now })
    .where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Gives a link back that was spent on something that failed. */
export const restoreSetupLink = async (db: Reader, tokenHash: string): Promise<void> => {
  await db.updateTable('setup_links').set({ used_at: null }).where('token_hash', '=', tokenHash).execute();
};
