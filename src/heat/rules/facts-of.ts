import type { Instant } from '#base/clock.ts';
import type { Channel } from '#channels/contract.ts';
import type { HeatFacts } from './facts.ts';
import { threatsIn } from './threats.ts';
import { toneOf } from './tone.ts';

/** The customer's words since they began to wait, with what they mean for the heat. */
export interface Spoken {
  readonly at: Instant;
  readonly channel: Channel;
  readonly isChase: boolean;
  readonly text: string;
  /** One to five, where the place gives stars. */
  readonly stars?: number | null;
  /** A post that can no longer be read there. */
  readonly isGone?: boolean;
}

/** Who gives so many is content, whatever they ask besides; who gives so few complains, however politely. */
const content = 4;
const discontent = 2;

/** A tone is that of the latest words: who has calmed down since is calm. */
const lastMessages = 2;
const loudness = { calm: 0, irritated: 1, angry: 2 } as const;
const isPublic = (channel: Channel): boolean => channel === 'review' || channel === 'social';

/** Praise warms nobody up, and what was taken off the place is no longer read there. */
const inPublic = ({ at, channel, stars = null, isGone = false }: Spoken, sounds: boolean): HeatFacts['inPublic'] => {
  if (isGone || (stars !== null && stars >= content && !sounds)) return [];
  return [{ at, channel, complains: sounds || (stars !== null && stars <= discontent), stars }];
};

/** What the messages of a wait, oldest first, say about heat. */
export const heard = (spoken: readonly Spoken[]): Pick<HeatFacts, 'chases' | 'firstChannel' | 'inPublic' | 'tone' | 'threats'> => {
  const tones = spoken.map((one) => ({ ...toneOf(one.text), at: one.at }));
  const worst = tones.slice(-lastMessages).toSorted((one, other) => loudness[other.band] - loudness[one.band] || other.at.getTime() - one.at.getTime())[0];
  return {
    chases: spoken.filter(({ isChase }) => isChase).map(({ at, channel }) => ({ at, channel })),
    firstChannel: spoken[0]?.channel ?? null,
    inPublic: spoken.flatMap((one, place) => (isPublic(one.channel) ? inPublic(one, one.isChase || tones[place]?.band !== 'calm') : [])),
    tone: worst === undefined || worst.band === 'calm' ? null : { band: worst.band, phrases: worst.phrases, at: worst.at },
    threats: spoken.flatMap(({ text, at }) => threatsIn(text).map((threat) => ({ ...threat, at }))),
  };
};
