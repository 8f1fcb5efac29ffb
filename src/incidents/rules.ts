export * from './rules/reach.ts';
export * from './rules/resemblance.ts';
export * from './rules/state.ts';
