import { addExportMark, EXPORT_MARK, newExportMark } from '../host/export-mark.js';
import type { HandOver, MintHost } from '../host/host.js';
import { writeAll } from '../host/write-all.js';
import { describe } from '../lease/attempt.js';
import type { Origin } from '../lease/origin.js';
import type { RecordedAttempt } from '../lease/record.js';
import { formatInstant } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import type { KeptLease } from './kept-lease.js';
import { mintsAtTerminal } from './minting.js';
import type { Terminal } from './terminal.js';
import { printPlan, printToken, type Output } from './token-output.js';

const STANDARD_OUTPUT = 1;

/** What is shown of a token besides what was asked for. */
export interface Shown {
  readonly output: Output;
  /** Whether what a Datasette token holds is told. */
  readonly debug: boolean;
}

/** A command that mints a token and hands it on by what it prints. */
export function openMintHost(terminal: Terminal, lease: KeptLease, origin: Origin, { output, debug }: Shown): MintHost {
  const { voice, environment } = terminal;
  return {
    ...mintsAtTerminal(terminal, lease, origin),
    // Paths of a command are absolute by now; where it makes a file of its own, it has to be told where.
    tokenFilePlace: { folder: undefined, called: 'a folder for token files', workspace: undefined },
    async deliver(handOver) {
      const takeBack = handOver.file === undefined ? undefined : await makeFile(handOver.file, lease);
      try {
        const attempt = attemptOf(handOver, lease);
        const mark = handOver.exports === undefined ? '' : newExportMark(handOver.exports());
        if (mark !== '') terminal.mask(mark);
        const marks = mark === '' ? '' : addExportMark(environment[EXPORT_MARK], mark);
        const { leaseId } = attempt;
        const shown = {
          handOver,
          leaseId,
          description: handOver.revocable ? describe(attempt) : attempt.description,
          origin,
        };
        print(await printToken(shown, output, marks));
        if (debug)
          for (const line of (await import('./datasette-payload.js')).explainPayload(handOver.token.secret))
            voice.say(line);
        lease.handOn();
      } catch (error) {
        takeBack?.();
        throw error;
      }
    },
    deliverPlan: (plan) => print(printPlan(plan)),
    summarize: () => undefined,
  };
}

/** @throws Error when nobody reads it any more, or there is no room for it */
function print(text: string): void {
  try {
    writeAll(STANDARD_OUTPUT, text);
  } catch (error) {
    throw new Error(`standard output could not be written: ${messageOf(error)}`, { cause: error });
  }
}

/** Makes the token file, after it was written down. Returns what removes it again. */
async function makeFile(
  { path, content }: { readonly path: string; readonly content: string },
  lease: KeptLease,
): Promise<() => void> {
  // Loaded here: most tokens are handed on without one.
  const { contentHash, firstFolderToMake, makeTokenFile, removeTokenFile } = await import('../host/token-file.js');
  const made = { path, hash: contentHash(content), firstFolder: firstFolderToMake(path) };
  lease.keepTokenFile(made);
  try {
    makeTokenFile(path, content, made.firstFolder);
  } catch (error) {
    lease.keepTokenFile(undefined);
    throw new Error(
      `--token-file: the file ${JSON.stringify(path)} could not be made: ${messageOf(error)}. Free the place, or name another one`,
      { cause: error },
    );
  }
  return () => {
    removeTokenFile(made);
    lease.keepTokenFile(undefined);
  };
}

function attemptOf({ token }: HandOver, { record }: KeptLease): RecordedAttempt {
  const attempt = record?.attempts.find(({ outcome }) => 'id' in outcome && outcome.id === token.id);
  if (attempt === undefined) throw new Error('the token is of no attempt that was written down');
  return attempt;
}

/** What may be left of a lease that was not handed on, and how it is ended: a line each. */
export function whatIsLeft({ record }: KeptLease, commandFor: (attempt: RecordedAttempt) => string): readonly string[] {
  return (record?.attempts ?? []).flatMap((attempt) => {
    const { outcome, name, expiresAt } = attempt;
    if (outcome.kind !== 'minted' && outcome.kind !== 'open') return [];
    const which = outcome.kind === 'minted' ? `The token ${outcome.id} (${name})` : `A token ${name}`;
    const end = formatInstant(expiresAt);
    if (record?.revocable !== true) return [`${which} was not handed on, cannot be revoked, and lives until ${end}.`];
    const life = record.expires ? `lives until ${end}` : 'lives until it is revoked';
    return [`${which} may be left and ${life}. To end it: ${commandFor(attempt)}`];
  });
}
