import type pg from 'pg';
import type { Instant } from '#base/clock.ts';
import type { HeatBand, HeatView } from '#heat/contract.ts';

/** The degrees from which a case counts as about to boil. */
export const hotFrom = 65;

/** Which band so many degrees are; whoever has boiled over stays in the last one. */
export const bandOf = (degrees: number, boiled: boolean): HeatBand => (boiled || degrees >= 85 ? 'boil' : degrees >= hotFrom ? 'hot' : degrees >= 40 ? 'warm' : 'calm');

interface Row {
  readonly degrees: number;
  readonly reasons: HeatView['reasons'];
  readonly boils_at: Instant | null;
  readonly boiled_at: Instant | null;
  readonly act: HeatView['act'];
}

export const heatOf = async (pool: pg.Pool, caseId: string): Promise<HeatView | null> => {
  const { rows } = await pool.query<Row>({ name: 'desk_heat', text: 'select degrees, reasons, boils_at, boiled_at, act from case_heat where case_id = $1', values: [caseId] });
  const row = rows[0];
  if (row === undefined) return null;
  const boiled = row.boiled_at !== null;
  return { degrees: row.degrees, band: bandOf(row.degrees, boiled), reasons: row.reasons, boilsAt: row.boils_at?.toISOString() ?? null, boiled, act: row.act };
};
