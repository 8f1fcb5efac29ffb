import type { Reader, Tx } from '#base/db/db.ts';
import { opportunityKind, type OpportunityKind } from '../contract.ts';

export interface Route {
  readonly kind: OpportunityKind;
  readonly department: { readonly id: string; readonly name: string } | null;
}

/** All kinds; without a department where none is set, or the one that was set is closed. */
export const routesInUse = async (reader: Reader): Promise<Route[]> => {
  const rows = await reader.selectFrom('opportunity_routes').innerJoin('departments', 'departments.id', 'opportunity_routes.department_id').where('closed_at', 'is', null)
    .select(['opportunity_routes.kind', 'departments.id', 'departments.name']).execute();
  return opportunityKind.options.map((kind) => {
    const found = rows.find((row) => row.kind === kind);
    return { kind, department: found === undefined ? null : { id: found.id, name: found.name } };
  });
};

export const setRoute = async (tx: Tx, kind: OpportunityKind, { departmentId, by, now }: { departmentId: string | null; by: string; now: Date }): Promise<void> => {
  if (departmentId === null) await tx.deleteFrom('opportunity_routes').where('kind', '=', kind).execute();
  else await tx.insertInto('opportunity_routes').values({ kind, department_id: departmentId, set_by: by, set_at: now })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet({ department_id: departmentId, set_by: by, set_at: now })).execute();
};
