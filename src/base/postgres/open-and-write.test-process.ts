import pg from 'pg';
import { openEmbedded } from './embedded.ts';

// Run by embedded.test.ts as a process of its own, to be killed. Every number it prints was acknowledged by the database.
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const opened = await openEmbedded({ dataFolder: process.argv[2] ?? '', log: quiet });
const pool = new pg.Pool(opened.connection);
await pool.query('create table if not exists acknowledged (n int primary key)');
console.log(`open ${opened.startedHere}`);
for (let n = 1; ; n += 1) {
  await pool.query('insert into acknowledged values ($1) on conflict do nothing', [n]);
  console.log(n);
}
