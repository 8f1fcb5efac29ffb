import css from './Theme.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import { publishTheme, type ThemeView } from '../../contract.ts';
import { mayLeave, mayTake } from '../../rules.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { LeaveForm, TakeForm } from './Deciding.tsx';
import { HandForm } from './HandForm.tsx';
import { MoveForm, ShipForm } from './Shipping.tsx';
import { ChangeForm, MergeForm } from './Sorting.tsx';

export type Doing = 'take' | 'leave' | 'ship' | 'move' | 'hand' | 'merge' | 'split' | 'change';

interface ActsProps {
  theme: ThemeView;
  doing: Doing | null;
  onDoing: (doing: Doing | null) => void;
  onDone: () => void;
}

/** What can be done with a theme: the decision in large, the rest in small; each form stands where its button was. */
export function Acts({ theme, doing, onDoing, onDone }: ActsProps) {
  const texts = useTexts(decidingTexts);
  const { may } = theme;
  const takes = may.decide && mayTake(theme.state) === null;
  const leaves = may.decide && mayLeave(theme.state) === null;
  useShortcuts([
    ...(takes ? [{ keys: 'p', does: texts.take, run: () => onDoing('take') }] : []),
    ...(leaves ? [{ keys: 'l', does: texts.leave, run: () => onDoing('leave') }] : []),
    ...(may.change ? [{ keys: 'm', does: texts.merge, run: () => onDoing('merge') }] : []),
  ], doing === null);
  const { decision } = theme;
  if (doing === 'take') return <TakeForm theme={theme} onDone={onDone} />;
  if (doing === 'leave') return <LeaveForm theme={theme} onDone={onDone} />;
  if (doing === 'ship' && decision !== null) return <ShipForm theme={theme} decision={decision} onDone={onDone} />;
  if (doing === 'move' && decision !== null) return <MoveForm decision={decision} onDone={onDone} />;
  if (doing === 'hand') return <HandForm theme={theme} onDone={onDone} />;
  if (doing === 'merge') return <MergeForm theme={theme} onDone={onDone} />;
  if (doing === 'change') return <ChangeForm theme={theme} onDone={onDone} />;
  if (doing === 'split') return null;
  return <Buttons theme={theme} takes={takes} leaves={leaves} onDoing={onDoing} />;
}

function Buttons({ theme, takes, leaves, onDoing }: { theme: ThemeView; takes: boolean; leaves: boolean; onDoing: (doing: Doing) => void }) {
  const texts = useTexts(decidingTexts);
  const me = useMe();
  const { may, state, customers, decider } = theme;
  const isDoing = state === 'taken' && may.decide;
  // What is out can be taken once more where it turns out to be half of it; that is no longer what is asked here.
  const isOut = state === 'shipped';
  const hands = state === 'undecided' && (may.decide || me?.may.lead === true || me?.may.administer === true);
  return (
    <>
      {((takes && !isOut) || leaves || isDoing) && (
        <div className={css.decide}>
          {isDoing && <Button look="take" size="l" wide onClick={() => onDoing('ship')}>{texts.ship}</Button>}
          {takes && !isOut && <Button look="take" size="l" wide keys="p" onClick={() => onDoing('take')}>{texts.take}</Button>}
          {leaves && <Button size="l" wide keys="l" onClick={() => onDoing('leave')}>{texts.leave}</Button>}
        </div>
      )}
      {takes && leaves && <p className="small muted">{texts.before(customers)}</p>}
      {!may.decide && <p className="small muted">{texts.waitsFor(decider.name)}</p>}
      <div className={css.acts}>
        {takes && isOut && <Button keys="p" onClick={() => onDoing('take')}>{texts.takeAgain}</Button>}
        {isDoing && <Button onClick={() => onDoing('move')}>{texts.move}</Button>}
        {hands && <Button onClick={() => onDoing('hand')}>{texts.hand}</Button>}
        {may.change && <Button keys="m" onClick={() => onDoing('merge')}>{texts.merge}</Button>}
        {may.change && theme.voices > 1 && <Button onClick={() => onDoing('split')}>{texts.split}</Button>}
        {may.change && <Button onClick={() => onDoing('change')}>{texts.change}</Button>}
        {may.decide && <Publish theme={theme} />}
      </div>
    </>
  );
}

function Publish({ theme: { id, publishedAt } }: { theme: ThemeView }) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const publish = useAct(publishTheme);
  const back = useAct(publishTheme);
  const isPublic = publishedAt !== null;
  const params = { id };
  const run = (): void => after(publish.mutateAsync({ params, body: { isPublic: !isPublic } }), () => say({ words: isPublic ? texts.unpublished : texts.published, undo: () => back.mutate({ params, body: { isPublic } }) }));
  return (
    <>
      <Button look="quiet" loading={publish.isPending} onClick={run}>{isPublic ? texts.unpublish : texts.publish}</Button>
      <Problem of={publish.error ?? back.error} />
    </>
  );
}
