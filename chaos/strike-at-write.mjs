/**
 * Loaded into main before anything else: counts its writes to the state file, and signals it exactly before or after one of
 * them, which nothing outside of the process can do.
 *
 * CHAOS_WRITES: a file that gets one byte for each write that was done. CHAOS_STRIKE: `before:5:SIGKILL`, or unset.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const state = process.env['GITHUB_STATE'];
const writes = process.env['CHAOS_WRITES'];
const [when = '', number = '', signal = ''] = (process.env['CHAOS_STRIKE'] ?? '').split(':');
const append = fs.appendFileSync;
let count = 0;

/** @param {string} moment */
function strike(moment) {
  if (moment === when && count === Number(number)) process.kill(process.pid, signal);
}

/** @type {typeof fs.appendFileSync} */
const appendFileSync = (path, data, options) => {
  if (path !== state || writes === undefined) {
    append(path, data, options);
    return;
  }
  count++;
  strike('before');
  append(path, data, options);
  append(writes, '.');
  strike('after');
};
Object.assign(fs, { appendFileSync });
syncBuiltinESMExports();
