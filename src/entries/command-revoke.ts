import { readSync } from 'node:fs';
import { listenForStop } from '../host/process-end.js';
import { writeIfRead } from '../host/write-all.js';
import { parseDuration } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import { readCommandLine, type CommandLine } from '../terminal/command-line.js';
import { readGivenInputs } from '../terminal/given-inputs.js';
import { findJournal, type Journal, type KeptEntry } from '../terminal/journal.js';
import { forget, leaseOf, leasesOfRun, tellLeft } from '../terminal/leases-to-end.js';
import { readOrigin } from '../terminal/origin.js';
import { stateFolder } from '../terminal/state-folder.js';
import { openTerminal, type Terminal } from '../terminal/terminal.js';
import { isTerminal, logToStandardError } from '../terminal/voice.js';
import { terminalWords } from '../terminal/words.js';
import { endLeases } from '../verbs/end-leases.js';
import { runGiven, statusOf } from './command-admin.js';
import { tellMisuse } from './command-misuse.js';
import { revokeCommand } from './revoke-command.js';

/** Revokes tokens now: by their ids, or those of leases that were written down. */
export async function run(words: readonly string[]): Promise<number> {
  const stop = listenForStop();
  const read = readCommandLine('revoke', words);
  if (read.kind === 'help') return (await import('./command-help.js')).printHelpOf('revoke');
  if (read.kind === 'wrong') return tellMisuse(read.problems, 'revoke');
  const { given } = read;
  if (
    given.option('token-id') !== undefined &&
    given.option('lease') === undefined &&
    given.option('all') === undefined
  )
    return runGiven(given, (await import('../verbs/revoke.js')).revoke, stop);
  const { env: environment } = process;
  const problems = [...problemsOf(given)];
  const inputs = readGivenInputs(given, problems);
  const timeout = parseDuration('timeout', given.option('timeout')?.trim() ?? '2m');
  if (!timeout.ok) problems.push(...timeout.problems.map(({ message }) => `--timeout: ${message}`));
  if (problems.length > 0 || !timeout.ok) return tellMisuse(problems, 'revoke');

  const revoking = revokeCommand(given);
  const terminal = openTerminal(
    environment,
    terminalWords({ ofLease: (leaseId) => revoking({ leaseId }) }),
    logToStandardError,
  );
  const { voice } = terminal;
  try {
    const folder = stateFolder(given.option('state-dir'), environment);
    const journal = findJournal(folder);
    const entries = journal === undefined ? [] : readEntries(journal, terminal);
    const chosen = choose(entries, given, environment);
    if (journal === undefined || chosen.length === 0) return tellNone(given, folder, terminal);
    if (given.option('lease') === undefined && !mayEndAll(chosen.length, given, environment)) {
      voice.say('nothing was revoked');
      return 1;
    }
    const leases = chosen.map((entry) => ({
      leaseId: entry.leaseId,
      // Whoever names a lease wants its end, whatever was wanted when it was minted.
      record: { ...entry.record, revoke: true },
      ended: () => forget(entry, journal, voice),
    }));
    const host = { ...terminal, ...voice };
    return statusOf(
      await endLeases(
        leases,
        given.option('lease') === undefined ? 'left' : 'failure',
        inputs,
        timeout.value * 1000,
        host,
        stop,
      ),
    );
  } catch (error) {
    voice.fail(messageOf(error));
    return 1;
  }
}

function problemsOf(given: CommandLine): readonly string[] {
  const ways = ['lease', 'all', 'token-id'].filter((name) => given.option(name) !== undefined);
  const lease = given.option('lease')?.trim();
  return [
    ...(given.option('type') === undefined ? ['--type is not given: the type of the tokens, such as influxdb'] : []),
    ...(ways.length === 1 ? [] : ['give one of --token-id ID, --lease ID and --all']),
    ...(lease === undefined || /^[0-9a-f]{32}$/.test(lease)
      ? []
      : ['--lease: this is no id of a lease, which has 32 hexadecimal digits, as create tells it']),
  ];
}

function readEntries(journal: Journal, { voice }: Terminal): readonly KeptEntry[] {
  const { entries, left } = journal.read();
  tellLeft(left, voice);
  return entries;
}

function choose(
  entries: readonly KeptEntry[],
  given: CommandLine,
  environment: NodeJS.ProcessEnv,
): readonly KeptEntry[] {
  const lease = given.option('lease')?.trim();
  if (lease === undefined) return leasesOfRun(entries, readOrigin(environment));
  const found = leaseOf(entries, lease);
  return found === undefined ? [] : [found];
}

function tellNone(given: CommandLine, folder: string, { voice }: Terminal): number {
  const lease = given.option('lease');
  if (lease === undefined) {
    voice.say(`nothing to revoke: no lease of this run is written down in ${folder}`);
    return 0;
  }
  voice.fail(
    `No lease ${lease.trim()} is written down in ${folder}: it was ended already, or another --state-dir has it, or it was minted with --no-journal`,
  );
  return 1;
}

/** In a run of a CI its leases are those that are meant; at a terminal they are all that there are. */
function mayEndAll(count: number, given: CommandLine, environment: NodeJS.ProcessEnv): boolean {
  if (given.option('yes') === 'true' || readOrigin(environment).by !== 'terminal') return true;
  if (!isTerminal(0)) throw new Error('--all ends every lease that is written down here: say so with --yes');
  writeIfRead(2, `${count === 1 ? 'One lease is' : `${count} leases are`} written down here. End them all? [y/N] `);
  const answer = Buffer.alloc(16);
  const length = readSync(0, answer);
  return /^y(?:es)?\s*$/i.test(answer.toString('utf8', 0, length));
}
