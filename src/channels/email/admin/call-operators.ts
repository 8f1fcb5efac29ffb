import type { Work } from '#base/work.ts';
import { notify } from '#notices/index.ts';
import { administrators } from '#people/index.ts';

/** A mailbox cannot be read: those who can do something about it are called within a minute, not when a customer complains. */
export const callAboutMailbox = async (work: Work, trouble: { mailboxId: string; address: string; error: string }): Promise<void> => {
  for (const admin of await administrators(work.tx)) {
    const facts = { key: trouble.mailboxId, address: trouble.address, reason: trouble.error };
    await notify(work, { memberId: admin.id, kind: 'mailbox_in_trouble', caseId: null, facts });
  }
};
