import { defineConfig } from 'vitest/config';
import config from './vitest.config.js';

/** For mutation tests: the unit tests alone, since a mutant of the sources does not change the packaged action. */
export default defineConfig({
  resolve: config.resolve ?? {},
  test: {
    include: ['__tests__/unit/**/*.test.ts'],
    exclude: [
      '__tests__/unit/runner-emulator/**',
      '__tests__/unit/document*.test.ts',
      // With a counter in every branch it takes a minute.
      '__tests__/unit/http/repeated-keys-in-large-texts.test.ts',
    ],
    testTimeout: 30_000,
  },
});
