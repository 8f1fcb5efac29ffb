import { useRead } from '#app/web/client.ts';
import { sayEuros } from '#base/cents.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { sayDistance, saySpan } from '#ui/say-when.ts';
import { readTheme, type DecisionView, type InsightView, type ThemeRow } from '../contract.ts';
import { voiceNews } from './news.ts';
import { nearness, sayLocalDate } from './say.ts';
import { voiceTexts } from './texts.ts';

const tones: Readonly<Record<ReturnType<typeof nearness>, Tone>> = { late: 'boil', near: 'warm', far: 'plain' };

/** Who does what was taken: a person, or a whole department. */
export const doerOf = ({ doer, doerDepartment, decidedBy }: DecisionView): string => doer?.name ?? doerDepartment?.name ?? decidedBy.name;

/** The day on which the reader is, as dates without an hour are compared. */
const today = (now: Date): string => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

/** Who decides and by when, or what was decided: the one pill that says where a theme stands. */
export function Standing({ theme: { state, decider, decideBy, climbedTo, decision } }: { theme: Pick<ThemeRow, 'state' | 'decider' | 'decideBy' | 'climbedTo' | 'decision'> }) {
  const texts = useTexts(voiceTexts);
  const { language } = useLanguage();
  const now = useNow();
  if (state === 'undecided' && decideBy !== null) return <Clock by={decideBy} who={texts.decides(decider.name, decider.department)} climbed={texts.climbed[climbedTo]} />;
  if (decision === null || state === 'proposed') return <Pill>{texts.states[state]}</Pill>;
  if (state === 'left') return <Pill tone="leave">{decision.reason === null ? texts.states.left : texts.leftFor(texts.reasons[decision.reason])}</Pill>;
  if (state === 'shipped' && decision.shippedAt !== null) return <Pill tone="take">{texts.shippedOn(sayLocalDate(decision.shippedAt.slice(0, 10), language))}</Pill>;
  if (decision.shipsBy === null) return <Pill tone="take">{texts.states[state]}</Pill>;
  const isLate = decision.shipsBy < today(now);
  return <Pill tone={isLate ? 'boil' : 'take'}>{(isLate ? texts.takenLate : texts.takenBy)(doerOf(decision), sayLocalDate(decision.shipsBy, language))}</Pill>;
}

/** Who sees to it that a voice stands in a theme, and by when. */
export function Waiting({ decider, by }: NonNullable<InsightView['waitsFor']>) {
  const texts = useTexts(voiceTexts);
  return <Clock by={by} who={texts.places(decider.name)} />;
}

/** Somebody's day, and how near it is. */
function Clock({ by, who, climbed }: { by: string; who: string; climbed?: string | undefined }) {
  const texts = useTexts(voiceTexts);
  const { language } = useLanguage();
  const now = useNow();
  const day = new Date(by);
  const how = nearness(day, now);
  const clock = how === 'late' ? texts.late(saySpan(now.getTime() - day.getTime(), { language })) : texts.due(sayDistance(day, now, { language }));
  return <Pill tone={tones[how]}>{[who, clock, climbed].filter(Boolean).join(' · ')}</Pill>;
}

/** How many asked for it and what they are worth, in pills. */
export function Weight({ theme: { customers, valueCents, boiled, leaving } }: { theme: Pick<ThemeRow, 'customers' | 'valueCents' | 'boiled' | 'leaving'> }) {
  const texts = useTexts(voiceTexts);
  const { language } = useLanguage();
  return (
    <>
      <Pill>{texts.customers(customers)}</Pill>
      {valueCents > 0 && <Pill>{texts.revenue(sayEuros(valueCents, language))}</Pill>}
      {boiled > 0 && <Pill tone="boil">{texts.boiled(boiled)}</Pill>}
      {leaving > 0 && <Pill tone="hot">{texts.leaving(leaving)}</Pill>}
    </>
  );
}

/** The same of a theme that is known by its id alone: beside a voice of it. Nothing while it is on its way. */
export function StandingOf({ themeId }: { themeId: string }) {
  const { data } = useRead(readTheme, { params: { id: themeId } }, { watches: voiceNews });
  return data === undefined ? null : <><Weight theme={data} /><Standing theme={data} /></>;
}
