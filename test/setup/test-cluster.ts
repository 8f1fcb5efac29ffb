import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount, giveTo } from '#base/postgres/account.ts';
import { embeddedBinaries, type Binaries } from '#base/postgres/binaries.ts';
import { startPostmaster, stopPostmaster, untilReady } from '#base/postgres/cluster.ts';
import { createCluster } from '#base/postgres/data-folder.ts';
import { connectionTo, type SocketConnection } from '#base/postgres/joining.ts';

/** A PostgreSQL for one run of the tests. Everything of it is gone afterwards, also when the run is killed with -9. */
export interface TestCluster {
  /** A connection to the database `postgres`. */
  readonly connection: SocketConnection;
  stop(): Promise<void>;
}

const debianFolder = '/usr/lib/postgresql';

/** The oldest PostgreSQL that Debian installed here, from 15 on: the floor that Presa promises is the one worth testing. */
export const debianBinaries = (): Binaries => {
  const majors = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number).filter((major) => major >= 15) : [];
  const major = Math.min(...majors);
  if (majors.length === 0) throw new Error(`PRESA_TEST_POSTGRES=debian needs PostgreSQL 15 or later in ${debianFolder}.`);
  const bin = join(debianFolder, String(major), 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major };
};

// Nothing here must survive a power cut, and everything must be quick.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_connections: '300' };

/** Starts a cluster of its own in a temporary folder: the embedded one, or Debian's. Throws what PostgreSQL printed. */
export const startTestCluster = async (which: 'embedded' | 'debian'): Promise<TestCluster> => {
  const binaries = which === 'debian' ? debianBinaries() : embeddedBinaries();
  const folder = await mkdtemp(join(tmpdir(), 'presa-test-'));
  const clusterFolder = join(folder, `pg${binaries.major}`);
  const account = chooseAccount(clusterFolder, [binaries.initdb, binaries.postgres]);
  giveTo(account, folder);
  await createCluster({ binaries, clusterFolder, account, noSync: true });
  const started = startPostmaster({ binaries, clusterFolder, account, settings, removeAfter: [folder], onLine: () => undefined });
  const state = await untilReady(started, clusterFolder, Date.now() + 60_000);
  if (state !== 'ready') {
    await stopPostmaster(started, clusterFolder);
    throw new Error(`The PostgreSQL for the tests is ${state}: ${started.output()}`);
  }
  return {
    connection: connectionTo({ socketFolder: started.socketFolder, port: 5432 }, 'postgres'),
    stop: () => stopPostmaster(started, clusterFolder),
  };
};
