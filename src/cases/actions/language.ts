import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { updateCase } from '../queries/case.ts';

/** The customer chose the language in which they read us: our letters about this case, and its page, are in it from now on. */
export const speakIn = async (work: Work, caseId: string, language: Language): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (found.language === language) return;
  await updateCase(work.tx, caseId, work.now, { language });
  work.tell('case', caseId);
};
