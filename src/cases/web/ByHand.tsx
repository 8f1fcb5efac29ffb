import { useState } from 'react';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { reopenCase, resolveCase, setLevel, setNextUpdate, waitForThirdParty, type CaseView } from '../contract.ts';
import { actTexts } from './act-texts.ts';
import { DueField } from './DueField.tsx';
import { FormDialog } from './FormDialog.tsx';

interface Asked {
  found: CaseView;
  onClose: () => void;
}

/** Brings another level in. Whoever owns the case keeps it (law 1), and the form says so before it is sent. */
export function LevelDialog({ found, onClose }: Asked) {
  const texts = useTexts(actTexts).level;
  const say = useToast();
  const [level, setChosen] = useState(found.level === 1 ? 2 : 1);
  const [reason, setReason] = useState('');
  const set = useAct(setLevel);
  const send = () => set.mutate({ params: { id: found.id }, body: { level, reason } }, {
    onSuccess: () => {
      say({ words: texts.done(level) });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={reason.trim() !== ''} pending={set.isPending} error={set.error}>
      <p className="muted">{texts.about}</p>
      <Select
        label={texts.level} value={level} onChange={(event) => setChosen(Number(event.target.value))}
        choices={texts.levels.map((words, at) => ({ value: String(at + 1), words, disabled: at + 1 === found.level }))}
      />
      <Textarea label={texts.why} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

export function ThirdPartyDialog({ found, onClose }: Asked) {
  const texts = useTexts(actTexts).thirdParty;
  const say = useToast();
  const [who, setWho] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const wait = useAct(waitForThirdParty);
  const send = () => due !== null && wait.mutate({ params: { id: found.id }, body: { who, nextUpdateAt: due } }, {
    onSuccess: () => {
      say({ words: texts.done });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={who.trim() !== '' && due !== null} pending={wait.isPending} error={wait.error}>
      <TextInput label={texts.who} description={texts.whoAbout} value={who} maxLength={120} onChange={(event) => setWho(event.target.value)} />
      <DueField label={texts.due} value={due} onChange={setDue} error={wait.error?.fields['nextUpdateAt']} />
    </FormDialog>
  );
}

export function NextUpdateDialog({ found, onClose }: Asked) {
  const texts = useTexts(actTexts).nextUpdate;
  const say = useToast();
  const [due, setDue] = useState(found.nextUpdateDueAt);
  const [because, setBecause] = useState('');
  const set = useAct(setNextUpdate);
  const send = () => due !== null && set.mutate({ params: { id: found.id }, body: { dueAt: due, because } }, {
    onSuccess: () => {
      say({ words: texts.done });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.act} onSend={send} ready={due !== null && because.trim() !== ''} pending={set.isPending} error={set.error}>
      <DueField label={texts.due} value={due} onChange={setDue} error={set.error?.fields['dueAt']} />
      <TextInput label={texts.why} value={because} maxLength={300} onChange={(event) => setBecause(event.target.value)} />
    </FormDialog>
  );
}

/** Resolving without a message wants a reason, and can be taken back from the toast: the case then has the owner it had. */
export function ResolveDialog({ found, onClose }: Asked) {
  const { resolve: texts, reopen: reopenTexts } = useTexts(actTexts);
  const say = useToast();
  const [reason, setReason] = useState('');
  const resolve = useAct(resolveCase);
  const reopen = useAct(reopenCase);
  const params = { id: found.id };
  const undo = () => after(reopen.mutateAsync({ params }), () => say({ words: reopenTexts.done }), (words) => words && say({ words }));
  const send = () => resolve.mutate({ params, body: { reason } }, {
    onSuccess: () => {
      say({ words: texts.done, undo });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={reason.trim() !== ''} pending={resolve.isPending} error={resolve.error}>
      <TextInput label={texts.why} description={texts.whyAbout} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}
