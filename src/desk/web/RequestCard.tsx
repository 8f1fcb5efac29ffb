import { useState } from 'react';
import css from './RequestCard.module.css';
import { useAct } from '#app/web/client.ts';
import { addressOf } from '#app/web/call.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { saySize } from '#cases/web/files.ts';
import { readRequestFile, remindDepartment, replyToDepartment, withdrawRequest, type RequestView } from '#requests/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { AttachIcon } from '#ui/icons.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { sayDay, sayWhen } from '#ui/say-when.ts';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { caseTexts, type CaseWords } from './texts/case.ts';

type Words = CaseWords['request'];
type Turn = RequestView['turns'][number];

const settled = new Set<RequestView['state']>(['answered', 'refused', 'withdrawn']);

/** What the pill says: how it stands, and how often we have reminded. */
export const sayRequestState = (request: RequestView, texts: Words, when: (at: string) => string): { tone: Tone; words: string } => {
  const reminders = request.climbs.filter(({ step }) => step === 'reminder').length;
  const withReminders = (words: string): string => (reminders > 0 ? `${words} · ${texts.reminders(reminders)}` : words);
  const said: Record<RequestView['state'], { tone: Tone; words: string }> = {
    waiting: { tone: 'internal', words: withReminders(texts.dueBy(when(request.dueAt))) },
    seen: { tone: 'internal', words: withReminders(texts.dueBy(when(request.dueAt))) },
    late: { tone: 'boil', words: withReminders(texts.late(when(request.dueAt))) },
    questioned: { tone: 'warm', words: texts.questioned },
    answered: { tone: 'take', words: request.isLate ? texts.answeredLate : texts.answered },
    refused: { tone: 'leave', words: texts.refused },
    withdrawn: { tone: 'plain', words: texts.withdrawn },
  };
  return said[request.state];
};

/** Who has seen it, how they answer, and what their silence does: the life of a request in one line. */
const sayLife = (request: RequestView, texts: Words, when: (at: string) => string): string[] => {
  const { seenAt, seenBy, climbs, nextClimb, sentTo } = request;
  const seen = seenAt === null ? texts.notSeen : seenBy === null ? texts.seenBySomebody(when(seenAt)) : texts.seen(seenBy, when(seenAt));
  const higher = climbs.filter(({ step }) => step !== 'reminder').map(({ toName }) => texts.climbed(toName));
  if (settled.has(request.state)) return [seen, ...higher];
  const next = nextClimb && texts.climbs[nextClimb.step](nextClimb.toName, when(nextClimb.at));
  return [seen, seenAt === null ? texts.sentTo(sentTo) : texts.answersBy, ...higher, ...(next ? [next] : [])];
};

function TurnLine({ turn }: { turn: Turn }) {
  const texts = useTexts(caseTexts).request;
  const { language } = useLanguage();
  const now = useNow();
  return (
    <li className={css.turn} data-ours={turn.kind === 'reply'}>
      <div className="small muted"><b>{turn.by}</b> {texts.kinds[turn.kind]}{turn.kind !== 'reply' && ` ${texts.via[turn.via]}`} · <When at={turn.at} /></div>
      {turn.choice !== null && <p><b>{turn.choice}</b></p>}
      {turn.promisedFor !== null && <p>{texts.promisedFor(sayDay(new Date(`${turn.promisedFor}T12:00:00`), now, { language }))}</p>}
      {turn.whoseIsIt !== null && <p>{texts.whose(turn.whoseIsIt)}</p>}
      {turn.text.trim() !== '' && <p className={css.words}>{turn.text.trim()}</p>}
      {turn.files.map(({ id, name, size }) => (
        <a key={id} className={css.file} href={addressOf(readRequestFile.path, { params: { id } })} download={name}><AttachIcon size={14} />{name} <span className="faint">{saySize(size, language)}</span></a>
      ))}
    </li>
  );
}

function AnswerDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const texts = useTexts(caseTexts).request;
  const say = useToast();
  const [text, setText] = useState('');
  const reply = useAct(replyToDepartment);
  const send = () => reply.mutate({ params: { id: request.id }, body: { text } }, {
    onSuccess: () => {
      say({ words: texts.sent });
      onClose();
    },
  });
  return (
    <FormDialog title={request.state === 'questioned' ? texts.answer : texts.add} onClose={onClose} send={texts.sendAnswer} onSend={send} ready={text.trim() !== ''} pending={reply.isPending} error={reply.error}>
      <Textarea label={texts.answerLabel} description={texts.answerAbout} value={text} maxLength={5_000} onChange={(event) => setText(event.target.value)} />
    </FormDialog>
  );
}

function WithdrawDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const texts = useTexts(caseTexts).request;
  const say = useToast();
  const [reason, setReason] = useState('');
  const withdraw = useAct(withdrawRequest);
  const send = () => withdraw.mutate({ params: { id: request.id }, body: { reason } }, {
    onSuccess: () => {
      say({ words: texts.withdrawn2 });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.withdrawTitle} onClose={onClose} send={texts.withdraw} onSend={send} ready={reason.trim() !== ''} pending={withdraw.isPending} error={withdraw.error}>
      <TextInput label={texts.withdrawWhy} description={texts.withdrawAbout} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

/** What can still be done about a request that is open. */
function RequestActs({ request }: { request: RequestView }) {
  const texts = useTexts(caseTexts).request;
  const say = useToast();
  const [asking, setAsking] = useState<'answer' | 'withdraw' | null>(null);
  const remind = useAct(remindDepartment);
  const close = () => setAsking(null);
  return (
    <div className={css.acts}>
      <Button look={request.state === 'questioned' ? 'primary' : 'plain'} onClick={() => setAsking('answer')}>{request.state === 'questioned' ? texts.answer : texts.add}</Button>
      {request.state !== 'questioned' && (
        <Button
          loading={remind.isPending}
          onClick={() => remind.mutate({ params: { id: request.id } }, { onSuccess: () => say({ words: texts.reminded }), onError: ({ words }) => words && say({ words }) })}
        >
          {texts.remind}
        </Button>
      )}
      <Button look="quiet" onClick={() => setAsking('withdraw')}>{texts.withdraw}</Button>
      {asking === 'answer' && <AnswerDialog request={request} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog request={request} onClose={close} />}
    </div>
  );
}

/** A question to a department, where it was asked: its date, who has seen it, what its silence does, and what was answered. */
export function RequestCard({ request }: { request: RequestView }) {
  const texts = useTexts(caseTexts).request;
  const { language } = useLanguage();
  const now = useNow();
  const when = (at: string): string => sayWhen(new Date(at), now, { language });
  const { tone, words } = sayRequestState(request, texts, when);
  return (
    <section className={css.request} aria-label={texts.title(request.department.name)}>
      <header className={css.head}><h2>{texts.title(request.department.name)}</h2><Pill tone={tone}>{words}</Pill></header>
      <p className={css.words}>{request.question}</p>
      <p className="small muted">{sayLife(request, texts, when).join(' · ')}</p>
      {request.withdrawnReason !== null && <p className="small muted">{texts.withdrawnBecause(request.withdrawnReason)}</p>}
      {request.turns.length > 0 && <ol className={css.turns}>{request.turns.map((turn) => <TurnLine key={turn.id} turn={turn} />)}</ol>}
      {!settled.has(request.state) && <RequestActs request={request} />}
    </section>
  );
}
