import type { RiskReason } from '../contract.ts';
import { featuresAt, partsOf, type Parts, type Theme } from './features.ts';
import { movesOf, type Model } from './model.ts';
import type { Timeline } from './timeline.ts';

/** What each theme has to tell about a case. */
const factsOf: Readonly<Record<Theme, (parts: Parts) => { count: number; more: number }>> = {
  wait: () => ({ count: 0, more: 0 }),
  wrote: ({ waiting, rhythm }) => ({ count: waiting.length, more: rhythm.chases.length }),
  returns: ({ rhythm }) => ({ count: rhythm.replies.length, more: 0 }),
  answers: ({ answers }) => ({ count: answers.length, more: new Set(answers.map(({ who }) => who)).size }),
  effort: ({ customer }) => ({ count: customer.reduce((sum, { shape }) => sum + shape.chars, 0), more: 0 }),
  closes: ({ last }) => ({ count: Number(last.shape.thanks), more: Number(last.shape.solved) }),
  asks: ({ last, waiting }) => ({ count: Number(last.shape.asksForNews), more: Number(waiting.some(({ shape }) => shape.comesBack)) }),
  past: ({ timeline }) => ({ count: timeline.past.cases, more: timeline.past.chased }),
  matter: ({ first }) => ({ count: Number(first.shape.broken), more: Number(first.shape.asksHow) }),
};

/** Less than this (log-odds) nobody would notice. */
const worthTelling = 0.05;

/** The three themes that move the risk of a chase most away from the average wait, with what their words need. */
export const becauseOf = (model: Model, timeline: Timeline, now: number): RiskReason[] => {
  const parts = partsOf(timeline, now);
  return movesOf(model, 'chase72', featuresAt(timeline, now))
    .filter(({ by }) => Math.abs(by) >= worthTelling)
    .slice(0, 3)
    .map(({ theme, by }) => ({ theme, raises: by > 0, since: new Date(parts.silentSince).toISOString(), ...factsOf[theme](parts) }));
};
