import { useLanguage, useTexts } from '#ui/language.tsx';
import { ListRow } from '#ui/ListRow.tsx';
import { useNow } from '#ui/now.ts';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { saySpan, sayWhen } from '#ui/say-when.ts';
import type { ListedRequest, RequestState } from '../contract.ts';
import { requestsTexts } from './texts.ts';

const settled: readonly RequestState[] = ['answered', 'refused', 'withdrawn'];
export const isSettled = ({ state }: Pick<ListedRequest, 'state'>): boolean => settled.includes(state);

const toneOf = ({ state }: Pick<ListedRequest, 'state'>): Tone => (state === 'late' ? 'hot' : state === 'questioned' ? 'warm' : 'internal');

/** Where it stands, in a word or a length of time: «in ritardo di 5 h», «entro oggi 15:00», «risposta nei tempi». */
export function RequestPill({ request }: { request: ListedRequest }) {
  const texts = useTexts(requestsTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { state, dueAt, isLate } = request;
  if (state === 'late') return <Pill tone="hot">{texts.lateBy(saySpan(now.getTime() - new Date(dueAt).getTime(), { language }))}</Pill>;
  if (state === 'answered') return <Pill>{`${texts.state.answered} ${isLate ? texts.answeredLate : texts.answeredInTime}`}</Pill>;
  if (isSettled(request) || state === 'questioned') return <Pill tone={isSettled(request) ? 'plain' : toneOf(request)}>{texts.state[state]}</Pill>;
  return <Pill tone={toneOf(request)}>{texts.dueIn(sayWhen(new Date(dueAt), now, { language }))}</Pill>;
}

/** A request in the list: whom we asked, what, on which case, and how far it has climbed. */
export function RequestRow({ request, selected }: { request: ListedRequest; selected: boolean }) {
  const texts = useTexts(requestsTexts);
  const { department, question, state, climbs, seenBy, takenBy, case: onCase } = request;
  const last = climbs.at(-1);
  const detail = [
    `C-${onCase.number} ${onCase.customer ?? onCase.subject}`,
    takenBy !== null ? texts.takenBy(takenBy) : state === 'waiting' ? texts.notSeen : seenBy !== null && texts.seenBy(seenBy),
    state === 'sent_back' && texts.state.sent_back,
    last && `${texts.steps[last.step]} → ${last.toName}`,
  ];
  return <ListRow title={department.name} aside={<RequestPill request={request} />} about={question} detail={detail.filter(Boolean).join(' · ')} selected={selected} />;
}
