import { useState } from 'react';
import { useAct } from '#app/web/client.ts';
import { logPublicAnswer } from '#channels/heard/contract.ts';
import { heardTexts } from '#channels/heard/web/texts.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';

/** Notes what one answered by hand where the customer wrote. `url`: where their own words stand. */
export function PublicAnswerDialog({ caseId, url: theirs, onClose }: { caseId: string; url: string; onClose: () => void }) {
  const texts = useTexts(heardTexts).answer;
  const say = useToast();
  const [text, setText] = useState('');
  const [url, setUrl] = useState(theirs);
  const log = useAct(logPublicAnswer);
  const send = () => log.mutate({ params: { id: caseId }, body: { text, url } }, {
    onSuccess: () => {
      say({ words: texts.done });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.save} onSend={send} ready={text.trim() !== '' && url.trim() !== ''} pending={log.isPending} error={log.error}>
      <Textarea label={texts.text} description={texts.textHow} rows={3} maxLength={10_000} value={text} error={log.error?.fields['text']} onChange={(event) => setText(event.target.value)} />
      <TextInput label={texts.url} type="url" maxLength={2_000} value={url} error={log.error?.fields['url']} onChange={(event) => setUrl(event.target.value)} />
    </FormDialog>
  );
}
