import { useEffect, useState } from 'react';
import css from './Writing.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { takeReplyBack, type PendingReplyView } from '#cases/contract.ts';
import { Banner } from '#cases/web/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import { caseTexts } from '../texts/case.ts';

/** Whole seconds until `at`, counted down by this machine's clock from where the server's stood. Keyed by what it counts for. */
const useSecondsTo = (at: string, now: Date): number => {
  const [end] = useState(() => Date.now() + (new Date(at).getTime() - now.getTime()));
  const [current, setCurrent] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setCurrent(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((end - current) / 1_000));
};

/** A reply on its way: seconds in which it can still be taken back, its words where they will stand. */
export function Pending({ pending, isMine, onBack }: { pending: PendingReplyView; isMine: boolean; onBack: (text: string) => void }) {
  const texts = useTexts(caseTexts).pending;
  const say = useToast();
  const seconds = useSecondsTo(pending.sendAt, useNow());
  const back = useAct(takeReplyBack);
  const undo = () => after(back.mutateAsync({ params: { id: pending.id } }), ({ text }) => {
    onBack(text);
    say({ words: texts.back });
  });
  const canUndo = isMine && seconds > 0;
  useShortcuts([{ keys: 'z', does: texts.undo, run: undo }], canUndo);
  const acts = canUndo && <Button look="primary" keys="z" loading={back.isPending} onClick={undo}>{texts.undo}</Button>;
  return (
    <Banner acts={acts} error={back.error}>
      <b className="num" role="timer">{isMine ? texts.mine(seconds) : texts.other(pending.author.name)}</b><br />
      <span className={css.preview}>{pending.text.replaceAll(/\n+/gu, ' ')}</span>
    </Banner>
  );
}
