export * from './contract/agreements.ts';
export * from './contract/answering.ts';
export * from './contract/events.ts';
export * from './contract/held.ts';
export * from './contract/plans.ts';
export * from './contract/routes.ts';
export * from './contract/templates.ts';
export * from './contract/views.ts';
