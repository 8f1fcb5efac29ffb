import css from './Theme.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { sayEuros } from '#base/cents.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { dismissLikeness, undoThemeStep, type DecisionView, type ThemeView } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { refreshVoices } from '../reading.ts';
import { sayLocalDate } from '../say.ts';
import { doerOf } from '../Standing.tsx';
import { voiceTexts } from '../texts.ts';
import { useMerging } from './merging.ts';
import { Section } from './Section.tsx';
import { ThemeLink } from './ThemeLink.tsx';

/** Every decision in its order; a later one never erases the one before. */
export function Decisions({ theme: { decisions, state } }: { theme: ThemeView }) {
  const texts = useTexts(boardTexts);
  if (decisions.length === 0 && state === 'proposed') return null;
  return (
    <Section title={texts.decisions}>
      {decisions.length === 0 ? <p className="small muted">{texts.noDecision}</p> : <ol className={css.past}>{decisions.map((one) => <Decided key={one.id} decision={one} />)}</ol>}
    </Section>
  );
}

function Decided({ decision }: { decision: DecisionView }) {
  const texts = useTexts(boardTexts);
  const { reasons } = useTexts(voiceTexts);
  const { language } = useLanguage();
  const { kind, reason, words, shipsBy, decidedBy, decidedAt, customers, valueCents, shippedAt, shippedWords, isSuperseded } = decision;
  const about = [
    ...(reason === null ? [] : [reasons[reason]]), ...(kind === 'take' && shipsBy !== null ? [texts.byDay(doerOf(decision), sayLocalDate(shipsBy, language))] : []),
    ...(shippedAt === null ? [] : [texts.outSince(sayLocalDate(shippedAt.slice(0, 10), language))]),
  ];
  return (
    <li>
      <span className={css.line}><span><Pill tone={kind}>{texts.decided[kind]}</Pill> {about.join(' · ')}</span>{isSuperseded && <Pill>{texts.superseded}</Pill>}</span>
      <p>{words}</p>
      {shippedWords !== null && <p>{shippedWords}</p>}
      <p className="small muted">{decidedBy.name} · <When at={decidedAt} as="day" /> · {texts.stood(customers, valueCents > 0 ? sayEuros(valueCents, language) : null)}</p>
    </li>
  );
}

/** What was merged and split, and can be undone. */
export function Steps({ theme: { steps } }: { theme: ThemeView }) {
  const texts = useTexts(boardTexts);
  const say = useToast();
  const client = useQueryClient();
  const undo = useAct(undoThemeStep);
  if (steps.length === 0) return null;
  const run = (id: string): void => after(undo.mutateAsync({ params: { id } }), () => {
    refreshVoices(client);
    say({ words: texts.stepUndone });
  });
  return (
    <Section title={texts.steps}>
      <Problem of={undo.error} />
      <ul className={css.past}>
        {steps.map(({ id, kind, from, to, at, by, voices }) => (
          <li key={id} className={css.line}>
            <span>{texts.step[kind](from.title, to.title, voices)} <span className="small muted">{by.name} · <When at={at} as="day" /></span></span>
            <Button loading={undo.isPending && undo.variables.params.id === id} onClick={() => run(id)}>{texts.undo}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Themes that may say the same: merged with one press, or told apart for good. */
export function Alike({ theme: { id, alike } }: { theme: ThemeView }) {
  const texts = useTexts(boardTexts);
  const { customers } = useTexts(voiceTexts);
  const say = useToast();
  const unlike = useAct(dismissLikeness);
  const merging = useMerging(id);
  if (alike.length === 0) return null;
  return (
    <Section title={texts.alike}>
      <Problem of={unlike.error ?? merging.error} />
      <ul className={css.past}>
        {alike.map((other) => (
          <li key={other.id} className={css.line}>
            <span><ThemeLink id={other.id} title={other.title} /> <span className="small muted num">{customers(other.customers)}</span></span>
            <span className={css.acts}>
              <Button loading={merging.isPending} onClick={() => merging.mergeWith(other.id)}>{texts.merge}<span className="unseen"> {other.title}</span></Button>
              <Button look="quiet" onClick={() => after(unlike.mutateAsync({ params: { id }, body: { otherId: other.id } }), () => say({ words: texts.unliked }))}>{texts.unlike}<span className="unseen"> {other.title}</span></Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
