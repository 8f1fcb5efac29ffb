import css from './CasePane.module.css';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useRead } from '#app/web/client.ts';
import { useReachable } from '#app/web/network.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Empty, Loading, Refused } from '#ui/states.tsx';
import { openCase, type OpenedCase } from '../contract.ts';
import { useGoOnDesk } from './address.ts';
import { OpenedCaseView } from './OpenedCaseView.tsx';
import { caseTexts } from './texts/case.ts';

/** Everything whose own routes change what is shown here: after an act on one of them the case is asked for again. */
const partsOf = (opened: OpenedCase | undefined): string[] =>
  opened === undefined ? [] : [
    ...opened.promises.map(({ id }) => `promise:${id}`), ...opened.requests.map(({ id }) => `request:${id}`), ...opened.messages.map(({ id }) => `message:${id}`),
    ...opened.suggestions.map(({ id }) => `join_suggestion:${id}`), ...opened.preparedReplies.map(({ id }) => `prepared_reply:${id}`),
    ...opened.undoable.map(({ kind, id }) => `${kind}:${id}`),
    ...(opened.handover === null ? [] : [`handover:${opened.handover.id}`]), ...(opened.pendingReply === null ? [] : [`pending_reply:${opened.pendingReply.id}`]),
  ];

/** A case by its id: one request brings all of it, and news of it ask for it again. */
export function CasePane({ caseId }: { caseId: string }) {
  const texts = useTexts(caseTexts);
  const go = useGoOnDesk();
  const reachable = useReachable();
  const params = { id: caseId };
  // What an answer depends on is known from the answer before it.
  const known = useQueryClient().getQueryData<OpenedCase>(keyOf(openCase, { params }));
  const { data, error, refetch } = useRead(openCase, { params }, { watches: partsOf(known) });
  if (data) return <OpenedCaseView opened={data} />;
  if (error?.status === 404 || error?.status === 400) {
    return <Empty screen title={texts.gone.title} action={<Button onClick={() => go({ caseId: null, part: null })}>{texts.gone.act}</Button>}>{texts.gone.words}</Empty>;
  }
  if (error !== null && reachable) {
    return <div className={css.problem}><h1 className="unseen">{texts.failed}</h1><Refused next={<Button onClick={() => void refetch()}>{texts.retry}</Button>}>{error.words ?? texts.failed}</Refused></div>;
  }
  return <div className={css.waiting}><h1 className="unseen">{texts.opening}</h1><Loading shape="text" rows={14} /></div>;
}
