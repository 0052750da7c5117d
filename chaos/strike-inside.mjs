/**
 * Loaded into main and post before anything else, for what nothing outside of the process can do: to signal it exactly
 * before or after one of its writes to the state file, and to let exactly one of its connections be refused.
 *
 * CHAOS_FOLDER holds plan.json, and the files `writes` and `refused`, which get one byte for each write to the state file that
 * was done and for each connection that was refused.
 */
import fs from 'node:fs';
import { Socket } from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/**
 * @typedef {object} InsidePlan
 * @property {{ readonly number: number, readonly when: 'before' | 'after', readonly signal: NodeJS.Signals }} [write] counted from 1
 * @property {{ readonly connection: number } | { readonly sinceWrite: number }} [refuse] one connection, counted from 1, or all from a write on; with 0, all of them
 */

/** Reserved for a service that nobody runs (RFC 1078): whoever connects there is refused. */
const CLOSED_PORT = 1;

const folder = process.env['CHAOS_FOLDER'] ?? '';
/** @type {InsidePlan} */
const { write, refuse } = JSON.parse(fs.readFileSync(join(folder, 'plan.json'), 'utf8'));
const state = process.env['GITHUB_STATE'];
const append = fs.appendFileSync;
let writes = 0;
let connections = 0;

/** @param {'before' | 'after'} moment */
function strike(moment) {
  if (write?.when === moment && write.number === writes) process.kill(process.pid, write.signal);
}

/** @type {typeof fs.appendFileSync} */
const appendFileSync = (path, data, options) => {
  if (path !== state) {
    append(path, data, options);
    return;
  }
  writes++;
  strike('before');
  append(path, data, options);
  append(join(folder, 'writes'), '.');
  strike('after');
};
Object.assign(fs, { appendFileSync });
syncBuiltinESMExports();

function isRefused() {
  if (refuse === undefined) return false;
  return 'connection' in refuse ? refuse.connection === connections : writes >= refuse.sinceWrite;
}

const { connect } = Socket.prototype;
Object.assign(Socket.prototype, {
  /**
   * @this {Socket}
   * @param {unknown[]} given
   */
  connect(...given) {
    connections++;
    if (isRefused()) {
      // As net.connect calls it: with a list of its own, that holds the options and the callback.
      const [list] = given;
      if (!Array.isArray(list)) throw new Error('net.connect does not call connect as it did');
      list[0] = { host: '127.0.0.1', port: CLOSED_PORT };
      append(join(folder, 'refused'), '.');
    }
    return Reflect.apply(connect, this, given);
  },
});
