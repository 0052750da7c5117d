import { makePipes } from '../../../../src/terminal/pipes.js';
import { startWatchdog } from '../../../../src/terminal/watchdog.js';
import type { WatchdogNotes } from '../../../../src/terminal/watchdog-notes.js';

/** What the child is told on its command line, as JSON. */
export interface Task {
  /** What the watchdog starts. */
  readonly program: readonly string[];
  readonly notes: readonly WatchdogNotes[];
  readonly dismiss?: boolean;
  /** Bytes that are to fit after the first note. */
  readonly reserve?: number;
}

// Starts a watchdog, tells it something, and waits to be killed.
const { program, notes, dismiss = false, reserve = 0 } = JSON.parse(process.argv[2] ?? '') as Task;
const [life, told] = await makePipes(['fails', 'fails'], process.env);
if (life === undefined || told === undefined) throw new Error('no pipes');
try {
  const watchdog = await startWatchdog(life, told, program);
  notes.forEach((note, index) => watchdog.note(note, index === 0 ? reserve : 0));
  if (dismiss) watchdog.dismiss();
  console.log('watched');
} catch (error) {
  console.log(String(error));
  process.exit(1);
}
// For ever.
setInterval(() => undefined, 60_000);
