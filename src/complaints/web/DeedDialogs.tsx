import { useState } from 'react';
import { centsFrom } from '#base/cents.ts';
import { useAct } from '#app/web/client.ts';
import { useColleagues } from '#cases/web/colleagues.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import {
  actionDone, annulComplaint, escalate, escalatedTo, escalationEnded, escalationResult, notePayment, paidFor, planAction, reopenComplaint, withdrawEntry, type ComplaintView, type EscalatedTo, type EscalationResult, type PaidFor,
} from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { dayOf, orNull } from './say.ts';
import { registerTexts } from './texts.ts';

interface DeedProps {
  found: ComplaintView;
  onClose: () => void;
}

interface LineProps extends DeedProps {
  entryId: string;
  /** What the line says, for whoever wonders which one it was. */
  about: string;
}

/** Says that it is done, and closes the form. */
const useDone = (onClose: () => void, words: string) => {
  const say = useToast();
  return {
    onSuccess: () => {
      say({ words });
      onClose();
    },
  };
};

export function PayDialog({ found, onClose }: DeedProps) {
  const all = useTexts(registerTexts);
  const texts = all.pay;
  const words = useTexts(complaintWords);
  const today = dayOf(useNow());
  const owed = found.indemnityCents - found.payments.filter(({ what }) => what === 'indemnity').reduce((sum, { cents }) => sum + cents, 0);
  const [what, setWhat] = useState<PaidFor>(owed > 0 ? 'indemnity' : 'refund');
  const [euros, setEuros] = useState(owed > 0 ? String(owed / 100).replace('.', ',') : '');
  const [paidOn, setPaidOn] = useState(today);
  const [reference, setReference] = useState('');
  const pay = useAct(notePayment);
  const done = useDone(onClose, texts.sent);
  const cents = centsFrom(euros);
  const send = () => cents !== null && pay.mutate({ params: { id: found.id }, body: { what, cents, paidOn, reference: orNull(reference) } }, done);
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={cents !== null && paidOn !== ''} pending={pay.isPending} error={pay.error}>
      <Select label={texts.what} value={what} choices={paidFor.options.map((value) => ({ value, words: words.paidFor[value] }))} onChange={(event) => setWhat(paidFor.options.find((one) => one === event.target.value) ?? what)} />
      <TextInput label={texts.euros} inputMode="decimal" value={euros} maxLength={12} error={euros !== '' && cents === null ? texts.eurosWrong : undefined} onChange={(event) => setEuros(event.target.value)} />
      <TextInput label={texts.on} type="date" max={today} value={paidOn} onChange={(event) => setPaidOn(event.target.value)} />
      <TextInput label={texts.reference} optional maxLength={200} value={reference} onChange={(event) => setReference(event.target.value)} />
    </FormDialog>
  );
}

export function PlanDialog({ found, onClose }: DeedProps) {
  const all = useTexts(registerTexts);
  const texts = all.plan;
  const colleagues = useColleagues(undefined);
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const plan = useAct(planAction);
  const done = useDone(onClose, texts.sent);
  const send = () => ownerId !== null && plan.mutate({ params: { id: found.id }, body: { text, ownerId, dueOn } }, done);
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={text.trim() !== '' && ownerId !== null && dueOn !== ''} pending={plan.isPending} error={plan.error}>
      <Textarea label={texts.text} value={text} maxLength={1_000} onChange={(event) => setText(event.target.value)} />
      <Picker label={texts.owner} value={ownerId} onChange={setOwnerId} choices={colleagues.map(({ id, name }) => ({ value: id, words: name }))} />
      <TextInput label={texts.on} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
    </FormDialog>
  );
}

export function ActionDoneDialog({ found, entryId, about, onClose }: LineProps) {
  const all = useTexts(registerTexts);
  const texts = all.actionDone;
  const [how, setHow] = useState('');
  const finish = useAct(actionDone);
  const done = useDone(onClose, all.done);
  const send = () => finish.mutate({ params: { id: found.id, entryId }, body: { how } }, done);
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={how.trim() !== ''} pending={finish.isPending} error={finish.error}>
      <p className="muted">{about}</p>
      <Textarea label={texts.how} value={how} maxLength={500} onChange={(event) => setHow(event.target.value)} />
    </FormDialog>
  );
}

