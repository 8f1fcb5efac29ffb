import { useLanguage } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayExactly, type Voice } from '#ui/say-exactly.ts';
import { sayInstant, type InstantStyle } from '../words.ts';

interface MomentProps {
  /** ISO 8601, as contracts carry it. */
  at: string;
  /** In whose hours it is said; the reader's own by default. */
  timeZone?: string;
  /** Said as a limit: «entro oggi alle 15:00». */
  by?: boolean;
  /** `sentence` by default; `label` after a colon or alone; `short` in a pill. */
  as?: InstantStyle;
}

/** The reader's own time zone, which a browser always knows. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant in the words that mails use too, with the exact one a hover away. For a place of few words there is `When`. */
export function Moment({ at, timeZone, by = false, as = 'sentence' }: MomentProps) {
  const { language } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  const voice: Voice = timeZone === undefined ? { language } : { language, timeZone };
  return (
    <time className="num" dateTime={instant.toISOString()} title={sayExactly(instant, voice)}>
      {sayInstant(instant, { now, timeZone: timeZone ?? ownZone(), language, style: as, by })}
    </time>
  );
}
