export * from './queries/deliveries.ts';
export * from './queries/entrances.ts';
export * from './queries/lines.ts';
export * from './queries/talks.ts';
