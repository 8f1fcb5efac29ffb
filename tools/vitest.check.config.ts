import { defineConfig } from 'vitest/config';

// The tests that start nothing: pure rules, the words, the walls.
export default defineConfig({
  test: {
    include: ['src/**/rules.test.ts', 'src/**/rules/**/*.test.ts', 'src/**/*.properties.test.ts', 'src/**/texts.test.ts', 'src/app/architecture.test.ts'],
    reporters: ['dot'],
    maxWorkers: 2,
    // Reading all sources takes seconds, and more on a machine with other work.
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
});
