import { useState } from 'react';
import css from './RequestCard.module.css';
import { useAct, type ApiError } from '#app/web/client.ts';
import { addressOf } from '#app/web/call.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { saySize } from '#base/say-size.ts';
import { readRequestFile, remindDepartment, replyToDepartment, sendBackAnswer, undoSendingBack, withdrawRequest, type RequestView } from '#requests/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { AttachIcon } from '#ui/icons.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill, type Tone } from '#ui/Pill.tsx';
import { sayDay, sayWhen } from '#ui/say-when.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
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
    taken: { tone: 'internal', words: withReminders(texts.taken(request.takenBy ?? request.department.name, when(request.dueAt))) },
    sent_back: { tone: 'warm', words: withReminders(texts.sentBack(when(request.dueAt))) },
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
  const { seenAt, seenBy, climbs, nextClimb, sentTo, takenBy, sentBackTimes } = request;
  const seen = seenAt === null ? texts.notSeen : seenBy === null ? texts.seenBySomebody(when(seenAt)) : texts.seen(seenBy, when(seenAt));
  const higher = climbs.filter(({ step }) => step !== 'reminder').map(({ toName }) => texts.climbed(toName));
  const bounced = sentBackTimes > 0 ? [texts.bounces(sentBackTimes)] : [];
  const taken = takenBy === null ? [] : [texts.takenBy(takenBy)];
  if (settled.has(request.state)) return [seen, ...taken, ...bounced, ...higher];
  const next = nextClimb && texts.climbs[nextClimb.step](nextClimb.toName, when(nextClimb.at));
  return [seen, ...taken, ...bounced, seenAt === null ? texts.sentTo(sentTo) : texts.answersBy, ...higher, ...(next ? [next] : [])];
};

const isOurs = ({ kind }: Turn): boolean => kind === 'reply' || kind === 'sent_back';

function TurnLine({ turn }: { turn: Turn }) {
  const texts = useTexts(caseTexts).request;
  const { language } = useLanguage();
  const now = useNow();
  return (
    <li className={css.turn} data-ours={isOurs(turn)}>
      <div className="small muted"><b>{turn.by}</b> {texts.kinds[turn.kind]}{!isOurs(turn) && ` ${texts.via[turn.via]}`} · <When at={turn.at} /></div>
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

function NotEnoughDialog({ request, onClose, onSend, pending, error }: { request: RequestView; onClose: () => void; onSend: (missing: string) => void; pending: boolean; error: ApiError | null }) {
  const texts = useTexts(caseTexts).request;
  const [missing, setMissing] = useState('');
  return (
    <FormDialog title={texts.notEnoughTitle} onClose={onClose} send={texts.sendBack} onSend={() => onSend(missing)} ready={missing.trim() !== ''} pending={pending} error={error}>
      <Textarea label={texts.missing} description={texts.missingAbout(request.department.name)} value={missing} maxLength={2_000} onChange={(event) => setMissing(event.target.value)} />
    </FormDialog>
  );
}

/** An answer that does not answer goes back with one key; for ten seconds that can be undone, and nobody has heard of it. */
function NotEnough({ request }: { request: RequestView }) {
  const texts = useTexts(caseTexts).request;
  const say = useToast();
  const [writing, setWriting] = useState(false);
  const sendBack = useAct(sendBackAnswer);
  const undo = useAct(undoSendingBack);
  const params = { id: request.id };
  const onError = ({ words }: ApiError) => words && say({ words });
  const send = (missing: string | null) => sendBack.mutate({ params, body: { missing } }, {
    onSuccess: () => {
      setWriting(false);
      say({ words: texts.sentBackNow(request.department.name), undo: () => undo.mutate({ params }, { onSuccess: () => say({ words: texts.notSentBack }), onError }) });
    },
    onError: (error) => !writing && onError(error),
  });
  useShortcuts([{ keys: 'b', does: texts.notEnough, run: () => send(null) }]);
  return (
    <div className={css.acts}>
      <Button keys="b" loading={sendBack.isPending} onClick={() => send(null)}>{texts.notEnough}</Button>
      <Button look="quiet" onClick={() => setWriting(true)}>{texts.notEnoughWhy}</Button>
      {writing && <NotEnoughDialog request={request} onClose={() => setWriting(false)} onSend={send} pending={sendBack.isPending} error={sendBack.error} />}
    </div>
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
      {request.sentBack !== null && <p className={css.words}>{texts.missingIs(request.sentBack.missing)}</p>}
      {request.state === 'answered' && <NotEnough request={request} />}
      {!settled.has(request.state) && <RequestActs request={request} />}
    </section>
  );
}
