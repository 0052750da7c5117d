import { constants, tmpdir } from 'node:os';
import type { CommandState, ExecHost } from '../host/exec-host.js';
import { EXPORT_MARK, newExportMark } from '../host/export-mark.js';
import type { EndHost, HandOver, Kept, MintHost, Teller } from '../host/host.js';
import { formsOf } from '../host/secret-forms.js';
import { contentHash, firstFolderToMake, makeTokenFile } from '../host/token-file.js';
import { whatNodeShows } from '../http/what-node-shows.js';
import type { Origin } from '../lease/origin.js';
import { serializeRecord } from '../lease/record.js';
import type { Milliseconds } from '../request/lifetime.js';
import { enumerate, messageOf, quote } from '../request/shown-text.js';
import { makeEnvironment } from './command-environment.js';
import { openStreams, streamsToMask } from './command-streams.js';
import { createGuard } from './guard.js';
import type { Log } from './held-log.js';
import type { KeptLease } from './kept-lease.js';
import { makePipes } from './pipes.js';
import { mintsAtTerminal } from './minting.js';
import { identify, startedWith } from './processes.js';
import { watchSecrets } from './seen-secrets.js';
import { asksToEnd, type Signals } from './signals.js';
import { hasTerminal, startCommand, type CommandEnd, type SupervisedCommand } from './supervised-command.js';
import type { Terminal } from './terminal.js';

/** The command, and how it is to be run. */
export interface CommandOrder {
  /** Where it was found. */
  readonly path: string;
  /** As it was written. */
  readonly name: string;
  readonly arguments: readonly string[];
  readonly pristine: boolean;
  /** Whether secrets are taken out of what it writes to anything but a terminal. */
  readonly masked: boolean;
  readonly killAfter: Milliseconds;
  /** Whether a token file was asked for. */
  readonly ownsTokenFile: boolean;
}

/** What this process brings to it. */
export interface ExecSurroundings {
  readonly terminal: Terminal;
  /** The lease, where it is written down. */
  readonly lease: KeptLease;
  readonly origin: Origin;
  readonly signals: Signals;
  readonly log: Log;
  /** What a watchdog starts: Node, its options, and a script. */
  readonly watchdogProgram: readonly string[];
  /** The folder of the journal; undefined where there is none. */
  readonly journalFolder: string | undefined;
  /** The credential as it was given; undefined when it is to be found in the environment. */
  readonly credential: string | undefined;
}

const LONGEST_WAIT: Milliseconds = 500;

