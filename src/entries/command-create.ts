import { exitCodeOf, listenForStop } from '../host/process-end.js';
import type { RecordedAttempt } from '../lease/record.js';
import { quote } from '../request/shown-text.js';
import { didYouMean } from '../request/suggestion.js';
import { readCommandLine, type CommandLine } from '../terminal/command-line.js';
import { readGivenInputs } from '../terminal/given-inputs.js';
import { isOver, type KeptLease } from '../terminal/kept-lease.js';
import { openMintHost, whatIsLeft, type Shown } from '../terminal/mint-host.js';
import { readOrigin } from '../terminal/origin.js';
import { openTerminal } from '../terminal/terminal.js';
import { OUTPUTS } from '../terminal/token-output.js';
import { isTerminal, logToStandardError } from '../terminal/voice.js';
import { terminalWords } from '../terminal/words.js';
import { create } from '../verbs/create.js';
import type { Outcome } from '../verbs/outcome.js';
import { journalOf } from './command-journal.js';
import { tellMisuse } from './command-misuse.js';
import { revokeCommand } from './revoke-command.js';

/** Mints a token and prints it. */
export async function run(words: readonly string[]): Promise<number> {
  const stop = listenForStop();
  const read = readCommandLine('create', words);
  if (read.kind === 'help') return (await import('./command-help.js')).printHelpOf('create');
  if (read.kind === 'wrong') return tellMisuse(read.problems, 'create');
  const { given } = read;
  const problems: string[] = [];
  const shown = readShown(given, problems);
  const inputs = readGivenInputs(given, problems, shown.output === 'env' ? { export_env: 'true' } : {});
  if (problems.length > 0) return tellMisuse(problems, 'create');

  const { env: environment } = process;
  const journal = await journalOf(given, environment);
  const keeps = journal.folder !== undefined;
  const revoking = revokeCommand(given);
  const terminal = openTerminal(
    environment,
    terminalWords({ ofLease: (leaseId) => (keeps ? revoking({ leaseId }) : undefined) }),
    logToStandardError,
  );
  const origin = readOrigin(environment);
  const lease = journal.keep(origin, terminal.voice);
  const outcome = await create({ inputs, names: () => [] }, openMintHost(terminal, lease, origin, shown), stop);

  const { voice } = terminal;
  const first = lease.record?.attempts[0];
  const commandFor = (attempt: RecordedAttempt) => {
    if (keeps && first !== undefined) return revoking({ leaseId: first.leaseId });
    if (attempt.outcome.kind === 'minted') return revoking({ tokenId: attempt.outcome.id });
    return `look for the token whose description ends with ${attempt.marker}, and revoke it by its id`;
  };
  if (outcome.kind === 'done') {
    if (keeps && first !== undefined) voice.say(`to revoke it: ${revoking({ leaseId: first.leaseId })}`);
  } else {
    for (const text of whatIsLeft(lease, commandFor)) voice.fail(text);
    lease.close();
  }
  return statusOf(outcome, lease);
}

/** What is shown of the token, or what is wrong with how that is asked for. */
function readShown(given: CommandLine, problems: string[]): Shown {
  const text = given.option('output')?.trim() ?? (isTerminal(1) ? 'table' : 'json');
  const output = OUTPUTS.find((known) => known === text);
  if (output === undefined)
    problems.push(`--output: found ${quote(text)}; expected ${OUTPUTS.join(', ')}.${didYouMean(text, OUTPUTS)}`);
  const debug = given.option('debug') === 'true';
  if (debug && given.option('type')?.trim() !== 'datasette')
    problems.push('--debug: it shows what a token of type datasette holds, and no other; leave it out');
  return { output: output ?? 'json', debug };
}

/** 0 done, 1 refused or failed, 2 misused, 3 minted and revoked, 4 a token may be left, 128 and the number of a signal. */
function statusOf(outcome: Outcome, { record }: KeptLease): number {
  if (outcome.kind === 'done') return 0;
  if (outcome.kind === 'misused') return 2;
  const attempts = record?.attempts ?? [];
  if (attempts.some((attempt) => !isOver(attempt))) return 4;
  if (outcome.kind === 'stopped') return exitCodeOf(outcome.signal);
  return attempts.some((attempt) => attempt.outcome.kind === 'revoked') ? 3 : 1;
}
