/**
 * Take or leave, as a service manager would explain it. What a customer says and others should hear becomes a voice: their own words,
 * where they stand, who said them. Voices that say the same are a theme. A theme has somebody who decides and a day on which they
 * have; past the day it climbs, to the head and to the management, and stands in the digest until it is decided. Taking says who does
 * it and by when; leaving says why. A theme that was left may be taken later; no decision erases the one before.
 */
export * from './rules/brought.ts';
export * from './rules/deciding.ts';
export * from './rules/loop.ts';
export * from './rules/words.ts';
export * from './rules/groups.ts';
