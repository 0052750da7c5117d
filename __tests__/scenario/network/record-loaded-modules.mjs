/**
 * Loaded into a process before anything else (--import in NODE_OPTIONS): at its end one line of JSON with its entry, all of
 * Node's own modules that it has loaded, and its other files goes to the file LOADED_MODULES.
 */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

process.on('exit', () => {
  // Not documented, and what Node's own tests look at (test/parallel/test-bootstrap-modules.js).
  const { moduleLoadList } = /** @type {{ moduleLoadList?: unknown }} */ (process);
  const files = Object.keys(createRequire(import.meta.url).cache);
  const line = JSON.stringify({ entry: process.argv[1], modules: moduleLoadList, files });
  appendFileSync(process.env['LOADED_MODULES'] ?? '', `${line}\n`);
});
