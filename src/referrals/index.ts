/** The front door of referrals for other domains. */
export { prepareCheckBack, showReferral, withdrawUntold } from './actions.ts';
