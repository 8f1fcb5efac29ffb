import { z } from 'zod';
import { defineJob } from '#base/job-queue.ts';
import { inWork, system } from '#base/work.ts';
import { memberEvents } from './contract.ts';
import { memberByEmail } from './queries/members.ts';

/**
 * Whether an address is a member's is looked up here, after the answer has left: who asks for strangers' addresses gets the same
 * answer in the same time, because what they wait for is the same work.
 */
export const findForgetful = defineJob({
  name: 'find who forgot a password',
  payload: z.object({ email: z.string() }),
  attempts: 5,
  run: (services, { email }) =>
    inWork(services, system, async (work) => {
      const member = await memberByEmail(work.tx, email);
      if (member === null || member.leftAt !== null) return;
      work.emit(memberEvents['member.password_forgotten'](null, { memberId: member.id }));
    }),
});
