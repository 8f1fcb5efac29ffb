export * from './rules/place.ts';
export * from './rules/reading.ts';
export * from './rules/said.ts';
export * from './rules/table.ts';
export * from './rules/signed.ts';
