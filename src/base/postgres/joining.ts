import pg from 'pg';
import { databaseUser } from './data-folder.ts';
import { isAlive, type Running } from './postmaster-file.ts';

/** How to reach the database, in the form that `pg.Pool` takes. */
export interface SocketConnection {
  /** The folder of the unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly ssl: false;
}

export const connectionTo = ({ socketFolder, port }: Pick<Running, 'socketFolder' | 'port'>, database = databaseUser): SocketConnection => ({
  host: socketFolder, port, user: databaseUser, database, ssl: false,
});

/** Runs `use` on a connection of its own. */
export const withClient = async <Result>(connection: SocketConnection, use: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  // A connection may be cut while it is idle, which pg reports here and not to any caller. The next query says so, or nobody asks.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

// duplicate_database, and unique_violation where the other process stood between its check and its row.
const madeMeanwhile = ['42P04', '23505'];

/** Makes the database where it is missing. `CREATE DATABASE` knows no "if not exists", and two processes may come at once. */
export const createOurDatabase = (at: Pick<Running, 'socketFolder' | 'port'>): Promise<void> =>
  withClient(connectionTo(at, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseUser]);
    if (found.rowCount !== 0) return;
    await client.query(`create database ${databaseUser}`).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError) || !madeMeanwhile.includes(error.code ?? '')) throw error;
    });
  });

const starterOf = (at: Running): Promise<number> =>
  withClient(connectionTo(at, 'postgres'), async (client) => {
    const answer = await client.query<{ pid: string | null }>("select current_setting('presa.started_by', true) as pid");
    return Number(answer.rows[0]?.pid ?? 0);
  });

// Starting up, shutting down, cut off; no socket yet, or no more.
const comingOrGoing = ['57P01', '57P02', '57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

const isComingOrGoing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && comingOrGoing.includes(String(error.code))) || /Connection terminated|timeout/u.test(error.message));

/**
 * Whether the cluster that `running` describes is there to stay, and has our database; false: look again in a moment. One whose
 * starter was killed is about to be stopped by its watchdog, or was left without one: it is told to stop, so that the caller can
 * start it anew instead of standing on ground that is being pulled away.
 */
export const canJoin = async (running: Running): Promise<boolean> => {
  if (running.status !== 'ready') return false;
  try {
    if (isAlive(await starterOf(running))) {
      await createOurDatabase(running);
      return true;
    }
    process.kill(running.pid, 'SIGINT');
    return false;
  } catch (error) {
    if (isComingOrGoing(error) || (error instanceof Error && 'code' in error && error.code === 'ESRCH')) return false;
    throw error;
  }
};
