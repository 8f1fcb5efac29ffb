import css from './Silence.module.css';
import { useLanguage, useTexts } from './language.tsx';
import { hour } from '#base/clock.ts';
import { saySpan } from './say-when.ts';
import { uiTexts } from './texts.ts';

interface SilenceProps {
  /** How long nobody said anything to the customer, in milliseconds. */
  span: number;
  /** Of which in working hours; absent where the calendar is not known. */
  working?: number;
}

/** The silence between two messages, drawn where it happened, because the customer lived through it. */
export function Silence({ span, working }: SilenceProps) {
  const { silence } = useTexts(uiTexts);
  const voice = useLanguage();
  const said = [silence.whole(saySpan(span, voice)), working === undefined ? null : silence.working(Math.round(working / hour))];
  return <p className={css.silence}>{said.filter(Boolean).join(', ')}</p>;
}
