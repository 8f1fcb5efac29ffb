import { useMemo, useState } from 'react';
import answering from './Answering.module.css';
import css from './HandOverDialog.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { centsFrom, sayCents } from '#base/cents.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import type { CaseView, MessageView } from '#cases/contract.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { useToast } from '#ui/Toast.tsx';
import { handOver, opportunityKind, takeHandOverBack, whereTo, type OpportunityKind } from '../contract.ts';
import { deskTexts } from './desk-texts.ts';
import { markedAt, markedInThread, saidByCustomer, type Marked } from './marked.ts';
import { opportunityTexts } from './texts.ts';

interface HandOverProps {
  found: CaseView;
  messages: readonly MessageView[];
  onClose: () => void;
}

const typed = 'typed';
const longest = 4_000;

function Kinds({ caseId, kind, onKind }: { caseId: string; kind: OpportunityKind; onKind: (kind: OpportunityKind) => void }) {
  const texts = useTexts(deskTexts);
  const words = useTexts(opportunityTexts);
  const { data } = useRead(whereTo, { params: { id: caseId } });
  return (
    <fieldset className={css.kinds}>
      <legend>{texts.kind}</legend>
      {opportunityKind.options.map((one) => {
        const bound = data?.items.find((item) => item.kind === one);
        return (
          <label key={one} className={css.kind}>
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => onKind(one)} />
            <b>{words.kinds[one]}</b>
            <span>{bound === undefined ? '…' : <>{texts.to(bound.department.name)}, {bound.dueAt === null ? texts.noHours : <Moment at={bound.dueAt} by />}</>}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** The customer's words: marked in one of their messages, or typed by who heard them. */
const useWords = (said: readonly MessageView[]) => {
  const [marked, setMarked] = useState<Marked | null>(() => {
    const selected = markedInThread(said, String(window.getSelection() ?? ''));
    const [latest] = said;
    return selected ?? (latest === undefined ? null : markedAt(latest, { from: 0, to: 0 }));
  });
  const [written, setWritten] = useState('');
  const message = said.find(({ id }) => id === marked?.messageId);
  const words = marked === null || message === undefined ? written.trim() : message.text.slice(marked.from, marked.to);
  return { marked, setMarked, written, setWritten, message, words };
};

/** What was selected in the conversation stays selected when the field is gone to: an empty selection would stand for all of it. */
const showMarked = (area: HTMLTextAreaElement | null, marked: Marked | null): void => {
  if (area === null || marked === null || area === document.activeElement) return;
  area.setSelectionRange(marked.from, marked.to);
};

/** Hands what the customer said to sales, marketing or product. Nothing about the case changes, and the form says so. */
export function HandOverDialog({ found, messages, onClose }: HandOverProps) {
  const texts = useTexts(deskTexts);
  const { language } = useLanguage();
  const now = useNow();
  const say = useToast();
  const said = useMemo(() => saidByCustomer(messages), [messages]);
  const [kind, setKind] = useState<OpportunityKind>('lead');
  const [value, setValue] = useState('');
  const { marked, setMarked, written, setWritten, message, words } = useWords(said);
  const give = useAct(handOver);
  const undo = useAct(takeHandOverBack);
  const cents = centsFrom(value);
  const valueWrong = value.trim() !== '' && cents === null;
  const choose = (from: string): void => {
    const chosen = said.find(({ id }) => id === from);
    setMarked(chosen === undefined ? null : markedAt(chosen, { from: 0, to: 0 }));
  };
  const send = () => give.mutate({ params: { id: found.id }, body: { kind, words, marked, valueCents: cents } }, {
    onSuccess: ({ id, department }) => {
      say({ words: texts.done(department.name), undo: () => after(undo.mutateAsync({ params: { id } }), () => say({ words: texts.back }), (refused) => refused && say({ words: refused })) });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={words !== '' && words.length <= longest && !valueWrong} pending={give.isPending} error={give.error}>
      <p className="muted">{texts.about}</p>
      <Kinds caseId={found.id} kind={kind} onKind={setKind} />
      {said.length > 0 && (
        <Select
          label={texts.from} value={marked?.messageId ?? typed} onChange={(event) => choose(event.target.value)}
          choices={[...said.map(({ id, at }) => ({ value: id, words: texts.message(sayWhen(new Date(at), now, { language })) })), { value: typed, words: texts.typed }]}
        />
      )}
      {message === undefined ? <Textarea label={texts.write} description={texts.writeAbout} rows={4} maxLength={longest} value={written} onChange={(event) => setWritten(event.target.value)} /> : (
        <Textarea
          key={message.id} label={texts.mark} description={texts.markAbout} rows={6} readOnly value={message.text} error={words.length > longest ? texts.tooLong(longest) : undefined}
          ref={(area) => showMarked(area, marked)}
          onSelect={({ currentTarget }) => setMarked(markedAt(message, { from: currentTarget.selectionStart, to: currentTarget.selectionEnd }))}
        />
      )}
      {message !== undefined && words !== message.text.trim() && <blockquote className={answering.quote} aria-label={texts.goes}>{words}</blockquote>}
      <TextInput
        label={texts.value} description={cents === null ? texts.valueAbout : texts.valueSaid(sayCents(cents, language))} optional inputMode="decimal" value={value}
        error={valueWrong ? texts.valueWrong : undefined} onChange={(event) => setValue(event.target.value)}
      />
    </FormDialog>
  );
}
