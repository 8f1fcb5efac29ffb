import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { useLanguage } from '#ui/language.tsx';
import { sessionRoutes, type Me } from '../contract.ts';

/** Who is signed in, in which company, and what they may do; undefined until the first answer. Costs no request of its own after that. */
export const useMe = (): Me | undefined => useRead(sessionRoutes.me).data;

/** Puts what a route answered about oneself where every screen reads it. */
export const useKeepMe = (): ((me: Me) => void) => {
  const client = useQueryClient();
  return (me) => client.setQueryData(keyOf(sessionRoutes.me), me);
};

/**
 * The language is the member's, on every machine they sign in from: what their record says is spoken here, and what they choose
 * here is written there. The mails that Presa sends them follow it too.
 */
export const useMemberLanguage = (me: Me | undefined): void => {
  const { language, choose } = useLanguage();
  const keep = useKeepMe();
  const change = useAct(sessionRoutes.changeMe);
  const following = useRef<string>(undefined);
  useEffect(() => {
    if (me === undefined) return;
    if (following.current !== me.id) {
      following.current = me.id;
      if (me.language !== language) choose(me.language);
      return;
    }
    if (me.language === language || change.isPending) return;
    change.mutate({ body: { name: me.name, language } }, { onSuccess: keep });
    // Only a change of the language asks for this: neither a new answer of the server nor the mutation's own progress.
  }, [me?.id, language]);
};
