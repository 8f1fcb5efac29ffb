import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './RequestsScreen.module.css';
import { useAct } from '#app/web/client.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Card, Fact } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { remindDepartment, type ListedRequest, type TurnView } from '../contract.ts';
import { sayLocalDay } from './local-day.ts';
import { ReplyDialog, WithdrawDialog } from './RequestDialogs.tsx';
import { isSettled, RequestPill } from './RequestRow.tsx';
import { requestsTexts } from './texts.ts';

/** One request: what was asked and why, who has seen it, what was said, what happens next. `acts`: the reader works on cases. */
export function RequestDetail({ request, acts }: { request: ListedRequest; acts: boolean }) {
  const texts = useTexts(requestsTexts);
  const { department, question, why, choices, turns, case: onCase } = request;
  return (
    <article className={css.detail}>
      <header className={css.top}>
        <div className={css.pills}><b>{department.name}</b><RequestPill request={request} /></div>
        <h2>{question}</h2>
      </header>
      {acts && <Acts request={request} />}
      <Card title={texts.why}><p className={css.why}>{why}</p></Card>
      {choices.length > 0 && <Card title={texts.choices}><p>{choices.map(({ label }) => label).join(' · ')}</p></Card>}
      {turns.length > 0 && <Card title={texts.turns}><div className={css.turns}>{turns.map((turn) => <Turn key={turn.id} turn={turn} />)}</div></Card>}
      <Card title={texts.onCase}>
        <dl className={css.facts}>
          <Fact name={texts.onCase}>{acts ? <Link to={`/cases/${request.caseId}`}>C-{onCase.number} {onCase.subject}</Link> : `C-${onCase.number}`}</Fact>
          {onCase.customer !== null && <Fact name={texts.customer}>{onCase.customer}</Fact>}
          <Fact name={texts.askedBy}>{request.askedBy.name}, <When at={request.askedAt} /></Fact>
          <Fact name={texts.sentTo}>{request.sentTo}</Fact>
          <Fact name={request.isLate ? texts.wasDue : texts.due}><When at={request.dueAt} /></Fact>
          {request.seenBy !== null && request.seenAt !== null && <Fact name={texts.seenBy(request.seenBy)}><When at={request.seenAt} /></Fact>}
          {request.takenBy !== null && request.takenAt !== null && <Fact name={texts.takenBy(request.takenBy)}><When at={request.takenAt} /></Fact>}
          {request.settledAt !== null && <Fact name={texts.settled}><When at={request.settledAt} />{request.withdrawnReason !== null && ` · ${request.withdrawnReason}`}</Fact>}
        </dl>
      </Card>
      <Climbs request={request} />
    </article>
  );
}

function Turn({ turn }: { turn: TurnView }) {
  const texts = useTexts(requestsTexts);
  const { language } = useLanguage();
  const day = turn.promisedFor === null ? null : texts.by(sayLocalDay(turn.promisedFor, language));
  return (
    <div className={css.turn}>
      <span className="small muted"><b>{turn.by}</b> {texts.kinds[turn.kind]} · <When at={turn.at} /></span>
      {(turn.choice !== null || day !== null) && <p><b>{[turn.choice, day].filter(Boolean).join(', ')}</b></p>}
      {turn.text !== '' && <p>{turn.text}</p>}
      {turn.whoseIsIt !== null && <p className="muted">{texts.whose(turn.whoseIsIt)}</p>}
      {turn.files.map(({ id, name }) => <a key={id} href={`/api/request-files/${id}`} download={name}>{name}</a>)}
      {turn.folded !== '' && <details><summary>{texts.folded}</summary><p className={css.folded}>{turn.folded}</p></details>}
    </div>
  );
}

function Climbs({ request: { climbs, nextClimb } }: { request: ListedRequest }) {
  const texts = useTexts(requestsTexts);
  if (climbs.length === 0 && nextClimb === null) return null;
  return (
    <Card title={texts.climbs}>
      {climbs.length === 0 ? <p className="small muted">{texts.noClimbs}</p> : (
        <ul className={css.climbs}>
          {climbs.map(({ at, step, toName, byHand }) => (
            <li key={`${at} ${step} ${toName}`}><When at={at} /> · {texts.nextClimbWords(texts.steps[step], toName)}{byHand && ` · ${texts.byHand}`}</li>
          ))}
        </ul>
      )}
      {nextClimb && <p className="small"><b>{texts.nextClimb}</b>: {texts.nextClimbWords(texts.steps[nextClimb.step], nextClimb.toName)}, <When at={nextClimb.at} /></p>}
    </Card>
  );
}

function Acts({ request }: { request: ListedRequest }) {
  const texts = useTexts(requestsTexts);
  const say = useToast();
  const [doing, setDoing] = useState<'reply' | 'withdraw' | null>(null);
  const reminder = useAct(remindDepartment);
  const { id, department, state } = request;
  const open = !isSettled(request);
  const isAsked = state === 'questioned';
  const remind = () => reminder.mutate({ params: { id } }, { onSuccess: () => say({ words: texts.reminded(department.name) }) });
  const close = () => setDoing(null);
  useShortcuts([
    ...(open && !isAsked ? [{ keys: 's', does: texts.remind, run: remind }] : []),
    ...(open ? [{ keys: 'r', does: isAsked ? texts.reply : texts.add, run: () => setDoing('reply') }] : []),
  ]);
  return (
    <>
      <div className={css.acts}>
        {isAsked && <Button look="primary" keys="r" onClick={() => setDoing('reply')}>{texts.reply}</Button>}
        {open && !isAsked && <Button look="primary" keys="s" loading={reminder.isPending} onClick={remind}>{texts.remind}</Button>}
        {open && !isAsked && <Button keys="r" onClick={() => setDoing('reply')}>{texts.add}</Button>}
        <Link to={`/cases/${request.caseId}`} className={buttonClass()}>{texts.openCase}</Link>
        {open && <Button look="danger" onClick={() => setDoing('withdraw')}>{texts.withdraw}</Button>}
      </div>
      <Problem of={reminder.error} />
      {doing === 'reply' && <ReplyDialog request={request} onClose={close} />}
      {doing === 'withdraw' && <WithdrawDialog request={request} onClose={close} />}
    </>
  );
}
