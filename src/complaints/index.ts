/** The front door of complaints for other domains. */
export { forgetLetter, noteLetter } from './actions/leaving.ts';
export { bringStandardTerms } from './actions/terms.ts';
export { complaintsDue, followComplaints, watchComplaints } from './actions/watch.ts';
export { complaintEvents } from './contract.ts';
export { complaintFigures } from './figures.ts';
