import { useRead } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import { noticeRoutes } from '../contract.ts';

/** What calls for whoever is signed in, kept true live. */
export const useWaitingNotices = () => {
  const me = useMe();
  return useRead(noticeRoutes.list, undefined, { on: me !== undefined, watches: me ? [`member:${me.id}`] : [] });
};
