import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptAccess } from '../host/host.js';
import { serializeNetwork } from '../http/network.js';
import type { Network } from '../lease/network.js';
import { serializeRecord, type LeaseRecord } from '../lease/record.js';
import { makePipes } from './pipes.js';
import { startWatchdog, type Watchdog } from './watchdog.js';
import { printNotes, type KeptForEnd, type WatchdogNotes } from './watchdog-notes.js';

/** The watchdog of a lease, from the moment on that there may be something to revoke. */
export interface Guard {
  /**
   * Sets the watchdog on its guard.
   *
   * @param journalFolder where the lease is written down besides; undefined where it is not
   *
   * @throws Error when there can be none
   */
  begin(access: KeptAccess, network: Network, journalFolder: string | undefined): Promise<void>;
  /** Keeps the lease as it is now. The first time it makes sure that all the later ones will fit. */
  record(record: LeaseRecord): void;
  /** Lets the watchdog know something else, if there is one. */
  note(notes: WatchdogNotes): void;
  dismiss(): void;
}

/** Notes that follow the first record, each as long as that at most: two attempts, each with some outcomes, and the command. */
const RECORDS_TO_COME = 12;

/**
 * @param program what a watchdog starts
 * @param warn told when the watchdog was killed by somebody
 */
export function createGuard(
  program: readonly string[],
  environment: NodeJS.ProcessEnv,
  warn: (message: string) => void,
): Guard {
  let watchdog: Watchdog | undefined;
  let folder: string | undefined;
  let reserved = false;
  return {
    async begin({ authentication, onRevokeFailure }, network, journalFolder) {
      // Windows has no shell that could wait, and no pipe that outlives its writer.
      if (process.platform === 'win32') return;
      const [life, notes] = await makePipes(['fails', 'fails'], environment);
      if (life === undefined || notes === undefined) throw new Error('no pipe was made');
      watchdog = await startWatchdog(life, notes, program);
      watchdog.onLost(() =>
        warn('The watchdog was ended by somebody: if this process is killed too, nobody revokes the token at once'),
      );
      const secret = authentication.kind === 'secret' ? authentication : undefined;
      folder = folderFor(network);
      const access: KeptForEnd = {
        credential: { secret: secret?.secret ?? '', id: secret?.id ?? '' },
        network: await serializeNetwork(network, folder),
        identity: authentication.kind === 'identity-token' ? identityVariables(environment) : {},
        onRevokeFailure,
        ...(folder === undefined ? {} : { folder }),
        ...(journalFolder === undefined ? {} : { journalFolder }),
      };
      watchdog.note({ access });
    },
    record(record) {
      const notes = { record: serializeRecord(record) };
      const reserve = reserved ? 0 : RECORDS_TO_COME * Buffer.byteLength(printNotes(notes));
      watchdog?.note(notes, reserve);
      reserved = true;
    },
    note(notes) {
      watchdog?.note(notes);
    },
    dismiss() {
      watchdog?.dismiss();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For the authorities that do not fit into a pipe. They are no secret, and held to their hash. */
function folderFor({ authorities }: Network): string | undefined {
  return authorities.kind === 'default' ? undefined : mkdtempSync(join(tmpdir(), 'mint-token-'));
}

const IDENTITY = /^ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)$/;

function identityVariables(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && IDENTITY.test(name) ? [[name, value] as const] : [],
    ),
  );
}
