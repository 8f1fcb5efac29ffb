import { useState } from 'react';
import css from './Forms.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Checkbox, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { splitCase, undoSplit, type CaseView, type MessageView } from '../contract.ts';
import { actTexts } from './act-texts.ts';
import { FormDialog } from './FormDialog.tsx';

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** Takes the messages about another matter out, into a case of their own. */
export function SplitDialog({ found, messages, onClose, onDone }: { found: CaseView; messages: readonly MessageView[]; onClose: () => void; onDone: (newId: string) => void }) {
  const texts = useTexts(actTexts);
  const say = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [subject, setSubject] = useState('');
  const [another, setAnother] = useState('');
  const split = useAct(splitCase);
  const undo = useAct(undoSplit);
  const toggle = (id: string) => setChosen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const send = () => split.mutate({ params: { id: found.id }, body: { messageIds: [...chosen], subject, ofAnother: another.trim() === '' ? null : another } }, {
    onSuccess: ({ splitId, newId }) => {
      say({ words: texts.split.done, undo: () => after(undo.mutateAsync({ params: { id: splitId } }), () => say({ words: texts.undone }), (words) => words && say({ words })) });
      onDone(newId);
      onClose();
    },
  });
  return (
    <FormDialog
      title={texts.split.title} onClose={onClose} send={texts.split.send(chosen.size)} onSend={send}
      ready={chosen.size > 0 && subject.trim() !== ''} pending={split.isPending} error={split.error}
    >
      <TextInput label={texts.split.subject} value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} />
      <TextInput label={texts.split.another} optional description={texts.split.anotherAbout} value={another} maxLength={120} onChange={(event) => setAnother(event.target.value)} />
      <fieldset className={css.group}>
        <legend>{texts.split.which}</legend>
        <p className="small muted">{texts.split.whichAbout}</p>
        {messages.map(({ id, author, at, text }) => (
          <Checkbox key={id} label={<><b>{author.name}</b> · <When at={at} /></>} description={shortened(text.trim())} checked={chosen.has(id)} onChange={() => toggle(id)} />
        ))}
      </fieldset>
    </FormDialog>
  );
}
