import { useState } from 'react';
import { useAct, useRead } from '#app/web/client.ts';
import { useColleagues } from '#cases/web/colleagues.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { departmentRoutes } from '#people/contract.ts';
import { Select, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import { correctComplaint, setResponsible, type ComplaintView } from '../contract.ts';
import { describedAs, DetailsFields, detailsInputOf, isDescribed } from './DetailsFields.tsx';
import { registerTexts } from './texts.ts';

interface DialogProps {
  found: ComplaintView;
  onClose: () => void;
}

/** Puts the description right. What was there before stays readable. */
export function CorrectDialog({ found, onClose }: DialogProps) {
  const texts = useTexts(registerTexts);
  const say = useToast();
  const [fields, setFields] = useState(describedAs(found.details));
  const [reason, setReason] = useState('');
  const correct = useAct(correctComplaint);
  const send = () => correct.mutate({ params: { id: found.id }, body: { ...detailsInputOf(fields), reason } }, {
    onSuccess: () => {
      say({ words: texts.done });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.correct.title} onClose={onClose} send={texts.correct.send} onSend={send} ready={isDescribed(fields) && reason.trim() !== ''} pending={correct.isPending} error={correct.error}>
      <p className="muted">{texts.correct.about}</p>
      <DetailsFields fields={fields} onChange={setFields} errors={correct.error?.fields} />
      <TextInput label={texts.reason} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

const owner = 'owner';

/** Who has it. The case keeps its owner. */
export function ResponsibleDialog({ found, onClose }: DialogProps) {
  const all = useTexts(registerTexts);
  const texts = all.responsible;
  const say = useToast();
  const colleagues = useColleagues(undefined);
  const departments = useRead(departmentRoutes.list).data ?? [];
  const [memberId, setMemberId] = useState<string | null>(owner);
  const [departmentId, setDepartmentId] = useState(found.department.id);
  const [reason, setReason] = useState('');
  const set = useAct(setResponsible);
  const send = () => set.mutate({ params: { id: found.id }, body: { memberId: memberId === owner ? null : memberId, departmentId, reason } }, {
    onSuccess: () => {
      say({ words: all.done });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={memberId !== null && departmentId !== '' && reason.trim() !== ''} pending={set.isPending} error={set.error}>
      <p className="muted">{texts.about}</p>
      <Picker label={texts.member} value={memberId} onChange={setMemberId} choices={[{ value: owner, words: texts.owner }, ...colleagues.map(({ id, name }) => ({ value: id, words: name }))]} />
      <Select label={texts.department} value={departmentId} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} onChange={(event) => setDepartmentId(event.target.value)} />
      <TextInput label={all.reason} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}
