import type { CommandState, ExecHost } from '../host/exec-host.js';
import { parseRecord } from '../lease/record.js';
import { exitCodeOf } from '../host/process-end.js';
import { create } from './create.js';
import { end } from './end.js';
import type { Asked } from './order.js';
import type { Outcome } from './outcome.js';

/** The command was not run, and no token is left. As `env` and its like say that they themselves failed, and not the command. */
const NOT_RUN = 111;
const MISUSED = 2;
/** A token may be left. */
const LEFT = 4;

/**
 * Runs a command with a token that is revoked when it has ended, however that came.
 *
 * @returns the exit status: the command's own, or one that says why there is none
 */
export async function exec(asked: Asked, host: ExecHost): Promise<number> {
  const minting = await create(asked, host.mint, host.before);
  const command = host.command();
  const status = command.kind === 'started' ? await command.status : statusWithout(command, minting);
  const ended = await endLease(host);
  if (ended) host.over();
  await host.close();
  if (ended) return status;
  return command.kind === 'started' && status !== 0 ? status : LEFT;
}

/** The exit status when there is none of a command. */
function statusWithout(command: CommandState, minting: Outcome): number {
  if (command.kind === 'failed-to-start') return command.status;
  switch (minting.kind) {
    case 'done':
      // Nothing was to be run: a dry run.
      return 0;
    case 'misused':
      return MISUSED;
    case 'stopped':
      return exitCodeOf(minting.signal);
    case 'failed':
      return NOT_RUN;
  }
}

/** Whether it ended as it should. */
async function endLease({ end: host, hurry }: ExecHost): Promise<boolean> {
  const stop = hurry();
  const { record, tokenFile } = host.kept();
  const attempts = record === undefined ? [] : parseRecord(record, host.words).attempts;
  const isOver = attempts.every(({ outcome: { kind } }) => kind === 'nothing' || kind === 'revoked');
  return (isOver && tokenFile === undefined) || (await end(host, stop)) === 0;
}
