import { Buffer } from 'node:buffer';
import { newId } from '#base/ids.ts';
import { BadInput } from '#base/http/failures.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { StoredFile } from '#channels/intake.ts';
import { accessCase } from '../access.ts';
import type { AttachmentView } from '../contract.ts';
import { insertAttachments } from '../queries/messages.ts';
import { memberOf } from './take-charge.ts';

/** Keeps a file for the reply or note that its uploader is writing. It belongs to nobody else until it is sent. */
export const uploadAttachment = async (work: Work, caseId: string, upload: { name: string; type: string; base64: string }): Promise<AttachmentView> => {
  await accessCase(work, caseId);
  const bytes = Buffer.from(upload.base64, 'base64');
  if (bytes.length === 0) throw new BadInput('base64', { it: 'Il file è vuoto.', en: 'The file is empty.' });
  const file = {
    id: newId(work.now),
    sha256: await work.services.files.put(bytes),
    name: upload.name,
    type: upload.type,
    size: bytes.length,
    contentId: null,
    isInline: false,
  };
  await insertAttachments(work.tx, [{ ...file, caseId, messageId: null, uploadedBy: memberOf(work), at: work.now }]);
  const { sha256: _, ...view } = file;
  return view;
};

const uploads = (work: Work, caseId: string, ids: readonly string[]) =>
  work.tx
    .selectFrom('attachments')
    .where('id', 'in', [...ids])
    .where('case_id', '=', caseId)
    .where('message_id', 'is', null)
    .where('note_id', 'is', null)
    .where('uploaded_by', '=', memberOf(work));

/** The writer's own uploads on this case, or a refusal where one of them is not theirs or was used. */
export const uploadsOf = async (work: Work, caseId: string, ids: readonly string[]): Promise<StoredFile[] | Refusal> => {
  if (ids.length === 0) return [];
  const rows = await uploads(work, caseId, ids).selectAll().execute();
  if (rows.length < new Set(ids).size) return refuse('attachment.not_yours');
  return rows.map((row) => ({ sha256: row.sha256, name: row.name, type: row.type, size: row.size, contentId: row.content_id, isInline: row.is_inline }));
};

export const attachToMessage = async (work: Work, caseId: string, messageId: string, ids: readonly string[]): Promise<StoredFile[]> =>
  attach(work, caseId, ids, { message_id: messageId });

export const attachToNote = async (work: Work, caseId: string, noteId: string, ids: readonly string[]): Promise<StoredFile[]> =>
  attach(work, caseId, ids, { note_id: noteId });

const attach = async (work: Work, caseId: string, ids: readonly string[], to: { message_id: string } | { note_id: string }): Promise<StoredFile[]> => {
  if (ids.length === 0) return [];
  const files = await uploadsOf(work, caseId, ids);
  if (!Array.isArray(files)) throw new Error('An attachment of the reply was used by another.');
  await work.tx.updateTable('attachments').set(to).where('id', 'in', [...ids]).where('case_id', '=', caseId).execute();
  return files;
};
