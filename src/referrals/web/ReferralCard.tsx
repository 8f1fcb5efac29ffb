import { useState } from 'react';
import { useAct, useRead } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Card } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { referralsOfCase, settleReferral, type ReferralView } from '../contract.ts';
import { referralTexts } from './texts.ts';

const tones = { on_its_way: 'plain', told: 'internal', check_due: 'warm', worked: 'take', did_not_work: 'boil', withdrawn: 'plain' } as const;

/** To whom the customer was sent, and what came of it. Nothing is shown where they were sent nowhere. */
export function ReferralCard({ caseId }: { caseId: string }) {
  const texts = useTexts(referralTexts);
  const { data } = useRead(referralsOfCase, { params: { id: caseId } });
  const [settling, setSettling] = useState<{ referral: ReferralView; worked: boolean } | null>(null);
  const shown = (data?.items ?? []).filter(({ state }) => state !== 'withdrawn');
  if (shown.length === 0) return null;
  return (
    <Card title={texts.card}>
      {shown.map((referral) => (
        <div key={referral.id}>
          <p><b>{referral.to.name}</b> <Pill tone={tones[referral.state]}>{texts.states[referral.state]}</Pill></p>
          <p className="small muted">{referral.outcome ?? <>{texts.check} <When at={referral.checkOn} /></>}{referral.files > 0 && ` · ${texts.filesIn(referral.files)}`}</p>
          {(referral.state === 'told' || referral.state === 'check_due') && (
            <p>
              <Button onClick={() => setSettling({ referral, worked: true })}>{texts.worked}</Button> <Button onClick={() => setSettling({ referral, worked: false })}>{texts.didNotWork}</Button>
            </p>
          )}
        </div>
      ))}
      {settling && <SettleDialog {...settling} onClose={() => setSettling(null)} />}
    </Card>
  );
}

function SettleDialog({ referral, worked, onClose }: { referral: ReferralView; worked: boolean; onClose: () => void }) {
  const texts = useTexts(referralTexts);
  const say = useToast();
  const [outcome, setOutcome] = useState('');
  const settle = useAct(settleReferral);
  const send = () => settle.mutate({ params: { id: referral.id }, body: { worked, outcome } }, {
    onSuccess: () => {
      say({ words: worked ? texts.settledWorked : texts.settledNot });
      onClose();
    },
  });
  return (
    <FormDialog title={`${referral.to.name}: ${worked ? texts.worked : texts.didNotWork}`} onClose={onClose} send={worked ? texts.settleWorked : texts.settleNot} onSend={send} ready={outcome.trim() !== ''} pending={settle.isPending} error={settle.error}>
      <Textarea label={texts.outcome} value={outcome} maxLength={500} onChange={(event) => setOutcome(event.target.value)} />
    </FormDialog>
  );
}
