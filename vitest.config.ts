import { defineConfig } from 'vitest/config';

/** Needs PostgreSQL: `*.db.test.ts`, `*.api.test.ts`, and the property tests of the server. */
const DATABASE = ['apps/**/*.db.test.ts', 'apps/**/*.api.test.ts', 'apps/**/*.property.test.ts'];
const NEVER = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.ts',
            'law/**/*.test.ts',
            'jurisdictions/**/*.test.ts',
            'apps/**/*.test.ts',
            'apps/**/*.test.tsx',
            'scripts/**/*.test.ts',
          ],
          exclude: [...DATABASE, ...NEVER],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'db',
          include: DATABASE,
          exclude: NEVER,
          globalSetup: ['apps/server/src/platform/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
