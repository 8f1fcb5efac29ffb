import { useState } from 'react';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { acceptHandover, declineHandover, withdrawHandover, type HandoverView } from '../contract.ts';
import { actTexts } from './act-texts.ts';
import { Banner } from './Banner.tsx';
import { FormDialog } from './FormDialog.tsx';

function DeclineDialog({ handover, onClose }: { handover: HandoverView; onClose: () => void }) {
  const texts = useTexts(actTexts).handover;
  const say = useToast();
  const [reason, setReason] = useState('');
  const decline = useAct(declineHandover);
  const send = () => after(decline.mutateAsync({ params: { id: handover.id }, body: { reason } }), () => {
    say({ words: texts.declined });
    onClose();
  });
  return (
    <FormDialog title={texts.declineTitle} onClose={onClose} send={texts.declineSend} onSend={send} ready={reason.trim() !== ''} pending={decline.isPending} error={decline.error}>
      <TextInput label={texts.declineReason} description={texts.declineWhy} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </FormDialog>
  );
}

/** A handover that waits for somebody's word, as each of them sees it. */
export function HandoverBanner({ handover, me, mayWithdraw }: { handover: HandoverView; me: string | undefined; mayWithdraw: boolean }) {
  const texts = useTexts(actTexts).handover;
  const say = useToast();
  const [declining, setDeclining] = useState(false);
  const accept = useAct(acceptHandover);
  const withdraw = useAct(withdrawHandover);
  const params = { id: handover.id };
  const isForMe = handover.to.id === me;
  const isMine = handover.from.id === me;
  const error = accept.error ?? withdraw.error;
  const words = isForMe ? texts.forYou(handover.from.name) : isMine ? texts.waits(handover.to.name) : texts.waitsOther(handover.from.name, handover.to.name);
  const acts = isForMe ? (
    <>
      <Button onClick={() => setDeclining(true)}>{texts.decline}</Button>
      <Button look="primary" loading={accept.isPending} onClick={() => after(accept.mutateAsync({ params }), () => say({ words: texts.accepted }))}>{texts.accept}</Button>
    </>
  ) : (isMine || mayWithdraw) && (
    <Button loading={withdraw.isPending} onClick={() => after(withdraw.mutateAsync({ params }), () => say({ words: texts.withdrawn }))}>{texts.withdraw}</Button>
  );
  return (
    <Banner tone="internal" acts={acts} error={error}>
      <b>{words}</b> «{handover.reason}»
      {isForMe && <><br />{handover.summary}</>}
      {declining && <DeclineDialog handover={handover} onClose={() => setDeclining(false)} />}
    </Banner>
  );
}
