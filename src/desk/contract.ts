export * from './contract/history.ts';
export * from './contract/lists.ts';
export * from './contract/opened-case.ts';
