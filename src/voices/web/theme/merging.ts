import { useQueryClient } from '@tanstack/react-query';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { mergeTheme, undoThemeStep } from '../../contract.ts';
import { useGoOnBoard } from '../board/address.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { refreshVoices } from '../reading.ts';

/** Merges a theme into another, leads there, and lets it be undone. */
export const useMerging = (themeId: string) => {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const client = useQueryClient();
  const go = useGoOnBoard();
  const merge = useAct(mergeTheme);
  const undo = useAct(undoThemeStep);
  const mergeWith = (intoId: string, done: () => void = () => undefined): void =>
    after(merge.mutateAsync({ params: { id: themeId }, body: { intoId } }), ({ stepId }) => {
      const back = (): void => after(undo.mutateAsync({ params: { id: stepId } }), () => {
        refreshVoices(client);
        say({ words: texts.undone });
        go({ themeId });
      }, (words) => words && say({ words }));
      done();
      refreshVoices(client);
      say({ words: texts.merged, undo: back });
      go({ themeId: intoId }, true);
    });
  return { mergeWith, isPending: merge.isPending, error: merge.error };
};
