import { useState } from 'react';
import css from './Capture.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { captureOnCase, takeSuggestion, withdrawVoice, type InsightKind } from '../../contract.ts';
import { longestVoice } from '../../rules.ts';
import { captureTexts } from '../capture-texts.ts';
import { kindOfKey, Kinds } from '../Kinds.tsx';
import { likeliest, sentencesIn, type Span } from '../marking.ts';
import { useAskNearest, useNearest } from '../reading.ts';
import { voiceTexts } from '../texts.ts';
import { surely, themeBody, ThemeChoice, type Chosen } from '../ThemeChoice.tsx';
import type { Capturing } from './said.ts';

/** What nothing says anything about is most often this, and one key changes it. */
const usualKind: InsightKind = 'suggestion';

const placeOf = ({ kind, id }: Capturing['said']) => (kind === 'message' ? { messageId: id } : kind === 'note' ? { noteId: id } : { complaintId: id });

const isIn = (one: Span, span: Span): boolean => one.from >= span.from && one.to <= span.to;

/** Sentences to choose from: pressing another beside what is chosen widens it, pressing what is chosen begins anew with it. */
function Sentences({ text, sentences, span, onChange }: { text: string; sentences: readonly Span[]; span: Span; onChange: (span: Span) => void }) {
  const texts = useTexts(captureTexts);
  const press = (at: number): void => {
    const one = sentences[at];
    if (one === undefined) return;
    const beside = [sentences[at - 1], sentences[at + 1]].some((other) => other !== undefined && isIn(other, span));
    const widened = { from: Math.min(one.from, span.from), to: Math.max(one.to, span.to) };
    onChange(!isIn(one, span) && beside && widened.to - widened.from <= longestVoice ? widened : one);
  };
  return (
    <fieldset className={css.sentences}>
      <legend>{texts.sentences}</legend>
      <p className="small muted">{texts.sentencesAbout}</p>
      {sentences.map((one, at) => <button key={one.from} type="button" className={css.sentence} aria-pressed={isIn(one, span)} onClick={() => press(at)}>{text.slice(one.from, one.to)}</button>)}
    </fieldset>
  );
}

/** Saves, says so, and lets it be taken back. Goes on although the dialog is gone by then. */
const useSaving = (caseId: string, { said, suggestion }: Capturing) => {
  const texts = useTexts(captureTexts);
  const say = useToast();
  const ask = useAskNearest();
  const capture = useAct(captureOnCase);
  const take = useAct(takeSuggestion);
  const withdraw = useAct(withdrawVoice);
  const save = async ({ span, words, kind, chosen, remark }: { span: Span; words: string; kind: InsightKind | null; chosen: Chosen | null; remark: string }) => {
    // Whoever is quicker than the answer means what it would have said.
    const nearest = kind === null || chosen === null ? await ask(words) : undefined;
    const first = nearest?.themes.find(({ score }) => score >= surely);
    const body = {
      kind: kind ?? nearest?.kind ?? usualKind,
      ...(chosen === null ? (first === undefined ? {} : { themeId: first.id }) : themeBody(chosen)),
    };
    const { id, theme } = suggestion === undefined
      ? await capture.mutateAsync({ params: { id: caseId }, body: { ...body, ...span, ...placeOf(said), ...(remark.trim() !== '' && { remark }) } })
      : await take.mutateAsync({ params: { id: suggestion.id }, body });
    say({ words: texts.saved(theme?.title ?? null), undo: () => after(withdraw.mutateAsync({ params: { id } }), () => say({ words: texts.backIn }), (words_) => words_ && say({ words: words_ })) });
  };
  return { save, isPending: capture.isPending || take.isPending, error: capture.error ?? take.error };
};

/** Captures what a customer said: their words, what they are, into which theme. The likely answers are chosen already: Enter saves. */
export function CaptureDialog({ caseId, capturing, onClose }: { caseId: string; capturing: Capturing; onClose: () => void }) {
  const texts = useTexts(captureTexts);
  const shared = useTexts(voiceTexts);
  const { said, suggested, suggestion } = capturing;
  const [sentences] = useState(() => (capturing.span === null ? sentencesIn(said.text, longestVoice) : []));
  const [span, setSpan] = useState<Span>(() => capturing.span ?? sentences[likeliest(sentences, suggested)] ?? { from: 0, to: Math.min(said.text.length, longestVoice) });
  const words = said.text.slice(span.from, span.to).trim();
  const { nearest } = useNearest(words);
  const [chosenKind, setKind] = useState<InsightKind | null>(suggestion?.kind ?? null);
  const kind = chosenKind ?? (nearest === undefined ? null : (nearest.kind ?? usualKind));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [remark, setRemark] = useState<string | null>(null);
  const saving = useSaving(caseId, capturing);
  const onKey = (key: string): boolean => {
    const meant = kindOfKey(key);
    if (meant !== undefined) setKind(meant);
    const at = sentences.findIndex((one) => isIn(one, span)) + ({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? Number.NaN);
    const beside = sentences[at];
    if (beside !== undefined) setSpan(beside);
    return meant !== undefined || beside !== undefined;
  };
  const send = (): void => after(saving.save({ span, words, kind, chosen, remark: remark ?? '' }), onClose);
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.save} onSend={send} ready={words !== ''} pending={saving.isPending} error={saving.error}>
      {sentences.length > 1 ? <Sentences text={said.text} sentences={sentences} span={span} onChange={setSpan} /> : <blockquote className={css.words} aria-label={texts.words}>{words}</blockquote>}
      <ThemeChoice label={shared.search.label} words={words} {...(suggestion && { proposed: suggestion.theme })} value={chosen} onChange={setChosen} onKey={onKey} />
      <Kinds value={kind} onChange={setKind} />
      {suggestion === undefined && (remark === null
        ? <div><Button look="quiet" onClick={() => setRemark('')}>{shared.addRemark}</Button></div>
        : <Textarea ref={focusWhenShown} label={shared.remark} description={shared.remarkAbout} value={remark} maxLength={1_000} optional onChange={(event) => setRemark(event.target.value)} />)}
    </FormDialog>
  );
}
