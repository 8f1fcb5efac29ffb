import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { caseList, caseOrder, type CaseList, type CaseOrder } from '../contract.ts';

/** Which part of the desk a phone shows: the details beside a case are a step of their own there. */
type Part = 'details' | null;

export interface DeskAddress {
  list: CaseList;
  order: CaseOrder;
  caseId: string | null;
  part: Part;
}

const among = <Value extends string>(options: readonly Value[], value: unknown, otherwise: Value): Value => options.find((one) => one === value) ?? otherwise;

/** Where the desk stands, read from the address alone: a link, the back button and a reload all lead to the same screen. */
export const useDeskAddress = (): DeskAddress => {
  const { caseId } = useParams({ strict: false }) as { caseId?: string };
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const { list, order, part } = search;
  return useMemo(() => ({
    list: among(caseList.options, list, 'mine'),
    order: among(caseOrder.options, order, 'heat'),
    caseId: caseId ?? null,
    part: part === 'details' ? 'details' : null,
  }), [caseId, list, order, part]);
};

/** Goes elsewhere on the desk; what is not named stays. `replace` leaves no step for the back button. */
export const useGoOnDesk = (): ((to: Partial<DeskAddress>, replace?: boolean) => void) => {
  const navigate = useNavigate();
  const here = useDeskAddress();
  return useCallback((to, replace = false) => {
    const { list, order, caseId, part } = { ...here, ...to };
    void navigate({
      to: caseId === null ? '/cases' : `/cases/${caseId}`,
      search: { ...(list !== 'mine' && { list }), ...(order !== 'heat' && { order }), ...(part !== null && { part }) },
      replace,
    });
  }, [here, navigate]);
};
