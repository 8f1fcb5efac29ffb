import type { ComplaintView } from '../contract.ts';
import { ActionDoneDialog, AnnulDialog, EndedDialog, EscalateDialog, PayDialog, PlanDialog, ReopenDialog, WithdrawDialog } from './DeedDialogs.tsx';
import { CorrectDialog, ResponsibleDialog } from './DetailsDialogs.tsx';
import type { Doing } from './doing.ts';
import { AcknowledgeDialog, AnswerDialog, InterimDialog } from './LetterDialogs.tsx';

/** The form of what is being done. */
export function Done({ found, doing, onClose }: { found: ComplaintView; doing: Doing; onClose: () => void }) {
  const all = { found, onClose };
  switch (doing.act) {
    case 'acknowledge': return <AcknowledgeDialog {...all} />;
    case 'interim': return <InterimDialog {...all} />;
    case 'answer': return <AnswerDialog {...all} />;
    case 'pay': return <PayDialog {...all} />;
    case 'plan': return <PlanDialog {...all} />;
    case 'escalate': return <EscalateDialog {...all} />;
    case 'responsible': return <ResponsibleDialog {...all} />;
    case 'correct': return <CorrectDialog {...all} />;
    case 'annul': return <AnnulDialog {...all} />;
    case 'reopen': return <ReopenDialog {...all} />;
    case 'actionDone': return <ActionDoneDialog {...all} entryId={doing.entryId} about={doing.about} />;
    case 'ended': return <EndedDialog {...all} entryId={doing.entryId} about={doing.about} />;
    case 'withdraw': return <WithdrawDialog {...all} entryId={doing.entryId} about={doing.about} />;
    default: return doing satisfies never;
  }
}
