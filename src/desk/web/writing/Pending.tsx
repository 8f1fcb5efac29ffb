import { useEffect, useState } from 'react';
import css from './Writing.module.css';
import { useAct } from '#app/web/client.ts';
import { takeReplyBack, type PendingReplyView } from '#cases/contract.ts';
import { Banner } from '#cases/web/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { useToast } from '#ui/Toast.tsx';
import { caseTexts } from '../texts/case.ts';

/** Whole seconds until `at`, counted down every quarter of one; `now` comes from the server's clock. */
const useSecondsTo = (at: string, now: Date): number => {
  const [left, setLeft] = useState(() => new Date(at).getTime() - now.getTime());
  useEffect(() => {
    const end = Date.now() + (new Date(at).getTime() - now.getTime());
    const timer = setInterval(() => setLeft(end - Date.now()), 250);
    setLeft(end - Date.now());
    return () => clearInterval(timer);
    // `now` only says where the countdown began: it must not begin anew with every tick of the page's clock.
  }, [at]);
  return Math.max(0, Math.ceil(left / 1_000));
};

/** A reply on its way: seconds in which it can still be taken back, its words where they will stand. */
export function Pending({ pending, isMine, onBack }: { pending: PendingReplyView; isMine: boolean; onBack: (text: string) => void }) {
  const texts = useTexts(caseTexts).pending;
  const say = useToast();
  const seconds = useSecondsTo(pending.sendAt, useNow());
  const back = useAct(takeReplyBack);
  const undo = () => back.mutate({ params: { id: pending.id } }, {
    onSuccess: ({ text }) => {
      onBack(text);
      say({ words: texts.back });
    },
  });
  const acts = isMine && seconds > 0 && <Button look="primary" keys="z" loading={back.isPending} onClick={undo}>{texts.undo}</Button>;
  return (
    <Banner acts={acts} error={back.error}>
      <b className="num" role="timer">{isMine ? texts.mine(seconds) : texts.other(pending.author.name)}</b><br />
      <span className={css.preview}>{pending.text.replaceAll(/\n+/gu, ' ')}</span>
    </Banner>
  );
}
