import { listenForStop } from '../host/process-end.js';
import { systemClock } from '../lease/clock.js';
import type { Stop } from '../lease/ports.js';
import type { OpenRuns } from '../lease/runs.js';
import { parseDuration } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import { readCommandLine, type CommandLine } from '../terminal/command-line.js';
import { readGivenInputs } from '../terminal/given-inputs.js';
import { findJournal } from '../terminal/journal.js';
import { deadLeases, forget, tellLeft } from '../terminal/leases-to-end.js';
import { stateFolder } from '../terminal/state-folder.js';
import { openTerminal } from '../terminal/terminal.js';
import { logToStandardError } from '../terminal/voice.js';
import { terminalWords } from '../terminal/words.js';
import { endLeases } from '../verbs/end-leases.js';
import { runGiven, statusOf } from './command-admin.js';
import { tellMisuse } from './command-misuse.js';
import { revokeCommand } from './revoke-command.js';

/** Revokes what is left of commands that are gone. */
export async function run(words: readonly string[]): Promise<number> {
  const stop = listenForStop();
  const read = readCommandLine('sweep', words);
  if (read.kind === 'help') return (await import('./command-help.js')).printHelpOf('sweep');
  if (read.kind === 'wrong') return tellMisuse(read.problems, 'sweep');
  const { given } = read;
  if (given.option('local') === 'true') return sweepHere(given, stop);
  const { sweep } = await import('../verbs/sweep.js');
  /** Loaded when a run must be asked about: it brings Octokit. */
  const openRuns: OpenRuns = async (...asked) => (await import('../github/runs.js')).openRuns(...asked);
  return runGiven(given, (asked, host, stop) => sweep(asked, host, openRuns, stop), stop, {
    github_token: process.env['GITHUB_TOKEN'] || process.env['GH_TOKEN'] || undefined,
  });
}

/** Those of which a scope, a grace or a limit would say nothing: what is written down here is nobody else's. */
const NOT_HERE = ['scope', 'grace', 'max-revocations', 'dry-run', 'output'] as const;

/** Ends the leases that are written down on this machine, and that nobody ends any more. */
async function sweepHere(given: CommandLine, stop: Stop): Promise<number> {
  const problems = NOT_HERE.filter((name) => given.option(name) !== undefined).map(
    (name) => `--${name}: --local ends what is written down here and dead, and knows no such option; remove it`,
  );
  if (given.option('type') === undefined)
    problems.push('--type is not given: the type of the tokens, such as influxdb');
  const inputs = readGivenInputs(given, problems);
  const timeout = parseDuration('timeout', given.option('timeout')?.trim() ?? '30m');
  if (!timeout.ok) problems.push(...timeout.problems.map(({ message }) => `--timeout: ${message}`));
  if (problems.length > 0 || !timeout.ok) return tellMisuse(problems, 'sweep');

  const { env: environment } = process;
  const revoking = revokeCommand(given);
  const words = terminalWords({ ofLease: (leaseId) => revoking({ leaseId }) });
  const terminal = openTerminal(environment, words, logToStandardError);
  const { voice } = terminal;
  try {
    const folder = stateFolder(given.option('state-dir'), environment);
    const journal = findJournal(folder);
    const { entries, left } = journal?.read() ?? { entries: [], left: [] };
    tellLeft(left, voice);
    const dead = deadLeases(entries, systemClock.now());
    if (journal === undefined || dead.length === 0) {
      voice.say(`nothing to revoke: no dead lease is written down in ${folder}`);
      return 0;
    }
    const leases = dead.map((entry) => ({ ...entry, ended: () => forget(entry, journal, voice) }));
    return statusOf(await endLeases(leases, 'left', inputs, timeout.value * 1000, { ...terminal, ...voice }, stop));
  } catch (error) {
    voice.fail(messageOf(error));
    return 1;
  }
}