export function EscalateDialog({ found, onClose }: DeedProps) {
  const all = useTexts(registerTexts);
  const texts = all.escalate;
  const words = useTexts(complaintWords);
  const { language } = found.letter;
  const [to, setTo] = useState<EscalatedTo>('adr');
  const [body, setBody] = useState(found.term.nextBody?.[language] ?? '');
  const [on, setOn] = useState(dayOf(useNow()));
  const [reference, setReference] = useState('');
  const go = useAct(escalate);
  const done = useDone(onClose, all.done);
  const send = () => go.mutate({ params: { id: found.id }, body: { to, body, on, reference: orNull(reference) } }, done);
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={body.trim() !== '' && on !== ''} pending={go.isPending} error={go.error}>
      <Select label={texts.to} value={to} choices={escalatedTo.options.map((value) => ({ value, words: words.bodies[value] }))} onChange={(event) => setTo(escalatedTo.options.find((one) => one === event.target.value) ?? to)} />
      <TextInput label={texts.body} maxLength={200} value={body} onChange={(event) => setBody(event.target.value)} />
      <TextInput label={texts.on} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      <TextInput label={texts.reference} optional maxLength={200} value={reference} onChange={(event) => setReference(event.target.value)} />
    </FormDialog>
  );
}

export function EndedDialog({ found, entryId, about, onClose }: LineProps) {
  const all = useTexts(registerTexts);
  const texts = all.ended;
  const words = useTexts(complaintWords);
  const [result, setResult] = useState<EscalationResult>('for_customer');
  const [said, setSaid] = useState('');
  const end = useAct(escalationEnded);
  const done = useDone(onClose, all.done);
  const send = () => end.mutate({ params: { id: found.id, entryId }, body: { result, words: said } }, done);
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={said.trim() !== ''} pending={end.isPending} error={end.error}>
      <p className="muted">{about}</p>
      <Select label={texts.result} value={result} choices={escalationResult.options.map((value) => ({ value, words: words.results[value] }))} onChange={(event) => setResult(escalationResult.options.find((one) => one === event.target.value) ?? result)} />
      <Textarea label={texts.words} value={said} maxLength={1_000} onChange={(event) => setSaid(event.target.value)} />
    </FormDialog>
  );
}

/** One field, why, and what will stay: the same for what is withdrawn, annulled and opened again. */
function Reasoned({ title, about, send, pending, error, onSend, onClose }: { title: string; about?: string; send: string; pending: boolean; error: Parameters<typeof FormDialog>[0]['error']; onSend: (reason: string) => void; onClose: () => void }) {
  const texts = useTexts(registerTexts);
  const [reason, setReason] = useState('');
  return (
    <FormDialog title={title} onClose={onClose} send={send} onSend={() => onSend(reason)} ready={reason.trim() !== ''} pending={pending} error={error}>
      {about !== undefined && <p className="muted">{about}</p>}
      <Textarea label={texts.reason} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

export function WithdrawDialog({ found, entryId, about, onClose }: LineProps) {
  const texts = useTexts(registerTexts).withdraw;
  const act = useAct(withdrawEntry);
  const done = useDone(onClose, texts.sent);
  return <Reasoned title={`${texts.title}: ${about}`} about={texts.about} send={texts.send} pending={act.isPending} error={act.error} onClose={onClose} onSend={(reason) => act.mutate({ params: { id: found.id, entryId }, body: { reason } }, done)} />;
}

export function AnnulDialog({ found, onClose }: DeedProps) {
  const texts = useTexts(registerTexts).annul;
  const act = useAct(annulComplaint);
  const done = useDone(onClose, texts.sent(found.label));
  return <Reasoned title={`${texts.title}: ${found.label}`} about={texts.about} send={texts.send} pending={act.isPending} error={act.error} onClose={onClose} onSend={(reason) => act.mutate({ params: { id: found.id }, body: { reason } }, done)} />;
}

export function ReopenDialog({ found, onClose }: DeedProps) {
  const all = useTexts(registerTexts);
  const act = useAct(reopenComplaint);
  const done = useDone(onClose, all.done);
  return <Reasoned title={all.reopen.title} send={all.reopen.send} pending={act.isPending} error={act.error} onClose={onClose} onSend={(reason) => act.mutate({ params: { id: found.id }, body: { reason } }, done)} />;
}
