import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainText } from '../host/plain-text.js';
import { parseDuration } from '../request/lifetime.js';
import { readCommandLine, type CommandLine } from '../terminal/command-line.js';
import { openExecHost } from '../terminal/exec-host.js';
import { execWords } from '../terminal/exec-words.js';
import { findCommand } from '../terminal/find-command.js';
import { readGivenInputs } from '../terminal/given-inputs.js';
import { openLog } from '../terminal/held-log.js';
import { readOrigin } from '../terminal/origin.js';
import { listenForSignals } from '../terminal/signals.js';
import { openTerminal } from '../terminal/terminal.js';
import { logToStandardError } from '../terminal/voice.js';
import { terminalWords } from '../terminal/words.js';
import { exec } from '../verbs/exec.js';
import { journalOf } from './command-journal.js';
import { tellMisuse } from './command-misuse.js';
import { revokeCommand } from './revoke-command.js';

/** Runs a command with a token that is revoked when it has ended. */
export async function run(words: readonly string[]): Promise<number> {
  const signals = listenForSignals();
  const read = readCommandLine('exec', words);
  if (read.kind === 'help') return (await import('./command-help.js')).printHelpOf('exec');
  if (read.kind === 'wrong') return tellMisuse(read.problems, 'exec');
  const { given } = read;
  const { env: environment } = process;
  const [name, ...rest] = given.command ?? [];
  const problems: string[] = [];
  if (name === undefined) {
    const missing =
      given.command === undefined ? '-- is missing, and with it the command' : 'no command stands behind --';
    problems.push(`${missing}; write it last, as in: mint-token exec … -- make deploy`);
  }
  const killAfter = parseDuration('kill_after', given.option('kill-after')?.trim() ?? '10s');
  if (!killAfter.ok) problems.push(...killAfter.problems.map(({ message }) => `--kill-after: ${message}`));
  const found = name === undefined ? undefined : findCommand(name, environment);
  if (problems.length === 0 && found?.kind === 'refused') {
    logToStandardError(`error: ${plainText(found.message)}\n`);
    return found.status;
  }
  const inputs = readGivenInputs(given, problems, variablesToo(given));
  if (problems.length > 0 || name === undefined || found?.kind !== 'found' || !killAfter.ok) {
    return tellMisuse(problems, 'exec');
  }

  const log = openLog();
  const revoking = revokeCommand(given);
  const journal = await journalOf(given, environment);
  const ofLease = (leaseId: string) => (journal.folder === undefined ? undefined : revoking({ leaseId }));
  const terminal = openTerminal(environment, execWords(terminalWords({ ofLease })), (text) => log.write(text));
  const origin = readOrigin(environment);
  const order = {
    path: found.path,
    name,
    arguments: rest,
    pristine: given.option('pristine') === 'true',
    masked: given.option('mask') !== 'false',
    killAfter: killAfter.value * 1000,
    ownsTokenFile: given.option('token-file') !== undefined,
  };
  const host = openExecHost(order, {
    terminal,
    lease: journal.keep(origin, terminal.voice),
    origin,
    signals,
    log,
    watchdogProgram: watchdogProgram(),
    journalFolder: journal.folder,
    credential: inputs('credential'),
  });
  return exec({ inputs, names: () => [] }, host);
}

/** The command finds its token by variables. A file in a form of its own is for who reads that, and no system's client. */
function variablesToo(given: CommandLine): { readonly export_env?: string } {
  return given.option('token-file-format') === undefined ? { export_env: 'true' } : {};
}

/** It stands beside the file that was started, which may be known by another name. */
function watchdogProgram(): readonly string[] {
  return [process.execPath, join(dirname(realpathSync(process.argv[1] ?? '')), 'watchdog.js')];
}
