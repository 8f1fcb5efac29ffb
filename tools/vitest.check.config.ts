import { defineConfig } from 'vitest/config';

// The tests that start nothing: pure rules, the words, the walls.
export default defineConfig({
  test: {
    include: ['src/**/rules.test.ts', 'src/**/rules/**/*.test.ts', 'src/**/*.properties.test.ts', 'src/**/texts.test.ts', 'src/app/architecture.test.ts'],
    reporters: ['dot'],
    maxWorkers: 2,
    env: { TZ: 'UTC' },
  },
});
