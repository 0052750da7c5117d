import { exitCodeOf, listenForStop } from '../host/process-end.js';
import type { AdminHost } from '../host/host.js';
import type { Stop } from '../lease/ports.js';
import { quote } from '../request/shown-text.js';
import { didYouMean } from '../request/suggestion.js';
import { openAdminHost, RESULT_OUTPUTS, type ResultOutput } from '../terminal/admin-host.js';
import { readCommandLine, type CommandLine } from '../terminal/command-line.js';
import { readGivenInputs } from '../terminal/given-inputs.js';
import type { CommandVerb } from '../terminal/options.js';
import { readOrigin } from '../terminal/origin.js';
import { openTerminal } from '../terminal/terminal.js';
import { isTerminal, logToStandardError } from '../terminal/voice.js';
import { terminalWords } from '../terminal/words.js';
import type { Asked } from '../verbs/order.js';
import type { Outcome } from '../verbs/outcome.js';
import { tellMisuse } from './command-misuse.js';

/** A verb that works on tokens that exist. */
export type AdminVerb = (asked: Asked, host: AdminHost, stop: Stop) => Promise<Outcome>;

/** Reads what is behind the verb, and does it. */
export async function runAdmin(
  name: CommandVerb,
  words: readonly string[],
  load: () => Promise<AdminVerb>,
): Promise<number> {
  const stop = listenForStop();
  const read = readCommandLine(name, words);
  if (read.kind === 'help') return (await import('./command-help.js')).printHelpOf(name);
  if (read.kind === 'wrong') return tellMisuse(read.problems, name);
  return runGiven(read.given, await load(), stop);
}

/** @param fixed inputs that no option gives */
export async function runGiven(
  given: CommandLine,
  verb: AdminVerb,
  stop: Stop,
  fixed: Parameters<typeof readGivenInputs>[2] = {},
): Promise<number> {
  const problems: string[] = [];
  const output = readOutput(given, problems);
  const inputs = readGivenInputs(given, problems, fixed);
  if (problems.length > 0) return tellMisuse(problems, given.verb);
  const { env: environment } = process;
  const terminal = openTerminal(environment, terminalWords({ ofLease: () => undefined }), logToStandardError);
  const asS10k = given.verb === 'update' && isOfSolarNetwork(given);
  const printOwn = asS10k ? (await import('../terminal/updated-token.js')).printUpdated : undefined;
  const host = openAdminHost(terminal, readOrigin(environment), output, printOwn);
  return statusOf(await verb({ inputs, names: () => [] }, host, stop));
}

function readOutput(given: CommandLine, problems: string[]): ResultOutput {
  // Only these have rows for a spreadsheet.
  const hasRows = given.verb === 'list' || (given.verb === 'update' && isOfSolarNetwork(given));
  const outputs = !hasRows ? RESULT_OUTPUTS.filter((output) => output !== 'csv') : RESULT_OUTPUTS;
  const text = given.option('output')?.trim() ?? (isTerminal(1) ? 'table' : 'json');
  const output = outputs.find((known) => known === text);
  if (output === undefined)
    problems.push(`--output: found ${quote(text)}; expected ${outputs.join(', ')}.${didYouMean(text, outputs)}`);
  return output ?? 'json';
}

function isOfSolarNetwork(given: CommandLine): boolean {
  return given.option('type')?.trim().startsWith('solarnetwork/') === true;
}

/** 0 done, 1 refused or failed, 2 misused, 128 and the number of a signal. */
export function statusOf(outcome: Outcome): number {
  if (outcome.kind === 'stopped') return exitCodeOf(outcome.signal);
  return outcome.kind === 'done' ? 0 : outcome.kind === 'misused' ? 2 : 1;
}
