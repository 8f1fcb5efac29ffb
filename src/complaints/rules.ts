export * from './rules/content.ts';
export * from './rules/days.ts';
export * from './rules/state.ts';
export * from './rules/terms.ts';
