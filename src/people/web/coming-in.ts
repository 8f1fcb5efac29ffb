import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '#app/web/client.ts';
import { sessionRoutes, type Me } from '../contract.ts';

/** Only an address within this app: what stands in the address bar may have been written by anybody. */
export const safeReturn = (wanted: string | null): string => (wanted !== null && /^\/(?![/\\])/u.test(wanted) && !/^\/sign-in\b/u.test(wanted) ? wanted : '/');

/** After signing in: forgets whatever somebody else may have read here, and goes to where the person was on the way to. */
export const useComingIn = (): ((me: Me, to?: string) => void) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (me, to = '/') => {
    client.clear();
    client.setQueryData(keyOf(sessionRoutes.me), me);
    void navigate({ to, replace: true });
  };
};
