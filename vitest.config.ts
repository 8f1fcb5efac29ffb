import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/setup/slowest-first.ts';

// One PostgreSQL a run, a database a test: files may run side by side, on forks because the database's watchdog is a process too.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scenarios/**/*.test.ts'],
    globalSetup: ['test/setup/postgres.ts'],
    pool: 'forks',
    fileParallelism: true,
    sequence: { sequencer: SlowestFirst },
    maxWorkers: 2,
    testTimeout: 30_000,
    // On a busy CI machine a browser may be late once; a test that needed its second try is named in the report, and is to be mended.
    retry: process.env['CI'] === 'true' ? 2 : 0,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // A test that asserts nothing cannot fail.
    // What is polled for comes within a second, and on a busy machine later: then it is late, and not wrong.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    env: { TZ: 'UTC' },
  },
});
