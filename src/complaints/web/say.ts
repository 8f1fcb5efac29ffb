import type { Tone } from '#ui/Pill.tsx';
import type { ComplaintRow } from '../contract.ts';

/** The colour of a state: past its term burns, answered is taken. */
export const toneOf = ({ state, isOverdue }: Pick<ComplaintRow, 'state' | 'isOverdue'>): Tone =>
  isOverdue ? 'boil' : ({ registered: 'warm', acknowledged: 'internal', interim: 'internal', answered: 'take', closed: 'plain', annulled: 'plain' } as const)[state];

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The reader's own day, as `<input type="date">` holds it. */
export const dayOf = (now: Date): string => new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
