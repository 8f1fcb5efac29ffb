import { useState } from 'react';
import { useAct } from '#app/web/client.ts';
import { Textarea } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import { offerHandover, type CaseView } from '../contract.ts';
import { actTexts } from './act-texts.ts';
import { useColleagues } from './colleagues.ts';
import { FormDialog } from './FormDialog.tsx';

/** Asks a colleague to take the case over. It stays with its owner until they accept. */
export function HandoverDialog({ found, onClose }: { found: CaseView; onClose: () => void }) {
  const texts = useTexts(actTexts).handover;
  const say = useToast();
  const colleagues = useColleagues(found.owner?.id);
  const [toId, setToId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const offer = useAct(offerHandover);
  const to = colleagues.find(({ id }) => id === toId);
  const send = () => {
    if (!to) return;
    offer.mutate({ params: { id: found.id }, body: { toId: to.id, reason } }, {
      onSuccess: () => {
        say({ words: texts.sent(to.name) });
        onClose();
      },
    });
  };
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={to !== undefined && reason.trim() !== ''} pending={offer.isPending} error={offer.error}>
      <p className="muted">{texts.whyAbout}</p>
      <Picker
        label={texts.to} value={toId} onChange={setToId}
        choices={colleagues.map(({ id, name, away }) => ({ value: id, words: away === null ? name : texts.away(name), disabled: away !== null }))}
      />
      <Textarea label={texts.why} value={reason} maxLength={500} error={offer.error?.fields['reason']} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}
