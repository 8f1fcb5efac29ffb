import { LevelDialog, NextUpdateDialog, ResolveDialog, ThirdPartyDialog } from '#cases/web/ByHand.tsx';
import { HandoverDialog } from '#cases/web/HandoverDialog.tsx';
import { RegisterDialog } from '#complaints/web/RegisterDialog.tsx';
import { OpenIncident } from '#incidents/web/IncidentForm.tsx';
import { HandOverDialog } from '#opportunities/web/HandOverDialog.tsx';
import { ReferDialog } from '#referrals/web/ReferDialog.tsx';
import { SplitDialog } from '#cases/web/SplitDialog.tsx';
import type { OpenedCase } from '../contract.ts';
import { useGoOnDesk } from './address.ts';
import { AskDepartment } from './AskDepartment.tsx';
import type { Asking } from './asking.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { PublicAnswerDialog } from './PublicAnswerDialog.tsx';
import { useTimeZone } from './time-zone.ts';

/** Where the customer last wrote for everybody to read. */
const lastPostOf = ({ messages }: OpenedCase): string => messages.findLast(({ direction, foundAt }) => direction === 'in' && foundAt !== null)?.foundAt?.url ?? '';

/** The form of what is being asked. */
export function Asked({ asking, opened, onClose, onHolding }: { asking: Asking; opened: OpenedCase; onClose: () => void; onHolding: (text: string) => void }) {
  const go = useGoOnDesk();
  const timeZone = useTimeZone();
  const found = opened.case;
  switch (asking) {
    case 'department': return <AskDepartment opened={opened} onClose={onClose} onHolding={onHolding} />;
    case 'handover': return <HandoverDialog found={found} onClose={onClose} />;
    case 'level': return <LevelDialog found={found} onClose={onClose} />;
    case 'thirdParty': return <ThirdPartyDialog found={found} onClose={onClose} />;
    case 'refer': return <ReferDialog found={found} seenEventId={opened.seenEventId} timeZone={timeZone} messages={opened.messages} onClose={onClose} />;
    case 'incident': return <OpenIncident caseId={found.id} beganAt={found.openedAt} onClose={onClose} />;
    case 'complaint': return <RegisterDialog found={found} messages={opened.messages} onClose={onClose} />;
    case 'nextUpdate': return <NextUpdateDialog found={found} onClose={onClose} />;
    case 'resolve': return <ResolveDialog found={found} onClose={onClose} />;
    case 'merge': return <MergeDialog opened={opened} onClose={onClose} onDone={(caseId) => go({ caseId })} />;
    case 'split': return <SplitDialog found={found} messages={opened.messages} onClose={onClose} onDone={(caseId) => go({ caseId })} />;
    case 'opportunity': return <HandOverDialog found={found} messages={opened.messages} onClose={onClose} />;
    case 'publicAnswer': return <PublicAnswerDialog caseId={found.id} url={lastPostOf(opened)} onClose={onClose} />;
    default: return asking satisfies never;
  }
}
