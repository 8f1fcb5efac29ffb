import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { notify } from '#notices/index.ts';
import { membersByIds } from '#people/index.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { clearDraft } from '../queries/replies.ts';
import { attachToNote, uploadsOf } from './attachments.ts';
import { memberOf } from './take-charge.ts';

interface NoteInput {
  readonly text: string;
  readonly mentions: readonly string[];
  readonly attachmentIds: readonly string[];
}

const longestExcerpt = 200;

/** Writes a note. It is a row in a table of its own: no road leads from here to anything that leaves the house. */
export const writeNote = async (work: Work, caseId: string, input: NoteInput): Promise<{ id: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  const uploads = await uploadsOf(work, caseId, input.attachmentIds);
  if (isRefusal(uploads)) return uploads;
  const noteId = newId(work.now);
  const known = await membersByIds(work.tx, [...new Set(input.mentions)]);
  const called = [...known.values()].filter((member) => member.leftAt === null);
  const mentions = called.map((member) => member.id);
  await work.tx.insertInto('notes').values({ id: noteId, case_id: caseId, author_id: memberOf(work), text: input.text, mentions, at: work.now }).execute();
  await attachToNote(work, caseId, noteId, input.attachmentIds);
  await clearDraft(work.tx, caseId, memberOf(work), 'note');
  for (const memberId of mentions.filter((id) => id !== memberOf(work))) {
    const facts = { key: noteId, caseNumber: found.number, person: work.actor.name, what: input.text.slice(0, longestExcerpt) };
    await notify(work, { memberId, kind: 'mentioned', caseId, facts });
  }
  work.emit(caseEvents['case.note_written'](caseId, { noteId, mentions }));
  return { id: noteId };
};
