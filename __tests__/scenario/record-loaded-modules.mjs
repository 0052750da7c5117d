/**
 * Loaded into a process before anything else (--import in NODE_OPTIONS): at its end one line of JSON with its entry and all of
 * Node's own modules that it has loaded goes to the file LOADED_MODULES.
 */
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  // Not documented, and what Node's own tests look at (test/parallel/test-bootstrap-modules.js).
  const { moduleLoadList } = /** @type {{ moduleLoadList?: unknown }} */ (process);
  const line = JSON.stringify({ entry: process.argv[1], modules: moduleLoadList });
  appendFileSync(process.env['LOADED_MODULES'] ?? '', `${line}\n`);
});
