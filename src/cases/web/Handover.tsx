import { useState } from 'react';
import { useAct, useRead } from '#app/web/client.ts';
import { memberRoutes, serviceRoles, type MemberView } from '#people/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import { acceptHandover, declineHandover, offerHandover, withdrawHandover, type CaseView, type HandoverView } from '../contract.ts';
import { actTexts } from './act-texts.ts';
import { Banner } from './Banner.tsx';
import { FormDialog } from './FormDialog.tsx';

/** Colleagues of the service who are still with us, but for `except`; those who are away last, and marked. */
export const useColleagues = (except: string | undefined): readonly MemberView[] => {
  const { data = [] } = useRead(memberRoutes.list);
  const inService = ({ roles }: MemberView) => serviceRoles.some((role) => roles.includes(role));
  return data
    .filter((one) => one.leftAt === null && one.id !== except && inService(one))
    .toSorted((one, other) => Number(one.away !== null) - Number(other.away !== null) || one.name.localeCompare(other.name));
};

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

function DeclineDialog({ handover, onClose }: { handover: HandoverView; onClose: () => void }) {
  const texts = useTexts(actTexts).handover;
  const say = useToast();
  const [reason, setReason] = useState('');
  const decline = useAct(declineHandover);
  const send = () => decline.mutate({ params: { id: handover.id }, body: { reason } }, {
    onSuccess: () => {
      say({ words: texts.declined });
      onClose();
    },
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
      <Button look="primary" loading={accept.isPending} onClick={() => accept.mutate({ params }, { onSuccess: () => say({ words: texts.accepted }) })}>{texts.accept}</Button>
    </>
  ) : (isMine || mayWithdraw) && (
    <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params }, { onSuccess: () => say({ words: texts.withdrawn }) })}>{texts.withdraw}</Button>
  );
  return (
    <Banner tone="internal" acts={acts} error={error}>
      <b>{words}</b> «{handover.reason}»
      {isForMe && <><br />{handover.summary}</>}
      {declining && <DeclineDialog handover={handover} onClose={() => setDeclining(false)} />}
    </Banner>
  );
}
