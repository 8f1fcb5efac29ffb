import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { returnVoice, withdrawVoice } from '../../contract.ts';
import { captureTexts } from '../capture-texts.ts';
import { voiceTexts } from '../texts.ts';

/** Takes a voice back, and lets that be undone. */
export const useWithdraw = (): ((id: string) => void) => {
  const texts = useTexts(captureTexts);
  const shared = useTexts(voiceTexts);
  const say = useToast();
  const withdraw = useAct(withdrawVoice);
  const back = useAct(returnVoice);
  const failed = (words: string | undefined): void => {
    if (words) say({ words });
  };
  return (id) => after(withdraw.mutateAsync({ params: { id } }), () => say({ words: shared.withdrawn, undo: () => after(back.mutateAsync({ params: { id } }), () => say({ words: texts.returned }), failed) }), failed);
};
