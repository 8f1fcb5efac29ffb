import { Link } from '@tanstack/react-router';
import css from './Capture.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useToast } from '#ui/Toast.tsx';
import { dismissSuggestion, takeSuggestion, withdrawVoice, type InsightView, type SuggestionView } from '../../contract.ts';
import { captureTexts } from '../capture-texts.ts';
import { StandingOf } from '../Standing.tsx';
import { voiceTexts } from '../texts.ts';
import type { Mark } from './said.ts';
import { useWithdraw } from './withdraw.ts';

/** What stands behind words that are picked out: what became of them, or whether they are to be captured. */
export function MarkCard({ mark, onChange, onClose }: { mark: Mark; onChange: (suggestion: SuggestionView) => void; onClose: () => void }) {
  return 'voice' in mark ? <Heard voice={mark.voice} onClose={onClose} /> : <Suggested suggestion={mark.suggestion} onChange={onChange} onClose={onClose} />;
}

function Heard({ voice, onClose }: { voice: InsightView; onClose: () => void }) {
  const texts = useTexts(captureTexts);
  const shared = useTexts(voiceTexts);
  const withdraw = useWithdraw();
  return (
    <>
      <p>{shared.kinds[voice.kind]} → {voice.theme === null ? <b>{shared.noTheme}</b> : <Link to={`/voices/${voice.theme.id}`}><b>{voice.theme.title}</b></Link>}</p>
      {voice.theme !== null && <p className={css.standing}><StandingOf themeId={voice.theme.id} /></p>}
      {voice.remark !== null && <p className="small muted">{voice.remark}</p>}
      <div><Button look="quiet" onClick={() => { withdraw(voice.id); onClose(); }}>{texts.withdraw}</Button></div>
    </>
  );
}

/** Takes a suggestion as it stands, or lets it go. */
export function Suggested({ suggestion, onChange, onClose }: { suggestion: SuggestionView; onChange: (suggestion: SuggestionView) => void; onClose: () => void }) {
  const texts = useTexts(captureTexts);
  const shared = useTexts(voiceTexts);
  const say = useToast();
  const take = useAct(takeSuggestion);
  const dismiss = useAct(dismissSuggestion);
  const withdraw = useAct(withdrawVoice);
  const params = { id: suggestion.id };
  const yes = (): void => after(take.mutateAsync({ params, body: { kind: suggestion.kind, themeId: suggestion.theme?.id ?? null } }), ({ id, theme }) => {
    say({ words: texts.saved(theme?.title ?? null), undo: () => after(withdraw.mutateAsync({ params: { id } }), () => say({ words: texts.backIn }), (words) => words && say({ words })) });
    onClose();
  });
  const no = (): void => after(dismiss.mutateAsync({ params }), () => {
    say({ words: texts.dismissed });
    onClose();
  });
  return (
    <>
      <p>{texts.isIt(shared.kinds[suggestion.kind])} {suggestion.theme !== null && texts.into(suggestion.theme.title)}</p>
      <Problem of={take.error ?? dismiss.error} />
      <div className={css.acts}>
        <Button look="primary" loading={take.isPending} onClick={yes}>{texts.yes}</Button>
        <Button onClick={() => onChange(suggestion)}>{texts.change}</Button>
        <Button look="quiet" loading={dismiss.isPending} onClick={no}>{texts.no}</Button>
      </div>
    </>
  );
}
