import { answer, type Answer } from './faked-web.ts';
import { countComplaints } from '#complaints/contract.ts';
import { countDesk, type DeskCounts } from '#desk/contract.ts';
import { countOpportunities } from '#opportunities/contract/counts.ts';
import { countThemes } from '#voices/contract.ts';

const none = { count: 0, more: false };
const busyDesk: DeskCounts = {
  mine: { count: 23, more: false }, standingIn: none, queue: none, queueLate: none, boiling: { count: 4, more: false }, requestsOpen: { count: 11, more: false },
  requestsLate: { count: 2, more: false }, promisesToday: { count: 2, more: false }, notices: none, handovers: none,
};

/** What the rail of the shell counts on every screen. A slice that gives it a new figure adds its answer here, and every screen's test has it. */
export const railCounts = (): Answer[] => [
  answer(countDesk, () => busyDesk),
  answer(countThemes, () => ({ undecided: 12, overdue: 7, mine: 0, mineOverdue: 0, taken: 9, left: 21, shipped: 4, toTell: 3, proposed: 0, loose: 4, looseOverdue: 1, oldestDueAt: '2026-11-07T17:00:00.000Z' })),
  answer(countComplaints, () => ({ open: 3, overdue: 0 })),
  answer(countOpportunities, () => ({ waiting: 5, late: 0 })),
];
