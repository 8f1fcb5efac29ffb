import { useMemo, useState } from 'react';
import css from './ReferDialog.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { takeReplyBack, type CaseView, type MessageView } from '#cases/contract.ts';
import { DueField } from '#cases/web/DueField.tsx';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, Textarea } from '#ui/Field.tsx';
import { courtesyOf } from '#promises/rules.ts';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { useToast } from '#ui/Toast.tsx';
import { addThirdParty, listThirdParties, refer, type ThirdPartyView } from '../contract.ts';
import { DoorFields } from './DoorFields.tsx';
import { referralTexts } from './texts.ts';
import { doorInput, linesOf, useReferral } from './use-referral.ts';

interface ReferDialogProps {
  found: CaseView;
  seenEventId: number;
  timeZone: string;
  /** What was said on the case: its files are offered for the dossier, its tone is kept in the letter. */
  messages: readonly MessageView[];
  onClose: () => void;
}

const none: readonly ThirdPartyView[] = [];

const ofCustomer = ({ direction, author, isAutomatic }: MessageView): boolean => direction === 'in' && author.kind === 'customer' && !isAutomatic;
const filesOfCustomer = (messages: readonly MessageView[]) => messages.filter(ofCustomer).flatMap(({ attachments }) => attachments.filter(({ isInline }) => !isInline));
const courtesyIn = (messages: readonly MessageView[]) => {
  const latest = messages.toReversed();
  return courtesyOf({ ours: latest.filter(({ direction, isByItself }) => direction === 'out' && !isByItself).map(({ text }) => text), theirs: latest.filter(ofCustomer).map(({ text }) => text) });
};

/** A door needs its time: people are asked in one week or in two, not tomorrow. */
const weeksOn = (now: Date): { at: string }[] => [7, 14].map((days) => {
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 10);
  return { at: at.toISOString() };
});

/** "Not ours", said as law 5 wants it: why, whose it is, how to reach them, what to bring, and the day on which we look after it. */
export function ReferDialog({ found, seenEventId, timeZone, messages, onClose }: ReferDialogProps) {
  const texts = useTexts(referralTexts);
  const say = useToast();
  const { data } = useRead(listThirdParties);
  const now = useNow();
  const files = useMemo(() => filesOfCustomer(messages), [messages]);
  const courtesy = useMemo(() => courtesyIn(messages), [messages]);
  const doors = data?.items ?? none;
  const referral = useReferral({ customerName: found.customer.name, ownerName: found.owner?.name ?? '', language: found.language, timeZone, courtesy }, doors);
  const [kept, setKept] = useState<readonly string[]>(files.map(({ id }) => id));
  const add = useAct(addThirdParty);
  const send = useAct(refer);
  const undo = useAct(takeReplyBack);
  const { chosen, isNew, door, checkOn, text } = referral;
  const ready = chosen !== undefined && chosen.name.trim() !== '' && referral.reason.trim() !== '' && checkOn !== null && text.trim() !== '';

  const refers = (thirdPartyId: string): void => {
    if (checkOn === null) return;
    const body = { thirdPartyId, reason: referral.reason, brings: linesOf(referral.brings), checkOn, text, attachmentIds: [...kept], seenEventId };
    send.mutate({ params: { id: found.id }, body }, {
      onSuccess: ({ pendingId }) => {
        say({ words: texts.done(chosen?.name ?? ''), undo: () => after(undo.mutateAsync({ params: { id: pendingId } }), () => say({ words: texts.back }), (words) => words && say({ words })) });
        onClose();
      },
    });
  };
  const onSend = (): void => {
    if (isNew) add.mutate({ body: doorInput(door) }, { onSuccess: ({ id }) => { referral.setDoorId(id); refers(id); } });
    else refers(referral.doorId);
  };

  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={onSend} ready={ready} pending={add.isPending || send.isPending} error={add.error ?? send.error}>
      <p className="muted">{texts.about}</p>
      <Select
        label={texts.door} value={referral.doorId} placeholder={texts.chooseDoor} onChange={(event) => referral.setDoorId(event.target.value)}
        choices={[...doors.map(({ id, name, handles, worked, didNotWork }) => ({ value: id, words: [`${name} · ${handles}`, ...(worked + didNotWork > 0 ? [texts.helped(worked, worked + didNotWork)] : [])].join(' · ') })), { value: 'new', words: texts.newDoor }]}
      />
      {isNew && <DoorFields door={door} onChange={referral.setDoor} errors={add.error?.fields} />}
      <Textarea label={texts.reason} description={texts.reasonAbout} value={referral.reason} maxLength={1_000} onChange={(event) => referral.setReason(event.target.value)} />
      <Textarea label={texts.brings} description={texts.bringsAbout} value={referral.brings} onChange={(event) => referral.setBrings(event.target.value)} />
      <DueField label={texts.checkOn} offered={weeksOn(now)} value={checkOn} onChange={referral.setCheckOn} error={send.error?.fields['checkOn']} />
      {files.length > 0 && (
        <fieldset className={css.files}>
          <legend>{texts.files}</legend>
          {files.map(({ id, name }) => <Checkbox key={id} label={name} checked={kept.includes(id)} onChange={(event) => setKept(event.target.checked ? [...kept, id] : kept.filter((one) => one !== id))} />)}
        </fieldset>
      )}
      {text !== '' && <Textarea label={texts.letter} description={texts.letterAbout} rows={10} value={text} onChange={(event) => referral.setText(event.target.value)} />}
      {referral.isRewritten && <Button onClick={() => referral.setText(null)}>{texts.redraft}</Button>}
    </FormDialog>
  );
}
