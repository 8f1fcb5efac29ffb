import css from './CasePane.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { acceptSuggestion, dismissSuggestion, takeCharge, undoMerge, undoSplit } from '#cases/contract.ts';
import { isOpen } from '#cases/rules.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import { Banner } from '#cases/web/Banner.tsx';
import { HandoverBanner } from '#cases/web/Handover.tsx';
import { IncidentBanners } from '#incidents/web/IncidentBanner.tsx';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayDistance, sayWhen } from '#ui/say-when.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import type { OpenedCase } from '../contract.ts';
import { useGoOnDesk } from './address.ts';
import { caseTexts } from './texts/case.ts';

/** Nobody has it: by when somebody must, and the one act that does it. */
function Claim({ opened: { case: found } }: { opened: OpenedCase }) {
  const texts = useTexts(caseTexts);
  const { language } = useLanguage();
  const now = useNow();
  const say = useToast();
  const take = useAct(takeCharge);
  const run = () => after(take.mutateAsync({ params: { id: found.id } }), () => say({ words: texts.taken }));
  useShortcuts([{ keys: 't', does: texts.take, run }]);
  const due = found.claimDueAt === null ? null : new Date(found.claimDueAt);
  const late = due !== null && due <= now;
  const clock = due === null ? '' : late ? texts.claimLate(sayDistance(due, now, { language })) : texts.claim(sayWhen(due, now, { language }));
  return (
    <Banner tone={late ? 'boil' : 'warm'} error={take.error} acts={<Button look="primary" keys="t" loading={take.isPending} onClick={run}>{texts.take}</Button>}>
      <b>{texts.nobody}.</b> {clock}
    </Banner>
  );
}

function Suggestion({ suggestion, onGo }: { suggestion: OpenedCase['suggestions'][number]; onGo: (id: string) => void }) {
  const texts = useTexts(actTexts);
  const say = useToast();
  const accept = useAct(acceptSuggestion);
  const dismiss = useAct(dismissSuggestion);
  const undo = useAct(undoMerge);
  const params = { id: suggestion.id };
  const join = () => after(accept.mutateAsync({ params }), ({ mergeId, intoId }) => {
    say({ words: texts.suggestion.joined, undo: () => after(undo.mutateAsync({ params: { id: mergeId } }), () => say({ words: texts.undone }), (words) => words && say({ words })) });
    onGo(intoId);
  });
  const acts = (
    <>
      <Button loading={dismiss.isPending} onClick={() => dismiss.mutate({ params })}>{texts.suggestion.no}</Button>
      <Button look="primary" loading={accept.isPending} onClick={join}>{texts.suggestion.join}</Button>
    </>
  );
  const why = suggestion.reasons.map((reason) => texts.suggestion.because[reason] ?? reason).join(', ');
  return <Banner error={accept.error ?? dismiss.error} acts={acts}><b>{texts.suggestion.title}:</b> C-{suggestion.other.number} · {suggestion.other.subject} <span className="muted">({why})</span></Banner>;
}

function Undoable({ step }: { step: OpenedCase['undoable'][number] }) {
  const texts = useTexts(actTexts).undoable;
  const merge = useAct(undoMerge);
  const split = useAct(undoSplit);
  const undo = step.kind === 'merge' ? merge : split;
  return (
    <Banner error={undo.error} acts={<Button loading={undo.isPending} onClick={() => undo.mutate({ params: { id: step.id } })}>{texts.undo}</Button>}>
      {texts[step.kind](step.other.number, step.by)} · <When at={step.at} />
    </Banner>
  );
}

/** What stands between the reader and the case: things that want a word before, or instead of, a reply. */
export function Banners({ opened, me, isLead }: { opened: OpenedCase; me: string | undefined; isLead: boolean }) {
  const texts = useTexts(caseTexts);
  const go = useGoOnDesk();
  const { case: found, handover, suggestions, undoable } = opened;
  const goTo = (caseId: string) => go({ caseId });
  const merged = found.mergedInto;
  const shown = [
    ...(merged === null ? [] : [<Banner key="merged" tone="warm" acts={<Button look="primary" onClick={() => goTo(merged.id)}>{texts.goThere(merged.number)}</Button>}>{texts.mergedInto(merged.number)}</Banner>]),
    ...(found.owner === null && isOpen(found.status) && merged === null ? [<Claim key="claim" opened={opened} />] : []),
    ...(handover === null ? [] : [<HandoverBanner key={handover.id} handover={handover} me={me} mayWithdraw={isLead} />]),
    ...suggestions.map((one) => <Suggestion key={one.id} suggestion={one} onGo={goTo} />),
    <IncidentBanners key="incidents" caseId={found.id} />,
    ...undoable.slice(0, 2).map((one) => <Undoable key={one.id} step={one} />),
  ];
  return <div className={css.banners}>{shown}</div>;
}
