import { readFileSync, rmSync } from 'node:fs';
import { endProcess } from '../host/process-end.js';
import { neverStops } from '../lease/ports.js';
import { parseRecord } from '../lease/record.js';
import { messageOf } from '../request/shown-text.js';
import { endOrphan } from '../terminal/after-kill.js';
import { execWords } from '../terminal/exec-words.js';
import { openNotedLease } from '../terminal/noted-lease.js';
import { logToStandardError } from '../terminal/voice.js';
import { parseNotes, type KeptForEnd, type WatchdogNotes } from '../terminal/watchdog-notes.js';
import { terminalWords } from '../terminal/words.js';
import { end } from '../verbs/end.js';

/** What a watchdog starts when its process was killed: ends the lease, and the command, of which it was told. */
async function endAfterKill(notes: WatchdogNotes): Promise<number> {
  const { access } = notes;
  const [status] = await Promise.all([
    access === undefined || notes.record === undefined ? 0 : endLease(notes, access),
    endOrphan(notes.command),
  ]);
  if (access?.folder !== undefined) rmSync(access.folder, { recursive: true, force: true });
  return status;
}

async function endLease(notes: WatchdogNotes, access: KeptForEnd): Promise<number> {
  const words = execWords(terminalWords({ ofLease: () => undefined }));
  const host = openNotedLease(notes, access, words, process.env, log);
  host.say('mint-token was killed; its watchdog ends the lease');
  const status = await end(host, neverStops);
  if (status === 0) await forget(notes, access);
  return status;
}

/** The lease was written down too. */
async function forget({ record = '' }: WatchdogNotes, { journalFolder }: KeptForEnd): Promise<void> {
  if (journalFolder === undefined) return;
  const [first] = parseRecord(record, { keptIn: 'memory', logOfMint: 'what was said when it was minted' }).attempts;
  const { openJournal } = await import('../terminal/journal.js');
  if (first !== undefined) openJournal(journalFolder).remove(first.leaseId);
}

function log(text: string): void {
  try {
    logToStandardError(text);
  } catch {
    // The terminal is gone, as the process is.
  }
}

// Before anything is read that cannot be read again.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, () => undefined);
void endAfterKill(parseNotes(readFileSync(0, 'utf8')))
  .catch((error: unknown) => {
    log(`error: ${messageOf(error)}\n`);
    return 1;
  })
  .then(endProcess);
