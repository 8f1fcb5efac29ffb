import { useCallback, useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { useLanguage } from '#ui/language.tsx';
import { sessionRoutes, type Me } from '../contract.ts';

/** Who is signed in, in which company, and what they may do; undefined until the first answer. Costs no request of its own after that. */
export const useMe = (): Me | undefined => useRead(sessionRoutes.me).data;

/** Puts what a route answered about oneself where every screen reads it. */
export const useKeepMe = (): ((me: Me) => void) => {
  const client = useQueryClient();
  return useCallback((me) => client.setQueryData(keyOf(sessionRoutes.me), me), [client]);
};

/**
 * The language is the member's, on every machine they sign in from: what their record says is spoken here, and what they choose
 * here is written there. The mails that Presa sends them follow it too.
 */
export const useMemberLanguage = (me: Me | undefined): void => {
  const { language, choose } = useLanguage();
  const keep = useKeepMe();
  const { mutate } = useAct(sessionRoutes.changeMe);
  /** For whom a language was last taken up or written down, and which. */
  const settled = useRef<Pick<Me, 'id' | 'language'>>(undefined);
  useEffect(() => {
    if (me === undefined) return;
    if (settled.current?.id !== me.id) {
      settled.current = { id: me.id, language: me.language };
      if (me.language !== language) choose(me.language);
      return;
    }
    if (settled.current.language === language) return;
    settled.current = { id: me.id, language };
    if (me.language !== language) mutate({ body: { name: me.name, language } }, { onSuccess: keep });
  }, [me, language, choose, mutate, keep]);
};
