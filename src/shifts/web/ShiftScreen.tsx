import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './ShiftScreen.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { offerHandover } from '#cases/contract.ts';
import { DueField } from '#cases/web/DueField.tsx';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { sayWhen } from '#ui/say-when.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { backAtWork, endShift, readShiftEnd, type LeftCase, type ShiftEndView } from '../contract.ts';
import { shiftTexts } from '../texts.ts';

/** Instants as they are said here: «oggi alle 17:00». */
const useSay = () => {
  const { language } = useLanguage();
  const now = useNow();
  return { now, say: (at: string): string => sayWhen(new Date(at), now, { language }) };
};

function Left({ left, deputy, onPass, passing }: { left: LeftCase; deputy: ShiftEndView['deputy']; onPass: () => void; passing: boolean }) {
  const texts = useTexts(shiftTexts);
  const { now, say } = useSay();
  const { caseId, number, subject, customer, needs, offeredTo } = left;
  return (
    <li className={css.case}>
      <div className={css.words}>
        <Link to={`/cases/${caseId}`}>{customer} · C-{number} {subject}</Link>
        <span className={css.needs}>
          {needs.map(({ kind, dueAt, what }) => <Pill key={`${kind} ${dueAt} ${what}`} tone={new Date(dueAt) <= now ? 'hot' : 'plain'}>{texts.needs[kind](say(dueAt), what ?? '')}</Pill>)}
        </span>
      </div>
      {offeredTo !== null && <span className="small muted">{texts.offered(offeredTo.name)}</span>}
      {offeredTo === null && deputy !== null && needs[0]?.kind !== 'handover' && <Button loading={passing} onClick={onPass}>{texts.pass(deputy.name)}</Button>}
    </li>
  );
}

/** Who watches while one is gone. */
function Watching({ end }: { end: ShiftEndView }) {
  const texts = useTexts(shiftTexts);
  const names = end.watchedBy.map(({ name }) => name).join(', ');
  return <p className="muted">{names !== '' ? texts.watched(names) : end.endedAt !== null ? texts.night : texts.noDeputy}</p>;
}

/** Offers a case to the deputy, with the summary that writes itself. */
const usePass = (end: ShiftEndView | undefined, again: () => void) => {
  const texts = useTexts(shiftTexts);
  const { say } = useSay();
  const toast = useToast();
  const offer = useAct(offerHandover);
  const pass = (caseId: string): void => {
    const deputy = end?.deputy ?? null;
    if (end === undefined || deputy === null) return;
    after(offer.mutateAsync({ params: { id: caseId }, body: { toId: deputy.id, reason: texts.reason(say(end.backAt)) } }), () => {
      toast({ words: texts.passed(deputy.name) });
      again();
    }, (words) => words && toast({ words }));
  };
  return { pass, passing: offer.isPending ? offer.variables?.params.id : undefined };
};

/** The end of a shift: what will need somebody, who watches, and one press to go home. */
export function ShiftScreen() {
  const texts = useTexts(shiftTexts);
  const { say } = useSay();
  const toast = useToast();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useRead(readShiftEnd, { query: chosen === null ? {} : { backAt: chosen } }, { watches: ['case'] });
  const again = () => void refetch();
  const { pass, passing } = usePass(data, again);
  const [end, here] = [useAct(endShift), useAct(backAtWork)];
  const isGone = data !== undefined && data.endedAt !== null;
  const run = (): void => {
    if (data === undefined) return;
    const told = (words: string | undefined) => words && toast({ words });
    if (isGone) after(here.mutateAsync(undefined), () => [toast({ words: texts.welcome }), again()], told);
    else after(end.mutateAsync({ body: { backAt: data.backAt } }), () => [toast({ words: texts.ended(say(data.backAt)) }), again()], told);
  };
  const first = data?.cases.find(({ offeredTo, needs }) => offeredTo === null && needs[0]?.kind !== 'handover');
  useShortcuts([
    { keys: 'f', does: isGone ? texts.here : texts.end, run },
    ...(first && data?.deputy ? [{ keys: 'h', does: texts.passFirst, run: () => pass(first.caseId) }] : []),
  ], data !== undefined);
  const act = data && <Button look="primary" keys="f" loading={end.isPending || here.isPending} onClick={run}>{isGone ? texts.here : texts.end}</Button>;
  return (
    <Page title={texts.title} lead={texts.lead} acts={act} narrow>
      {!data && (error ? <Problem of={error} onRetry={again} /> : <Loading rows={4} />)}
      {data && (
        <div className={css.sheet}>
          {isGone ? <p role="status"><b>{texts.gone(say(data.backAt))}</b></p> : <DueField label={texts.back} value={data.backAt} onChange={setChosen} error={end.error?.words} />}
          <Watching end={data} />
          {data.cases.length === 0 && <div><h2>{texts.none.title}</h2><p className="muted">{texts.none.words}</p></div>}
          {data.cases.length > 0 && (
            <ul className={css.list} aria-label={texts.cases}>
              {data.cases.map((left) => <Left key={left.caseId} left={left} deputy={data.deputy} passing={passing === left.caseId} onPass={() => pass(left.caseId)} />)}
            </ul>
          )}
        </div>
      )}
    </Page>
  );
}
