import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Textarea } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { addVoice, withdrawVoice, type InsightKind } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { kindOfKey, Kinds } from '../Kinds.tsx';
import { refreshVoices, useNearest, useRested } from '../reading.ts';
import { voiceTexts } from '../texts.ts';
import { themeBody, ThemeChoice, type Chosen } from '../ThemeChoice.tsx';
import { WhoSaid, type Speaker } from './WhoSaid.tsx';

/** What a customer said to somebody in the company, of any department, in no message. */
export function AddVoice({ onClose }: { onClose: () => void }) {
  const texts = useTexts(boardTexts).adding;
  const shared = useTexts(voiceTexts);
  const say = useToast();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [speaker, setSpeaker] = useState<Speaker>({ saidBy: '', customerId: null });
  const [remark, setRemark] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [chosenKind, setKind] = useState<InsightKind | null>(null);
  const rested = useRested(words);
  const { nearest } = useNearest(rested);
  const kind = chosenKind ?? nearest?.kind ?? 'suggestion';
  const add = useAct(addVoice);
  const withdraw = useAct(withdrawVoice);
  const onKey = (key: string): boolean => {
    const meant = kindOfKey(key);
    if (meant !== undefined) setKind(meant);
    return meant !== undefined;
  };
  const send = (): void => after(add.mutateAsync({ body: { words, ...speaker, kind, ...(remark.trim() !== '' && { remark }), ...(chosen === null ? {} : themeBody(chosen)) } }), ({ id, theme }) => {
    refreshVoices(client);
    say({ words: theme === null ? texts.noTheme : texts.done, undo: () => after(withdraw.mutateAsync({ params: { id } }), () => say({ words: shared.withdrawn }), (said) => said && say({ words: said })) });
    onClose();
  });
  const errors = add.error?.fields;
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={words.trim() !== '' && speaker.saidBy.trim() !== ''} pending={add.isPending} error={add.error}>
      <p className="muted">{texts.about}</p>
      <Textarea ref={focusWhenShown} data-autofocus label={texts.words} value={words} maxLength={2_000} error={errors?.['words']} onChange={(event) => setWords(event.target.value)} />
      <WhoSaid value={speaker} error={errors?.['saidBy']} onChange={setSpeaker} />
      {rested.trim() !== '' && <ThemeChoice label={shared.search.label} words={rested} value={chosen} onChange={setChosen} onKey={onKey} />}
      <Kinds value={kind} onChange={setKind} />
      <Textarea label={shared.remark} description={shared.remarkAbout} value={remark} maxLength={1_000} optional onChange={(event) => setRemark(event.target.value)} />
    </FormDialog>
  );
}
