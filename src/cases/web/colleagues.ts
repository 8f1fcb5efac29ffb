import { useRead } from '#app/web/client.ts';
import { memberRoutes, serviceRoles, type MemberView } from '#people/contract.ts';

/** Colleagues of the service who are still with us, but for `except`; those who are away last, and marked. */
export const useColleagues = (except: string | undefined): readonly MemberView[] => {
  const { data = [] } = useRead(memberRoutes.list);
  const inService = ({ roles }: MemberView) => serviceRoles.some((role) => roles.includes(role));
  return data
    .filter((one) => one.leftAt === null && one.id !== except && inService(one))
    .toSorted((one, other) => Number(one.away !== null) - Number(other.away !== null) || one.name.localeCompare(other.name));
};
