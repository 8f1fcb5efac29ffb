import type { ReactNode } from 'react';
import { sayInstant, type InstantStyle } from '#calendar/words.ts';
import { useLanguage } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayExactly } from '#ui/say-exactly.ts';

type Say = (at: string) => string;

/** How instants are said on this page: in the hours of the company, which is where things happen. In a sentence, or alone. */
export const useSayWhen = (timeZone: string, style: InstantStyle = 'sentence'): Say => {
  const { language } = useLanguage();
  const now = useNow();
  return (at) => sayInstant(new Date(at), { now, timeZone, language, style });
};

/** An instant as a limit: «entro oggi alle 15:00», "by 15:00 today". */
export const useSayBy = (timeZone: string): Say => {
  const { language } = useLanguage();
  const now = useNow();
  return (at) => sayInstant(new Date(at), { now, timeZone, language, by: true });
};

/** Words about an instant, which is exact one hover away. */
export function Said({ at, timeZone, children }: { at: string; timeZone: string; children: ReactNode }) {
  const { language } = useLanguage();
  return <time className="num" dateTime={at} title={sayExactly(new Date(at), { language, timeZone })}>{children}</time>;
}
