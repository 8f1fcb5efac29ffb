import { existsSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '#base/clock.ts';
import { readConfig, type Config } from '#base/config.ts';
import { openDatabase } from '#base/db/db.ts';
import { openLog } from '#base/log.ts';
import { ourMajor } from '#base/postgres/binaries.ts';
import { StartRefused } from '#base/start-refused.ts';
import { openDatabaseServer } from '../start/database.ts';
import { exits, type Command } from './command.ts';
import { lookAtDatabase } from './doctor/database.ts';
import { inTrouble, look, type Finding } from './doctor/finding.ts';
import { lookAtMachine } from './doctor/machine.ts';

const marks: Record<Finding['state'], string> = { well: ' ok ', look: ' !  ', in_trouble: ' NO ' };

/** A look never makes a database: where none was made yet, there is nothing to see. */
const findDatabase = async (config: Config): Promise<Finding[]> => {
  if (config.databaseUrl === null && !existsSync(path.join(config.dataFolder, `pg${ourMajor}`))) {
    return [look('database', { it: 'Il database nasce al primo avvio.', en: 'The first start makes the database.' })];
  }
  const log = openLog('silent');
  const server = await openDatabaseServer(config, log);
  const database = openDatabase(server.connection, (error) => log.warn(error));
  try {
    return await lookAtDatabase(database.pool, systemClock);
  } finally {
    await database.close();
    await server.stop();
  }
};

const databaseOrWhyNot = async (config: Config): Promise<Finding[]> => {
  try {
    return await findDatabase(config);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return [inTrouble('database', error.words)];
  }
};

export const doctor: Command = {
  name: 'doctor',
  operands: '',
  summary: { it: 'guarda se a Presa manca qualcosa, e dice che cosa', en: 'looks whether Presa lacks anything, and says what' },
  options: { json: { type: 'boolean', words: { it: 'stampa JSON, un oggetto per riga', en: 'prints JSON, one object a line' } } },
  run: async ({ values, language, env, print }) => {
    const config = readConfig(env);
    const findings = [...(await lookAtMachine(config)), ...(await databaseOrWhyNot(config))];
    for (const { what, state, words, facts } of findings) {
      print(values['json'] === true ? JSON.stringify({ what, state, words: words[language], facts }) : `[${marks[state]}] ${words[language]}`);
    }
    return findings.some(({ state }) => state === 'in_trouble') ? exits.failed : exits.fine;
  },
};
