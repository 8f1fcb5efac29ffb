import { newId } from '#base/ids.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { caseEvents } from '../contract.ts';
import { bringBack, insertPrepared, layAside } from '../queries/replies.ts';
import { isOpen } from '../rules.ts';
import { moveTo } from './status.ts';

/** A department was asked, or the last of them answered: the case shows whom it waits for. The owner is not touched. */
export const showDepartmentWait = async (work: Work, caseId: string, waits: boolean): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (!isOpen(found.status)) return;
  if (waits || found.status === 'waiting_department') await moveTo(work, found, waits ? 'waiting_department' : 'open', 'department');
};

interface Prepared {
  readonly caseId: string;
  readonly reason: 'answer' | 'update' | 'check_back';
  readonly requestId: string | null;
  readonly text: string;
}

/** Lays a reply ready that a person reads before it goes. */
export const layReplyReady = async (work: Work, prepared: Prepared): Promise<string> => {
  const id = newId(work.now);
  await insertPrepared(work.tx, { ...prepared, id, now: work.now });
  work.emit(caseEvents['case.prepared_reply_written'](prepared.caseId, { preparedId: id, reason: prepared.reason }));
  return id;
};

/** An answer turned out not to be one: what was drafted from it for the customer is laid aside. Returns which, to bring them back. */
export const layAsidePrepared = async (work: Work, requestId: string): Promise<string[]> => layAside(work.tx, requestId, work.now);

/** Drafts that were laid aside by mistake wait again. */
export const bringBackPrepared = async (work: Work, ids: readonly string[]): Promise<void> => bringBack(work.tx, ids);
