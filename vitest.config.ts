import { fileURLToPath } from 'node:url';
import './scripts/require-node-24.mjs';
import { defineConfig } from 'vitest/config';

const coreModules = fileURLToPath(new URL('./node_modules/@actions/core/lib/', import.meta.url));

/** Where a script that counts wants the results as JSON. */
const report = process.env['MINT_TOKEN_TEST_REPORT'];

/** Thousands of runs: for `npm run chaos` alone, which says where their results go. */
const chaos =
  process.env['CHAOS_RESULTS'] === undefined
    ? []
    : [
        {
          extends: true as const,
          test: {
            name: 'chaos',
            include: ['chaos/*.test.ts'],
            maxConcurrency: 16,
            testTimeout: 180_000,
            hookTimeout: 60_000,
          },
        },
      ];

/** For `npm run leaks` alone, in the same way. */
const leaks =
  process.env['LEAKS_RESULTS'] === undefined
    ? []
    : [
        {
          extends: true as const,
          test: { name: 'leaks', include: ['leaks/leaks.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
        },
      ];

export default defineConfig({
  resolve: { alias: [{ find: /^core-lib\//, replacement: coreModules }] },
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      { extends: true, test: { name: 'unit', include: ['__tests__/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'scenario',
          maxConcurrency: 12,
          sequence: { concurrent: true },
          include: ['__tests__/scenario/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['__tests__/end-to-end/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      ...chaos,
      ...leaks,
    ],
  },
});
