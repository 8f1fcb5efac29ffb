/* The parts of Presa that take mail in, file it, send it and do what falls due, as src/app/start.ts runs them, without the pages. Begins when told to. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import pg from 'pg';
import { readConfig, readSecret } from '#base/config.ts';
import { openLog } from '#base/log.ts';
import { exitWithParent } from '#base/parent-watch.ts';
import { companions, type Companion } from '../../src/app/companions.ts';
import { recurring, startRecurring } from '../../src/app/recurring.ts';
import { openServices } from '../../src/app/services.ts';

exitWithParent();
process.once('SIGTERM', () => process.exit(0));
const config = readConfig(process.env);
const secret = await readSecret(config, process.env);
// Whoever waits to kill it would wait for the next turn of a sweep most of the time.
const every = Number(process.env['KILL_SWEEPS_EVERY'] ?? 0);
const quick = recurring.map((task) => (task.due === undefined ? task : { ...task, everySeconds: every }));
const asTold = (companion: Companion): Companion =>
  companion.name === 'sweeps' && every > 0 ? { ...companion, start: async (services) => startRecurring(services, quick) } : companion;
// Loads the driver's own parts as well, so that beginning is only connecting.
void new pg.Client();
// It is written at a good end otherwise, and this process never has one.
flushCompileCache();
// Keeps us alive until we are told.
process.channel?.ref();
const told = once(process, 'message');
console.log('Presa is loaded');
await told;
process.channel?.unref();
const { services } = await openServices({ config, connection: { connectionString: config.databaseUrl ?? '' }, secret, log: openLog(config.logLevel) });
for (const companion of companions.filter(({ role }) => config.roles.includes(role))) await asTold(companion).start(services);
console.log('Presa is running');
