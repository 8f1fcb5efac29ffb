import { useState } from 'react';
import css from './Complaints.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { takeReplyBack } from '#cases/contract.ts';
import { sayFullDate } from '#calendar/words.ts';
import { DueField } from '#cases/web/DueField.tsx';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill } from '#ui/Pill.tsx';
import { useToast } from '#ui/Toast.tsx';
import { acknowledgeComplaint, answerComplaint, outcome, sendInterim, type ComplaintView, type Outcome } from '../contract.ts';
import { draftAcknowledgement, draftAnswer, draftInterim, type LetterFacts } from '../letters.ts';
import { contentOf, contentPoints, localDateAt, missingOf } from '../rules.ts';
import { complaintWords } from '../texts.ts';
import { registerTexts } from './texts.ts';

interface LetterProps {
  found: ComplaintView;
  onClose: () => void;
}

/** What every letter is written with: in the customer's language, in the name of whoever writes. */
const useFacts = (found: ComplaintView): LetterFacts => {
  const me = useMe();
  const { letter } = found;
  return {
    language: letter.language, label: found.label, customerName: letter.customerName, onBehalfOf: found.onBehalfOf, receivedOn: localDateAt(letter.timeZone, new Date(found.receivedAt)),
    writerName: me?.name ?? '', departmentName: letter.writerDepartment, companyName: letter.companyName,
  };
};

/** Says that it is on its way, and takes it back where that is asked. */
const useLeft = (onClose: () => void) => {
  const texts = useTexts(registerTexts);
  const say = useToast();
  const undo = useAct(takeReplyBack);
  return {
    onSuccess: ({ pendingId }: { pendingId: string }) => {
      say({ words: texts.letter.sent, undo: () => after(undo.mutateAsync({ params: { id: pendingId } }), () => say({ words: texts.takenBack }), (words) => words && say({ words })) });
      onClose();
    },
  };
};

/** The letter itself: it follows the fields until somebody writes in it. */
function Letter({ language, drafted, written, onWrite }: { language: 'it' | 'en'; drafted: string; written: string | null; onWrite: (text: string | null) => void }) {
  const texts = useTexts(registerTexts).letter;
  return (
    <>
      <Textarea label={texts.text} description={texts.textAbout} rows={12} maxLength={20_000} lang={language} value={written ?? drafted} onChange={(event) => onWrite(event.target.value)} />
      {written !== null && <Button onClick={() => onWrite(null)}>{texts.redraft}</Button>}
    </>
  );
}

export function AcknowledgeDialog({ found, onClose }: LetterProps) {
  const texts = useTexts(registerTexts);
  const facts = useFacts(found);
  const now = useNow();
  const left = useLeft(onClose);
  const send = useAct(acknowledgeComplaint);
  const [nextUpdateAt, setNextUpdateAt] = useState<string | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const { language } = facts;
  const drafted = nextUpdateAt === null ? '' : draftAcknowledgement({ ...facts, dueOn: found.dueOn, basis: found.term.basis[language], nextUpdateAt: new Date(nextUpdateAt), now, timeZone: found.letter.timeZone });
  const text = written ?? drafted;
  const onSend = () => nextUpdateAt !== null && send.mutate({ params: { id: found.id }, body: { text, nextUpdateAt, seenEventId: found.letter.seenEventId } }, left);
  return (
    <FormDialog title={texts.acts.acknowledge} onClose={onClose} send={texts.letter.send} onSend={onSend} ready={nextUpdateAt !== null && text.trim() !== ''} pending={send.isPending} error={send.error}>
      <DueField label={texts.letter.next} value={nextUpdateAt} onChange={setNextUpdateAt} error={send.error?.fields['nextUpdateAt']} />
      {(nextUpdateAt !== null || written !== null) && <Letter language={language} drafted={drafted} written={written} onWrite={setWritten} />}
    </FormDialog>
  );
}

