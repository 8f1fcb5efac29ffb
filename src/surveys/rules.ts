export * from './rules/asking.ts';
export * from './rules/low.ts';
export * from './rules/questions.ts';
export * from './rules/scores.ts';
