import { bench } from './bench.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { dev } from './dev.ts';
import { doctor } from './doctor.ts';
import { heatEvaluate } from './heat-evaluate.ts';
import { mailDeliver } from './mail-deliver.ts';
import { mailInspect } from './mail-inspect.ts';
import { migrateCommand } from './migrate.ts';
import { promisesFind } from './promises-find.ts';
import { start } from './start.ts';
import { userAdd } from './user-add.ts';
import { userLink } from './user-link.ts';
import { voicesClassify } from './voices-classify.ts';
import { voicesEvaluate } from './voices-evaluate.ts';
import { voicesFind } from './voices-find.ts';
import { voicesGroup } from './voices-group.ts';
import { voicesTrain } from './voices-train.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  start, demo, dev, migrateCommand, userAdd, userLink, mailInspect, mailDeliver, promisesFind, heatEvaluate,
  voicesClassify, voicesEvaluate, voicesTrain, voicesGroup, voicesFind, doctor, bench,
];
