import { useEffect, useRef, useState } from 'react';
import css from './Board.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty, Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { changeVoice, type InsightView } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { useWithdraw } from '../capture/withdraw.ts';
import { useNearest, useVoices } from '../reading.ts';
import { Waiting } from '../Standing.tsx';
import { voiceTexts } from '../texts.ts';
import { themeBody, ThemeChoice, type Chosen } from '../ThemeChoice.tsx';
import { Said } from '../theme/Said.tsx';

/** Voices in no theme, each with the nearest beside it: j and k go from one to the next, Enter puts it there. */
export function Loose() {
  const all = useTexts(boardTexts);
  const texts = all.looseScreen;
  const { items, isLoading, error, again, more } = useVoices({ loose: 'yes' });
  const [place, setPlace] = useState(0);
  const at = Math.min(place, items.length - 1);
  const rows = useRef<HTMLUListElement>(null);
  const focus = (row: number): void => rows.current?.children[row]?.querySelector('button')?.focus();
  // Enter then puts it there, as it presses any button.
  const step = (to: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    setPlace(next);
    focus(next);
  };
  useShortcuts([
    { keys: 'j', does: texts.next, run: () => step(at + 1) },
    { keys: 'k', does: texts.previous, run: () => step(at - 1) },
  ], items.length > 0);
  const before = useRef(items.length);
  useEffect(() => {
    // What was put away took the focus with it: it goes on with the voice that stands there now.
    if (items.length < before.current && document.activeElement === document.body) focus(at);
    before.current = items.length;
  }, [items.length, at]);
  return (
    <div className={css.looseList}>
      <p className="muted">{texts.lead}</p>
      <Problem of={error} onRetry={again} />
      {isLoading && !error && <Loading shape="panel" rows={3} />}
      {!isLoading && !error && items.length === 0 && <Empty title={all.empty.loose.title}>{all.empty.loose.words}</Empty>}
      {items.length > 0 && <ul ref={rows} className={css.rows} aria-label={texts.list}>{items.map((voice, row) => <LooseVoice key={voice.id} voice={voice} isAt={row === at} />)}</ul>}
      {more && <div><Button onClick={more}>{texts.more}</Button></div>}
    </div>
  );
}

function LooseVoice({ voice, isAt }: { voice: InsightView; isAt: boolean }) {
  const texts = useTexts(boardTexts).looseScreen;
  const shared = useTexts(voiceTexts);
  const say = useToast();
  const withdraw = useWithdraw();
  const { nearest, isPending } = useNearest(voice.words);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [choosing, setChoosing] = useState(false);
  const change = useAct(changeVoice);
  const back = useAct(changeVoice);
  const first = nearest?.themes[0];
  const params = { id: voice.id };
  const as = { kind: voice.kind, remark: voice.remark };
  const put = (into: Chosen): void => after(change.mutateAsync({ params, body: { ...as, ...themeBody(into) } }), ({ theme }) => {
    if (theme) say({ words: texts.done(theme.title), undo: () => after(back.mutateAsync({ params, body: as }), () => say({ words: texts.back }), (words) => words && say({ words })) });
  });
  const putFirst = (): void => first && put({ kind: 'theme', ...first });
  useShortcuts([
    { keys: 't', does: texts.other, run: () => setChoosing(true) },
  ], isAt && !choosing);
  return (
    <li className={css.loose} data-at={isAt} aria-current={isAt || undefined}>
      <Said voice={voice} />
      {voice.waitsFor !== null && <p><Waiting {...voice.waitsFor} /></p>}
      <Problem of={change.error ?? back.error} />
      {!choosing && (
        <div className={css.near}>
          {first === undefined ? <span className="small muted">{isPending ? shared.search.looking : texts.none}</span> : (
            <>
              <span className="small muted">{texts.nearest}:</span> <b>{first.title}</b> <Pill>{shared.customers(first.customers)}</Pill>
              <Button look={isAt ? 'primary' : 'plain'} loading={change.isPending} onClick={putFirst}>{texts.put}</Button>
            </>
          )}
          <Button {...(isAt && { keys: 't' })} onClick={() => setChoosing(true)}>{texts.other}</Button>
          <Button look="quiet" onClick={() => withdraw(voice.id)}>{texts.withdraw}</Button>
        </div>
      )}
      {choosing && (
        <form className={css.form} onSubmit={(event) => { event.preventDefault(); if (chosen !== null && chosen.kind !== 'none') put(chosen); else setChoosing(false); }}>
          <ThemeChoice label={texts.change} words={voice.words} value={chosen} onChange={setChosen} focused />
          <div className={css.near}><Button type="submit" look="primary" loading={change.isPending}>{texts.save}</Button><Button onClick={() => setChoosing(false)}>{shared.back}</Button></div>
        </form>
      )}
    </li>
  );
}
