export * from './contract/counts.ts';
export * from './contract/entries.ts';
export * from './contract/events.ts';
export * from './contract/routes.ts';
export * from './contract/terms.ts';
export * from './contract/views.ts';
