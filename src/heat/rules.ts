export * from './rules/facts.ts';
export * from './rules/facts-of.ts';
export * from './rules/forecast.ts';
export * from './rules/saves.ts';
export * from './rules/threats.ts';
export * from './rules/tone.ts';
