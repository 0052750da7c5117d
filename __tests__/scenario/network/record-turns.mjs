/**
 * Loaded into a process before anything else (--import in NODE_OPTIONS): at its end one line of JSON with its entry and how
 * long, in milliseconds, its main thread worked at most between two turns of the event loop, and in all, goes to the file TURNS.
 * Time of the processor, and not that of a clock: it does not grow when the machine has much else to do.
 */
import { appendFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const used = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

let since = used();
let longest = 0;
const turn = () => {
  const now = used();
  longest = Math.max(longest, now - since);
  since = now;
};
setInterval(turn, 1).unref();
process.on('exit', () => {
  turn();
  appendFileSync(process.env['TURNS'] ?? '', `${JSON.stringify({ entry: process.argv[1], longest, whole: since })}\n`);
});