/** A command, run with a token by this process. */
export function openExecHost(order: CommandOrder, around: ExecSurroundings): ExecHost {
  const { terminal, lease, origin, signals, log } = around;
  const { environment, voice } = terminal;
  const { host: watched, seen } = watchSecrets(mintHostOf(terminal, lease, origin), around.credential);
  const guard = createGuard(around.watchdogProgram, environment, (message) => voice.warn(message));
  const streamsMasked = order.masked ? streamsToMask() : [];
  // Made while the rest is read: whoever needs them waits.
  const making = makePipes(process.platform === 'win32' ? [] : streamsMasked.map(() => 'waits'), environment);
  making.catch(() => undefined);
  let kept: Kept = {
    record: undefined,
    credential: { secret: '', id: '' },
    tokenSecret: undefined,
    onRevokeFailure: 'fail',
    tokenFile: undefined,
  };
  let byIdentityToken = false;
  let state: CommandState = { kind: 'not-started' };
  let written: Promise<void> = Promise.resolve();

  const start = async (handOver: HandOver): Promise<void> => {
    const variables = variablesOf(handOver, order);
    const mark = newExportMark(variables);
    terminal.mask(mark);
    if (handOver.file !== undefined) keepTokenFile(handOver.file);
    const streams = openStreams(streamsMasked, await making, [...formsOfAll([...seen.all]), mark], log.outputs);
    // On a screen what was said stands above what the command shows; a reader who does not come is not waited for.
    await Promise.race([log.written(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
    guard.note({ command: { kind: 'starting', mark } });
    let command: SupervisedCommand;
    try {
      command = await startCommand({
        ...order,
        environment: makeEnvironment({
          inherited: environment,
          parents: seen.parents,
          byIdentityToken,
          token: variables,
          mark,
          pristine: order.pristine,
        }),
        streams,
        atTerminal: hasTerminal(),
      });
    } catch (error) {
      state = { kind: 'failed-to-start', status: 126 };
      throw new Error(`the command ${quote(order.name)} could not be started: ${messageOf(error)}`, { cause: error });
    }
    log.hold();
    const { pid, group } = command;
    const started = identify(pid) ?? { pid, startedAt: '' };
    guard.note({ command: { kind: 'running', process: started, ownsGroup: group !== undefined } });
    signals.tell(command.pass);
    // It came after the last look at it, and is the command's by now.
    if (signals.before.signal !== undefined) command.pass(signals.before.signal);
    const status = command.allEnded.then(async () => {
      guard.note({ command: { kind: 'ended' } });
      written = streams.finish();
      log.release();
      if (group === undefined) tellWhatIsLeft(mark, voice);
      return statusOf(await command.ended);
    });
    state = { kind: 'started', status };
  };

  const keepTokenFile = ({ path, content }: { readonly path: string; readonly content: string }): void => {
    const made = { path, hash: contentHash(content), firstFolder: firstFolderToMake(path) };
    guard.note({ tokenFile: made });
    lease.keepTokenFile(made);
    makeTokenFile(path, content, made.firstFolder);
    kept = { ...kept, tokenFile: made };
  };

  const mint: MintHost = {
    ...watched,
    reserve() {
      // A command is started with a token among its variables, which Node itself would print.
      const shown = whatNodeShows(environment);
      if (shown !== undefined) throw new Error(`${shown.words}. ${shown.advice}`);
      lease.reserve();
    },
    async openPorts(timeout, stop) {
      await making;
      return watched.openPorts(timeout, stop);
    },
    async keepAccess(access, ports) {
      const { authentication } = access;
      byIdentityToken = authentication.kind === 'identity-token';
      const onRevokeFailure = access.onRevokeFailure ?? 'fail';
      const credential =
        authentication.kind === 'secret'
          ? { secret: authentication.secret, id: authentication.id ?? '' }
          : { secret: '', id: '' };
      kept = { ...kept, credential, onRevokeFailure };
      await guard.begin({ ...access, onRevokeFailure }, ports.network, around.journalFolder);
    },
    keepSecret(secret) {
      guard.note({ tokenSecret: secret });
      kept = { ...kept, tokenSecret: secret };
    },
    keepRecord(record) {
      lease.keepRecord(record);
      guard.record(record);
      kept = { ...kept, record: serializeRecord(record) };
    },
    deliver: start,
  };

  const end: EndHost = {
    ...voice,
    kept: () => kept,
    openPorts: (timeout, stop) => terminal.openPorts(timeout, stop),
  };

  return {
    mint,
    end,
    before: signals.before,
    command: () => state,
    hurry: () => signals.hurry(),
    over: () => lease.forget(),
    async close() {
      guard.dismiss();
      // Only a reader can be waited for now, who may never come: whoever does not want to wait may end this at once.
      signals.tell((signal) => {
        if (asksToEnd(signal)) signals.endBy(signal);
      });
      await written;
      await making.catch(() => undefined);
      await log.written();
    },
  };
}

/** The token goes to the command, by who runs it. */
function mintHostOf(terminal: Terminal, lease: KeptLease, origin: Origin): MintHost {
  return {
    ...mintsAtTerminal(terminal, lease, origin),
    tokenFilePlace: { folder: tmpdir(), called: 'the folder for temporary files', workspace: undefined },
    deliver: () => undefined,
    deliverPlan: () => undefined,
    summarize: () => undefined,
  };
}

/** Who asks for a token file wants the token there and nowhere else. */
function variablesOf(
  { token, exports, file }: HandOver,
  { ownsTokenFile }: CommandOrder,
): Readonly<Record<string, string>> {
  const variables = Object.entries(exports?.() ?? {}).filter(
    ([, value]) => !ownsTokenFile || !value.includes(token.secret),
  );
  return {
    ...Object.fromEntries(variables),
    ...(ownsTokenFile && file !== undefined ? { MINT_TOKEN_FILE: file.path } : {}),
  };
}

function formsOfAll(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets.flatMap(formsOf))];
}

/** At a terminal the command had no group of its own: what it left is told, as far as it is known by its variables. */
function tellWhatIsLeft(mark: string, host: Teller): void {
  const left = startedWith(EXPORT_MARK, mark).map(({ name, pid }) => `${quote(name)} (${pid})`);
  if (left.length === 0) return;
  host.warn(`The command has ended and left something running, with the token among its variables: ${enumerate(left)}`);
}

function statusOf(end: CommandEnd): number {
  return end.kind === 'exited' ? end.status : 128 + constants.signals[end.signal];
}
