export * from './contract/counts.ts';
export * from './contract/events.ts';
export * from './contract/insights.ts';
export * from './contract/kinds.ts';
export * from './contract/loop.ts';
export * from './contract/themes.ts';
export * from './contract/topics.ts';
