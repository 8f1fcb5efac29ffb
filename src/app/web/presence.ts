import { useEffect } from 'react';
import { call, useRead } from './client.ts';
import { liveRoutes, type Present } from '../contract.ts';

/** Signs of life count for fifteen seconds (app/presence.ts); said more often, so that one lost on the way is not missed. */
const sayEvery = 10_000;

/** That the server was not reached is noted by the client already, for the banner that says so; the next sign follows by itself. */
const lost = (): void => undefined;

/**
 * Who else has a case open, and says that the reader has. Nothing is said while the page is hidden: a tab that is left open is
 * nobody's presence. A sign that is lost is no error for the reader; the next follows.
 */
export const usePresence = (caseId: string, typing: boolean): readonly Present[] => {
  const { data } = useRead(liveRoutes.present, { params: { id: caseId } }, { watches: [`presence:${caseId}`] });
  useEffect(() => {
    const tell = () => {
      if (document.hidden) return;
      call(liveRoutes.bePresent, { params: { id: caseId }, body: { typing } }).catch(lost);
    };
    tell();
    const timer = setInterval(tell, sayEvery);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [caseId, typing]);
  return data?.items ?? [];
};
