import type { Reader } from '#base/db/db.ts';

/** What became of a message that was filed: its case, and how often the customer has asked again there since somebody last answered. */
export const filedMessage = (reader: Reader, messageId: string) =>
  reader
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case_id')
    .where('messages.id', '=', messageId)
    .select(['cases.id as caseId', 'cases.number', 'cases.chases', 'messages.is_chase as isChase'])
    .executeTakeFirstOrThrow();
