import type { Job } from '#base/job-queue.ts';
import { heatJobs } from '#heat/index.ts';
import { lookAtCase, lookForCases } from '#incidents/index.ts';
import { findForgetful } from '#people/index.ts';
import { indexWords } from '#search/index.ts';
import { findVoices } from '#voices/index.ts';

/** All work that is done after the transaction that asks for it. A job that is missing here is never run. */
export const jobs: readonly Job[] = [indexWords as Job, findVoices as Job, findForgetful as Job, lookAtCase as Job, lookForCases as Job, ...(heatJobs as Job[])];