export function InterimDialog({ found, onClose }: LetterProps) {
  const texts = useTexts(registerTexts);
  const { language: own } = useLanguage();
  const facts = useFacts(found);
  const left = useLeft(onClose);
  const send = useAct(sendInterim);
  const [reason, setReason] = useState('');
  const [finalOn, setFinalOn] = useState(found.longestOn ?? '');
  const [written, setWritten] = useState<string | null>(null);
  const isReady = reason.trim() !== '' && finalOn !== '';
  const drafted = isReady ? draftInterim({ ...facts, dueOn: found.dueOn, reason, finalOn }) : '';
  const text = written ?? drafted;
  const onSend = () => send.mutate({ params: { id: found.id }, body: { text, reason, finalOn, seenEventId: found.letter.seenEventId } }, left);
  return (
    <FormDialog title={texts.acts.interim} onClose={onClose} send={texts.letter.send} onSend={onSend} ready={isReady && text.trim() !== ''} pending={send.isPending} error={send.error}>
      <Textarea label={texts.letter.reason} description={texts.letter.reasonAbout} value={reason} maxLength={1_000} error={send.error?.fields['reason']} onChange={(event) => setReason(event.target.value)} />
      <TextInput label={texts.letter.finalOn} {...(found.longestOn !== null && { description: texts.letter.finalAbout(sayFullDate(found.longestOn, own)), max: found.longestOn })} type="date" min={found.dueOn} value={finalOn} error={send.error?.fields['finalOn']} onChange={(event) => setFinalOn(event.target.value)} />
      {(isReady || written !== null) && <Letter language={facts.language} drafted={drafted} written={written} onWrite={setWritten} />}
    </FormDialog>
  );
}

export function AnswerDialog({ found, onClose }: LetterProps) {
  const texts = useTexts(registerTexts);
  const words = useTexts(complaintWords);
  const facts = useFacts(found);
  const left = useLeft(onClose);
  const send = useAct(answerComplaint);
  const [said, setSaid] = useState({ outcome: 'upheld' as Outcome, assessment: '', grounds: '', correction: '' });
  const [isOver, setIsOver] = useState(true);
  const [nextUpdateAt, setNextUpdateAt] = useState<string | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const goesOn = said.outcome === 'partly' || said.outcome === 'rejected';
  const nextBody = goesOn ? (found.term.nextBody?.[facts.language] ?? null) : null;
  const isSaid = said.assessment.trim() !== '' && said.grounds.trim() !== '' && said.correction.trim() !== '';
  const drafted = isSaid ? draftAnswer({ ...facts, ...said, nextBody, indemnityCents: found.indemnityCents }) : '';
  const text = written ?? drafted;
  const content = contentOf({ ...said, text, label: found.label, contactName: facts.writerName, departmentName: facts.departmentName, nextBody });
  const isWhole = isSaid && missingOf(content).length === 0;
  const field = (name: 'assessment' | 'grounds' | 'correction') => ({ value: said[name], maxLength: 5_000, error: send.error?.fields[name], onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }) });
  const onSend = () => send.mutate({ params: { id: found.id }, body: { ...said, text, nextUpdateAt: isOver ? null : nextUpdateAt, seenEventId: found.letter.seenEventId } }, left);
  return (
    <FormDialog title={texts.acts.answer} onClose={onClose} send={texts.letter.send} onSend={onSend} ready={isWhole && (isOver || nextUpdateAt !== null)} pending={send.isPending} error={send.error}>
      <Select label={texts.letter.outcome} value={said.outcome} choices={outcome.options.map((value) => ({ value, words: words.outcomes[value] }))} onChange={(event) => setSaid({ ...said, outcome: outcome.options.find((one) => one === event.target.value) ?? said.outcome })} />
      <Textarea label={texts.letter.assessment} {...field('assessment')} />
      <Textarea label={texts.letter.grounds} {...field('grounds')} />
      <Textarea label={texts.letter.correction} description={texts.letter.correctionAbout} {...field('correction')} />
      {(isSaid || written !== null) && (
        <>
          <Letter language={facts.language} drafted={drafted} written={written} onWrite={setWritten} />
          <div>
            <p className={css.about} id="content-of-letter">{texts.letter.content}</p>
            <ul className={css.content} aria-labelledby="content-of-letter">{contentPoints.filter((point) => point !== 'nextBody' || nextBody !== null).map((point) => <li key={point}><Pill tone={content[point] ? 'take' : 'warm'}>{content[point] ? '✓' : '–'} {words.content[point]}</Pill></li>)}</ul>
          </div>
        </>
      )}
      <Checkbox label={texts.letter.resolves} checked={isOver} onChange={(event) => setIsOver(event.target.checked)} />
      {!isOver && <DueField label={texts.letter.until} value={nextUpdateAt} onChange={setNextUpdateAt} error={send.error?.fields['nextUpdateAt']} />}
    </FormDialog>
  );
}
