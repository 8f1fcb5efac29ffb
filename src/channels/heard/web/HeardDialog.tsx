import { useState } from 'react';
import { useAct } from '#app/web/client.ts';
import { CaseChoice } from '#channels/phone/web/choices.tsx';
import { useCaller } from '#channels/phone/web/caller.ts';
import { NoteDialog, useSayNoted } from '#channels/phone/web/NoteDialog.tsx';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { logHeard } from '../contract.ts';
import { postAddress, siteOf } from '../rules.ts';
import { heardTexts } from './texts.ts';
import { WhoWrote } from './WhoWrote.tsx';

const nothing = { url: '', who: '', text: '', stars: '', customerId: null as string | null, caseId: undefined as string | null | undefined };

/** What stands elsewhere for everybody to read, noted in ten seconds: where, who, what, saved. */
export function HeardDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(heardTexts);
  const sayNoted = useSayNoted(texts.open);
  const [written, setWritten] = useState(nothing);
  const [tried, setTried] = useState(false);
  const log = useAct(logHeard);
  const caller = useCaller(written.who);
  const fill = (some: Partial<typeof nothing>) => setWritten((before) => ({ ...before, ...some }));
  const url = postAddress(written.url);
  const cases = caller.candidates.find(({ id: one }) => one === written.customerId)?.cases ?? [];
  const who = written.who.trim();
  const save = () => {
    setTried(true);
    if (url === null || who === '' || written.text.trim() === '') return;
    const isHandle = who.startsWith('@') || !/\s/u.test(who);
    const body = {
      url, text: written.text, ...(isHandle ? { handle: who } : { name: who }), ...(written.stars !== '' && { stars: Number(written.stars) }),
      ...(written.customerId !== null && { customerId: written.customerId }), ...(written.caseId !== undefined && { caseId: written.caseId }),
    };
    log.mutate({ body }, {
      onSuccess: ({ caseId, caseNumber, became, isChase, chases, wasKnown }) => {
        onClose();
        const number = `C-${caseNumber}`;
        sayNoted(wasKnown ? texts.known(number) : became === 'joined' && isChase ? texts.chased(number, chases) : texts[became](number), caseId);
      },
    });
  };
  return (
    <NoteDialog title={texts.title} texts={texts} isPending={log.isPending} onSave={save} onClose={onClose}>
      <TextInput
        ref={focusWhenShown} label={texts.url} type="url" description={url === null ? texts.urlHow : texts.seenOn(siteOf(url).site)} value={written.url} autoComplete="off" maxLength={2_000} data-autofocus
        error={tried && url === null ? texts.needUrl : log.error?.fields['url']} onChange={(event) => fill({ url: event.target.value })}
      />
      <TextInput
        label={texts.who} description={texts.whoHow} value={written.who} autoComplete="off" maxLength={80}
        error={tried && who === '' ? texts.needWho : (log.error?.fields['name'] ?? log.error?.fields['handle'])} onChange={(event) => fill({ who: event.target.value, customerId: null, caseId: undefined })}
      />
      <WhoWrote caller={caller} typed={written.who} chosen={written.customerId} onChoose={(customerId) => fill({ customerId, caseId: undefined })} />
      {cases.length > 1 && <CaseChoice cases={cases} isAsked={false} chosen={written.caseId} onChoose={(caseId) => fill({ caseId })} />}
      {url !== null && siteOf(url).channel === 'review' && (
        <Select label={texts.stars} optional placeholder={texts.noStars} value={written.stars} onChange={(event) => fill({ stars: event.target.value })} choices={[5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), words: texts.howMany(stars) }))} />
      )}
      <Textarea
        label={texts.text} description={texts.textHow} rows={3} maxLength={10_000} value={written.text}
        error={tried && written.text.trim() === '' ? texts.needText : log.error?.fields['text']} onChange={(event) => fill({ text: event.target.value })}
      />
      <Problem of={log.error} />
    </NoteDialog>
  );
}
