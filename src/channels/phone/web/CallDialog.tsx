import { useState, type ReactNode } from 'react';
import css from './CallDialog.module.css';
import { useAct } from '#app/web/client.ts';
import type { InputOf } from '#base/contract.ts';
import { NoteDialog, useSayNoted } from './NoteDialog.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { logCall } from '../contract.ts';
import { choicesIn, looksLikeNumber, useCaller, type Candidate } from './caller.ts';
import { CaseChoice, WhoChoice } from './choices.tsx';
import { callTexts } from './texts.ts';

type Note = InputOf<typeof logCall>['body'];

const nothing = { typed: '', chosen: null as string | null, name: '', number: '', text: '', caseId: undefined as string | null | undefined };
type Written = typeof nothing;

/** `new` is a customer whom we do not know yet. */
const candidateOf = ({ chosen }: Written, candidates: readonly Candidate[]): Candidate | 'new' | null => {
  if (chosen === 'new') return 'new';
  const found = candidates.find(({ id }) => id === chosen);
  if (found) return found;
  const [only] = candidates;
  // A number belongs to one person: nobody should have to choose them from a list of one.
  return candidates.length === 1 && only?.cases !== null ? (only ?? null) : null;
};

const noteOf = (written: Written, who: Candidate | 'new'): Note => ({
  text: written.text,
  ...(who === 'new'
    ? { number: written.number || written.typed, ...(written.name.trim() !== '' && { name: written.name }) }
    : { customerId: who.id }),
  ...(written.caseId !== undefined && { caseId: written.caseId }),
});

/** A call noted in ten seconds: who, what, saved. It lands on the person and their open case. `instead`: the way to what was heard otherwise. */
export function CallDialog({ onClose, customer, instead }: { onClose: () => void; customer?: { id: string; name: string }; instead?: ReactNode }) {
  const texts = useTexts(callTexts);
  const sayNoted = useSayNoted(texts.open);
  const [written, setWritten] = useState<Written>({ ...nothing, ...(customer && { typed: customer.name, chosen: customer.id }) });
  const [tried, setTried] = useState(false);
  const log = useAct(logCall);
  const caller = useCaller(written.typed);
  const who = candidateOf(written, caller.candidates);
  const fill = (some: Partial<Written>) => setWritten((before) => ({ ...before, ...some }));
  const cases = log.error?.code === 'call.which_case' ? choicesIn(log.error.facts) : who !== 'new' ? (who?.cases ?? []) : [];
  const needsNumber = who === 'new' && !looksLikeNumber(written.number || written.typed);
  const save = () => {
    setTried(true);
    if (who === null || written.text.trim() === '' || needsNumber) return;
    log.mutate({ body: noteOf(written, who) }, {
      onSuccess: ({ caseId, caseNumber, became, isChase, chases }) => {
        onClose();
        const number = `C-${caseNumber}`;
        sayNoted(became === 'joined' && isChase ? texts.chased(number, chases) : texts[became](number), caseId);
      },
    });
  };
  return (
    <NoteDialog title={texts.title} texts={texts} isPending={log.isPending} onSave={save} onClose={onClose} instead={instead}>
      <TextInput
        ref={focusWhenShown} label={texts.who} description={texts.whoHow} value={written.typed} autoComplete="off" maxLength={100} data-autofocus
        error={tried && who === null ? texts.needWho : undefined} onChange={(event) => fill({ typed: event.target.value, chosen: null, caseId: undefined })}
      />
      <WhoChoice caller={caller} typed={written.typed} chosen={who === 'new' ? 'new' : (who?.id ?? null)} onChoose={(chosen) => fill({ chosen, caseId: undefined })} />
      {who === 'new' && (
        <>
          <TextInput label={texts.newName} optional maxLength={120} value={written.name} onChange={(event) => fill({ name: event.target.value })} />
          {!caller.isNumber && (
            <TextInput
              label={texts.newNumber} type="tel" description={texts.numberHelp} maxLength={40} value={written.number}
              error={tried && needsNumber ? texts.needNumber : log.error?.fields['number']} onChange={(event) => fill({ number: event.target.value })}
            />
          )}
        </>
      )}
      {cases.length > 0
        ? <CaseChoice cases={cases} isAsked={log.error?.code === 'call.which_case'} chosen={written.caseId} onChoose={(caseId) => fill({ caseId })} />
        : who !== null && who !== 'new' && who.openCases > 0 && <p className={css.quiet}>{who.openCases === 1 ? texts.oneCase : texts.severalCases}</p>}
      <Textarea
        label={texts.text} description={texts.textHow} rows={3} maxLength={20_000} value={written.text}
        error={tried && written.text.trim() === '' ? texts.needText : log.error?.fields['text']} onChange={(event) => fill({ text: event.target.value })}
      />
      {log.error?.code !== 'call.which_case' && <Problem of={log.error} />}
    </NoteDialog>
  );
}
