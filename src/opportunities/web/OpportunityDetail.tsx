import { useEffect } from 'react';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import css from './Opportunities.module.css';
import { after } from '#app/web/after.ts';
import { ApiError, call, keyOf, useAct, useRead } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useMe } from '#people/web/me.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { conclude, letGoOfOpportunity, listOpportunities, markOpportunityRead, readOpportunity, reopenOpportunity, takeOpportunity, type OpportunityView } from '../contract.ts';
import type { Sends } from './answered.ts';
import { Answering } from './Answering.tsx';
import { OpportunityFacts } from './OpportunityFacts.tsx';
import { sayState } from './say.ts';
import { screenTexts } from './screen-texts.ts';
import { opportunityTexts } from './texts.ts';

/** What was done is shown at once, here and in the list. */
const useKeep = () => {
  const client = useQueryClient();
  return (view: OpportunityView): void => {
    client.setQueryData(keyOf(readOpportunity, { params: { id: view.id } }), view);
    void client.invalidateQueries({ queryKey: keyOf(listOpportunities) });
  };
};

const useReopen = (id: string) => {
  const texts = useTexts(screenTexts);
  const say = useToast();
  const keep = useKeep();
  const act = useAct(reopenOpportunity);
  return (): void => after(act.mutateAsync({ params: { id } }), (view) => {
    say({ words: texts.reopened });
    keep(view);
  }, (words) => words && say({ words }));
};

const useSends = (id: string): Sends => {
  const texts = useTexts(screenTexts);
  const say = useToast();
  const keep = useKeep();
  const params = { id };
  const done = (words: string, undo?: () => void) => (view: OpportunityView): void => {
    say({ words, ...(undo && { undo }) });
    keep(view);
  };
  const reopen = useReopen(id);
  return {
    take: ({ over, withinDays }) => call(takeOpportunity, { params, body: { ...(over !== undefined && { over }), ...(withinDays !== undefined && { withinDays }) } }).then(done(texts.taken)),
    letGo: () => call(letGoOfOpportunity, { params }).then(done(texts.leftToOthers)),
    conclude: ({ outcome, wonCents = null, lostReason = null, words = null }) => call(conclude, { params, body: { outcome, wonCents, lostReason, words } }).then(done(texts.sent, reopen)),
  };
};

/** Somebody of the department looks at it: whoever saw it may know. Done once; a journey that fails is left alone. */
const useMarkRead = (view: OpportunityView | undefined) => {
  const me = useMe();
  const isTheirs = view !== undefined && view.mayAct && view.readAt === null && me?.departmentId === view.department.id;
  const id = view?.id;
  const keep = useKeep();
  useEffect(() => {
    if (!isTheirs || id === undefined) return;
    call(markOpportunityRead, { params: { id } }).then(keep, (failure: unknown) => {
      if (!(failure instanceof ApiError)) throw failure;
    });
    // Once for each that is opened: what it answers changes nothing here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isTheirs, id]);
};

export function OpportunityDetail({ id }: { id: string }) {
  const found = useRead(readOpportunity, { params: { id } });
  useMarkRead(found.data);
  return <Ready of={found}>{(view) => <Detail view={view} />}</Ready>;
}

function Detail({ view }: { view: OpportunityView }) {
  const texts = useTexts(screenTexts);
  const words = useTexts(opportunityTexts);
  const reopen = useReopen(view.id);
  const sends = useSends(view.id);
  const { words: state, tone } = sayState(view, words);
  const settled = view.outcomeAt !== null;
  return (
    <div className={css.detail}>
      <div>
        <h2>{words.kinds[view.kind]} <span className="num muted">O-{view.number}</span></h2>
        <p><Pill tone={tone}>{state}</Pill> {view.department.name}</p>
      </div>
      <OpportunityFacts view={{ ...view, seenBy: view.seenBy.name }} />
      {!settled && view.climbedTo.length > 0 && <p className="small muted">{view.climbedTo.map((step) => texts.climbed[step]).join('; ')}.{view.nextClimbAt !== null && <> {texts.wait}: <Moment at={view.nextClimbAt} as="label" />.</>}</p>}
      {view.mayAct && view.state !== 'leaving' && <Answering key={view.state} view={{ ...view, seenBy: view.seenBy.name }} sends={sends} asksName={false} isMine={view.isMine} />}
      <p>
        {view.caseId !== null && <Link to={`/cases/${view.caseId}`} className={buttonClass({})}>{texts.toCase}</Link>} {view.mayAct && settled && <Button look="quiet" onClick={reopen}>{texts.reopen}</Button>}
      </p>
    </div>
  );
}
