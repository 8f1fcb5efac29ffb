import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';

export interface SaidWords {
  readonly words: string;
  readonly saidBy: string;
}

/** What was said last in a theme, and by whom as it was written down then. */
export const saidIn = (reader: Reader, themeId: string, limit: number): Promise<SaidWords[]> =>
  reader.selectFrom('insights').where('theme_id', '=', themeId).where('withdrawn_at', 'is', null).orderBy('said_at', 'desc').orderBy('id').limit(limit).select(['words', 'said_by as saidBy']).execute();

/** Everybody who said something in a theme, by every name that we have for them. */
export const namesIn = async (reader: Reader, themeId: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select i.said_by as name from insights i where i.theme_id = ${themeId} union select cu.name from insights i join customers cu on cu.id = i.customer_id where i.theme_id = ${themeId}
    union select co.name from insights i join customers cu on cu.id = i.customer_id join companies co on co.id = cu.company_id where i.theme_id = ${themeId}`.execute(reader);
  return rows.map(({ name }) => name);
};
