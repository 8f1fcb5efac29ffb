import { useCallback, useEffect, useRef, useState } from 'react';
import type { Route } from '#base/contract.ts';
import type { Language } from '#base/texts.ts';
import { useLanguage } from '#ui/language.tsx';
import { ApiError, call, send } from './call.ts';

/** What was asked for, as it stands. `error` may stand beside older `data`: what was read stays on the page. */
export interface Asked<Output> {
  data: Output | undefined;
  error: ApiError | undefined;
  /** Asks again. */
  again: () => void;
  /** Takes what an act answered, so that the page need not ask for it. */
  take: (data: Output) => void;
}

/** Reads a route on a page without an account, where the cache of the agents' app would weigh more than the page. */
export const useAsked = <Input, Handled, Output>(route: Route<Input, Handled, Output>, input: Input): Asked<Output> => {
  const [data, take] = useState<Output>();
  const [error, setError] = useState<ApiError>();
  const [round, setRound] = useState(0);
  const asked = useRef(input);
  const key = JSON.stringify(input);
  useEffect(() => {
    asked.current = JSON.parse(key) as Input;
    const given = new AbortController();
    send(route, asked.current, { signal: given.signal }).then(
      (answer) => {
        take(answer);
        setError(undefined);
      },
      (failure: unknown) => {
        if (given.signal.aborted) return;
        if (!(failure instanceof ApiError)) throw failure;
        setError(failure);
      },
    );
    return () => given.abort();
  }, [route, key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    // Who comes back to the page after an hour wants the present, not the hour before.
    const look = () => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', again);
    };
  }, [again]);
  return { data, error, again, take };
};

type ByToken<Output> = Route<{ params: { token: string } }, unknown, Output>;

interface LinkedPage<Output> {
  link: string;
  read: ByToken<Output>;
  /** Says that a person, not a mail scanner, has opened it. It changes nothing for them, so a journey that fails is left alone. */
  opened: ByToken<unknown>;
  /** Names the tab. Of the module, not of a component: it must stay the same. */
  titleOf: (data: Output) => string;
}

/** A page that a link opens: read by it, in the language of what it is about, and told once that somebody has it before them. */
export const useLinkedPage = <Output extends { language: Language }>({ link, read, opened, titleOf }: LinkedPage<Output>): Asked<Output> => {
  const asked = useAsked(read, { params: { token: link } });
  const { follow } = useLanguage();
  const { data } = asked;
  const language = data?.language;
  const isThere = data !== undefined;
  useEffect(() => {
    if (language) follow(language);
  }, [language, follow]);
  useEffect(() => {
    if (!isThere) return;
    call(opened, { params: { token: link } }).catch((failure: unknown) => {
      if (!(failure instanceof ApiError)) throw failure;
    });
  }, [isThere, link, opened]);
  useEffect(() => {
    if (data) document.title = titleOf(data);
  }, [data, titleOf]);
  return asked;
};

export interface Doing {
  busy: boolean;
  error: ApiError | undefined;
  /** Does it once, however often the button is pressed meanwhile. */
  run: (act: () => Promise<void>) => void;
  forget: () => void;
}

/** An act on a page without an account. Two taps of one finger do it once: the second comes before the page is drawn again. */
export const useDoing = (): Doing => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const running = useRef(false);
  const run = useCallback((act: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    act()
      .catch((failure: unknown) => {
        if (!(failure instanceof ApiError)) throw failure;
        setError(failure);
      })
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  }, []);
  return { busy, error, run, forget: useCallback(() => setError(undefined), []) };
};
