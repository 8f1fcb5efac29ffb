import { z } from 'zod';
import { defineJob } from '#base/job-queue.ts';
import { newId } from '#base/ids.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { insertSuggestions, messageToRead } from './queries/suggestions.ts';
import { themesForFinding } from './queries/themes.ts';
import { worthHearing } from './understanding.ts';
import { nearest } from './understanding/nearest.ts';

/** Looks what in a message others should hear, and suggests it to whoever reads the case. Nothing is captured by itself. */
export const findVoices = defineJob({
  name: 'find-voices',
  payload: z.object({ messageId: z.uuid() }),
  attempts: 5,
  run: (services, { messageId }) =>
    inWork(services, system, async (work) => {
      const message = await messageToRead(work.tx, messageId);
      if (message === undefined) return;
      const spans = worthHearing(message.text, message.language);
      if (spans.length === 0) return;
      const themes = (await themesForFinding(work.tx)).map(({ id, title, examples }) => ({ id, texts: [title, ...examples] }));
      const found = spans.map((span) => ({ ...span, id: newId(work.now), themeId: nearest(message.text.slice(span.from, span.to), themes)[0]?.id ?? null }));
      if ((await insertSuggestions(work.tx, { caseId: message.caseId, messageId, spans: found, now: work.now })) > 0) work.tell('case', message.caseId);
    }),
});

/** A customer wrote: what they say is looked at after their mail is filed. Hears `case.opened` and `case.contact_received`. */
export const lookForVoices = async (work: Work, { data }: { readonly data: { readonly messageId: string | null } }): Promise<void> => {
  if (data.messageId !== null) work.enqueue(findVoices, { messageId: data.messageId }, `voices ${data.messageId}`);
};
