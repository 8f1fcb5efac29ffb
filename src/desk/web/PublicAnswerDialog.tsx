import { useState } from 'react';
import { useAct, useRead } from '#app/web/client.ts';
import { logPublicAnswer } from '#channels/heard/contract.ts';
import { postAddress, siteOf } from '#channels/heard/rules.ts';
import { heardTexts } from '#channels/heard/web/texts.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { channelRoutes } from '#people/contract.ts';
import { useMe } from '#people/web/me.ts';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Refused } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';

/** Whom to ask where whoever reads may not answer there; null where they may, or while that is not known. */
const useWhoElse = (typed: string): string | null => {
  const texts = useTexts(heardTexts).answer;
  const me = useMe();
  const trained = useRead(channelRoutes.list).data?.items;
  const url = postAddress(typed);
  if (trained === undefined || me === undefined || url === null) return null;
  const { channel } = siteOf(url);
  const there = trained.filter((one) => one.channel === channel);
  if (there.some(({ memberId }) => memberId === me.id)) return null;
  const place = texts.places[channel];
  return there.length === 0 ? texts.nobody(place) : texts.notYours(place, there.map(({ name }) => name).join(', '));
};

/** Notes what one answered by hand where the customer wrote. `url`: where their own words stand. */
export function PublicAnswerDialog({ caseId, url: theirs, onClose }: { caseId: string; url: string; onClose: () => void }) {
  const texts = useTexts(heardTexts).answer;
  const say = useToast();
  const [text, setText] = useState('');
  const [url, setUrl] = useState(theirs);
  const log = useAct(logPublicAnswer);
  const whoElse = useWhoElse(url);
  const send = () => log.mutate({ params: { id: caseId }, body: { text, url } }, {
    onSuccess: () => {
      say({ words: texts.done });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.save} onSend={send} ready={whoElse === null && text.trim() !== '' && url.trim() !== ''} pending={log.isPending} error={log.error}>
      {whoElse !== null && <Refused>{whoElse}</Refused>}
      <Textarea label={texts.text} description={texts.textHow} rows={3} maxLength={10_000} value={text} error={log.error?.fields['text']} onChange={(event) => setText(event.target.value)} />
      <TextInput label={texts.url} type="url" maxLength={2_000} value={url} error={log.error?.fields['url']} onChange={(event) => setUrl(event.target.value)} />
    </FormDialog>
  );
}
