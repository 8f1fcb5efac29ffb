export * from './contract/counts.ts';
export * from './contract/events.ts';
export * from './contract/page.ts';
export * from './contract/parts.ts';
export * from './contract/routes.ts';
