import css from './Boiling.module.css';
import type { Language } from '#base/texts.ts';
import { useMe } from '#people/web/me.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayExactly } from '#ui/say-exactly.ts';
import { sayShortDay, saySpan, sayWhen } from '#ui/say-when.ts';
import type { BoilingCase } from '../contract.ts';
import { dayMarks, placeOnLine } from './timeline.ts';
import { boilingTexts } from './texts.ts';

const percent = (place: number): string => `${(place * 100).toFixed(2)}%`;
/** Labels nearer than this to the one before would be written over it. */
const leastBetween = 0.13;

/** The company's time zone: days begin where it works, not where a laptop thinks it is. */
export const useZone = (): string => useMe()?.company.timeZone ?? 'Europe/Rome';

/** The scale above the rows: now, then where each day begins. */
export function Ticks() {
  const texts = useTexts(boilingTexts);
  const { language } = useLanguage();
  const now = useNow();
  const timeZone = useZone();
  const marks = dayMarks(now, timeZone).filter(({ place }, at, all) => place - (all[at - 1]?.place ?? 0) >= leastBetween && place < 0.95);
  return (
    <div className={css.ticks}>
      <span style={{ left: 0 }}>{texts.now}</span>
      {marks.map(({ at, place }) => <span key={at.getTime()} style={{ left: percent(place) }}>{sayShortDay(at, now, { language, timeZone })}</span>)}
    </div>
  );
}

const sayBoils = ({ heat }: BoilingCase, now: Date, language: Language): string => {
  const texts = boilingTexts[language];
  if (heat.boiled) return texts.boilsNow;
  if (heat.boilsAt === null) return texts.notSoon;
  const away = new Date(heat.boilsAt).getTime() - now.getTime();
  return away <= 0 ? texts.boilsNow : texts.boilsIn(saySpan(away, { language }));
};

/** When a customer boils over if nobody moves, and which promises fall due before or after: left is now. */
export function TimeBar({ item }: { item: BoilingCase }) {
  const texts = useTexts(boilingTexts);
  const { language } = useLanguage();
  const now = useNow();
  const timeZone = useZone();
  const voice = { language, timeZone };
  const { boiled, boilsAt } = item.heat;
  const never = !boiled && boilsAt === null;
  const place = never ? 1 : boiled || boilsAt === null ? 0 : placeOnLine(new Date(boilsAt), now);
  const beyond = place > 0.62;
  return (
    <div className={css.time}>
      {dayMarks(now, timeZone).map(({ at, place: left }) => <i key={at.getTime()} className={css.day} style={{ left: percent(left) }} aria-hidden="true" />)}
      {!never && <i className={css.mark} style={{ left: percent(place) }} aria-hidden="true" />}
      <span className={`${css.when} num`} style={beyond ? { right: percent(1 - place) } : { left: percent(place) }} title={boilsAt === null ? undefined : sayExactly(new Date(boilsAt), voice)}>
        {sayBoils(item, now, language)}
      </span>
      {item.promisesDueAt.map((dueAt) => {
        const due = new Date(dueAt);
        return (
          <span key={dueAt} className={css.promise} style={{ left: percent(placeOnLine(due, now)) }} title={`${texts.promise(sayWhen(due, now, voice))} (${sayExactly(due, voice)})`}>
            <span className="unseen">{texts.promise(sayWhen(due, now, voice))}</span>
          </span>
        );
      })}
    </div>
  );
}
