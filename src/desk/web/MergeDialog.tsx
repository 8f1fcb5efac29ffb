import { useEffect, useState } from 'react';
import css from '#cases/web/Forms.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { mergeCase, undoMerge } from '#cases/contract.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { searchEverything } from '#search/contract.ts';
import { Button } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import type { OpenedCase } from '../contract.ts';

interface Candidate {
  id: string;
  number: number;
  subject: string;
  customer: string;
}

/** What is typed, once the hands rest: the search is asked for words, not for every letter. */
const useRested = (typed: string): string => {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
};

/** Joins this case into another one, found by number, customer or words; the customer's own stand there from the start. */
export function MergeDialog({ opened, onClose, onDone }: { opened: OpenedCase; onClose: () => void; onDone: (intoId: string) => void }) {
  const texts = useTexts(actTexts);
  const say = useToast();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Candidate | null>(null);
  const q = useRested(typed);
  const { data: found } = useRead(searchEverything, { query: { q } }, { on: q.length > 1 });
  const merge = useAct(mergeCase);
  const undo = useAct(undoMerge);
  const same = opened.otherOpenCases.map((one) => ({ ...one, customer: opened.customer.name }));
  const candidates: readonly Candidate[] = q.length > 1
    ? (found?.items ?? []).filter(({ caseId }) => caseId !== opened.case.id).map(({ caseId, number, subject, customer }) => ({ id: caseId, number, subject, customer: customer.name })).slice(0, 8)
    : same;
  const send = (evenThoughCustomersDiffer: boolean) => {
    if (!chosen) return;
    merge.mutate({ params: { id: opened.case.id }, body: { intoId: chosen.id, evenThoughCustomersDiffer } }, {
      onSuccess: ({ mergeId, intoId }) => {
        say({ words: texts.merge.done(chosen.number), undo: () => after(undo.mutateAsync({ params: { id: mergeId } }), () => say({ words: texts.undone }), (words) => words && say({ words })) });
        onDone(intoId);
        onClose();
      },
    });
  };
  return (
    <FormDialog
      title={texts.merge.title} onClose={onClose} send={chosen ? texts.merge.send(chosen.number) : texts.merge.choose} onSend={() => send(false)} ready={chosen !== null} pending={merge.isPending} error={merge.error}
      next={merge.error?.code === 'merge.customers_differ' && <Button onClick={() => send(true)}>{texts.merge.anyway}</Button>}
    >
      <TextInput label={texts.merge.find} description={texts.merge.findAbout} value={typed} onChange={(event) => setTyped(event.target.value)} optional />
      {candidates.length > 0 && (
        <fieldset className={css.group}>
          <legend>{q.length > 1 ? texts.merge.choose : texts.merge.same}</legend>
          <div className={css.found}>
            {candidates.map((one) => (
              <label key={one.id} className={css.pick}>
                <input type="radio" name="merge-into" checked={chosen?.id === one.id} onChange={() => setChosen(one)} />
                <b>{one.subject}</b><span className="small muted">C-{one.number} · {one.customer}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {q.length > 1 && found !== undefined && candidates.length === 0 && <p className="muted" role="status">{texts.merge.none}</p>}
    </FormDialog>
  );
}
