import { createContext, use } from 'react';
import { useRead } from '#app/web/client.ts';
import { voicesOfCase } from '../../contract.ts';
import { voiceNews } from '../news.ts';
import type { Mark } from './said.ts';

export interface Hearing {
  marksIn(key: string, text: string): readonly Mark[];
  open(mark: Mark, at: HTMLElement): void;
}

export const HearingContext = createContext<Hearing | null>(null);

/** The marks of a conversation, for the words in it; null where nothing is heard. */
export const useHearing = (): Hearing | null => use(HearingContext);

/** What was captured on a case, and what the program would mark. */
export const useVoicesOfCase = (caseId: string) => useRead(voicesOfCase, { params: { id: caseId } }, { watches: voiceNews });
