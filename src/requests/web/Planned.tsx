import { useState } from 'react';
import css from './Planned.module.css';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead, type ApiError } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { askPlannedNow, cancelPlanned, plannedOfCase, type PlannedView } from '../contract.ts';
import { planTexts } from './plan-texts.ts';

function Cancel({ planned, onClose, onDone }: { planned: PlannedView; onClose: () => void; onDone: () => void }) {
  const texts = useTexts(planTexts);
  const [reason, setReason] = useState('');
  const cancel = useAct(cancelPlanned);
  const send = () => cancel.mutate({ params: { id: planned.id }, body: { reason } }, { onSuccess: onDone });
  return (
    <FormDialog title={texts.cancelTitle} onClose={onClose} send={texts.cancel} onSend={send} ready={reason.trim() !== ''} pending={cancel.isPending} error={cancel.error}>
      <TextInput label={texts.why} description={texts.cancelAbout} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

function Row({ planned, onDone }: { planned: PlannedView; onDone: () => void }) {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const say = useToast();
  const [cancelling, setCancelling] = useState(false);
  const ask = useAct(askPlannedNow);
  const done = (words: string) => {
    setCancelling(false);
    say({ words });
    onDone();
  };
  const askNow = () => ask.mutate({ params: { id: planned.id } }, { onSuccess: () => done(texts.asked(planned.department.name)), onError: ({ words }: ApiError) => words && say({ words }) });
  return (
    <li className={css.planned}>
      <b>{planned.department.name}</b>
      <p className="small">{planned.question}</p>
      <p className="small muted">{texts.after(planned.after.department)}</p>
      {planned.refused !== null && <p className={css.refused}>{texts.notAsked} {planned.refused[language]}</p>}
      <div className={css.acts}>
        <Button look="quiet" loading={ask.isPending} onClick={askNow}>{texts.askNow}<span className="unseen">: {planned.department.name}</span></Button>
        <Button look="quiet" onClick={() => setCancelling(true)}>{texts.cancel}<span className="unseen">: {planned.department.name}</span></Button>
      </div>
      {cancelling && <Cancel planned={planned} onClose={() => setCancelling(false)} onDone={() => done(texts.cancelled)} />}
    </li>
  );
}

/** What will be asked once another department has answered. Nothing where nothing waits. */
export function Planned({ caseId }: { caseId: string }) {
  const texts = useTexts(planTexts);
  const client = useQueryClient();
  const input = { params: { id: caseId } };
  const { data } = useRead(plannedOfCase, input);
  const again = () => void client.invalidateQueries({ queryKey: keyOf(plannedOfCase, input) });
  if (!data || data.items.length === 0) return null;
  return <ul className={css.list} aria-label={texts.list}>{data.items.map((planned) => <Row key={planned.id} planned={planned} onDone={again} />)}</ul>;
}
