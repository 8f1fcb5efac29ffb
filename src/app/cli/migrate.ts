import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/db/db.ts';
import { migrate } from '#base/db/migrate.ts';
import { migrateJobs } from '#base/jobs.ts';
import { openLog } from '#base/log.ts';
import { openDatabaseServer } from '../start/database.ts';
import { exits, type Command } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  operands: '',
  summary: { it: 'porta il database a questa versione, senza avviare Presa', en: 'brings the database to this version without starting Presa' },
  options: { json: { type: 'boolean', words: { it: 'stampa JSON', en: 'prints JSON' } } },
  run: async ({ values, language, env, print }) => {
    const config = readConfig(env);
    const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
    const server = await openDatabaseServer(config, log);
    const database = openDatabase(server.connection, (error) => log.warn({ err: error }, 'A database connection was lost.'));
    try {
      const applied = await migrate(database.pool);
      await migrateJobs(database.pool);
      if (values['json'] === true) print(JSON.stringify({ applied }));
      else if (applied.length === 0) print(language === 'it' ? 'Il database è già a questa versione.' : 'The database is at this version already.');
      else print(applied.join('\n'));
      return exits.fine;
    } finally {
      await database.close();
      await server.stop();
    }
  },
};
