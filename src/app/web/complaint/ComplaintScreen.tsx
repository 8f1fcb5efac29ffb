import { useMemo } from 'react';
import type { ComplaintView } from '#complaints/contract.ts';
import { ComplaintScreen as Register } from '#complaints/web/ComplaintScreen.tsx';
import { HearingOnCase } from '#voices/web/capture/HearingOnCase.tsx';
import { HeardWords } from '#voices/web/capture/HeardWords.tsx';

/** A complaint of the register, in whose words what others should hear can be captured. */
export function ComplaintScreen() {
  return <Register words={wordsOf} />;
}

const wordsOf = (found: ComplaintView) => <Words found={found} />;

function Words({ found: { id, caseId, messageId, said: text } }: { found: ComplaintView }) {
  const said = useMemo(() => (messageId === null ? { kind: 'complaint' as const, id, text } : { kind: 'message' as const, id: messageId, text }), [id, messageId, text]);
  const all = useMemo(() => [said], [said]);
  return <HearingOnCase caseId={caseId} said={all}><HeardWords said={said} words={text} start={0} /></HearingOnCase>;
}
