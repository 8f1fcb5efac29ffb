import { z } from 'zod';
import { defineJob } from '#base/job-queue.ts';
import { id } from '#base/shapes.ts';
import { inWork, system } from '#base/work.ts';
import { refreshHeat } from './actions/refresh.ts';

/** Reads the heat of a case anew, right after whatever happened to it: taking mail in must not wait for it. */
export const refreshHeatJob = defineJob({
  name: 'heat.refresh',
  payload: z.object({ caseId: id }),
  attempts: 10,
  run: (services, { caseId }) => inWork(services, system, (work) => refreshHeat(work, caseId)),
});

/** All jobs of heat. */
export const heatJobs = [refreshHeatJob];
