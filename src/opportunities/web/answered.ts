import type { InputOf } from '#base/contract.ts';
import type { concludeOnPage, takeOnOpportunityPage } from '../contract/page.ts';
import { outcome as outcomes, type OpportunityKind, type Outcome } from '../contract/parts.ts';

type Taking = InputOf<typeof takeOnOpportunityPage>['body'];
type Concluding = InputOf<typeof concludeOnPage>['body'];

/** How what is said is sent: through a link, or from a department's board. */
export interface Sends {
  take: (body: Taking) => Promise<void>;
  letGo: () => Promise<void>;
  conclude: (body: Concluding) => Promise<void>;
}

interface Answered {
  kind: OpportunityKind;
  valueCents: number | null;
  state: 'leaving' | 'taken_back' | 'waiting' | 'read' | 'taken' | Outcome;
  takenBy: string | null;
  seenBy: string;
  wonCents: number | null;
}

export interface AnsweringProps {
  view: Answered;
  sends: Sends;
  /** The link went to the whole department: whoever acts says their name. */
  asksName: boolean;
  isMine: boolean;
}

/** Whether something has come of it already. */
export const isOutcome = (state: Answered['state']): state is Outcome => outcomes.options.some((one) => one === state);
