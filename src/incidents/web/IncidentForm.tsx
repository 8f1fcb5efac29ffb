import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAct, useRead } from '#app/web/client.ts';
import { DueField } from '#cases/web/DueField.tsx';
import { fromLocalInput, toLocalInput } from '#cases/web/due-choices.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { departmentRoutes } from '#people/contract.ts';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { useToast } from '#ui/Toast.tsx';
import { changeIncident, openIncident, tellingWords, type IncidentView } from '../contract.ts';
import { incidentTexts } from './texts.ts';

interface Fields {
  titleIt: string;
  titleEn: string;
  knownIt: string;
  knownEn: string;
  departmentId: string;
  words: string;
}

const empty: Fields = { titleIt: '', titleEn: '', knownIt: '', knownEn: '', departmentId: '', words: '' };
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
const isReady = ({ titleIt, titleEn, departmentId }: Fields): boolean => (titleIt + titleEn).trim() !== '' && departmentId !== '';
const aboutOf = (fields: Fields) => ({
  title: { it: orNull(fields.titleIt), en: orNull(fields.titleEn) },
  known: { it: orNull(fields.knownIt), en: orNull(fields.knownEn) },
  departmentId: fields.departmentId,
  words: fields.words.split(',').map((word) => word.trim()).filter((word) => word !== '').slice(0, 20),
});

function About({ fields, onChange, errors }: { fields: Fields; onChange: (fields: Fields) => void; errors: Readonly<Record<string, string>> | undefined }) {
  const texts = useTexts(incidentTexts).form;
  const departments = useRead(departmentRoutes.list).data ?? [];
  const field = (name: keyof Fields) => ({ value: fields[name], onChange: (event: { target: { value: string } }) => onChange({ ...fields, [name]: event.target.value }) });
  return (
    <>
      <TextInput label={texts.titleIt} maxLength={150} {...field('titleIt')} optional={fields.titleEn.trim() !== ''} />
      <TextInput label={texts.titleEn} maxLength={150} {...field('titleEn')} optional={fields.titleIt.trim() !== ''} />
      <Select label={texts.department} placeholder="–" {...field('departmentId')} error={errors?.['departmentId']} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} />
      <TextInput label={texts.words} description={texts.wordsAbout} maxLength={600} {...field('words')} optional />
      <Textarea label={texts.knownIt} description={texts.knownAbout} maxLength={2_000} {...field('knownIt')} optional />
      <Textarea label={texts.knownEn} maxLength={2_000} {...field('knownEn')} optional />
    </>
  );
}

interface OpenProps {
  onClose: () => void;
  /** The case with which it came to light: its words are offered. */
  caseId?: string;
  beganAt?: string;
}

/** Opens an incident; whoever opens it keeps it, and is led to it. */
export function OpenIncident({ onClose, caseId, beganAt }: OpenProps) {
  const texts = useTexts(incidentTexts).form;
  const say = useToast();
  const navigate = useNavigate();
  const now = useNow();
  const offered = useRead(tellingWords, { params: { id: caseId ?? '' } }, { on: caseId !== undefined }).data?.words.join(', ');
  const [typed, setFields] = useState<Fields | null>(null);
  const [began, setBegan] = useState(toLocalInput(beganAt === undefined ? now : new Date(beganAt)));
  const [nextUpdateAt, setNextUpdateAt] = useState<string | null>(null);
  const open = useAct(openIncident);
  const fields = typed ?? { ...empty, words: offered ?? '' };
  const send = (): void => {
    const since = fromLocalInput(began);
    if (since === null || nextUpdateAt === null) return;
    open.mutate({ body: { ...aboutOf(fields), beganAt: since, nextUpdateAt, ...(caseId !== undefined && { caseId }) } }, {
      onSuccess: ({ id }) => {
        say({ words: texts.opened });
        onClose();
        void navigate({ to: `/incidents/${id}` });
      },
    });
  };
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={isReady(fields) && nextUpdateAt !== null && fromLocalInput(began) !== null} pending={open.isPending} error={open.error}>
      <About fields={fields} onChange={setFields} errors={open.error?.fields} />
      <TextInput label={texts.began} type="datetime-local" value={began} max={toLocalInput(now)} onChange={(event) => setBegan(event.target.value)} />
      <DueField label={texts.nextUpdate} value={nextUpdateAt} onChange={setNextUpdateAt} error={open.error?.fields['nextUpdateAt']} />
    </FormDialog>
  );
}

/** Changes what is known, whose cause it is, and by which words its cases are recognised. */
export function ChangeIncident({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const texts = useTexts(incidentTexts).form;
  const say = useToast();
  const change = useAct(changeIncident);
  const { title, known, department, words } = incident;
  const [fields, setFields] = useState<Fields>({ titleIt: title.it ?? '', titleEn: title.en ?? '', knownIt: known.it ?? '', knownEn: known.en ?? '', departmentId: department.id, words: words.marked.join(', ') });
  const send = (): void => change.mutate({ params: { id: incident.id }, body: aboutOf(fields) }, {
    onSuccess: () => {
      say({ words: texts.saved });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.change} onClose={onClose} send={texts.save} onSend={send} ready={isReady(fields)} pending={change.isPending} error={change.error}>
      <About fields={fields} onChange={setFields} errors={change.error?.fields} />
    </FormDialog>
  );
}
