import { useLanguage } from './language.tsx';
import { useNow } from './now.ts';
import { sayExactly, type Voice } from './say-exactly.ts';
import { sayDay, sayDistance, sayWhen } from './say-when.ts';

const ways = { when: sayWhen, distance: sayDistance, day: sayDay };

interface WhenProps {
  /** An instant: a Date, or ISO 8601 as contracts carry it. */
  at: Date | string;
  /** `when` «gio 15:00» (default), `distance` «tra 5 h», `day` «giovedì» without the hour. */
  as?: keyof typeof ways;
  /** Whose clock to read it by; the reader's own by default. */
  timeZone?: string;
}

/** A date said the way people say it, kept true as time passes, with the exact instant one hover away. */
export function When({ at, as = 'when', timeZone }: WhenProps) {
  const { language } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  const voice: Voice = timeZone === undefined ? { language } : { language, timeZone };
  return (
    <time className="num" dateTime={instant.toISOString()} title={sayExactly(instant, voice)}>
      {ways[as](instant, now, voice)}
    </time>
  );
}
