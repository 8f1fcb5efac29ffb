export * from './rules/promise.ts';
export * from './rules/near.ts';
export * from './rules/update.ts';
export { courtesyOf, type Courtesy } from './rules/courtesy.ts';
export * from './rules/send-itself.ts';
export { readDates } from './rules/dates.ts';
export { findVague, type VagueCode } from './rules/vague.ts';
export { findPromises } from './rules/finding.ts';
export { reportOn, type KeepingReport } from './rules/keeping.ts';
