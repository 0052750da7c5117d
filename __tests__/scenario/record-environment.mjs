/**
 * Loaded into a process before anything else (--import in NODE_OPTIONS): when it looks up a name for the first time, one line
 * of JSON with its entry and its environment goes to the file LOOKED_UP. The system's resolver sees that environment.
 */
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';

const { lookup } = dns;
let recorded = false;

/**
 * @param {unknown[]} parameters
 * @returns {unknown}
 */
function recordingLookup(...parameters) {
  if (!recorded) {
    recorded = true;
    const line = JSON.stringify({ entry: process.argv[1], environment: process.env });
    appendFileSync(process.env['LOOKED_UP'] ?? '', `${line}\n`);
  }
  return Reflect.apply(lookup, dns, parameters);
}

Reflect.set(dns, 'lookup', recordingLookup);
