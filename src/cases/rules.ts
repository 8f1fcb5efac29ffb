export * from './rules/contact.ts';
export * from './rules/named.ts';
export * from './rules/next-update.ts';
export * from './rules/one-owner.ts';
export * from './rules/reply.ts';
export * from './rules/standing.ts';
export * from './rules/state.ts';
